"""Absolute dates in English news text: days, months and years that name themselves.

Only what anatomy needs to date a story. The full reading of times is `extract.times`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from dateline.anatomy.tables import load_yaml


class Seen(NamedTuple):
    """A date as it was written; what it does not say is None."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    """Monday is 0."""

    @property
    def full(self) -> date | None:
        """The day, where year, month and day are there and exist."""
        if self.year and self.month and self.day:
            return make(self.year, self.month, self.day)
        return None


def make(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def month_numbers() -> dict[str, int]:
    """Month names and abbreviations in lower case, to 1-12."""
    months: dict[str, int] = load_yaml("dates.yaml")["months"]
    return months


@cache
def weekday_numbers() -> dict[str, int]:
    """Weekday names and abbreviations in lower case, to 0-6 (Monday is 0)."""
    weekdays: dict[str, int] = load_yaml("dates.yaml")["weekdays"]
    return weekdays


def _either(words: dict[str, int]) -> str:
    """The words, longest first, in small letters, with a capital, or all in capitals."""
    found = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(f"{w.capitalize()}|{w.upper()}" for w in found)


@cache
def month_pattern() -> str:
    """A month's name or abbreviation."""
    return f"(?:{_either(month_numbers())})"


@cache
def day_pattern() -> str:
    """A day in words and figures, with or without weekday, year and hour; no groups."""
    month, weekday = month_pattern(), f"(?:{_either(weekday_numbers())})"
    # The century may be cut off: Oct.'20.
    year = r"(?:\s?[,./]?\s?(?:19|20)\d\d(?!\d)|\s?[’']\d\d(?!\d))"
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    hour = (
        r"(?:\s?[,|-]?\s?(?:at\s)?\d{1,2}\s?[:.]\s?\d\d(?!\d)"
        r"(?:\s?[aApP]\.?[mM]\.?)?(?:\s[A-Z]{2,4}(?=\s|$))?)?"
    )
    return (
        rf"(?:{weekday}\.?\s?,?\s)?"
        rf"(?:{month}\.?\s?{number}(?!\d){year}?|{number}\s(?:of\s)?{month}\.?{year}?"
        rf"|\d{{1,2}}[./]\d{{1,2}}[./](?:(?:19|20)\d\d|\d\d)(?!\d)"
        rf"|(?:19|20)\d\d-\d\d-\d\d(?!\d)){hour}"
    )


@cache
def _scanner() -> re.Pattern[str]:
    month = month_pattern()
    return re.compile(
        rf"(?:\b(?P<weekday>{_either(weekday_numbers())})\b\.?(?:\s?,\s?|\s\(?))?"
        r"(?:"
        rf"\b(?P<m1>{month})\b\.?\s?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])"
        r"(?:\s?[,./]?\s?(?P<y1>(?:19|20)\d\d)(?!\d)|\s?[’'](?P<s1>\d\d)(?!\d))?"
        rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>{month})\b\.?"
        r"(?:\s?[,./]?\s?(?P<y2>(?:19|20)\d\d)(?!\d)|\s?[’'](?P<s2>\d\d)(?!\d))?"
        rf"|\b(?P<m3>{month})\b\.?\s?,?\s(?:of\s)?(?P<y3>(?:19|20)\d\d)(?!\d)"
        r"|(?<![\d./-])(?P<y4>(?:19|20)\d\d)-(?P<m4>\d\d)-(?P<d4>\d\d)(?!\d)"
        r"|(?<![\d./-])(?P<d5>\d{1,2})(?P<dot>[./])(?P<m5>\d{1,2})(?P=dot)(?P<y5>(?:19|20)?\d\d)(?!\d)"
        r"|(?<![\d.,$€£#/-])(?P<y6>(?:19|20)\d\d)(?![\d,%]|[.:/-]\d|[-\s](?:people|troops|soldiers|km|feet|meters|metres|GMT|dollars|euros)\b)"
        r")"
    )


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Seen]:
    """The absolute dates between two offsets, in order: days, months with a year, years."""
    months, weekdays = month_numbers(), weekday_numbers()
    for match in _scanner().finditer(text, start, len(text) if end is None else end):
        group = match.groupdict()
        name = group["m1"] or group["m2"] or group["m3"]
        day = group["d1"] or group["d2"] or group["d4"] or group["d5"]
        month = months[name.lower()] if name else int(group["m4"] or group["m5"] or 0) or None
        year = _year(group)
        number = int(day) if day else None
        if group["y5"] and len(group["y5"]) == 2 and len(match[0]) < 8:
            # 3.5.10 numbers a version or a clause; 01.10.20 is a day.
            continue
        if group["dot"] == "/" and number and month and number <= 12:
            # 10/01/2020 is one day in Washington and another in London.
            continue
        if month and month > 12 and number and number <= 12:
            month, number = number, month
        if (month and not 1 <= month <= 12) or (number is not None and not 1 <= number <= 31):
            continue
        weekday = weekdays[group["weekday"].lower()] if group["weekday"] else None
        yield Seen(match.start(), match.end(), year, month, number, weekday)


def _year(group: dict[str, str | None]) -> int | None:
    for key in ("y1", "y2", "y3", "y4", "y5", "y6"):
        written = group[key]
        if written:
            return _century(int(written)) if len(written) == 2 else int(written)
    short = group["s1"] or group["s2"]
    return _century(int(short)) if short else None


def _century(year: int) -> int:
    """Two figures to four: 00-69 are of this century (POSIX)."""
    return year + (2000 if year < 69 else 1900)


_TODAY = re.compile(r"\b[Tt]oday\s?[,(]\s?(?:\w{3,9},?\s)?")


def named_today(text: str, start: int, end: int) -> Seen | None:
    """The day that a passage calls today: "today (10 October)", "today, October 10"."""
    for match in _TODAY.finditer(text, start, end):
        for seen in scan(text, match.start() + 5, min(end, match.end() + 30)):
            if seen.day and seen.start <= match.end():
                return seen
    return None
