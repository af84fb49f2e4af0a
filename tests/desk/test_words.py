"""Charts, periods and addresses."""

from __future__ import annotations

import pytest

from dateline.desk.addresses import outside, to
from dateline.desk.bars import HEIGHT, MOST, chart
from dateline.desk.periods import period
from dateline.store.tallies import Tally


def test_a_chart_takes_the_finest_unit_that_can_be_read() -> None:
    for days, unit in [
        (("2020-09-27", "2020-11-10"), "day"),
        (("2014-04-06", "2020-11-10"), "month"),
        (("1988-02-20", "2020-11-10"), "year"),
        (("1648-10-24", "2020-11-10"), "decade"),
    ]:
        found = chart([Tally(day, 1) for day in days])
        assert found
        assert found.unit == unit
        assert len(found.bars) <= MOST
        assert sum(bar.number for bar in found.bars) == 2


def test_bars_are_as_high_as_they_count_and_stand_on_the_line() -> None:
    found = chart([Tally("2020-01-01", 10), Tally("2020-01-02", 5), Tally("2020-01-04", 1)])
    assert found
    assert [bar.number for bar in found.bars] == [10, 5, 0, 1]
    assert [bar.height for bar in found.bars] == [HEIGHT, HEIGHT / 2, 0, HEIGHT / 10]
    assert all(bar.y + bar.height == HEIGHT for bar in found.bars)


def test_what_began_before_the_first_day_asked_for_counts_there() -> None:
    days = [Tally("1988-01-01", 3), Tally("2020-10-02", 1), Tally("2020-10-05", 2)]
    found = chart(days, ("2020-10-01", "2020-10-05"))
    assert found
    assert [bar.number for bar in found.bars] == [3, 1, 0, 0, 2]


def test_no_chart_of_nothing_or_of_one_day() -> None:
    assert chart([]) is None
    assert chart([Tally("2020-10-02", 7)]) is None
    assert chart([Tally("no day", 7), Tally("also none", 1)]) is None


def test_the_edges_of_the_calendar_end() -> None:
    found = chart([Tally("0001-01-01", 1), Tally("9999-12-31", 1)])
    assert found
    assert found.bars[0].number == found.bars[-1].number == 1


@pytest.mark.parametrize(
    ("begin", "until", "words"),
    [
        ("2020-10-01", "2020-10-01", "1 October 2020"),
        ("2020-10-01", "2020-10-31", "October 2020"),
        ("2020-02-01", "2020-02-28", "1 February 2020 to 28 February 2020"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("1988-01-01", "1994-12-31", "1988–1994"),
        ("2020-10-01", None, "since 1 October 2020"),
        (None, "2020-10-01", "until 1 October 2020"),
        (None, None, ""),
    ],
)
def test_a_period_is_said_as_shortly_as_it_can_be(
    begin: str | None, until: str | None, words: str
) -> None:
    assert period(begin, until) == words


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("https:///nowhere", False),
        ("https://exa\nmple.org", False),
        ("//example.org", False),
        ("http://[::1", False),
        (None, False),
    ],
)
def test_only_web_addresses_may_be_linked_to(url: str | None, kept: bool) -> None:
    assert outside(url) == (url if kept else None)


def test_addresses_leave_out_what_is_not_asked() -> None:
    assert to("/events", ("between", "A b"), ("between", "C&d"), from_="2020", until=None) == (
        "/events?between=A+b&between=C%26d&from=2020"
    )
    assert to("/events") == "/events"
