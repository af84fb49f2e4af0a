"""Reading how many: "three", "1,200", "at least two dozen", "between 20 and 30", "dozens"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.casualties.tables import bounds, numbers
from dateline.record import Count

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,3})?|\d{1,12}(?:\.\d{1,3})?")
_RANGE = re.compile(r"(\d{1,9})[-–—](\d{1,9})")
_LONGEST_BOUND = 4
_MAX = 10_000_000_000
_MAX_WORDS = 24


def read(words: Sequence[str]) -> Count | None:
    """The number of people that a noun phrase's words say, up to and with its head; or None.

    An exact number has `min == max`; "at least", "dozens" and the like leave `max` open ("dozens"
    means 24 or more), "up to" and "nearly" leave `min` open.
    """
    lower = [w.lower() for w in words[:_MAX_WORDS]]
    for i in range(len(lower)):
        number = _number(lower, i)
        if number is None:
            continue
        low, high, end = number
        return _bounded(lower, i, end, low, high)
    return None


def _bounded(words: list[str], start: int, end: int, low: int, high: int | None) -> Count:
    """Apply the bound before the number, and a second number after it."""
    if end + 1 < len(words) and words[end] in ("to", "or", "and", "-", "–", "—"):
        second = _number(words, end + 1)
        between = start > 0 and words[start - 1] == "between"
        if second is not None and (words[end] != "and" or between) and second[0] >= low:
            return Count(min=low, max=second[1])
    for length in range(min(_LONGEST_BOUND, start), 0, -1):
        bound = bounds().get(tuple(words[start - length : start]))
        if bound == "least":
            return Count(min=low)
        if bound == "over":
            return Count(min=low + 1) if high is not None else Count(min=low)
        if bound == "most":
            return Count(max=low) if high is not None else Count(min=low)
        if bound == "under":
            return Count(max=low - 1)
        if bound == "about":
            break
    return Count(min=low, max=high)


def _number(words: list[str], start: int) -> tuple[int, int | None, int] | None:
    """(least, most or None, index after) of the number that begins at a word."""
    word = words[start]
    span = _RANGE.fullmatch(word)
    if span and int(span[1]) <= int(span[2]):
        return int(span[1]), int(span[2]), start + 1
    kind, value = numbers().get(word, ("", 0))
    if kind in ("zero", "vague"):
        return (0, 0, start + 1) if kind == "zero" else (value, None, start + 1)
    total = current = 0
    i, any_number = start, False
    if word in ("a", "an"):
        follows = numbers().get(words[start + 1], ("", 0)) if start + 1 < len(words) else ("", 0)
        if follows[0] != "scale":
            return None
        current, i = 1, start + 1
    while i < len(words):
        value_here = _plain(words[i])
        kind, value = numbers().get(words[i], ("", 0))
        if value_here is not None:
            if any_number:
                break
            current += value_here
        elif kind in ("unit", "ten"):
            current += value
        elif kind == "scale" and (any_number or current):
            if value >= 1000:
                total, current = total + current * value, 0
            else:
                current *= value
        elif words[i] == "and" and any_number and i + 1 < len(words) and current >= 100:
            i += 1
            continue
        elif "-" in words[i] and (pair := _hyphenated(words[i])) is not None:
            current += pair
        else:
            break
        any_number = True
        i += 1
        if total + current > _MAX:
            return None
    return (total + current, total + current, i) if any_number else None


def _plain(word: str) -> int | None:
    """A number in digits."""
    if not _DIGITS.fullmatch(word):
        return None
    value = float(word.replace(",", ""))
    return int(value) if value == int(value) else None


def _hyphenated(word: str) -> int | None:
    """ "twenty-three"."""
    ten, _, unit = word.partition("-")
    a, b = numbers().get(ten, ("", 0)), numbers().get(unit, ("", 0))
    return a[1] + b[1] if a[0] == "ten" and b[0] == "unit" and b[1] < 10 else None
