"""Dates in plain words, from EDTF (ISO 8601-2) and the TIMEX3 values close to it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dateline.record.brief.labels import labels

_DAY: Final = re.compile(r"(-?\d{4}|X{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?[^/]{0,6})?")
_MONTH: Final = re.compile(r"(-?\d{4}|X{4})-(\d{2}|[A-Z]{2})")
_NO_YEAR: Final = " XXXX"
_YEAR: Final = re.compile(r"-?\d{4}")
_DECADE: Final = re.compile(r"(\d{3})[Xx]?")
_CENTURY: Final = re.compile(r"(\d{2})[Xx]{2}")
_QUALIFIERS: Final = {"~": "about {}", "?": "possibly {}", "%": "possibly about {}"}


def say(edtf: str | None, *, weekday: bool = False) -> str:
    """The date in words ("1 October 2020", "summer 2014", "since 27 September 2020").

    `weekday` puts the day of the week before a single day. What is not understood comes back as
    it was written; None gives an empty text.
    """
    if not edtf:
        return ""
    begin, slash, end = edtf.partition("/")
    if not slash:
        return _point(edtf, weekday)
    if end in ("..", ""):
        return f"since {_point(begin)}"
    if begin in ("..", ""):
        return f"until {_point(end)}"
    if _YEAR.fullmatch(begin) and _YEAR.fullmatch(end):
        return f"{begin}–{end}"
    return f"{_point(begin)} to {_point(end)}"


def _point(edtf: str, weekday: bool = False) -> str:
    if edtf[-1:] in _QUALIFIERS:
        return _QUALIFIERS[edtf[-1]].format(_point(edtf[:-1]))
    if match := _DAY.fullmatch(edtf):
        return _day(edtf, match, weekday)
    if match := _MONTH.fullmatch(edtf):
        name = labels().part_of_year(match[2])
        return f"{name} {match[1]}".removesuffix(_NO_YEAR) if name else edtf
    if match := _DECADE.fullmatch(edtf):
        return f"the {match[1]}0s"
    if match := _CENTURY.fullmatch(edtf):
        return f"the {match[1]}00s"
    return edtf


def _day(edtf: str, match: re.Match[str], weekday: bool) -> str:
    month = labels().part_of_year(match[2])
    if not month or not 1 <= int(match[3]) <= 31:
        return edtf
    said = f"{int(match[3])} {month} {match[1]}".removesuffix(_NO_YEAR)
    if weekday and (day := as_day(edtf)):
        said = f"{labels().weekdays[day.weekday()]} {said}"
    return f"{said}, {match[4]}:{match[5]}" if match[4] else said


def as_day(iso: str | None) -> date | None:
    """The day that an ISO date (or date and time) begins with, or None where it is not one."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
