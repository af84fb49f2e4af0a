"""Tokens: cases as data, exact offsets, nothing lost, and linear time on hostile text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.tokenize import MAX_WORD, keeps_stop, tokenize

CASES = [
    line.split(" => ")
    for line in Path(__file__).with_name("tokens.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "tokens"), CASES, ids=[c[0] for c in CASES])
def test_cases(text: str, tokens: str) -> None:
    assert [text[a:b] for a, b in tokenize(text)] == tokens.split(" ")


@given(st.text(max_size=80) | st.text(alphabet="aB1.,'’\"“”-–—/$% \n()!?:@", max_size=60))
def test_every_visible_character_is_in_one_token(text: str) -> None:
    spans = tokenize(text)
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not text[start:end].isspace()
        at = end
    ends, starts = [0, *(b for _, b in spans)], [*(a for a, _ in spans), len(text)]
    left = "".join(text[b:a] for b, a in zip(ends, starts, strict=True))
    assert all(c.isspace() or not c.isprintable() for c in left)


def test_part_of_a_text() -> None:
    text = "One two three."
    assert tokenize(text, 4, 7) == [(4, 7)]
    assert tokenize(text, 7, 7) == []


@pytest.mark.parametrize("unit", ["a", "'", "a'", ".", "-", "a-", "(", '"', "a.", "1,", "@", "’s"])
def test_long_runs_take_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    begun = time.process_time()
    spans = tokenize(text)
    assert time.process_time() - begun < 60  # a guard against hanging, no measurement
    assert max(b - a for a, b in spans) <= MAX_WORD


@pytest.mark.parametrize("word", ["Gen.", "U.S.", "J.", "a.m.", "Sept.", "GEN.", "etc."])
def test_abbreviations(word: str) -> None:
    assert keeps_stop(word)


@pytest.mark.parametrize("word", ["war.", "no.", "art.", "x.", "1.", "may."])
def test_no_abbreviations(word: str) -> None:
    assert not keeps_stop(word)
