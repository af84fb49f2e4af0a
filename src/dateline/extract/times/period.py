"""Stretches of the calendar: how they shift, what TIMEX3 and EDTF call them, where they end.

A period is a unit and a running number of that unit, so that shifting is addition: year 1989 is
("Y", 1989), its third quarter ("Q", 1989 * 4 + 2). Years before Christ count as astronomers do:
1 BC is 0. All dates are proleptic Gregorian.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

COARSENESS: Final = {
    "D": 0, "WE": 1, "W": 2, "M": 3, "S": 4, "Q": 5, "H": 6, "Y": 7, "E": 8, "C": 9, "L": 10
}  # fmt: skip
_KEPT: Final = 4096  # periods whose written forms are remembered: a story names few, and often
_PER_YEAR: Final = {"M": 12, "Q": 4, "H": 2, "S": 4}
_DIGITS: Final = {"E": 3, "C": 2, "L": 1}
_SEASONS: Final = ("SP", "SU", "FA", "WI")


def _iso_year(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


class Period(NamedTuple):
    """A stretch of the calendar."""

    unit: str
    """D, W, WE (weekend), M, S (season), Q, H (half), Y, E (decade), C (century), L (1,000)."""
    n: int
    """Its running number; for a day the ordinal of `datetime.date`, for a week its Monday's / 7."""

    @classmethod
    def of_day(cls, day: date) -> Period:
        """The period of one day."""
        return cls("D", day.toordinal())

    @classmethod
    def of_year(cls, year: int, unit: str = "Y", index: int = 1) -> Period:
        """A year, or its month, quarter, half or season of that number (from 1)."""
        return cls(unit, year) if unit == "Y" else cls(unit, year * _PER_YEAR[unit] + index - 1)

    @property
    def year(self) -> int:
        """The (first) year that it falls in; for a week that of ISO 8601."""
        if self.unit == "D":
            return date.fromordinal(self.n).year
        if self.unit in ("W", "WE"):
            return self._monday().isocalendar()[0]
        if self.unit in _PER_YEAR:
            return self.n // _PER_YEAR[self.unit]
        return self.n * {"Y": 1, "E": 10, "C": 100, "L": 1000}[self.unit]

    @property
    def part(self) -> int:
        """Which month, quarter, half or season of its year, from 1; the month of a day or week."""
        if self.unit in ("D", "W", "WE"):
            return self.first_day().month
        return self.n % _PER_YEAR.get(self.unit, 1) + 1

    def _monday(self) -> date:
        return date.fromordinal(self.n * 7 + 1)

    @lru_cache(_KEPT)  # noqa: B019  (a tuple of two: nothing large is kept alive)
    def first_day(self) -> date:
        """The first day. Raises ValueError before year 1 or after 9999."""
        if self.unit == "D":
            return date.fromordinal(self.n)
        if self.unit == "W":
            return self._monday()
        if self.unit == "WE":
            return self._monday() + timedelta(days=5)
        if self.unit == "S":
            return date(self.year, 3 * self.part, 1)
        months = {"M": 1, "Q": 3, "H": 6}.get(self.unit, 1)
        return date(self.year, months * (self.part - 1) + 1, 1)

    @lru_cache(_KEPT)  # noqa: B019
    def last_day(self) -> date:
        """The last day. Raises ValueError where `first_day` does."""
        if self.unit == "D":
            return date.fromordinal(self.n)
        if self.unit in ("W", "WE"):
            return self._monday() + timedelta(days=6)
        if self.unit == "S":
            year, month = (self.year, 3 * self.part + 2) if self.part < 4 else (self.year + 1, 2)
            return date(year, month, monthrange(year, month)[1])
        if self.unit in _PER_YEAR:
            month = self.part * (12 // _PER_YEAR[self.unit])
            return date(self.year, month, monthrange(self.year, month)[1])
        years = {"Y": 1, "E": 10, "C": 100, "L": 1000}[self.unit]
        return date(self.year + years - 1, 12, 31)

    @lru_cache(_KEPT)  # noqa: B019
    def bounds(self) -> tuple[str, str]:
        """First and last day in ISO 8601, with a signed year before Christ."""
        if self.year >= 1:
            return self.first_day().isoformat(), self.last_day().isoformat()
        twin = self._in_common_era()
        shift = self.year - twin.year
        ends = (twin.first_day(), twin.last_day())
        return (
            f"{_iso_year(ends[0].year + shift)}-{ends[0].isoformat()[5:]}",
            f"{_iso_year(ends[1].year + shift)}-{ends[1].isoformat()[5:]}",
        )

    def _in_common_era(self) -> Period:
        """The same period some whole 400 years later: the Gregorian calendar repeats."""
        years = 400 * (1 - self.year // 400 + 1)
        step = {"Y": years, "E": years // 10, "C": years // 100, "L": years // 1000}
        return Period(self.unit, self.n + step.get(self.unit, years * _PER_YEAR.get(self.unit, 1)))

    @lru_cache(_KEPT)  # noqa: B019
    def value(self) -> str:
        """As TIMEX3 writes it."""
        if self.unit == "D":
            return date.fromordinal(self.n).isoformat()
        if self.unit in ("W", "WE"):
            iso = self._monday().isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit == "WE" else "")
        if self.year < 1 and self.unit in ("E", "C", "L"):
            width = _DIGITS[self.unit]
            return f"BC{-self.n - (self.unit != 'E'):0{width}d}"
        year = f"{self.year:04d}" if self.year >= 1 else f"BC{1 - self.year:04d}"
        if self.unit in ("E", "C", "L"):
            return year[: _DIGITS[self.unit]]
        if self.unit == "M":
            return f"{year}-{self.part:02d}"
        if self.unit == "S":
            return f"{year}-{_SEASONS[self.part - 1]}"
        return year if self.unit == "Y" else f"{year}-{self.unit}{self.part}"

    @lru_cache(_KEPT)  # noqa: B019
    def edtf(self) -> str | None:
        """As EDTF (ISO 8601-2) writes it; an interval of days where it has no shorter form."""
        year = _iso_year(self.year)
        if self.unit == "D":
            return self.value()
        if self.unit == "Y":
            return year
        if self.unit == "M":
            return f"{year}-{self.part:02d}"
        if self.unit == "S":
            return f"{year}-{20 + self.part}"
        if self.unit == "Q":
            return f"{year}-{32 + self.part}"
        if self.unit == "H":
            return f"{year}-{39 + self.part}"
        if self.year >= 0 and self.unit in ("E", "C", "L"):
            return year[: _DIGITS[self.unit]].ljust(4, "X")
        return "/".join(self.bounds())

    def to(self, unit: str) -> Period:
        """The period of another unit that its first day falls in."""
        if unit == self.unit:
            return self
        if unit in ("Y", "E", "C", "L"):
            return Period(unit, self.year // {"Y": 1, "E": 10, "C": 100, "L": 1000}[unit])
        if unit in ("M", "Q", "H") and self.year < 1:
            return Period(unit, self.year * _PER_YEAR[unit])
        first = self.first_day()
        if unit == "D":
            return Period.of_day(first)
        if unit in ("W", "WE"):
            return Period(unit, (first.toordinal() - 1) // 7)
        if unit == "S":  # January and February belong to the winter of the year before
            year, index = (
                (first.year, first.month // 3) if first.month >= 3 else (first.year - 1, 4)
            )
            return Period("S", year * 4 + index - 1)
        per = _PER_YEAR[unit]
        return Period(unit, first.year * per + (first.month - 1) * per // 12)

    def shift(self, n: int) -> Period:
        """The period n units later."""
        return Period(self.unit, self.n + n)

    def finer_than(self, unit: str) -> bool:
        """Whether it is shorter than a unit."""
        return COARSENESS[self.unit] < COARSENESS[unit]

    def valid(self) -> bool:
        """Whether it lies within the years that can be computed with."""
        try:
            return -9000 < self.year < 9990
        except (ValueError, OverflowError):
            return False
