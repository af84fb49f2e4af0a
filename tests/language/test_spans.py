"""Label columns to ranges."""

from __future__ import annotations

from dateline.anatomy.story import Segment
from dateline.language.parsed import Entity, Parsed, Sentence
from dateline.language.spans import contents, entities, ranges, whole_phrases


def test_ranges_stay_within_groups() -> None:
    assert ranges(list("OBIIBIO"), [0] * 7) == [(1, 4), (4, 6)]
    assert ranges(list("IIOI"), [0] * 4) == [(0, 2), (3, 4)]
    assert ranges(list("BIII"), [0, 0, 1, 1]) == [(0, 2), (2, 4)]


def test_contents_lose_outer_stops_and_bridge_small_gaps() -> None:
    words = [",", "talks", "failed", ".", "x", "y", "again", "."]
    zero = [0] * 8
    assert contents(words, list("BIIIOOOO"), zero, [True]) == [(1, 3)]
    assert contents(words, list("OBIOOOIO"), zero, [True]) == [(1, 3), (6, 7)]
    assert contents(words, list("OBIIOIIO"), zero, [True]) == [(1, 7)]
    assert contents(words, list("OBIIOBIO"), zero, [True]) == [(1, 3), (5, 7)]
    assert contents(["“", ",", "”"], list("BII"), [0] * 3, [True]) == []


def test_contents_cross_paragraphs_but_leave_no_headline() -> None:
    words = ["a", "b", "c", "d"]
    tags = list("BIII")
    assert contents(words, tags, [0, 0, 1, 1], [True, True]) == [(0, 4)]
    assert contents(words, tags, [0, 0, 1, 1], [False, True]) == [(0, 2), (2, 4)]


def test_entities_take_the_commonest_class() -> None:
    words = ["Lake", "Ruritania", "Mission", '"', "x"]
    tags = ["B-LOC", "I-ORG", "I-ORG", "I-ORG", "O"]
    assert entities(words, tags, [0] * 5) == [Entity(0, 3, "ORG")]


def test_sources_are_widened_to_whole_phrases() -> None:
    text = "the Lake Region said both parties to the deal left"
    words = text.split()
    starts = [text.index(" " + w) + 1 if i else 0 for i, w in enumerate(words)]
    starts[7] = text.index("the deal")
    segment = Segment(0, len(text), "body")
    parsed = Parsed(
        text=text,
        starts=starts,
        ends=[s + len(w) for s, w in zip(starts, words, strict=True)],
        lemmas=words,
        upos=["X"] * 10,
        xpos=["X"] * 10,
        heads=[2, 2, 3, 3, 5, 9, 8, 8, 5, 3],
        deprels=[
            "det",
            "compound",
            "nsubj",
            "root",
            "det",
            "nsubj",
            "case",
            "det",
            "nmod",
            "ccomp",
        ],
        sentences=[Sentence(0, 10, segment)],
        entities=[Entity(1, 3, "LOC")],
    )
    assert whole_phrases(parsed, [(2, 3)]) == [(0, 3)]
    assert whole_phrases(parsed, [(4, 8)]) == [(4, 9)]
    assert whole_phrases(parsed, []) == []
