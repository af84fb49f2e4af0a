"""From resolved readings to TIMEX3, EDTF and bounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateline.extract.times.edtf import is_valid
from dateline.extract.times.period import Period
from dateline.extract.times.reading import Reading
from dateline.record.values import TimexType


@dataclass(slots=True)
class Timex:
    """One expression of time, read and resolved. Offsets are characters of the text."""

    start: int
    end: int
    type: TimexType
    value: str
    edtf: str | None = None
    begin: str | None = None
    """First ISO day."""
    end_day: str | None = None
    """Last ISO day."""
    why: str = ""


_CLOCK = ("S", "MIN", "HR")
_CODES = {"MIN": "M", "HR": "H", "S": "S", "NI": "D", "MO": "D", "EV": "D", "AF": "D", "WE": "WE"}


_WITHIN = {"D": "-XX-XX", "W": "-WXX", "M": "-XX"}
"""What is not known of a day, a week or a month of a known year."""
_YEARLESS = frozenset(["MONTH", "MONTHDAY"])
"""What EDTF can say of a date whose year is not known ("XXXX-09-27")."""
_FINER = {"Y": ("M", 12), "HR": ("M", 60), "MIN": ("S", 60)}


def _number(n: float) -> str:
    return str(int(n)) if n == int(n) else f"{n:g}"


def duration_value(r: Reading) -> str:
    """`P3D`, `PT16H`, `PXM`; decades and centuries in years; what the rule spelt out."""
    if r.value:
        return r.value
    if r.parts:
        days = "".join(duration_value(p)[1:] for _, _, p in r.parts if p.unit not in _CLOCK)
        clock = "".join(duration_value(p)[2:] for _, _, p in r.parts if p.unit in _CLOCK)
        return "P" + days + (f"T{clock}" if clock else "")
    unit, n = r.unit, r.n
    if n is not None and unit in ("E", "C", "L"):
        unit, n = "Y", n * {"E": 10, "C": 100, "L": 1000}[unit]
    if n is not None and n != int(n) and unit in _FINER:
        whole, (finer, times) = int(n), _FINER[unit]
        first = f"{whole}{_CODES.get(unit, unit)}" if whole else ""
        return ("PT" if unit in _CLOCK else "P") + f"{first}{round((n - whole) * times)}{finer}"
    code = _CODES.get(unit, unit)
    return ("PT" if unit in _CLOCK else "P") + ("X" if n is None else _number(n)) + code


def set_value(r: Reading) -> str:
    """`P1D`, or what the rule spelt out."""
    if r.value:
        return r.value
    return f"XXXX-XX-XXT{r.clock}" if r.clock else duration_value(r)


def bounds(period: Period, mod: str) -> tuple[str | None, str | None]:
    """First and last day; `early`, `mid` and `late` take a third each of a week or more."""
    try:
        if period.year < 1 or mod not in ("START", "MID", "END") or period.unit in ("D", "WE"):
            return period.bounds()
        first, last = period.first_day(), period.last_day()
        third = ((last - first).days + 1) // 3
        if mod == "START":
            last = first + timedelta(days=third)
        elif mod == "END":
            first = last - timedelta(days=third)
        else:
            first, last = first + timedelta(days=third), last - timedelta(days=third)
        return first.isoformat(), last.isoformat()
    except (ValueError, OverflowError):
        return None, None


def edtf_of(period: Period, r: Reading) -> str | None:
    """The EDTF of a point in time, with a clock where it is full; None where EDTF cannot say it."""
    out = period.edtf()
    if out and r.clock and ":" in r.clock and period.unit == "D":
        clock = r.clock if r.clock.count(":") == 2 else f"{r.clock}:00"
        if clock.startswith("24"):
            day = date.fromisoformat(out) + timedelta(days=1)
            out, clock = day.isoformat(), f"00{clock[2:]}"
        out = f"{out}T{clock}{r.zone}"
    elif out and r.mod == "APPROX" and "/" not in out:
        out += "~"
    return out if out and is_valid(out) else None


@lru_cache(4096)
def _plainly(period: Period) -> tuple[str, str | None, str | None, str | None]:
    """Value, EDTF, first and last day of a stretch of which nothing more is said."""
    plain = Reading("")
    return period.value(), edtf_of(period, plain), *bounds(period, "")


def point(r: Reading, period: Period) -> Timex:
    """A point in time as TIMEX3."""
    if not r.mod and not r.clock:
        value, edtf, begin, end = _plainly(period)
        return Timex(r.start, r.end, "DATE", value, edtf, begin, end)
    value = period.value()
    kind: TimexType = "DATE"
    if r.clock and period.unit == "D":
        kind, value = "TIME", f"{value}T{r.clock}" + ("Z" if r.zone == "Z" else "")
    begin, end = bounds(period, r.mod)
    return Timex(r.start, r.end, kind, value, edtf_of(period, r), begin, end)


def unknown(r: Reading, near: Period | None = None) -> Timex | None:
    """A point in time that cannot be dated: what is known of it, X for the rest.

    `near` is a year or month that it counts from: `four days later` after `in October 1915` is a
    day of 1915, `that day` one of October.
    """
    if near is not None and near.unit in ("Y", "M") and near.year >= 1 and r.unit in _WITHIN:
        return _within(r, near if r.n == 0 and r.unit == "D" else near.to("Y"))
    clock = f"T{r.clock}" if r.clock else ""
    season = ("SP", "SU", "FA", "WI")[r.index - 1] if r.kind == "SEASONDATE" else ""
    value = {
        "MONTH": f"XXXX-{r.index:02d}",
        "MONTHDAY": f"XXXX-{r.index:02d}-{r.day:02d}",
        "MDAY": f"XXXX-XX-{r.day:02d}",
        "WEEKDAYDATE": f"XXXX-WXX-{r.index}",
        "SEASONDATE": f"XXXX-{season}",
        "QUARTERDATE": f"XXXX-Q{r.index or 'X'}",
        "HALFDATE": f"XXXX-H{r.index}",
        "CLOCKTIME": "XXXX-XX-XX",
        "PARTTIME": "XXXX-XX-XX",
        "DAYSHIFT": "XXXX-XX-XX",
        "WEEKSHIFT": "XXXX-WXX",
        "BAREUNIT": "XXXX-WXX",
        "YEARSHIFT": "XXXX",
        "NAMED": "XXXX-XX-XX",
        "SHIFTED": {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(
            r.unit, "XXXX"
        ),
    }.get(r.kind)
    if value is None:
        return None
    if r.kind in _YEARLESS and not clock:
        return Timex(r.start, r.end, "DATE", value, value)
    kind: TimexType = "TIME" if clock else "DATE"
    return Timex(r.start, r.end, kind, value + clock)


def _within(r: Reading, known: Period) -> Timex:
    """A day, week or month of which the year, or the month, is known."""
    value = known.value() + _WITHIN[r.unit][3 * (known.unit == "M") :]
    edtf = known.edtf() if r.clock or r.unit == "W" else value
    begin, end = known.bounds()
    kind: TimexType = "TIME" if r.clock else "DATE"
    return Timex(r.start, r.end, kind, value + (f"T{r.clock}" if r.clock else ""), edtf, begin, end)


def interval(r: Reading, first: Timex, last: Timex) -> Timex:
    """Two ends as one expression."""
    edtf = f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf else None
    return Timex(
        r.start,
        r.end,
        "DATE",
        f"{first.value}/{last.value}",
        edtf if edtf and is_valid(edtf) else None,
        first.begin,
        last.end_day,
    )
