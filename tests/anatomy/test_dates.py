"""Absolute dates."""

from __future__ import annotations

import time

import pytest

from dateline.anatomy.dates import scan


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("on October 1, 2020 the", [(2020, 10, 1, None)]),
        ("on 1 October 2020 the", [(2020, 10, 1, None)]),
        ("the 1st of October, 2020", [(2020, 10, 1, None)]),
        ("Oct. 1", [(None, 10, 1, None)]),
        ("1 Oct.'20", [(2020, 10, 1, None)]),
        ("Thursday, October 1", [(None, 10, 1, 3)]),
        ("Thu Oct 20, 2011", [(2011, 10, 20, 3)]),
        ("2020-10-01", [(2020, 10, 1, None)]),
        ("01.10.2020", [(2020, 10, 1, None)]),
        ("10/25/2020", [(2020, 10, 25, None)]),
        ("10/01/2020", []),
        ("in April 2016 and 2014", [(2016, 4, None, None), (2014, None, None, None)]),
        ("1992-1994", [(1992, None, None, None), (1994, None, None, None)]),
        ("some 2000 people", []),
        ("$2015 and 2,015", []),
        ("version 3.5.10", []),
        ("March 45", []),
        ("they may 5 times march", []),
        ("MAY 2 , 2013", [(2013, 5, 2, None)]),
        ("October 1-2, 2020", [(None, 10, 1, None), (2020, None, None, None)]),
    ],
)
def test_scan(text: str, wanted: list[tuple[int | None, ...]]) -> None:
    assert [(s.year, s.month, s.day, s.weekday) for s in scan(text)] == wanted


def test_spans() -> None:
    text = "It fell on Sunday, September 27, and in July 2019."
    assert [text[s.start : s.end] for s in scan(text)] == ["Sunday, September 27", "July 2019"]


@pytest.mark.parametrize("text", ["May " * 5_000, "1 " * 5_000, "2020-" * 2_500, "1.1." * 2_500])
def test_hostile_text_takes_no_time(text: str) -> None:
    began = time.process_time()
    list(scan(text))
    assert time.process_time() - began < 60  # a guard against hanging, no measurement
