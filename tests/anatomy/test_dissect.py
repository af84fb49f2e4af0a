"""Whole documents: the sample, and anything at all."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anatomy.helpers import lay, parts
from dateline.anatomy import tables
from dateline.errors import DataError

SAMPLE = Path(__file__).parents[3] / "shared" / "samples" / "tass-2020-10-01.txt"


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample lies beside the checkout")
def test_the_sample() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    story, notes = lay(text)
    facts = story.facts
    assert facts.published.value == "2020-10-01"
    assert facts.published.basis == "inferred"
    assert "2026-10-01" in facts.published.alternatives
    assert facts.dateline is not None
    assert facts.dateline.model_dump(exclude={"span"}) == {
        "place": "MOSCOW",
        "date": "2020-10-01",
        "agency": "TASS",
    }
    assert [text[a:b] for a, b in facts.furniture] == ["All news"]
    assert len(parts(story, "title")) == len(parts(story, "standfirst")) == 1
    assert len(parts(story, "body")) == 5
    assert notes.warnings == []


PIECES = st.sampled_from(
    [
        "GORIS, Oct 5 (Reuters) - ", "The road was cut on Monday. ", "\n\n", "\n", "\r\n", "\u00a0",
        "All news", "By Jo Field", "Two villages lose power", "1 October 2020", "(AP) — ", "\u00ad",
        "Read also: ", " -- ", "2016", "October 1", "\u2028", "Thursday", "🙂", "İ",
    ]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from(["", "Two villages lose power"]))
def test_spans_hold_for_any_text(text: str, title: str) -> None:
    story, _ = lay(text, **({"title": title} if title else {}))
    facts = story.facts
    spans = [(s.start, s.end) for s in story.segments]
    assert all(0 <= a < b <= len(text) for a, b in spans + facts.paragraphs + facts.furniture)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    for line in (facts.title, facts.standfirst, facts.byline):
        if line and line.span:
            assert text[slice(*line.span)] == line.text
    if facts.dateline:
        low, high = facts.dateline.span
        assert all(b <= low or high <= a for a, b in spans)
    # Nothing but layout is lost: each letter is read, or said to be something else.
    covered = spans + facts.furniture
    covered += [facts.dateline.span] if facts.dateline else []
    covered += [facts.byline.span] if facts.byline and facts.byline.span else []
    for at, letter in enumerate(text):
        if letter.isalnum():
            assert any(a <= at < b for a, b in covered), (at, letter)


def test_a_long_text_takes_time_by_its_length() -> None:
    text = (
        "GORIS, Oct 5 (Reuters) - The road was cut.\n\n"
        + "Snow fell on 1 May 2016 here. \n" * 4_000
    )
    began = time.process_time()
    lay(text)
    assert time.process_time() - began < 60  # a guard against hanging, no measurement


def test_a_broken_table_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_read", lambda _: "one\ttwo\tthree")
    with pytest.raises(DataError, match="two columns"):
        tables.load_pairs.__wrapped__("places.tsv")
    monkeypatch.setattr(tables, "_read", lambda _: "{")
    with pytest.raises(DataError, match="not valid YAML"):
        tables.load_yaml.__wrapped__("dateline.yaml")


def test_a_missing_table_is_said() -> None:
    with pytest.raises(DataError, match="cannot be read"):
        tables.load_yaml("none.yaml")
