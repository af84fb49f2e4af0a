"""Expressions made of others: modified, shifted, with a clock, with a year, ranges."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dateline.extract.times.builders.dates import day_number
from dateline.extract.times.builders.units import duration_reading, unit_of
from dateline.extract.times.cascade import Match, builder
from dateline.extract.times.reading import Reading

_MODS = {
    "first": "START",
    "second": "END",
    "last": "END",
    "latter": "END",
}


def _mod(m: Match, name: str = "m") -> str:
    """START, MID or END from the words of a part; empty for "a good part of"."""
    values = m.lexicon.values
    for word in m.words(name):
        for table in (_MODS, values["EARLYMOD"], values["ENDPART"]):
            if word in table:
                return str(table[word])
    return ""


def _day(m: Match) -> Reading:
    """The day of a match: d, or e with the weekday w before it, which helps to choose the year."""
    if m.has("e"):
        return replace(m.reading("e"), weekday=m.reading("w").index)
    return m.reading("d")


@builder
def take(m: Match, args: dict[str, Any]) -> Reading | None:
    """The named part says it all; a weekday beside it helps to choose the year."""
    d = m.reading("d")
    return replace(d, weekday=m.reading("w").index if m.has("w") else 0, weak=False)


@builder
def shifted(m: Match, args: dict[str, Any]) -> Reading | None:
    """`two years ago`, `three days later`."""
    d = m.reading("d")
    after = m.after
    words = m.text().split()
    if m.has("w"):
        word = m.word("w")
        # "three days after the vote" counts from an event: what lasts is a duration
        if word in ("before", "after", "on", "prior", "previously") and after not in (
            "",
            ".",
            ",",
            ";",
            ")",
        ):
            return None
        if word == "on":
            return None
    if d.unit in ("HR", "MIN", "S") and not d.parts and m.rule.id != "from.now":
        return Reading("PARTTIME", unit="D", n=0, base=args["base"], clock="XX", rel="set")
    if d.n is None:
        if args["base"] == "said":
            return Reading("REF", value="PAST_REF")
        return Reading("SHIFTED", unit=d.unit, n=None, base="told")
    if d.value or d.parts:
        return None
    n, unit = d.n + (0.5 if "half" in words and "and" in words else 0), d.unit
    base = args["base"]
    if unit == "Y" and n == 1 and args["sign"] < 0 and (base == "told" or words[0] == "a"):
        base = "compared" if base == "said" else "compared told"
    mod = d.mod
    if m.has("m"):
        mod = (
            "APPROX"
            if m.word("m") in ("about", "around", "roughly", "approximately", "some")
            else mod
        )
    if unit in ("E", "C"):
        unit, n = "Y", n * (10 if unit == "E" else 100)
    if n != int(n):
        finer = {"Y": ("M", 12), "W": ("D", 7), "D": ("HR", 24), "E": ("Y", 10), "C": ("Y", 100)}
        if unit not in finer:
            return None
        unit, times = finer[unit]
        n = round(n * times)
    kind = {"D": "DAYSHIFT", "W": "WEEKSHIFT", "Y": "YEARSHIFT"}.get(unit, "SHIFTED")
    return Reading(kind, unit=unit, n=args["sign"] * n, base=base, mod=mod)


@builder
def approximate(m: Match, args: dict[str, Any]) -> Reading | None:
    """`nearly forty years`, `about 1990`."""
    d = m.reading("d")
    if (
        m.row.word(m.i) in ("over", "under", "about", "some")
        and m.row.text[d.start : d.start + 4].lower() == "the "
    ):
        return None  # "over the past year" is a place in time, not more than a year
    if d.n is None and not d.period:
        return None  # "over several years"
    return replace(d, mod=args["mod"], weak=False)


@builder
def duration_sum(m: Match, args: dict[str, Any]) -> Reading | None:
    """`two years and three months`."""
    a, b = m.reading("a"), m.reading("b")
    order = ("L", "C", "E", "Y", "M", "W", "D", "HR", "MIN", "S")
    if a.n is None or b.n is None or a.unit not in order or b.unit not in order or a.parts:
        return None
    if order.index(a.unit) >= order.index(b.unit):
        return None
    return replace(a, parts=[(a.start, a.end, a), (b.start, b.end, b)], weak=False)


@builder
def modified(m: Match, args: dict[str, Any]) -> Reading | None:
    """`early 1990`, `the end of the year`, `mid-November`."""
    d = m.reading("d")
    if d.kind == "WEEKDAYDATE" and m.rule.id.startswith("part.early") and m.row.word(m.i) == "the":
        return None
    if d.weak and d.kind == "DAYSHIFT":
        return None
    mod = args["mod"] if "mod" in args else _mod(m)
    if d.mod and d.mod != "APPROX":
        return None
    if "the" in m.all_words() and d.kind == "SEASONDATE" and not d.period and not d.rel:
        return replace(d, mod=mod, weak=False)
    return replace(d, mod=mod or d.mod, weak=False)


@builder
def unit_end(m: Match, args: dict[str, Any]) -> Reading | None:
    """`year-end`, `month's end`."""
    if m.row.word(m.i) == "the" and "end" not in m.all_words():
        return None
    unit = unit_of(m)
    if unit == "Y":
        return Reading("YEARSHIFT", unit="Y", n=0, base="near", value="edge:last")
    return Reading("SHIFTED", unit=unit, n=0, base="near", mod="END")


@builder
def unit_of_point(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the last week of August`: as long as the unit."""
    unit = unit_of(m)
    if unit == "D":
        d = m.reading("d")
        edge = "first" if m.word("o") in ("first", "opening") else "last"
        return replace(d, rel=d.rel, value=f"edge:{edge}", weak=False)
    return duration_reading(unit, 1)


@builder
def duration_of_point(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the first ten months of 1915`: the duration; the year stands for itself."""
    return None


@builder
def then(m: Match, args: dict[str, Any]) -> Reading | None:
    """`at that point`: nothing that can be dated."""
    return None


@builder
def early_part(m: Match, args: dict[str, Any]) -> Reading | None:
    """`early this morning`, `late at night`."""
    p = m.reading("p")
    return replace(p, mod=_mod(m), weak=False)


@builder
def day_with_part(m: Match, args: dict[str, Any]) -> Reading | None:
    """`Friday morning`, `the night of 8 February`."""
    d, p = _day(m), m.reading("p")
    if p.rel == "set" or d.clock:
        return None
    if m.row.word(m.i) and "," in m.all_words() and d.kind != "WEEKDAYDATE":
        return None
    mod = _mod(m) if m.has("m") else d.mod or p.mod
    return replace(d, clock=p.clock, mod=mod, weak=False)


@builder
def night_of_range(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the night of 16-17 October`: that of the first day."""
    p, first = m.reading("p"), m.reading("r").parts[0][2]
    if p.rel == "set" or p.clock != "NI" or first.clock:
        return None
    return replace(first, clock=p.clock, weak=False)


@builder
def early_hours(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the early hours of Friday`."""
    d, hours = m.reading("d"), m.reading("h")
    if d.clock or hours.unit != "HR" or hours.n is not None:
        return None
    return replace(d, clock="MO", mod="START", weak=False)


@builder
def day_with_clock(m: Match, args: dict[str, Any]) -> Reading | None:
    """`10 p.m. Wednesday`, `5 p.m. EST, Nov. 6`, `7 p.m. tonight`."""
    c = m.reading("c")
    base = _day(m) if m.has("d") or m.has("e") else m.reading("p")
    if base.clock and ":" in base.clock:
        return None
    clock, p = c.clock, (m.reading("p") if m.has("p") else base)
    if p.clock in ("EV", "NI", "AF") and clock < "12" and ":" in clock and "am" not in c.value:
        hour = int(clock[:2])
        clock = f"{hour + 12:02d}{clock[2:]}" if 1 <= hour < 12 else clock
    return replace(base, clock=clock, zone=c.zone, weak=False)


@builder
def set_with_clock(m: Match, args: dict[str, Any]) -> Reading | None:
    """`every night 10pm`."""
    return Reading("SETTIME", value=f"XXXX-XX-XXT{m.reading('c').clock}")


@builder
def weekday_day(m: Match, args: dict[str, Any]) -> Reading | None:
    """`Friday the 13th`."""
    return Reading("MDAY", day=day_number(m.words("d")), index=m.reading("w").index)


@builder
def weekday_in_week(m: Match, args: dict[str, Any]) -> Reading | None:
    """`Thursday of last week`."""
    d, w = m.reading("d"), m.reading("w")
    if d.rel or w.unit != "W":
        return None
    return replace(d, unit="W", n=w.n, weak=False)


@builder
def with_year(m: Match, args: dict[str, Any]) -> Reading | None:
    """`July last year`, `October of that year`, `Christmas 1914`, `July 1, 1863`."""
    d, y = m.reading("d"), m.reading("y")
    if (
        d.period is not None
        or d.rel
        or (y.mod and y.mod != "APPROX")
        or y.base.startswith("compared")
    ):
        return None
    mod = _mod(m) if m.has("m") else d.mod
    return replace(d, parts=[(y.start, y.end, y)], mod=mod, weak=False)


@builder
def day_of_month(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the 5th of last month`."""
    if not m.has("y"):
        return Reading("MDAY", day=day_number(m.words("d")))
    d, y = m.reading("d"), m.reading("y")
    return replace(d, parts=[(y.start, y.end, y)], weak=False) if y.unit == "M" else None


@builder
def quarter_before(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the quarter a year ago`."""
    y = m.reading("y")
    if y.unit != "Y" or y.n != 1:
        return None
    return Reading("YEARSHIFT", unit="Y", n=-1, base="compared")


@builder
def range_points(m: Match, args: dict[str, Any]) -> Reading | None:
    """`14 August-24 August`, `March 1915 - July 1916`."""
    a, b = m.reading("a"), m.reading("b")
    if a.clock or b.clock:
        return None
    return Reading("RANGE", parts=[(*m.at("a"), a), (*m.at("b"), b)])
