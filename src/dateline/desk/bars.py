"""Numbers over days as bars: by day, month, year or decade, whichever can be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from dateline.desk.units import Unit, as_day, begins, unit_for
from dateline.record.brief.dates import say
from dateline.store.tallies import Tally

MOST: Final = 120
"""Bars of one chart; with more, the next coarser unit is taken."""
HEIGHT: Final = 100
STEP: Final = 10
"""Width of a bar with the gap behind it, in units of the drawing."""


class Bar(NamedTuple):
    """One bar, in units of a drawing HEIGHT high with its origin at the top left."""

    first: str
    """ISO days of its first and last day."""
    last: str
    label: str
    """Its day, month, year or decade in words."""
    number: int
    x: int
    y: float
    height: float


class Chart(NamedTuple):
    """Bars side by side, those of nothing among them."""

    bars: tuple[Bar, ...]
    most: int
    unit: str
    """`day`, `month`, `year` or `decade`."""

    @property
    def width(self) -> int:
        """Of the drawing."""
        return STEP * len(self.bars)


def chart(
    days: Sequence[Tally], ends: tuple[str | None, str | None] = (None, None)
) -> Chart | None:
    """The chart of tallies by ISO day, in order; None where there are fewer than two bars.

    `ends`: first and last ISO day asked for. Takes time linear in `days` and the bars (at most
    MOST, or a thousand decades).
    """
    known = [(day, t.count) for t in days if (day := as_day(t.name))]
    if not known:
        return None
    first = max(known[0][0], as_day(ends[0]) or date.min)
    last = min(known[-1][0], as_day(ends[1]) or date.max)
    length = (last - first).days + 1
    unit = unit_for(length, MOST)
    counts: dict[date, int] = {}
    for day, count in known:
        # What began before the first day and lasts is counted where the chart begins.
        begin = unit.begin(min(max(day, first), last))
        counts[begin] = counts.get(begin, 0) + count
    most = max(counts.values())
    bars = tuple(
        _bar(unit, begin, counts.get(begin, 0), most, index)
        for index, begin in enumerate(begins(unit, first, last))
    )
    return Chart(bars, most, unit.name) if len(bars) > 1 else None


def _bar(unit: Unit, begin: date, count: int, most: int, index: int) -> Bar:
    height = round(max(HEIGHT * count / most, 2.0 if count else 0.0), 1)
    return Bar(
        first=begin.isoformat(),
        last=unit.end(begin).isoformat(),
        label=say(unit.edtf(begin)),
        number=count,
        x=index * STEP,
        y=round(HEIGHT - height, 1),
        height=height,
    )
