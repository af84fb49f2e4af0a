"""Named days: when Christmas, Thanksgiving or Eid fall in a year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from dateline.errors import DataError
from dateline.extract.times.period import Period


class Holiday(NamedTuple):
    """One row of holidays.tsv."""

    key: str
    patterns: tuple[str, ...]
    when: str


@cache
def holidays() -> dict[str, Holiday]:
    """The table by key. Raises DataError where a row is broken."""
    table = files("dateline.extract.times").joinpath("holidays.tsv").read_text("utf-8")
    out = {}
    lines = [line for line in table.splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != 3:
            raise DataError(f"holidays.tsv: {line!r} has {len(cells)} cells, not 3")
        out[cells[0]] = Holiday(cells[0], tuple(cells[1].split(" ; ")), cells[2])
        if in_year(cells[2], 2000) is None:
            raise DataError(f"holidays.tsv: {cells[2]!r} names no day")
    return out


def easter(year: int, orthodox: bool = False) -> date:
    """Easter Sunday, Western (Butcher's algorithm) or Orthodox (Meeus), Gregorian."""
    if orthodox:
        d = (19 * (year % 19) + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        month, day = divmod(d + e + 114, 31)
        lag = year // 100 - year // 400 - 2  # from the Julian calendar
        return date(year, month, day + 1) + timedelta(days=lag)
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def _hijri(year: int, month: int, day: int) -> date:
    """The tabular (civil) Islamic calendar; observed dates may differ by a day or two."""
    days = day + -(-59 * (month - 1) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(days + 227014)


def _hebrew_new_year(year: int) -> date:
    """Rosh Hashanah that falls in a Gregorian year (Reingold and Dershowitz, "Calendrical
    Calculations", elapsed days with the four postponements)."""

    def elapsed(hebrew: int) -> int:
        months = (235 * hebrew - 234) // 19
        parts = 12084 + 13753 * months
        days = 29 * months + parts // 25920
        return days + 1 if 3 * (days + 1) % 7 < 3 else days

    def delay(hebrew: int) -> int:
        before, here, after = elapsed(hebrew - 1), elapsed(hebrew), elapsed(hebrew + 1)
        return 2 if after - here == 356 else 1 if here - before == 382 else 0

    hebrew = year + 3761
    return date.fromordinal(elapsed(hebrew) + delay(hebrew) - 1373427)


@lru_cache(1024)
def in_year(when: str, year: int) -> Period | None:
    """The day (or month) of a rule such as `12-25` or `nth 11 4 4` in a year, or None.

    holidays.tsv says what rules there are.
    """
    try:
        kind, _, rest = when.partition(" ")
        if kind == "nth":
            nth_month, weekday, n = (int(p) for p in rest.split())
            last = monthrange(year, nth_month)[1]
            days = [
                d for d in range(1, last + 1) if date(year, nth_month, d).isoweekday() == weekday
            ]
            return Period.of_day(date(year, nth_month, days[n - 1 if n > 0 else n]))
        if kind == "hebrew":
            return Period.of_day(_hebrew_new_year(year) + timedelta(days=int(rest)))
        if kind == "hijri":
            islamic, _, day = rest.partition("-")
            hijri_year = int((year - 622) * 33 / 32)
            for candidate in range(hijri_year - 2, hijri_year + 3):
                found = Period.of_day(_hijri(candidate, int(islamic), int(day or 1)))
                if found.year == year:
                    return found if day else found.to("M")
            return None
        for name, orthodox in (("easter", False), ("pascha", True)):
            if kind.startswith(name):
                offset = timedelta(days=int(kind[len(name) :]))
                return Period.of_day(easter(year, orthodox) + offset)
        month, _, day_text = kind.partition("-")
        return Period.of_day(date(year, int(month), int(day_text)))
    except (ValueError, IndexError):
        return None
