"""Conflict and cooperation over the days: bars above and below a line, with the days of change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from dateline.chronicle.intensity import Intensity
from dateline.desk.bars import STEP
from dateline.desk.units import Unit, as_day, begins, unit_for
from dateline.link.intensity import Day, Shift
from dateline.record.brief.dates import say

MOST: Final = 200
"""Days, months, ... of one drawing: half a year is drawn by day."""
HEIGHT: Final = 120
"""Of the drawing; conflict stands above the line, cooperation hangs below it."""
LEAST: Final = 3.0
"""Height of a bar of one incident, so that it is seen beside one of hundreds."""


class Tide(NamedTuple):
    """One day (month, ...), in units of the drawing with its origin at the top left."""

    first: str
    """ISO days of its first and last day."""
    last: str
    label: str
    conflict: int
    cooperation: int
    x: int
    up: float
    """Heights of its bars."""
    down: float

    @property
    def told(self) -> str:
        """The numbers in words."""
        return f"{self.label}: {self.conflict:,} of conflict, {self.cooperation:,} of cooperation"


class Turn(NamedTuple):
    """A change point."""

    x: float
    measure: str
    rise: bool
    sentence: str


class Tides(NamedTuple):
    """The drawing."""

    tides: tuple[Tide, ...]
    turns: tuple[Turn, ...]
    conflict: int
    """Most incidents of one day (month, ...)."""
    cooperation: int
    unit: str
    line: float
    """Where the line is between conflict and cooperation."""
    height: int = HEIGHT

    @property
    def width(self) -> int:
        """Of the drawing."""
        return STEP * len(self.tides)


def tides(found: Intensity, ends: tuple[str | None, str | None] = (None, None)) -> Tides | None:
    """The drawing of all that was found, whatever the pairs; None where there are no two days.

    `ends`: first and last ISO day that are shown, whether or not anything happened on them; what
    lies outside is left out. Takes time linear in the days found.
    """
    days = [day for day in found.days if day.measure in ("conflict", "cooperation")]
    known = sorted(d for day in days if (d := as_day(day.day)))
    if not known:
        return None
    first, last = as_day(ends[0]) or known[0], as_day(ends[1]) or known[-1]
    if last <= first:
        return None
    unit = unit_for((last - first).days + 1, MOST)
    columns = list(begins(unit, first, last))
    above = _counts(days, "conflict", unit, first, last)
    below = _counts(days, "cooperation", unit, first, last)
    most = max(above.values(), default=0), max(below.values(), default=0)
    whole = sum(most)
    if not whole:
        return None
    scale = HEIGHT / whole
    drawn = tuple(
        Tide(
            first=begin.isoformat(),
            last=unit.end(begin).isoformat(),
            label=say(unit.edtf(begin)),
            conflict=above.get(begin, 0),
            cooperation=below.get(begin, 0),
            x=STEP * index,
            up=_height(above.get(begin, 0), scale),
            down=_height(below.get(begin, 0), scale),
        )
        for index, begin in enumerate(columns)
    )
    turns = _turns(found, unit, {begin: STEP * n for n, begin in enumerate(columns)}, first, last)
    return Tides(drawn, turns, *most, unit.name, round(most[0] * scale, 1))


def _counts(
    days: Iterable[Day], measure: str, unit: Unit, first: date, last: date
) -> dict[date, int]:
    found: dict[date, int] = {}
    for day in days:
        when = as_day(day.day)
        if day.measure == measure and when and first <= when <= last:
            begin = unit.begin(when)
            found[begin] = found.get(begin, 0) + day.incidents
    return found


def _height(count: int, scale: float) -> float:
    return round(max(count * scale, LEAST if count else 0.0), 1)


def _turns(
    found: Intensity, unit: Unit, at: dict[date, int], first: date, last: date
) -> tuple[Turn, ...]:
    """The changes within the days that are drawn."""
    turns = []
    for shift, sentence in plain(found):
        when = as_day(shift.day)
        if when and first <= when <= last:
            turns.append(Turn(at[unit.begin(when)], shift.measure, shift.rise, sentence))
    return tuple(turns)


def plain(found: Intensity) -> Sequence[tuple[Shift, str]]:
    """The changes with their sentences; those of fighting left out that say of a day again what
    that of conflict says."""
    said = {(s.pair, s.day, s.rise) for s in found.changes if s.measure == "conflict"}
    return [
        (shift, sentence)
        for shift, sentence in zip(found.changes, found.sentences, strict=True)
        if shift.measure != "fighting" or (shift.pair, shift.day, shift.rise) not in said
    ]
