"""How many: digits, words, bounds, ranges."""

from __future__ import annotations

import time

import pytest

from dateline.extract.casualties.quantity import read


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("three soldiers", 3, 3),
        ("1,200 people", 1200, 1200),
        ("twenty-three people", 23, 23),
        ("two hundred and five people", 205, 205),
        ("a hundred people", 100, 100),
        ("two dozen people", 24, 24),
        ("2.5 million people", None, None),
        ("at least 12 people", 12, None),
        ("more than 30 others", 31, None),
        ("up to 40 people", None, 40),
        ("nearly 50 people", None, 50),
        ("fewer than ten people", None, 9),
        ("some 30 people", 30, 30),
        ("between 20 and 30 rebels", 20, 30),
        ("20 to 30 rebels", 20, 30),
        ("20-30 rebels", 20, 30),
        ("dozens", 24, None),
        ("hundreds", 200, None),
        ("at least dozens", 24, None),
        ("no people", 0, 0),
    ],
)
def test_numbers(words: str, low: int | None, high: int | None) -> None:
    count = read(words.split())
    if low is None and high is None:
        assert count is None
    else:
        assert count is not None
        assert (count.min, count.max) == (low, high)


@pytest.mark.parametrize("words", ["", "the soldiers", "a soldier", "30-20 rebels", "1.5 people"])
def test_no_number(words: str) -> None:
    assert read(words.split()) is None


def test_long_input_is_cut() -> None:
    begun = time.process_time()
    assert read(["million"] * 100_000) is None
    assert read(["one", *["million"] * 100_000]) == read(["one", "million"])
    assert read(["9" * 100_000]) is None
    assert time.process_time() - begun < 1
