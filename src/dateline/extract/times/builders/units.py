"""Durations, sets, and shifts by a unit: `last year`, `three weeks`, `every month`."""

from __future__ import annotations

from typing import Any

from dateline.extract.times.cascade import Match, builder
from dateline.extract.times.numbers import amount
from dateline.extract.times.reading import Reading

_CLOCK_UNITS = frozenset({"S", "MIN", "HR"})
_PARTS = frozenset({"NI", "MO", "EV", "AF"})
_SHIFTS = {"D": "DAYSHIFT", "W": "WEEKSHIFT", "WE": "WEEKSHIFT", "Y": "YEARSHIFT"}
_FIXED_UNITS = {"FN": ("W", 2.0), "H6": ("M", 6.0)}


def unit_of(m: Match, name: str = "u") -> str:
    """The code of a unit."""
    return str(m.value(name, "UNIT", "UNITS"))


def number_of(m: Match, name: str = "n") -> float | None:
    """The number that a part amounts to."""
    known = {**m.lexicon.values["NUMWORD"], **m.lexicon.values["TENS"]}
    return amount(m.words(name), known)  # type: ignore[arg-type]


def duration_reading(unit: str, n: float | None) -> Reading:
    """A duration of n units; None for an unknown number."""
    if unit in _FIXED_UNITS:
        unit, times = _FIXED_UNITS[unit]
        n = None if n is None else n * times
    return Reading("DURATION", unit=unit, n=n)


@builder
def unit_shift(m: Match, args: dict[str, Any]) -> Reading | None:
    """`this week`, `last month`, `the following year`, `that day`."""
    unit = args.get("unit") or unit_of(m)
    if unit in _PARTS:
        unit, clock = "D", unit
    else:
        clock = ""
    if unit == "FN" or (unit in ("E", "C") and m.all_words()[:2] == ["the", "next"]):
        return duration_reading(unit, 1)
    if unit in _CLOCK_UNITS:
        return (
            Reading("REF", value="PRESENT_REF")
            if args["n"] == 0 and m.row.word(m.i) == "this"
            else None
        )
    if m.rule.id == "unit.before" and m.after.isalnum():
        return None  # "the week before the vote"
    if unit == "H6" or (unit == "D" and m.all_words() == ["last", "day"]):
        return None
    if (
        m.rule.id == "unit.the"
        and m.before == "of"
        and m.listed(m.row.word(m.i - 2), "of_the_year")
    ):
        return None
    if unit == "Y" and m.rule.id == "unit.the" and m.after in ("ended", "ending", "to"):
        return duration_reading("Y", 1)  # a business year
    out = Reading(
        _SHIFTS.get(unit, "SHIFTED"), unit=unit, n=args["n"], base=args.get("base", "said")
    )
    out.clock, out.weak = clock, bool(args.get("weak"))
    return out


@builder
def past_unit(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the past year`, `the last week`: the unit up to now, so a duration."""
    unit = args.get("unit") or unit_of(m)
    if m.after in ("of", "in"):
        return None
    if unit in _PARTS or (m.has("r") and unit == "S"):
        return None
    return duration_reading(unit, 1)


@builder
def duration(m: Match, args: dict[str, Any]) -> Reading | None:
    """`three weeks`, `five-year`, `two and a half hours`, `twenty years old`."""
    n = number_of(m) if m.has("n") else args.get("n")
    if m.has("n") and m.words("n") in (["a"], ["an"]):
        n = 1
    unit = unit_of(m)
    if n is None:
        return None
    a, b = m.spans["u"]
    if m.after == "old" or m.before == "aged":
        return None
    if unit in _PARTS and m.row.word(b - 1) == "night" and n != 1:
        return None
    if unit == "S" and m.row.word(a) == "second":
        return None
    if (
        unit == "Q"
        and m.row.word(a) == "quarter"
        and (n > 12 or m.row.word(m.i) not in ("one", "1"))
    ):
        return None
    if args.get("age") and m.row.word(m.j - 1) == "old" and age_of_person(m):
        return None
    if m.after == "-" and m.row.word(m.j + 1) == "old" and age_of_person(m, m.j + 2):
        return None
    if m.row.word(m.i) == "the" and m.rule.id == "duration.nine" and unit in ("D", "HR", "W"):
        return None if m.after == "of" else duration_reading(unit, n)
    return duration_reading(unit, n + args.get("plus", 0))


def age_of_person(m: Match, end: int | None = None) -> bool:
    """Whether `20-year-old` and the like give a person's age, which is no time of the story.

    Things that lasted so long are named after it (an eight-month-old truce); people are `man`,
    `woman`, a name, or nothing.
    """
    after = m.row.word(m.j if end is None else end)
    return not m.listed(after, "lasting")


@builder
def duration_a(m: Match, args: dict[str, Any]) -> Reading | None:
    """`a month`, `another year`, `month-long`."""
    unit = unit_of(m)
    if unit in ("WE", "S", "NI", "Q") and m.row.word(m.j - 1) != "long":
        return None
    plural = m.listed(m.word("u"), "UNITS")  # "months-long"
    return duration_reading(unit, None if plural else 1)


@builder
def duration_half(m: Match, args: dict[str, Any]) -> Reading | None:
    """`half a year`, `half-century`."""
    unit = unit_of(m)
    return Reading("DURATION", unit=unit, n=0.5)


@builder
def quarters_of_century(m: Match, args: dict[str, Any]) -> Reading | None:
    """`a quarter of a century`, `three quarters of a century`."""
    return duration_reading("Y", 75 if m.word("q") == "three" else 25)


@builder
def duration_vague(m: Match, args: dict[str, Any]) -> Reading | None:
    """`several months`, `a few days`, `weeks`, `a couple of years`."""
    unit = unit_of(m)
    if unit in _PARTS:
        return None
    if args.get("weak"):
        after, before = m.after, m.before
        loose = m.listed(after, "unit_after") or m.listed(before, "unit_before")
        out = duration_reading(unit, None)
        out.weak = not loose
        return out
    couple = m.has("v") and "couple" in m.words("v")
    out = duration_reading(unit, 2 if couple else 12 if m.row.word(m.i) == "dozen" else None)
    out.mod = "APPROX" if couple else ""
    return out


@builder
def duration_bare(m: Match, args: dict[str, Any]) -> Reading | None:
    """`day`, `weekend` alone, `day 2`, `first day`: a time in a message, not in news."""
    unit = unit_of(m)
    if m.word("u") == "yr":
        return None  # "yr" alone is "your"
    if unit == "WE" and not m.has("n"):
        return Reading("BAREUNIT", unit=unit, n=0, weak=True)
    if unit not in ("D", "W", "M", "Y"):
        return None
    return Reading("BAREUNIT", unit=unit, n=1, weak=True)


@builder
def day_of_message(m: Match, args: dict[str, Any]) -> Reading | None:
    """`my last day at work`: the day on which a message says so."""
    return Reading("DAYSHIFT", unit="D", n=0, weak=True)


@builder
def duration_near(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the past three months`, `the first nine months`: as long as it says."""
    n = number_of(m)
    unit = unit_of(m)
    if n is None or unit in _PARTS:
        return None
    return duration_reading(unit, n)


@builder
def duration_loose(m: Match, args: dict[str, Any]) -> Reading | None:
    """`a short time`, `the duration of the war`: of unknown length; read in narratives only."""
    return Reading("DURATION", value="PXX", rel="narrative")


@builder
def edge_units(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the first days of the war`, `the early years`."""
    unit = unit_of(m)
    if unit in _PARTS or unit == "WE" or (unit == "HR" and m.word("o") in ("early", "later")):
        return None  # "the early hours" are a part of the day
    return duration_reading(unit, None)


@builder
def edge_unit(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the first year of the war`: as long as the unit; `the second day`: which one, the words
    beside it say ("today is the second day", "6 May, the first day of talks") or none."""
    unit = unit_of(m)
    if unit == "D":
        told = m.before == "," and isinstance(m.row.items[m.i - 2], Reading)
        n = 0 if told or m.before in ("is", "s") else None
        base = "told" if told else "event" if n is None else "said"
        return Reading("DAYSHIFT", unit="D", n=n, base=base)
    return duration_reading(unit, 1) if unit in ("W", "M", "Y") and m.after == "of" else None


@builder
def recent(m: Match, args: dict[str, Any]) -> Reading | None:
    """`recent weeks`: a stretch up to now; `recent years` and longer: the past."""
    unit = unit_of(m)
    return (
        duration_reading(unit, None)
        if unit in ("D", "W", "M", "Q")
        else Reading("REF", value="PAST_REF")
    )


@builder
def coming(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the coming weeks`."""
    return duration_reading(unit_of(m), None)


@builder
def comparison(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the year-earlier period`: what is compared, a year before; resolved by what was told."""
    if m.has("y"):
        return Reading("QUARTERDATE", index=0, unit="Q", rel="year", day=int(m.word("y")))
    return Reading("YEARSHIFT", unit="Y", n=-1, base="compared")


@builder
def set_every(m: Match, args: dict[str, Any]) -> Reading | None:
    """`every day`, `every other week`, `each of three years`."""
    n: float | None = 1
    if m.has("o"):
        n = 2
    elif m.has("n"):
        n = number_of(m) or m.value("n", "ORD")
    unit = unit_of(m)
    if n is None or (unit == "S" and m.word("u") == "second"):
        return None
    out = duration_reading("D" if unit in _PARTS else unit, n)
    out.kind, out.clock = "SETTIME", unit if unit in _PARTS else ""
    return out


@builder
def set_part(m: Match, args: dict[str, Any]) -> Reading | None:
    """`every morning`."""
    return Reading("SETTIME", value=f"XXXX-XX-XXT{m.value('p', 'PART')}")


@builder
def set_weekday(m: Match, args: dict[str, Any]) -> Reading | None:
    """`every Monday`, `Mondays`, `Tuesday nights`."""
    value = f"XXXX-WXX-{m.value('w', 'WEEKDAY', 'WEEKDAYS', 'WABBRLOW')}"
    if m.has("p"):
        value += f"T{m.value('p', 'PART', 'PARTS')}"
    return Reading("SETTIME", value=value)


@builder
def set_month(m: Match, args: dict[str, Any]) -> Reading | None:
    """`every March`."""
    return Reading("SETTIME", value=f"XXXX-{m.value('m', 'MONTH', 'MABBR'):02d}")


@builder
def set_season(m: Match, args: dict[str, Any]) -> Reading | None:
    """`every summer`."""
    return Reading("SETTIME", value="XXXX-" + ("SP", "SU", "FA", "WI")[m.value("s", "SEASON") - 1])


@builder
def set_adverb(m: Match, args: dict[str, Any]) -> Reading | None:
    """`daily`, `annually`."""
    unit = str(m.value("a", "SETADV"))
    # A capital in mid-sentence is a paper's name: the Daily Star, China Daily.
    first = m.row.text[m.row.starts[m.i]]
    if first.isupper() and m.i and m.before.isalpha():
        return None
    if unit == "D" and (m.capital(m.j) or (m.capital(m.i - 1) and m.i > 1)):
        return None  # a daily: "the Spanish daily El Eco", "the Eco daily"
    n, unit = (float(unit[0]), unit[1:]) if unit[0].isdigit() else (1.0, unit)
    return Reading("SETTIME", unit=unit, n=n)


@builder
def set_per(m: Match, args: dict[str, Any]) -> Reading | None:
    """`per month`, `twice a year`."""
    unit = unit_of(m)
    return None if unit in ("S", "HR", "MIN") else Reading("SETTIME", unit=unit, n=1)


@builder
def set_rate(m: Match, args: dict[str, Any]) -> Reading | None:
    """`12 hours a day`, `two million barrels a day`, `5% a year`: a rate after a number."""
    unit = unit_of(m)
    before = m.before
    if unit not in ("D", "W", "M", "Y") or not (
        before.endswith("s") or before in ("%", "percent", "cent")
    ):
        return None
    number = any(_numeric(m, m.i - k) for k in (2, 3, 4))
    return Reading("SETTIME", unit=unit, n=1) if number or before == "times" else None


def _numeric(m: Match, k: int) -> bool:
    word = m.row.word(k)
    return bool(word) and (
        word[0].isdigit() or m.listed(word, "NUMWORD") or word in ("million", "billion")
    )
