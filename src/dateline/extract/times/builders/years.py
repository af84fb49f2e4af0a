"""Years, decades, centuries, quarters and halves; ranges and lists of days, months and years."""

from __future__ import annotations

from typing import Any

from dateline.extract.times.builders.dates import day_number, day_period, full_year
from dateline.extract.times.cascade import Match, builder
from dateline.extract.times.period import Period
from dateline.extract.times.reading import Reading


def is_year(m: Match, year: int) -> bool:
    """Whether a lone number of four digits is a year: what stands around it decides.

    A plural noun after it makes it a count ("1992 people", "2000 troops") unless an article or a
    possessive stands before ("the 1996 elections") or a preposition of time.
    """
    before, after = m.before, m.after
    prepositions, articles = m.lexicon.values["PREP"], m.lexicon.values["DET"]
    modified = before == "-" and m.listed(m.row.word(m.i - 2), "year_modifier")
    if (
        not modified
        and before in ("-", "/", ".")
        and m.i
        and m.row.ends[m.i - 1] == m.row.starts[m.i]
    ):
        return False
    if after == "-" and m.row.ends[m.j - 1] == m.row.starts[m.j] and m.row.word(m.j + 1).isdigit():
        return False
    strong = before in prepositions and not m.listed(before, "year_weak_before")
    if strong or (before == "(" and after in (")", "-", ",", ";", "–", ":")):
        return 1000 <= year <= 2100
    if m.listed(after, "MEASURE"):
        return False
    if not 1900 <= year <= 2059:
        return before in articles and year >= 1500 and not after.endswith("s")
    counts = (
        after.isalpha() and after.endswith("s") and after not in ("was", "is", "has", "as", "its")
    )
    named = m.capital(m.i - 1) and m.capital(m.j)  # "the Tarn Cup 2013 Finals"
    return modified or named or before in articles or not counts


@builder
def year(m: Match, args: dict[str, Any]) -> Reading | None:
    """A year of four digits."""
    number = int(m.word("y"))
    if not args.get("sure") and not is_year(m, number):
        return None
    return Reading("YEAR", period=Period("Y", number))


@builder
def year_short(m: Match, args: dict[str, Any]) -> Reading | None:
    """`'99`."""
    a, _ = m.spans["y"]
    if m.row.starts[a] != m.row.ends[a - 1]:
        return None
    return Reading("YEAR", period=Period("Y", full_year(m.word("y"))))


@builder
def year_era(m: Match, args: dict[str, Any]) -> Reading | None:
    """`499 BC`, `AD 70`."""
    digits = m.word("y")
    if not digits.isdigit() or len(digits) > 4 or int(digits) == 0:
        return None
    out = Reading("YEAR", period=Period("Y", era_year(int(digits), m)))
    out.mod = "APPROX" if m.row.word(m.i) == "about" else ""
    return out


def era_year(number: int, m: Match) -> int:
    """The astronomical year of a number before or after Christ."""
    return 1 - number if m.value("era", "BC") else number


@builder
def year_words(m: Match, args: dict[str, Any]) -> Reading | None:
    """`nineteen ninety-six`, `the year two thousand and one`."""
    century = 1900 if m.word("c") == "nineteen" else 2000
    rest = 0
    if m.has("r"):
        tables = m.lexicon.values["TENS"], m.lexicon.values["NUMWORD"]
        rest = sum(int(table.get(word, 0)) for word in m.words("r") for table in tables)
    return Reading("YEAR", period=Period("Y", century + rest))


@builder
def decade(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the 1990s`, `the '80s`, `the 470s BC`."""
    digits = m.word("t").rstrip("s").rstrip("'’")
    number = int(digits)
    if m.has("era"):
        return Reading("DECADE", period=Period("E", -(number // 10)))
    if len(digits) == 2:
        apostrophe = any(m.listed(w, "APOS") for w in m.all_words())
        if not apostrophe and m.row.word(m.i) != "the" and not m.listed(m.before, "decade_before"):
            return None
        number += 1900 if number >= 20 else 2000
    return Reading("DECADE", period=Period("E", number // 10))


@builder
def decade_words(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the sixties`."""
    return Reading("DECADE", period=Period("E", 190 + m.value("w", "DECADEW")))


def ordinal(m: Match, name: str) -> int:
    """The number of an ordinal in words or digits; 0 where it is none."""
    word = m.word(name)
    if word[0].isdigit():
        return day_number([word])
    return int(m.lexicon.values["ORD"].get(word, 0))


@builder
def century(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the 20th century`, `the 4th century BC`."""
    n = ordinal(m, "o")
    if not 1 <= n <= 30:
        return None
    return Reading("CENTURY", period=Period("C", -n - (0 if n else 1) if m.has("era") else n - 1))


@builder
def quarter(m: Match, args: dict[str, Any]) -> Reading | None:
    """A quarter by its number, with its year where the words give one."""
    n = ordinal(m, "o")
    if not 1 <= n <= 4:
        return None
    if m.has("y"):
        return Reading("QUARTERDATE", period=Period.of_year(int(m.word("y")), "Q", n))
    return Reading("QUARTERDATE", index=n, unit="Q", rel=m.word("r") if m.has("r") else "")


@builder
def quarter_relative(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the quarter`, `the latest quarter`, `the previous quarter`."""
    out = Reading("QUARTERDATE", unit="Q", rel=m.word("r") if m.has("r") else "the")
    out.weak = "period" in m.all_words()
    return out


@builder
def half(m: Match, args: dict[str, Any]) -> Reading | None:
    """`the first half of 1990`, `the second half`."""
    index = 1 if m.word("o") == "first" else 2
    if m.has("y"):
        return Reading("HALFDATE", period=Period.of_year(int(m.word("y")), "H", index))
    out = Reading("HALFDATE", index=index, unit="H", rel=m.word("r") if m.has("r") else "")
    out.weak = not m.has("r")
    return out


def _ends(m: Match, a: Reading, b: Reading, kind: str = "RANGE") -> Reading:
    """A reading of two ends, each with the characters that it stands on."""
    # The first end begins where the match does, the second ends where the match does.
    first_end = m.at("a")[1]
    second_start = m.at("b")[0]
    parts = [(m.row.starts[m.i], first_end, a), (second_start, m.row.ends[m.j - 1], b)]
    return Reading(kind, parts=parts, value="")


def _days(m: Match, *names: str) -> list[Reading] | None:
    """The days of the named parts, which share a month; None where one is no day of it."""
    month, numbers = m.value("m", "MONTH", "MABBR"), [day_number(m.words(n)) for n in names]
    year = full_year(m.word("y")) if m.has("y") else 2000
    days = [day_period(year, month, number) for number in numbers]
    if not all(days):
        return None
    if m.has("y"):
        return [Reading("FULLDATE", period=day) for day in days]
    return [Reading("MONTHDAY", index=month, day=number) for number in numbers]


@builder
def range_days(m: Match, args: dict[str, Any]) -> Reading | None:
    """`October 1-3`, `26-30 November 1950`."""
    ends = _days(m, "a", "b")
    if ends is None or day_number(m.words("a")) >= day_number(m.words("b")):
        return None
    out = _ends(m, ends[0], ends[1])
    out.value = "to" if "to" in m.all_words() else ""
    return out


@builder
def list_days(m: Match, args: dict[str, Any]) -> Reading | None:
    """`28 and 29 August`, `27, 28 and 29 August`: days, not a range."""
    names = ("a", "c", "b") if m.has("c") else ("a", "b")
    days = _days(m, *names)
    if days is None:
        return None
    out = _ends(m, days[0], days[-1], kind="LIST")
    out.parts[1:1] = [(*m.at("c"), days[1])] if m.has("c") else []
    return out


@builder
def range_months(m: Match, args: dict[str, Any]) -> Reading | None:
    """`August-September 1950`."""
    indexes = m.value("a", "MONTH", "MABBR"), m.value("b", "MONTH", "MABBR")
    if not m.has("y"):
        a, b = (Reading("MONTH", index=i) for i in indexes)
        return _ends(m, a, b)
    year = int(m.word("y"))
    first = year if indexes[0] <= indexes[1] else year - 1
    return _ends(
        m,
        Reading("MONTHYEAR", period=Period.of_year(first, "M", indexes[0])),
        Reading("MONTHYEAR", period=Period.of_year(year, "M", indexes[1])),
    )


@builder
def range_years(m: Match, args: dict[str, Any]) -> Reading | None:
    """`1992-1994`, `1915-17`, `499-493 BC`."""
    a, b = m.word("a"), m.word("b")
    if not (a.isdigit() and b.isdigit() and len(a) <= 4 and len(b) <= 4):
        return None
    first, second = int(a), int(b)
    if m.has("era"):
        if first <= second:
            return None
        first, second = era_year(first, m), era_year(second, m)
    elif len(b) == 2:
        second += first // 100 * 100 + (100 if second < first % 100 else 0)
    if not first < second <= first + 999:
        return None
    if not m.has("era") and not 1400 <= first <= 2100:
        return None
    return _ends(
        m, Reading("YEAR", period=Period("Y", first)), Reading("YEAR", period=Period("Y", second))
    )
