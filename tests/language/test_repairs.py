"""Slips of the tree that plain grammar rules out are mended."""

from __future__ import annotations

import random

import pytest

from dateline.anatomy.story import Segment
from dateline.language import parse
from dateline.language.parsed import Entity, Parsed, Sentence
from dateline.language.repairs import repair


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
        # the subject of an infinitive behind "for"
        (
            "Several people rallied in Lome, calling for President Mensah to step down.",
            "Mensah",
            "step",
            "nsubj",
        ),
        # a phrase behind verb and object
        (
            "The fighting in Kenya drew a call for restraint from the African Union.",
            "Union",
            "drew",
            "obl",
        ),
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
        # two who are each told of in a clause, and a clause that tells of who is drawn in
        (
            "The war may draw in Togo, which backs Ghana, and Mali, which has a pact with Kenya.",
            "Mali",
            "Togo",
            "conj",
        ),
        (
            "They fear a war embroiling Togo, which strongly backs Ghana.",
            "backs",
            "Togo",
            "acl:relcl",
        ),
        # who does it behind "with"
        (
            "The fighting went on, with the army chief, Amos Okello, promising a long war.",
            "chief",
            "promising",
            "nsubj",
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


NOMINAL = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj", "appos", "compound")
CLAUSAL = ("acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "xcomp", "parataxis", "conj")
WORDS = {
    **dict.fromkeys(("Kenya", "Togo", "North", "South"), ("PROPN", ("NNP", "NNPS"), NOMINAL)),
    **dict.fromkeys(("army", "talks", "case", "nations"), ("NOUN", ("NN", "NNS"), NOMINAL)),
    **dict.fromkeys(
        ("fled", "led", "killing", "called", "condemned", "accused", "visiting"),
        ("VERB", ("VBD", "VBN", "VBG"), CLAUSAL),
    ),
    **dict.fromkeys(("which", "who"), ("PRON", ("WDT",), ("nsubj", "nsubj:pass"))),
    **dict.fromkeys(
        ("by", "of", "in", "on", "as", "between", "with", "to"),
        ("ADP", ("IN", "TO"), ("case", "case", "mark")),
    ),
    "whose": ("PRON", ("WP$",), ("nmod:poss",)),
    ",": ("PUNCT", (",",), ("punct",)),
    "and": ("CCONJ", ("CC",), ("cc",)),
    "being": ("AUX", ("VBG",), ("aux:pass",)),
    "the": ("DET", ("DT",), ("det",)),
    "absurd": ("ADJ", ("JJ",), ("amod", "xcomp", "obl")),
}
"""Words that the repairs look for, with the tags and relations that they may have."""


PIECES = (
    *("Kenya , which fled", "army , whose talks led", "accused by Togo", "called on nations to"),
    *("with visiting Togo", "condemned as absurd the talks", "North and South Togo", "the army"),
    *("killing nations", "talks of army being accused", "in case nations fled", "of Togo"),
    *(
        "Kenya , which fled Togo , and nations , which",
        "between army and Togo",
        "Togo fled",
        "and accused Kenya",
        "talks on Kenya",
        "accused Togo",
    ),
)
"""What the repairs look for, word by word."""


def random_tree(rng: random.Random) -> Parsed:
    """A sentence of up to sixteen words with any tree, however bad its grammar; most words hang on
    a near one."""
    words = " ".join(rng.choice(PIECES) for _ in range(rng.randint(2, 4))).split(" ")
    size = len(words)
    order = rng.sample(range(size), size)
    heads = [0] * size
    for place, token in enumerate(order):
        near = sorted(order[:place], key=lambda t, at=token: abs(t - at))[:3]
        heads[token] = rng.choice(near) if near else token
    starts = [sum(len(w) + 1 for w in words[:k]) for k in range(size)]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    text = " ".join(words)
    parsed = Parsed(
        text=text,
        starts=starts,
        ends=ends,
        lemmas=[w.lower() for w in words],
        upos=[WORDS[w][0] for w in words],
        xpos=[rng.choice(WORDS[w][1]) for w in words],
        heads=heads,
        deprels=["root" if heads[t] == t else rng.choice(WORDS[w][2]) for t, w in enumerate(words)],
        sentences=[Sentence(0, size, Segment(0, len(text), "body"))],
    )
    parsed.entities = [Entity(t, t + 1, "LOC") for t, w in enumerate(words) if w[0].isupper()]
    return parsed


def test_what_is_mended_is_a_tree() -> None:
    """Of any tree, of whatever bad grammar: a loop would never end for who walks down it."""
    rng = random.Random(20201001)
    changed = 0
    for _ in range(20_000):
        parsed = random_tree(rng)
        before = list(parsed.heads)
        repair(parsed)
        changed += before != parsed.heads
        for token in range(len(parsed)):
            steps = 0
            while parsed.heads[token] != token:
                token, steps = parsed.heads[token], steps + 1
                assert steps < len(parsed), (parsed.text, before, parsed.heads, parsed.deprels)
    assert changed > 400
