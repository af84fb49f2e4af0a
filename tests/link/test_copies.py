"""Copies and rewrites of one wire story."""

from __future__ import annotations

import random

import pytest

from dateline.link.copies import bands, judge, signature, similarity

WORDS = [
    "valley",
    "river",
    "bridge",
    "shells",
    "soldiers",
    "village",
    "dawn",
    "mayor",
    "cellar",
    "road",
    "north",
    "smoke",
    "talks",
    "envoy",
    "truce",
    "convoy",
    "grain",
    "harbour",
    "witness",
    "border",
    "army",
    "minister",
    "statement",
    "doctors",
    "hospital",
    "night",
    "market",
    "school",
    "ferry",
    "rain",
    "guns",
    "hills",
    "tower",
    "station",
    "council",
    "water",
    "power",
    "lines",
    "families",
]


def prose(seed: int, sentences: int = 30) -> str:
    """Sentences of invented words in an order of their own."""
    dice = random.Random(seed)
    made = [" ".join(dice.choices(WORDS, k=14)).capitalize() + "." for _ in range(sentences)]
    return " ".join(made)


def test_the_same_words_have_one_signature_whatever_their_dress() -> None:
    text = prose(1)
    assert signature(text) == signature(text.upper().replace(" ", "\n", 40))
    assert similarity(signature(text), signature(text)) == 1.0


def test_a_copy_a_rewrite_and_a_story_of_its_own() -> None:
    text = prose(1)
    copy = "(Corrects spelling) " + text.replace("mayor", "major", 1)
    longer = text + " " + prose(2, 20)
    for other, kind in ((copy, "copy"), (longer, "rewrite"), (prose(3), "none")):
        found = judge(signature(text), signature(other))
        assert found.kind == kind
        assert found == judge(signature(other), signature(text))
        assert found.why


def test_background_that_an_agency_repeats_does_not_make_a_copy() -> None:
    background = prose(4, 12)
    one, other = (prose(seed, 18) + " " + background for seed in (5, 6))
    assert judge(signature(one), signature(other)).kind == "none"


def test_one_formula_with_other_figures_is_two_stories() -> None:
    def report(seed: int) -> str:
        dice = random.Random(seed)
        return " ".join(
            f"The {word} index of the exchange closed at {dice.randint(100, 999)} points."
            for word in WORDS
        )

    assert judge(signature(report(1)), signature(report(2))).kind == "none"


def test_copies_share_a_key_and_others_do_not() -> None:
    text = prose(1)
    keys = set(bands(signature(text)))
    assert keys & set(bands(signature(text + " " + prose(2, 5))))
    assert not keys & set(bands(signature(prose(3))))
    assert all(-(1 << 63) <= key < 1 << 63 for key in keys)


def test_a_text_of_a_few_words_is_nobody_s_copy() -> None:
    assert bands(signature("Rain fell.")) == []
    assert judge(signature("Rain fell."), signature("Rain fell.")).kind == "none"
    with pytest.raises(ValueError, match="not a signature"):
        similarity(b"x", signature(prose(1)))
