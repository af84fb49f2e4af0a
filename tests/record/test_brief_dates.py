"""Dates in plain words."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.record.brief.dates import as_day, say


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2020-10-01", "1 October 2020"),
        ("2020-10-01T14:30", "1 October 2020, 14:30"),
        ("2016-04", "April 2016"),
        ("2014-22", "summer 2014"),
        ("2014-SU", "summer 2014"),
        ("2014-24", "winter 2014"),
        ("1988", "1988"),
        ("199X", "the 1990s"),
        ("199", "the 1990s"),
        ("19XX", "the 1900s"),
        ("1992/1994", "1992–1994"),
        ("2020-09-27/2020-11-10", "27 September 2020 to 10 November 2020"),
        ("2020-09-27/..", "since 27 September 2020"),
        ("../2020-09", "until September 2020"),
        ("1988-02~", "about February 1988"),
        ("1988?", "possibly 1988"),
        ("XXXX-09-27", "27 September"),
        ("XXXX-09/..", "since September"),
        ("2020-13", "2020-13"),
        ("P3D", "P3D"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_date_in_words(edtf: str | None, said: str) -> None:
    assert say(edtf) == said


def test_the_day_of_the_week_is_said_when_asked_for() -> None:
    assert say("2020-10-01", weekday=True) == "Thursday 1 October 2020"
    assert say("2020-10", weekday=True) == "October 2020"


def test_only_real_days_are_days() -> None:
    assert as_day("2020-10-01T09:00") == date(2020, 10, 1)
    assert as_day("2020-02-30") is None
    assert as_day("2020-10") is None
    assert as_day(None) is None
