"""How many: digits, words, bounds, ranges."""

from __future__ import annotations

import time

import pytest

from dateline.extract.casualties.quantity import scan


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("three soldiers", 3, 3),
        ("1,200 people", 1200, 1200),
        ("1 200 people", 1200, 1200),
        ("56 , 000 people", 56000, 56000),
        ("twenty-three people", 23, 23),
        ("two hundred and five people", 205, 205),
        ("two hundred and people", 200, 200),
        ("a hundred people", 100, 100),
        ("half a million people", 500_000, 500_000),
        ("two dozen people", 24, 24),
        ("2.1 million people", 2_100_000, 2_100_000),
        ("at least 12 people", 12, None),
        ("12 or more people", 12, None),
        ("more than 30 others", 31, None),
        ("up to 40 people", None, 40),
        ("as many as 40 people", None, 40),
        ("nearly 50 people", None, 50),
        ("fewer than ten people", None, 9),
        ("some 30 people", 30, 30),
        ("between 20 and 30 rebels", 20, 30),
        ("between two and three hundred rebels", 200, 300),
        ("20 to 30 rebels", 20, 30),
        ("20-30 rebels", 20, 30),
        ("2-3 million people", 2_000_000, 3_000_000),
        ("dozens", 24, None),
        ("hundreds", 200, None),
        ("a few dozen", 24, None),
        ("several hundred", 300, None),
        ("tens of thousands", 20_000, None),
        ("hundreds of thousands", 200_000, None),
        ("at least dozens", 24, None),
        ("no people", 0, 0),
        ("nobody", 0, 0),
    ],
)
def test_numbers(words: str, low: int | None, high: int | None) -> None:
    (quantity,) = scan(words.split())
    assert (quantity.count.min, quantity.count.max) == (low, high)


@pytest.mark.parametrize(
    "words", ["", "the soldiers", "a soldier", "1.5 people", "few people", "007", "tens of people"]
)
def test_no_number(words: str) -> None:
    assert scan(words.split()) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("rose from 30 to 45", [(2, 3, 30), (4, 5, 45)]),
        ("killed 12 and wounded at least 30", [(1, 2, 12), (4, 7, 30)]),
        ("three soldiers and two civilians", [(0, 1, 3), (3, 4, 2)]),
        ("thirty two one", [(0, 2, 32), (2, 3, 1)]),
    ],
)
def test_several_numbers(words: str, expected: list[tuple[int, int, int]]) -> None:
    assert [(q.first, q.last, q.count.min) for q in scan(words.split())] == expected


@pytest.mark.parametrize("word", ["million", "one", "hundreds", "of", "and", "1", "000", "half a"])
def test_long_input_takes_linear_time(word: str) -> None:
    begun = time.process_time()
    scan(["one", *f"{word} ".split() * 50_000])
    scan(["9" * 100_000])
    assert time.process_time() - begun < 60  # a guard against hanging, no measurement
