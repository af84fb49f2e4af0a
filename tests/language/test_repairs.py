"""Slips of the tree that plain grammar rules out are mended."""

from __future__ import annotations

import pytest

from dateline.anatomy.story import Segment
from dateline.language import parse


@pytest.mark.parametrize(
    ("text", "word", "head", "relation"),
    [
        # the agent right behind a participle
        (
            "After marches against the president, the army led by Kofi Mensah seized the palace.",
            "Kofi",
            "led",
            "obl:agent",
        ),
        # a preposition before a noun and the name beside it
        ("Kenya gave asylum to politician Amara Diallo.", "to", "Amara", "case"),
        ("Kenya gave asylum to Togolese politician Amara Diallo.", "to", "politician", "case"),
        # a phrase before another with a preposition of its own
        ("Kenya vowed revenge on Togo after the attack.", "Togo", "revenge", "nmod"),
        # a noun behind "and"
        (
            "The Kenyan government and the Mombasa People's Liberation Front signed a pact on"
            " Wednesday.",
            "Front",
            "government",
            "conj",
        ),
        # a bare noun behind its verb
        ("Chad on Monday accused neighbouring Togo of theft.", "Togo", "accused", "obj"),
        # who visits is no object of a clause
        (
            "Kenya's leader met Monday with visiting minister Kofi Mensah.",
            "visiting",
            "minister",
            "amod",
        ),
        # who is called on
        ("Kenya called on rich nations to help.", "nations", "called", "obl"),
        (
            "The parliament adopted a resolution calling on the government to close the bases.",
            "government",
            "calling",
            "obl",
        ),
        ("The union called on the army to stay in its barracks.", "army", "called", "obl"),
        # what a thing is called before it, and an object that comes late
        ("Kenya dismissed as absurd Togo's claim.", "claim", "dismissed", "obj"),
        ("Kenya rejected as baseless the accusations.", "accusations", "rejected", "obj"),
        ("Kenya condemned in the strongest terms the raid by Togo.", "raid", "condemned", "obj"),
        # whom it is done to, and a conjunction of two words
        ("A car bomb killed 12 Kenyans queuing at a bank.", "Kenyans", "killed", "obj"),
        ("Kenya moved troops in case rebels attacked the town.", "case", "attacked", "mark"),
        # a clause on the name right before it
        (
            "Amara Diallo, the prime minister, fled overland to Togo, which gave her refuge.",
            "gave",
            "Togo",
            "acl:relcl",
        ),
        # two lands that share a word
        ("North and South Korea exchanged fire.", "North", "exchanged", "nsubj"),
        ("The leaders of North and South Korea met.", "Korea", "North", "conj"),
        # who is done by something, and what has no subject of its own
        (
            "Kenya expressed concern about reports of citizens being assaulted in Togo.",
            "citizens",
            "assaulted",
            "nsubj:pass",
        ),
        ("Kenya called Togo's accusations baseless.", "accusations", "called", "obj"),
        # whose clause is no speech
        (
            "The Volta Army, whose leader was killed in May, vowed to fight.",
            "killed",
            "Army",
            "acl:relcl",
        ),
    ],
)
def test_a_slip_is_mended(text: str, word: str, head: str, relation: str) -> None:
    parsed = parse(text, [Segment(0, len(text), "body")])
    words = [parsed.word(t) for t in range(len(parsed))]
    token = words.index(word)
    assert words[parsed.heads[token]] == head
    assert parsed.deprels[token] == relation


def test_what_needs_no_preposition_stays() -> None:
    text = "Kenya attacked with tanks the next day."
    parsed = parse(text, [Segment(0, len(text), "body")])
    words = [parsed.word(t) for t in range(len(parsed))]
    assert parsed.deprels[words.index("day")] != "obj"


def test_what_is_right_stays() -> None:
    text = "The army was accused by Kenya of an attack on Togo after the talks."
    parsed = parse(text, [Segment(0, len(text), "body")])
    words = [parsed.word(t) for t in range(len(parsed))]
    assert words[parsed.heads[words.index("Kenya")]] == "accused"
    assert words[parsed.heads[words.index("Togo")]] == "attack"
