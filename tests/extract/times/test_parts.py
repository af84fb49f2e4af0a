"""The parts of the stage: periods, EDTF, holidays, patterns, numbers."""

from datetime import date

import pytest

from dateline.errors import DataError
from dateline.extract.times.edtf import is_valid
from dateline.extract.times.holidays import easter, holidays, in_year
from dateline.extract.times.numbers import amount
from dateline.extract.times.pattern import Automaton, read_pattern
from dateline.extract.times.period import Period

DAY = Period.of_day(date(2020, 2, 29))


@pytest.mark.parametrize(
    ("period", "value", "edtf", "bounds"),
    [
        (DAY, "2020-02-29", "2020-02-29", ("2020-02-29", "2020-02-29")),
        (DAY.to("W"), "2020-W09", "2020-02-24/2020-03-01", ("2020-02-24", "2020-03-01")),
        (DAY.to("WE"), "2020-W09-WE", "2020-02-29/2020-03-01", ("2020-02-29", "2020-03-01")),
        (DAY.to("M"), "2020-02", "2020-02", ("2020-02-01", "2020-02-29")),
        (DAY.to("S"), "2019-WI", "2019-24", ("2019-12-01", "2020-02-29")),
        (DAY.to("Q"), "2020-Q1", "2020-33", ("2020-01-01", "2020-03-31")),
        (DAY.to("H"), "2020-H1", "2020-40", ("2020-01-01", "2020-06-30")),
        (DAY.to("Y"), "2020", "2020", ("2020-01-01", "2020-12-31")),
        (DAY.to("E"), "202", "202X", ("2020-01-01", "2029-12-31")),
        (DAY.to("C"), "20", "20XX", ("2000-01-01", "2099-12-31")),
        (Period("Y", -479), "BC0480", "-0479", ("-0479-01-01", "-0479-12-31")),
        (Period.of_year(-479, "M", 8), "BC0480-08", "-0479-08", ("-0479-08-01", "-0479-08-31")),
    ],
)
def test_period(period: Period, value: str, edtf: str, bounds: tuple[str, str]) -> None:
    assert (period.value(), period.edtf(), period.bounds()) == (value, edtf, bounds)


def test_shift_crosses_years() -> None:
    assert Period.of_year(2020, "M", 12).shift(1).value() == "2021-01"
    assert Period.of_year(2020, "Q", 1).shift(-1).value() == "2019-Q4"
    assert Period.of_day(date(2020, 12, 31)).to("W").shift(1).value() == "2021-W01"


@pytest.mark.parametrize(
    "text",
    ["2020", "2020-10", "2020-10-01", "199X", "-0479", "2014-22", "1992/1994", "1992/..",
     "2020-10-01T15:00:00Z", "2020-10-01T15:00:00+04:00", "1990~", "XXXX-10-01"],
)  # fmt: skip
def test_edtf_is_valid(text: str) -> None:
    assert is_valid(text)


@pytest.mark.parametrize(
    "text",
    ["", "2020-13", "2020-02-30", "20-10", "2020-10-01T15:00", "../..", "2014-SU", "2020-W39",
     "2020-10-01T25:00:00Z", "2014-22-01"],
)  # fmt: skip
def test_edtf_is_not_valid(text: str) -> None:
    assert not is_valid(text)


@pytest.mark.parametrize(
    ("key", "year", "value"),
    [
        ("thanksgiving", 1999, "1999-11-25"),
        ("memorial_day", 2020, "2020-05-25"),
        ("good_friday", 2019, "2019-04-19"),
        ("orthodox_easter", 2021, "2021-05-02"),
        ("eid_al_fitr", 2020, "2020-05-24"),
        ("ramadan", 2021, "2021-04"),
        ("may_day", 2020, "2020-05-01"),
    ],
)
def test_holiday(key: str, year: int, value: str) -> None:
    found = in_year(holidays()[key].when, year)
    assert found is not None
    assert found.value() == value


def test_easter_of_both_churches() -> None:
    assert easter(2020) == date(2020, 4, 12)
    assert easter(2020, orthodox=True) == date(2020, 4, 19)


def test_unreadable_holiday_rule() -> None:
    assert in_year("thirteenth moon", 2020) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (["twenty", "-", "four"], 24),
        (["a", "hundred", "thirty"], 130),
        (["two", "thousand"], 2000),
        (["2,500"], 2500),
        (["2", "1", "/", "2"], 2.5),
        (["half"], 0.5),
        (["blue"], None),
        (["1" * 5000], None),
    ],
)
def test_amount(words: list[str], value: float | None) -> None:
    known = {"two": 2, "four": 4, "twenty": 20, "thirty": 30}
    assert amount(words, known) == value


@pytest.mark.parametrize("source", ["A (B", "A | ", "a?b )", "A *", "()"])
def test_broken_pattern(source: str) -> None:
    with pytest.raises(DataError):
        read_pattern(source, {})


def _matches(source: str, shape: str) -> bool:
    automaton = Automaton()
    automaton.build([read_pattern(source, {})], lambda name: frozenset(name.lower()[-1]))
    state = 0
    for code in shape:
        state = automaton.step(state, code)
        if state < 0:
            return False
    return bool(automaton.ends[state])


def test_automaton_reads_the_pattern_language() -> None:
    assert _matches("A (B | C C)? D", "ad")
    assert _matches("A (B | C C)? D", "abd")
    assert _matches("A (B | C C)? D", "accd")
    assert not _matches("A (B | C C)? D", "acd")
    assert not _matches("A (B | C C)? D", "abbd")
