"""Absolute dates in English news text: days, months and years that name themselves.

Only what anatomy needs to date a story. The full reading of times is `extract.times`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from dateline.anatomy.tables import any_of, load_yaml


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
    """The words with a capital, or all in capitals."""
    return any_of([w.capitalize() for w in words] + [w.upper() for w in words])


@cache
def month_pattern() -> str:
    """A month's name or abbreviation."""
    return _either(month_numbers())


@cache
def weekday_pattern() -> str:
    """A weekday's name or abbreviation."""
    return _either(weekday_numbers())


@cache
def day_pattern() -> str:
    """A day in words and figures, with or without weekday, year and hour; no groups."""
    month, weekday = month_pattern(), weekday_pattern()
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


_YEAR = r"(?:\s?[,./]?\s?(?P<year>(?:19|20)\d\d)(?!\d)|\s?[’'](?P<short>\d\d)(?!\d))"
_ALONE = (
    r"(?!\d|%|[.,:/]\d|-\d(?!\d\d\d)"
    r"|[-\s](?:people|troops|soldiers|km|feet|meters|metres|GMT|dollars|euros)\b)"
)
"""A number between 1900 and 2099 is no year before these."""
_AFTER_DAY = re.compile(rf"\.?{_YEAR}")
_AFTER = re.compile(
    rf"\.?\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]){_YEAR}?"
    r"|\.?\s?,?\s(?:of\s)?(?P<only>(?:19|20)\d\d)(?!\d)"
)
_BEFORE = re.compile(r"(?<![\d.,:])(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?$")


@cache
def _cores() -> re.Pattern[str]:
    """What every date has: a month's name, a date in figures, or a year."""
    return re.compile(
        rf"\b(?=[\dA-Z])(?:(?P<name>{month_pattern()})\b"
        r"|(?<![./-])(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
        r"|(?P<dots>\d{1,2}(?P<dot>[./])\d{1,2}(?P=dot)(?:(?:19|20)\d\d|\d\d)))(?!\d)"
        rf"|(?<![.,$€£#/])(?<![A-Za-z]-)(?P<year>(?:19|20)\d\d){_ALONE})"
    )


@cache
def _weekday_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<name>{weekday_pattern()})\b\.?(?:\s?,\s?|\s\(?)$")


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Seen]:
    """The absolute dates between two offsets, in order: days, months with a year, years."""
    end = len(text) if end is None else end
    last = start
    for core in _cores().finditer(text, start, end):
        if core.start() < last:
            continue
        seen = _named(text, core, last, end) if core["name"] else _in_figures(core)
        if seen is None:
            continue
        low = max(last, seen.start - 14)
        weekday = _weekday_before().search(text[low : seen.start]) if seen.day else None
        if weekday:
            number = weekday_numbers()[weekday["name"].lower()]
            seen = seen._replace(start=low + weekday.start(), weekday=number)
        last = seen.end
        yield seen


def _named(text: str, core: re.Match[str], low: int, high: int) -> Seen | None:
    """A date with a month's name: 1 October 2020, October 1, October 2020."""
    month = month_numbers()[core["name"].lower()]
    low = max(low, core.start() - 12)
    before = _BEFORE.search(text[low : core.start()])
    if before and 1 <= int(before["day"]) <= 31:
        after = _AFTER_DAY.match(text, core.end(), high)
        year = _year(after["year"], after["short"]) if after else None
        stop = after.end() if after else core.end()
        return Seen(low + before.start(), stop, year, month, int(before["day"]), None)
    after = _AFTER.match(text, core.end(), high)
    if after is None:
        return None
    if after["only"]:
        return Seen(core.start(), after.end(), int(after["only"]), month, None, None)
    if not 1 <= int(after["day"]) <= 31:
        return None
    year = _year(after["year"], after["short"])
    return Seen(core.start(), after.end(), year, month, int(after["day"]), None)


def _in_figures(core: re.Match[str]) -> Seen | None:
    """A date in figures alone, or a year."""
    if core["year"]:
        return Seen(*core.span(), int(core["year"]), None, None, None)
    if core["iso"]:
        year, month, day = (int(n) for n in core["iso"].split("-"))
    else:
        written = core["dots"].split(core["dot"])
        day, month = int(written[0]), int(written[1])
        if len(written[2]) == 2 and len(core["dots"]) < 8:
            # 3.5.10 numbers a version or a clause; 01.10.20 is a day.
            return None
        if core["dot"] == "/" and day <= 12 and month <= 12:
            # 10/01/2020 is one day in Washington and another in London.
            return None
        year = _century(int(written[2])) if len(written[2]) == 2 else int(written[2])
        if month > 12:
            month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Seen(*core.span(), year, month, day, None)


def _year(full: str | None, short: str | None) -> int | None:
    if full:
        return int(full)
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
