"""Furniture: navigation, share bars, credits and other wording that is no part of the article."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dateline.anatomy import dates
from dateline.anatomy.tables import load_yaml
from dateline.errors import DataError

_LONGEST = 320
"""No paragraph of more characters is furniture as a whole."""
_HIDDEN = dict.fromkeys(map(ord, "\xad\u200b\u200c\u200d\u2060\ufeff"))


class Stamp(NamedTuple):
    """A line, or the head of one, that holds a date and nothing of the story."""

    start: int
    end: int
    date: dates.Seen


class _Row(NamedTuple):
    name: str
    needs: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def _lines() -> tuple[re.Pattern[str], tuple[_Row, ...], tuple[str, ...]]:
    """The patterns of whole lines: the common ones as one, those that need a word, all names."""
    rows = load_yaml("furniture.yaml")["lines"]
    try:
        common = "|".join(
            f"(?P<r{i}>{row['pattern']})" for i, row in enumerate(rows) if "needs" not in row
        )
        rare = tuple(
            _Row(row["name"], tuple(row["needs"]), re.compile(row["pattern"], re.IGNORECASE))
            for row in rows
            if "needs" in row
        )
        return re.compile(common, re.IGNORECASE), rare, tuple(row["name"] for row in rows)
    except (KeyError, TypeError, re.error) as error:
        raise DataError(f"anatomy/furniture.yaml, lines: {error}") from error


@cache
def _pieces() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What a text must hold for a pattern to be tried, and the pattern."""
    rows = load_yaml("furniture.yaml")["pieces"]
    try:
        return tuple((row["needs"], re.compile(row["pattern"])) for row in rows)
    except (KeyError, TypeError, re.error) as error:
        raise DataError(f"anatomy/furniture.yaml, pieces: {error}") from error


def line_kind(text: str, start: int, end: int) -> str | None:
    """The row of the table that a whole paragraph matches, or None."""
    if end - start > _LONGEST:
        return None
    # Offsets do not matter here, so what cannot be seen is taken out.
    line = " ".join(text[start:end].translate(_HIDDEN).split())
    common, rare, names = _lines()
    match = common.fullmatch(line)
    if match and match.lastgroup:
        return names[int(match.lastgroup[1:])]
    low = line.lower()
    for row in rare:
        if any(word in low for word in row.needs) and row.pattern.fullmatch(line):
            return row.name
    return None


def pieces(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of furniture inside the spans, in order, none overlapping another."""
    wanted = [pattern for needs, pattern in _pieces() if needs in text]
    found = sorted(
        match.span()
        for pattern in wanted
        for start, end in spans
        for match in pattern.finditer(text, start, end)
    )
    out: list[tuple[int, int]] = []
    for start, end in found:
        if start < end and (not out or start >= out[-1][1]):
            out.append((start, end))
    return out


@cache
def _stamp() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line that holds a date and nothing else; a date with a year before a bar or dash."""
    table = load_yaml("furniture.yaml")["stamps"]
    day = dates.day_pattern()
    weekdays = "|".join(dates.weekday_numbers())
    rest = f"(?i:{table['rest'].replace('{weekday}', weekdays)})"
    label = rf"(?:\W{{0,3}}(?i:{table['label']})\s?:?\s?)"
    gap = r"[\s,|/·•–—:@-]{1,4}"
    line = re.compile(
        rf"\W{{0,2}}{label}?(?:{rest}{gap}){{0,3}}?(?P<date>{day})(?:{gap}?{rest}){{0,5}}[\s.,|/-]{{0,3}}"
    )
    head = re.compile(rf"{label}?(?P<date>{day})\s?(?:\||--|[–—]|-\s)\s?(?=\S)")
    return line, head


def stamp(text: str, start: int, end: int) -> Stamp | None:
    """The date that stands alone on a line, or None."""
    if end - start > 100:
        return None
    line = text[start:end].replace("\xa0", " ")
    match = _stamp()[0].fullmatch(line)
    return _read(match, start, end) if match else None


def stamp_head(text: str, start: int, end: int) -> Stamp | None:
    """The full date that stands before a bar or dash at a paragraph's head, or None."""
    match = _stamp()[1].match(text[start : min(end, start + 100)].replace("\xa0", " "))
    found = _read(match, start, start + match.end()) if match else None
    return found if found and found.date.full else None


def _read(match: re.Match[str], start: int, end: int) -> Stamp | None:
    at = start + match.start("date")
    for seen in dates.scan(match["date"]):
        if seen.month and seen.day:
            moved = seen._replace(start=seen.start + at, end=seen.end + at)
            return Stamp(start, end, moved)
    return None
