"""The parse as a whole: offsets, segments, sentences, and the same result alone and in a batch."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.language import Parsed, Segment, parse, parse_many

STORY = """Ministers agree on a truce

The foreign ministers of Norway and Chile agreed on a cease-fire on Monday, officials said.

"We have a text that both sides can sign," Norwegian Foreign Minister Anna Petrova told reporters
in Strelsau. "It will be signed on Thursday," she added.

Gen. Karl Brand said that his troops had not crossed the border. At least 14 soldiers were killed
in shelling near the town of Hentzau last week, according to the U.N. mission.
"""
CASES = [
    line
    for line in Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def check(parsed: Parsed) -> None:
    """What holds of every parse."""
    n = len(parsed)
    for column in (parsed.ends, parsed.lemmas, parsed.upos, parsed.xpos, parsed.heads):
        assert len(column) == n
    assert len(parsed.deprels) == n
    assert all(a < b for a, b in zip(parsed.starts, parsed.ends, strict=True))
    assert all(b <= a for b, a in zip(parsed.ends, parsed.starts[1:], strict=False))
    assert [t for s in parsed.sentences for t in range(s.start, s.end)] == list(range(n))
    for s in parsed.sentences:
        assert s.segment.start <= parsed.starts[s.start]
        assert parsed.ends[s.end - 1] <= s.segment.end
        assert sum(parsed.heads[t] == t for t in range(s.start, s.end)) == 1
        for t in range(s.start, s.end):
            assert s.start <= parsed.heads[t] < s.end
            assert len(list(parsed.ancestors(t))) < n  # no cycle
    spans = [*parsed.sources, *parsed.cues, *parsed.contents]
    assert all(0 <= a < b <= n for a, b in spans)
    assert all(0 <= e.start < e.end <= n for e in parsed.entities)
    assert all(0 <= t.token < n for t in parsed.triggers)


@pytest.fixture(scope="module")
def story() -> Parsed:
    return parse(STORY)


def test_shape_of_the_result(story: Parsed) -> None:
    check(story)
    assert "cease-fire" in [story.word(t) for t in range(len(story))]


def test_what_a_reader_finds(story: Parsed) -> None:
    assert {"said", "told", "added"} <= {story.words(*c) for c in story.cues}
    assert "she" in {story.words(*s) for s in story.sources}
    assert any("his troops had not crossed" in story.words(*c) for c in story.contents)
    found = {(story.words(e.start, e.end), e.label) for e in story.entities}
    assert {("Anna Petrova", "PER"), ("Karl Brand", "PER"), ("Norway", "LOC")} <= found
    by_word = {story.word(t.token): t for t in story.triggers}
    assert by_word["said"].kind == "REPORTING"
    assert by_word["crossed"].polarity == "NEG"
    assert {"killed", "shelling", "agreed"} <= set(by_word)


def test_modality_is_the_modal_word() -> None:
    parsed = parse("The rebels could attack the town. The army may withdraw.")
    modality = {parsed.word(t.token): t.modality for t in parsed.triggers}
    assert modality.get("attack") == "could"
    assert modality.get("withdraw") == "may"


@pytest.mark.parametrize("case", CASES)
def test_sentences(case: str) -> None:
    text = case.replace(" | ", " ")
    parsed = parse(text)
    check(parsed)
    found = [text[a:b] for a, b in (parsed.span(s.start, s.end) for s in parsed.sentences)]
    assert found == case.split(" | ")


@pytest.mark.parametrize(
    "case",
    [
        "They called for a full ceasefire.|“We must go step by step,” the envoy said.",
        'Forty people died in the clashes.|"They broke the truce again," the spokesman wrote.',
        "The force left the town.|Arvel asked for help.|“No,” he said.",
        "“They broke the truce again.”|The envoy left.",
        '"They broke the truce again."|The envoy left.',
        "An appeal to all sides|“We must go step by step,” the envoy said.",
    ],
)
def test_sentences_that_lost_the_space_between_them(case: str) -> None:
    text = case.replace("|", "")
    parsed = parse(text)
    found = [text[a:b] for a, b in (parsed.span(s.start, s.end) for s in parsed.sentences)]
    assert found == case.split("|")


def test_segments_bound_sentences_and_may_leave_gaps() -> None:
    text = "Truce holds STRELSAU, Oct 1 The truce held on Thursday"
    segments = [Segment(0, 11, "title"), Segment(28, len(text), "body")]
    parsed = parse(text, segments)
    check(parsed)
    assert parsed.words(0, 2) == "Truce holds"
    assert parsed.starts[2] == 28
    assert [s.segment.kind for s in parsed.sentences] == ["title", "body"]


def test_segments_must_be_in_order() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        parse("One two", [Segment(4, 7, "body"), Segment(0, 3, "body")])
    with pytest.raises(ValueError, match="leaves"):
        parse("One two", [Segment(0, 70, "body")])


@pytest.mark.parametrize("text", ["", " \n\n ", "\u200b", "\x00\x00"])
def test_nothing_to_read(text: str) -> None:
    parsed = parse(text)
    assert len(parsed) == 0
    assert parsed.sentences == []


def test_alone_and_in_any_batch(story: Parsed) -> None:
    others = ["Short.", STORY.upper(), "One long story. " * 60]
    segments = [(t, [Segment(0, len(t), "body")]) for t in others]
    whole = [s.segment for s in story.sentences]
    own = (STORY, list(dict.fromkeys(whole)))
    first = next(parse_many([own]))
    later = list(parse_many([*segments, own, *segments]))
    assert first == story
    assert later[3] == story
    assert later[0] == later[4]


def test_a_forked_child_parses_the_same(story: Parsed) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover
        code = 1
        try:
            os.write(writing, b"same" if parse(STORY) == story else b"else")
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read() == b"same"
    os.waitpid(child, 0)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 4000,
        "a" * 30_000,
        '"' * 3000,
        "a-" * 8000,
        "漢字" * 2000,
        "🙂 " * 1000,
        "He said, " * 1500,
        "x.\n\n" * 1000,
    ],
    ids=["words", "letters", "quotes", "hyphens", "han", "emoji", "said", "paragraphs"],
)
def test_hostile_texts(text: str) -> None:
    begun = time.process_time()
    check_light(parse(text))
    assert time.process_time() - begun < 60  # a guard against hanging, no measurement


def check_light(parsed: Parsed) -> None:
    assert len(parsed.heads) == len(parsed) == parsed.sentences[-1].end


def test_import_is_light() -> None:
    code = (
        "import sys, dateline.language.parsed, dateline.language\n"
        "assert not {'numpy', 'onnxruntime', 'tokenizers'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_noun_behind_a_participle_is_its_object() -> None:
    parsed = parse("Talks involving Kenya and Togo resumed.")
    words = [parsed.word(t) for t in range(len(parsed))]
    kenya = words.index("Kenya")
    assert (words[parsed.heads[kenya]], parsed.deprels[kenya]) == ("involving", "obj")


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Clashes between rebels armed by Kenya and the Togolese army erupted on the coast.",
         "rebels", "army"),
        ("Talks between the rebels, supported by Kenya, and Togo resumed.", "rebels", "Togo"),
        ("Talks between the two sides supported by Kenya and Togo resumed.", "Kenya", "Togo"),
    ],
)  # fmt: skip
def test_between_takes_two(text: str, first: str, second: str) -> None:
    parsed = parse(text)
    words = [parsed.word(t) for t in range(len(parsed))]
    assert words[parsed.heads[words.index(second)]] == first


def test_a_verb_has_one_subject() -> None:
    parsed = parse("Togo's motion won support from nine EU members, Kenya and Ghana.")
    subjects = [k for k, rel in enumerate(parsed.deprels) if rel == "nsubj"]
    assert [parsed.words(k, k + 1) for k in subjects] == ["motion"]
