"""What the layout of paragraphs tells: transcripts and signed quotations."""

import pytest
from statements_scene import parsed

from dateline.extract.statements import layout
from dateline.extract.statements.marks import Link, Mark
from dateline.extract.statements.quotation import Quotations
from dateline.language.parsed import Parsed


def read(text: str, tags: dict[str, str] | None = None) -> tuple[Parsed, list[Link]]:
    tokens = parsed(text)
    for token in range(len(tokens)):
        tokens.upos[token] = (tags or {}).get(tokens.word(token), tokens.upos[token])
    segments = dict.fromkeys(s.segment for s in tokens.sentences)
    quotations = Quotations(tokens.text, [(s.start, s.end) for s in segments])
    return tokens, layout.attributions(tokens, quotations)


def rows(text: str, tags: dict[str, str] | None = None) -> list[tuple[str, str]]:
    tokens, found = read(text, tags)

    def words(part: list[Mark]) -> str:
        return " | ".join(tokens.words(m.start, m.end) for m in part)

    return [(words(item.source), words(item.content)) for item in found]


TALK = (
    "VOSS: Will the road open this week?\n"
    "Ana Lind: It will not open this week.\n"
    "VOSS: And what of the prisoners?\n"
    "Ana Lind: We have lists of them.\n"
    "The talk was recorded on Monday."
)


def test_turns_of_a_talk_are_their_speakers_words() -> None:
    assert rows(TALK) == [
        ("VOSS", "Will the road open this week"),
        ("Ana Lind", "It will not open this week"),
        ("VOSS", "And what of the prisoners"),
        ("Ana Lind", "We have lists of them"),
    ]


def test_a_turn_goes_on_in_paragraphs_that_open_its_quotation_anew() -> None:
    talk = '"VOSS: Will it open?\n"LIND: It will.\n"And soon enough.\n"(Both speak.)\n"VOSS: When?'
    talk += '\n"LIND: In May, I think.'
    assert rows(talk) == [
        ("VOSS", "Will it open"),
        ("LIND", "It will | And soon enough"),
        ("VOSS", "When"),
        ("LIND", "In May, I think"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # A list of headlines, a box of facts, one label alone.
        "Focus: Envoys meet again\nRoundup: Convoys reach the town\n" * 2,
        "Capital: Arvel.\nPeople: Two million.\nArmy: Forty thousand.\nSea: None.",
        "Note: The road is open.\nNote: It is not.\nNote: It is again.\nNote: So they say.",
        "She has one wish: To go home.\nHe has one too: To stay.\n" * 2,
    ],
)
def test_other_labels_are_no_turns(text: str) -> None:
    assert rows(text.strip()) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We only want to sleep." ― Ana Lind.', ("Ana Lind", '"We only want to sleep."')),
        ("“We only want to sleep.”— Ana Lind, Arvel", ("Ana Lind", "“We only want to sleep.”")),
        ('"We only want to sleep."\n– Ana Lind', ("Ana Lind", '"We only want to sleep."')),
    ],
)
def test_a_dash_and_a_name_sign_a_quotation(text: str, expected: tuple[str, str]) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        '"We only want to sleep." — Lind then left.',
        '"We only want to sleep" — and they did.',
        '"We only want to sleep." — "We too."',
        "We only want to sleep. — Ana Lind",
    ],
)
def test_no_signature(text: str) -> None:
    assert rows(text, {"left": "VERB"}) == []


def test_what_is_laid_out_takes_the_marks_on_its_words() -> None:
    tokens, found = read(TALK)
    inside, outside = Mark(2, 4, "t"), Mark(len(tokens) - 3, len(tokens), "t")
    assert layout.free([inside, outside], found) == [outside]
