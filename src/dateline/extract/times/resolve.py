"""From what an expression says to the days that it means.

News counts from the day of publication; a narrative from the last date told. Either way a small
state goes through the text: the last date, the last quarter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.extract.times.builders.dates import day_period
from dateline.extract.times.cues import FUTURE, PAST
from dateline.extract.times.holidays import holidays, in_year
from dateline.extract.times.mode import MESSAGE, NARRATIVE
from dateline.extract.times.period import Period
from dateline.extract.times.reading import Reading

_NEAR_DAY = 150  # characters within which a part of the day is one of the day told
_SOON = 75  # days: a day of a month so near is meant, whatever the verb
_BARE = ("MONTH", "MONTHDAY")
_AHEAD_MONTHS = 5  # in a narrative a month so little ahead of the last one is the next such month


@dataclass
class Timeline:
    """The state of the telling."""

    mode: str
    said: Period | None
    """The day of publication."""
    told: Period | None = None
    """The last date told."""
    day: Period | None = None
    """The last day told on which something happened, not on which it was said."""
    day_at: int = -10_000
    """Where it stood in the text."""
    quarter: Period | None = None
    """The last quarter told."""
    years: dict[tuple[int, int], int] = field(default_factory=dict)
    """Month and day to the year that the text gave them: later mentions leave it out."""
    by_quarter: bool = True
    """Whether figures are being compared by the quarter, not by the year or by nine months."""

    def anchor(self, base: str) -> Period | None:
        """What a shift counts from."""
        if self.mode == NARRATIVE and base in ("said", "near", "told"):
            return self.told
        if base in ("said", "near"):
            return self.said
        return self.told or self.said

    def anchor_name(self, base: str) -> str:
        """The anchor, for `why`."""
        found = self.anchor(base)
        if found is None:
            return "no anchor"
        kind = "published" if found == self.said else "told"
        return f"{kind} {found.value()}"

    def tell(self, period: Period, at: int, sure: bool, spoken: bool = False) -> None:
        """Note a date; `sure` where its words name the year, `spoken` for that of a statement."""
        if period.unit in ("E", "C", "L"):
            return  # too wide to go on from
        self.told = period
        if period.unit == "D" and not (spoken and self.day is not None):
            self.day, self.day_at = period, at
        if sure and period.unit == "D" and period.year > 0:
            day = period.first_day()
            self.years[day.month, day.day] = day.year
        if period.unit == "Q":
            self.quarter, self.by_quarter = period, True


def _pick(candidates: list[Period], said: Period, direction: int) -> Period:
    """The candidate before, after or nearest to the day of writing."""
    today = said.first_day()
    if direction == PAST:
        fit = [c for c in candidates if c.first_day() <= today]
        if fit:
            return fit[-1]
    if direction == FUTURE:
        fit = [c for c in candidates if c.last_day() >= today]
        if fit:
            return fit[0]
    return min(candidates, key=lambda c: abs((c.first_day() - today).days))


class Resolver:
    """Resolves the readings of one text in order."""

    def __init__(self, timeline: Timeline) -> None:
        self.line = timeline
        self._placed: dict[tuple[object, ...], Period | None] = {}

    def _in_year(self, r: Reading, year: int) -> Period | None:
        """A month, a day of a month, a season ... in a year."""
        if r.kind == "MONTH":
            return Period.of_year(year, "M", r.index)
        if r.kind == "MONTHDAY":
            return (
                day_period(year, r.index, r.day) if year > 0 else Period.of_year(year, "M", r.index)
            )
        if r.kind == "SEASONDATE":
            return Period.of_year(year, "S", r.index)
        if r.kind == "QUARTERDATE" and r.index:
            return Period.of_year(year, "Q", r.index)
        if r.kind == "HALFDATE":
            return Period.of_year(year, "H", r.index)
        if r.kind == "NAMED":
            return in_year(holidays()[r.value].when, year) if year > 0 else None
        return None

    def next_after(self, before: Reading, first: Period, r: Reading) -> Period | None:
        """The second of two bare days or months of one expression, `first` being the first: of the
        same year, or of the next where its month lies before."""
        if before.kind != r.kind or r.kind not in _BARE or r.period is not None or r.parts:
            return None
        return self._in_year(r, first.year + ((r.index, r.day) < (before.index, before.day)))

    def _around(self, r: Reading, year: int) -> list[Period]:
        found = (
            self._in_year(r, y) for y in range(year - 4 if r.day == 29 else year - 1, year + 2)
        )
        return [p for p in found if p is not None]

    def _narrated(self, r: Reading, told: Period) -> Period | None:
        """A bare month, day or season after the last date told: the same year, or just ahead."""
        here = self._in_year(r, told.year)
        if here is None or told.unit in ("Y", "E", "C") or told.year < 1:
            return here
        behind = (
            told.part - here.part if here.unit in ("D", "M") and told.unit in ("D", "M", "W") else 0
        )
        if here.unit in ("D", "M") and told.unit in ("D", "M") and behind > 12 - _AHEAD_MONTHS:
            return self._in_year(r, told.year + 1)
        return here

    def _yearless(self, r: Reading, direction: int) -> Period | None:
        line = self.line
        if r.rel == "told":
            return self._in_year(r, line.told.year) if line.told else None
        if line.mode == NARRATIVE and line.told is not None and not r.rel:
            return self._narrated(r, line.told)
        said = line.anchor("said")
        if said is None:
            return None
        known = line.years.get((r.index, r.day)) if r.kind == "MONTHDAY" else None
        key = (r.kind, r.index, r.day, r.value, r.rel, r.weekday, said, direction, known)
        if key not in self._placed:
            self._placed[key] = self._beside(r, said, direction, known)
        return self._placed[key]

    def _beside(self, r: Reading, said: Period, direction: int, known: int | None) -> Period | None:
        """A bare month, day, season or named day counted from the day of writing; `known` is the
        year that the text gave such a day before."""
        candidates = self._around(r, said.year)
        if r.weekday:
            candidates = [
                c for c in candidates if c.first_day().isoweekday() == r.weekday
            ] or candidates
        if not candidates:
            return None
        day = said.first_day()
        if r.rel in ("last", "past"):
            fit = [c for c in candidates if c.last_day() < day]
            return fit[-1] if fit else None
        if r.rel == "next":
            return next((c for c in candidates if c.first_day() > day), None)
        if r.rel == "this":
            if direction == PAST or r.kind != "MONTH":
                return self._in_year(r, said.year)
            return _pick(candidates, said, direction) if direction else self._in_year(r, said.year)
        if r.kind == "SEASONDATE" and direction != FUTURE and self.line.mode != MESSAGE:
            direction = PAST
        if r.kind in ("QUARTERDATE", "HALFDATE"):
            return _pick(candidates, said, PAST)
        if r.kind == "MONTH" and direction == 0 and self.line.mode != MESSAGE:
            direction = PAST
        if r.kind == "NAMED" and (direction == 0 or self.line.mode == MESSAGE):
            return _pick(candidates, said, 0)
        if r.kind == "MONTHDAY":
            near = _pick(candidates, said, 0)
            if abs((near.first_day() - day).days) <= _SOON:
                return near
            if known and not r.rel and direction != FUTURE:
                return self._in_year(r, known)
        return _pick(candidates, said, direction)

    def _weekday(self, r: Reading, direction: int) -> Period | None:
        line = self.line
        base = line.told if line.mode == NARRATIVE else line.said
        if base is None or base.unit != "D":
            return None
        day = base.first_day()
        if r.unit == "W":
            week = Period.of_day(day).to("W").shift(int(r.n or 0))
            return Period("D", week.first_day().toordinal() + r.index - 1)
        back = (day.isoweekday() - r.index) % 7
        ahead = (r.index - day.isoweekday()) % 7
        if r.rel in ("last", "past"):
            return Period.of_day(day).shift(-(back or 7))
        if r.rel == "next":
            return Period.of_day(day).shift(ahead or 7)
        if r.rel == "this":
            return Period.of_day(day).shift(
                -back if direction == PAST and back < day.isoweekday() else ahead
            )
        if direction == FUTURE or line.mode == NARRATIVE:
            return Period.of_day(day).shift(ahead)
        return Period.of_day(day).shift(-back)

    def _day_alone(self, r: Reading, direction: int) -> Period | None:
        anchor = self.line.anchor("near")
        if r.parts:
            month = self.period(r.parts[0][2], direction)
        else:
            month = anchor.to("M") if anchor and not _coarse(anchor) else None
        if month is None or month.unit != "M":
            return None
        months = (
            [month]
            if r.parts or self.line.mode == NARRATIVE
            else [month.shift(k) for k in (-1, 0, 1)]
        )
        days = [day_period(p.year, p.part, r.day) for p in months]
        fit = [d for d in days if d is not None]
        if r.index:
            fit = [d for d in fit if d.first_day().isoweekday() == r.index] or fit
        if not fit:
            return None
        return (
            fit[0]
            if len(fit) == 1 or anchor is None
            else _pick(fit, Period.of_day(anchor.first_day()), direction)
        )

    def _quarter(self, r: Reading) -> Period | None:
        """`the quarter`, `the latest quarter`, `the 1988 period`."""
        line = self.line
        if r.rel == "year":
            index = line.quarter.part if line.quarter else 0
            return Period.of_year(r.day, "Q", index) if index else Period("Y", r.day)
        if line.quarter is not None and r.rel in ("the", "latest"):
            return line.quarter
        if line.said is None:
            return None
        now = line.said.to("Q")
        return now.shift({"this": 0, "current": 0, "next": 1}.get(r.rel, -1))

    def _compared(self, r: Reading) -> Period | None:
        """`a year earlier`: the same quarter, if one is spoken of, else the same stretch before."""
        line = self.line
        if line.mode != NARRATIVE and line.quarter is not None and line.by_quarter:
            return line.quarter.shift(4 * int(r.n or 0))
        anchor = line.anchor("told" if "told" in r.base else "said")
        return anchor.to("Y").shift(int(r.n or 0)) if anchor else None

    def _shift(self, r: Reading) -> Period | None:
        if r.base.startswith("compared"):
            return self._compared(r)
        anchor = self.line.anchor(r.base)
        beside = r.start - self.line.day_at < _NEAR_DAY
        if r.kind == "PARTTIME" and r.base == "near" and beside and self.line.mode != MESSAGE:
            anchor = self.line.day
        if anchor is None or r.n is None or r.unit in ("HR", "MIN", "S", ""):
            return None
        if anchor.unit != "D" and r.unit == "WE":
            return None
        if (
            r.unit in ("D", "W", "WE", "M")
            and not anchor.finer_than(r.unit)
            and anchor.unit != r.unit
        ):
            return None
        if abs(r.n) > 5000 * (365 if r.unit == "D" else 1):
            return None
        unit = r.unit
        if unit == "WE" and r.base == "near" and anchor.first_day().isoweekday() < 6:
            return anchor.to("WE").shift(-1)  # "over the weekend", told on a working day
        if unit in ("Q", "H", "S") and anchor.year < 1:
            return None
        shifted = anchor.to(unit).shift(int(r.n))
        return shifted if shifted.valid() else None

    def period(self, r: Reading, direction: int) -> Period | None:
        """The stretch of time that a reading means, or None where it cannot be told."""
        try:
            return self._period(r, direction)
        except (ValueError, OverflowError):
            return None

    def _period(self, r: Reading, direction: int) -> Period | None:
        if r.period is not None:
            return r.period
        if r.kind == "MDAY":
            return self._day_alone(r, direction)
        if r.kind == "WEEKDAYDATE":
            return self._weekday(r, direction)
        if r.kind == "QUARTERDATE" and not r.index:
            return self._quarter(r)
        if r.kind in ("MONTH", "MONTHDAY", "SEASONDATE", "QUARTERDATE", "HALFDATE", "NAMED"):
            if r.parts:
                year = self.period(r.parts[0][2], direction)
                return self._in_year(r, year.year) if year else None
            if r.kind in ("QUARTERDATE", "HALFDATE") and r.rel and self.line.said:
                shift = {"last": -1, "next": 1}.get(r.rel, 0)
                return self._in_year(r, self.line.said.year + shift)
            return self._yearless(r, direction)
        if r.unit:
            return self._shift(r)
        if r.kind == "CLOCKTIME":
            day = self.line.day if self._day(self.line.told) else None
            return day or self._day(self.line.anchor("said"))
        return None

    def _day(self, period: Period | None) -> Period | None:
        return period if period is not None and period.unit == "D" else None


def _coarse(period: Period) -> bool:
    return not period.finer_than("Q")


def timeline(mode: str, published: date | None) -> Timeline:
    """A fresh state for a text."""
    return Timeline(mode, Period.of_day(published) if published else None)
