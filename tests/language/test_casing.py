"""Headlines in capitals are read in the case of the story; nothing else changes."""

from __future__ import annotations

from dateline.language import parse
from dateline.language.casing import shouted, view


def test_what_is_shouted() -> None:
    assert shouted(["TALKS", "RESUME", "IN", "GENEVA", "."])
    assert not shouted(["TALKS", "resume", "IN", "GENEVA"])
    assert not shouted(["U.S.", "."])
    assert not shouted([])


def test_case_is_taken_from_the_story() -> None:
    words = ["TALKS", "RESUME", "IN", "STRELSAU", "The", "talks", "in", "Strelsau", "went", "on"]
    seen = view(words, [(0, 4), (4, 10)])
    assert seen == ["talks", "RESUME", "in", "Strelsau", *words[4:]]
    assert view(words[4:], [(0, 6)]) == words[4:]


def test_offsets_and_wording_stay() -> None:
    text = "TALKS RESUME IN STRELSAU\n\nThe talks in Strelsau went on."
    parsed = parse(text)
    assert [parsed.word(t) for t in range(4)] == ["TALKS", "RESUME", "IN", "STRELSAU"]
