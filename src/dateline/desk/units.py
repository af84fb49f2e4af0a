"""Units of time that a chart may have: days, months, years, decades."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple


class Unit(NamedTuple):
    """A day, month, year or decade."""

    name: str
    days: float
    """How long it is, roughly."""
    begin: Callable[[date], date]
    """The first day of the unit that a day is in."""
    end: Callable[[date], date]
    """The last day of the unit that begins with a day."""
    edtf: Callable[[date], str]
    """The one that begins with a day, as EDTF has it; of a decade its years."""


_UNITS: Final = (
    Unit("day", 1, lambda d: d, lambda d: d, date.isoformat),
    Unit(
        "month",
        30.4,
        lambda d: d.replace(day=1),
        lambda d: d.replace(day=monthrange(d.year, d.month)[1]),
        lambda d: d.isoformat()[:7],
    ),
    Unit(
        "year",
        365.25,
        lambda d: d.replace(month=1, day=1),
        lambda d: d.replace(month=12, day=31),
        lambda d: d.isoformat()[:4],
    ),
    Unit(
        "decade",
        3652.5,
        lambda d: date(max(1, d.year // 10 * 10), 1, 1),
        lambda d: date(d.year // 10 * 10 + 9, 12, 31),
        lambda d: d.isoformat()[:3],
    ),
)


def unit_for(days: int, most: int) -> Unit:
    """The finest unit of which at most `most` make up so many days; else decades."""
    return next((unit for unit in _UNITS if days / unit.days <= most), _UNITS[-1])


def begins(unit: Unit, first: date, last: date) -> Iterator[date]:
    """The first days of all units from that of `first` to that of `last`."""
    begin = unit.begin(first)
    while begin <= last:
        yield begin
        end = unit.end(begin)
        if end == date.max:
            return
        begin = end + timedelta(days=1)


def as_day(iso: str | None) -> date | None:
    """An ISO day as a date; None for what is none."""
    try:
        return date.fromisoformat(iso or "")
    except ValueError:
        return None
