"""Reading how many: "three", "1,200", "at least two dozen", "between 20 and 30", "dozens"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.extract.casualties.tables import bounds, later_bounds, numbers
from dateline.record import Count

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,3})?|\d{1,12}(?:\.\d{1,3})?")
_RANGE = re.compile(r"(\d{1,9})[-–—](\d{1,9})")
_FIRST_GROUP = re.compile(r"[1-9]\d{0,2}")
_GROUP = re.compile(r"\d{3}")
_GROUPS = 3
_LONGEST_BOUND = 4
_MAX = 10_000_000_000
_JOINS = frozenset(["to", "or", "-", "–", "—"])


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text, as a range of words, its bound included."""

    first: int
    last: int
    """One past the last word."""
    count: Count


class _Number(NamedTuple):
    low: int
    high: int | None
    end: int


def scan(words: Sequence[str]) -> list[Quantity]:
    """The numbers in a sequence of words, in order, none over another.

    An exact number has `min == max`; "at least", "dozens" and the like leave `max` open ("dozens"
    means 24 or more), "up to" and "nearly" leave `min` open.
    """
    lower = [w.lower() for w in words]
    out: list[Quantity] = []
    i = 0
    while i < len(lower):
        number = _number(lower, i)
        if number is None:
            i += 1
            continue
        out.append(_bounded(lower, i, number, out[-1].last if out else 0))
        i = out[-1].last
    return out


def _bounded(words: list[str], start: int, number: _Number, floor: int) -> Quantity:
    """Apply the bound beside the number, and a second number after it."""
    low, high, end = number
    between = start > floor and words[start - 1] == "between"
    # "Rose from 30 to 45" is a change and no range.
    change = start > floor and words[start - 1] == "from"
    if end + 1 < len(words) and not change and words[end] in ({"and"} if between else _JOINS):
        second = _number(words, end + 1)
        if second is not None:
            low = _scaled(low, second, words)
        if second is not None and second.low > low:
            return Quantity(start - between, second.end, Count(min=low, max=second.high))
    for length in range(min(_LONGEST_BOUND, start - floor), 0, -1):
        bound = bounds().get(tuple(words[start - length : start]))
        if bound is not None:
            return Quantity(start - length, end, _count(bound, low, high))
    after = later_bounds().get(tuple(words[end : end + 2]))
    if after is not None:
        return Quantity(start, end + 2, _count(after, low, high))
    return Quantity(start, end, Count(min=low, max=high))


def _scaled(low: int, second: _Number, words: list[str]) -> int:
    """The lower end of "two to three hundred", "between 2 and 3 million": the scale serves both."""
    kind, value = numbers().get(words[second.end - 1], ("", 0))
    return low * value if kind == "scale" and low * value < second.low else low


def _count(bound: str, low: int, high: int | None) -> Count:
    """The range that a bound makes of a number; of a vague one ("dozens") the floor stays."""
    if bound == "about":
        return Count(min=low, max=high)
    if high is None or bound == "least":
        return Count(min=low)
    if bound == "over":
        return Count(min=low + 1)
    return Count(max=low if bound == "most" else low - 1)


def _number(words: list[str], start: int) -> _Number | None:
    """The number that begins at a word, without its bound."""
    word = words[start]
    span = _RANGE.fullmatch(word)
    if span and int(span[1]) <= int(span[2]):
        kind, value = (
            numbers().get(words[start + 1], ("", 1)) if start + 1 < len(words) else ("", 1)
        )
        times = value if kind == "scale" else 1
        end = start + 1 + (kind == "scale")
        return _Number(int(span[1]) * times, int(span[2]) * times, end)
    kind = numbers().get(word, ("",))[0]
    if kind == "none":
        return _Number(0, 0, start + 1)
    if kind == "zero":
        end = start + 2 if words[start + 1 : start + 2] == ["one"] else start + 1
        return _Number(0, 0, end)
    if kind in ("vague", "tens"):
        return _vague(words, start)
    if word in ("a", "an", "half"):
        return _article(words, start)
    return _exact(words, start)


def _vague(words: list[str], start: int) -> _Number | None:
    """ "dozens", "hundreds of thousands", "several hundred": a floor without a ceiling."""
    value, end = numbers()[words[start]][1], start + 1
    of = words[end : end + 1] == ["of"]
    further = numbers().get(words[end + of], ("", 0)) if end + of < len(words) else ("", 0)
    if of and further[0] == "vague" and further[1] >= 2000:
        # The plural holds two of its unit; so does the first word.
        return _Number(value * (further[1] // 2), None, end + 2)
    if not of and further[0] == "scale":
        return _Number(value * further[1], None, end + 1)
    alone = numbers()[words[start]][0] in ("vague", "few")
    return _Number(value, None, end) if alone else None


def _article(words: list[str], start: int) -> _Number | None:
    """ "a hundred", "a few dozen", "a couple", "half a million"."""
    half = words[start] == "half"
    at = start + 1 + (half and words[start + 1 : start + 2] == ["a"])
    if at >= len(words):
        return None
    kind, value = numbers().get(words[at], ("", 0))
    if half:
        return _Number(value // 2, value // 2, at + 1) if kind == "scale" else None
    if kind == "few":
        return _vague(words, at)
    return _exact(words, at, 1) if kind == "scale" else None


def _exact(words: list[str], start: int, leading: int | None = None) -> _Number | None:
    """A number in digits or words, with its scales ("2.1 million", "two hundred and five")."""
    total, current = 0, leading
    fraction, i = 0.0, start
    room = 1000  # what may still be added: a unit after a ten, nothing after a unit
    while i < len(words):
        kind, value = numbers().get(words[i], ("", 0))
        if current is None and total == 0:
            digits, end = _spaced(words, i)
            plain = _plain(digits)
            if plain is not None:
                whole, fraction = plain
                current, room, i = whole, 0, end
                continue
        if kind == "scale" and current is not None:
            current = round((current + fraction) * value)
            fraction, room = 0.0, 100 if value == 100 else 0
            if value >= 1000:
                total, current, room = total + current, None, 1000
        elif kind in ("unit", "ten") and value < room:
            current = (current or 0) + value
            room = 10 if kind == "ten" else 0
        elif (pair := _hyphenated(words[i])) is not None and pair < room:
            current, room = (current or 0) + pair, 0
        elif words[i] == "and" and i > start and room >= 100 and _small(words, i + 1):
            pass
        else:
            break
        i += 1
        if total + (current or 0) > _MAX:
            return None
    if i == start or fraction:
        return None
    return _Number(total + (current or 0), total + (current or 0), i)


def _small(words: list[str], at: int) -> bool:
    """Whether a number below a hundred in words stands there: "two hundred AND five"."""
    if at >= len(words):
        return False
    return numbers().get(words[at], ("",))[0] in ("unit", "ten") or bool(_hyphenated(words[at]))


def _spaced(words: list[str], at: int) -> tuple[str, int]:
    """Digits with their thousands set apart ("1 200", "56, 000"), as one word and where it ends."""
    end = at + 1
    digits = words[at]
    if _FIRST_GROUP.fullmatch(digits):
        while end < len(words) and end < at + 2 * _GROUPS:
            comma = words[end] == "," and words[end + 1 : end + 2] == ["000"]
            if not comma and not _GROUP.fullmatch(words[end]):
                break
            digits, end = digits + words[end + comma], end + 1 + comma
    return digits, end


def _plain(word: str) -> tuple[int, float] | None:
    """A number in digits: what stands before and after the point."""
    if not _DIGITS.fullmatch(word) or (word[0] == "0" and word[1:2].isdigit()):
        return None
    value = float(word.replace(",", ""))
    return int(value), value - int(value)


def _hyphenated(word: str) -> int | None:
    """ "twenty-three"."""
    ten, _, unit = word.partition("-")
    a, b = numbers().get(ten, ("", 0)), numbers().get(unit, ("", 0))
    return a[1] + b[1] if a[0] == "ten" and b[0] == "unit" and b[1] < 10 else None
