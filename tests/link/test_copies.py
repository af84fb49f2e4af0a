"""Copies and rewrites of one wire story."""

from __future__ import annotations

import random

import pytest

from dateline.link.copies import bands, judge, signature, similarity

LEAD = (
    "Two fishermen were rescued on Tuesday after their boat drifted for nine days off the coast "
    "of Norvia, the coast guard in Port Alden said. "
)
REST = (
    "A freighter bound for the southern islands saw their signal shortly after dawn and lowered a "
    "ladder. Both men were thin and burnt by the sun but could walk unaided, a doctor at the "
    "harbour clinic told reporters. They had lived on rain water and raw mackerel, he said. The "
    "owner of the boat promised to have its radio repaired before anyone goes to sea in it again. "
)
BACKGROUND = (
    "Norvia and neighbouring Estmark have quarrelled over fishing grounds since the treaty of 1974 "
    "lapsed. Patrols of both navies have seized more than forty boats in the past ten years, and "
    "talks under the auspices of the regional council have been broken off twice. Estmark demands "
    "a share of the northern banks, while Norvia says that its claim was settled by the court. "
)
NEWS = (
    "Lawmakers in Estmark voted on Friday to double the fines for poaching after an angry debate "
    "that lasted into the night, with the opposition walking out. The minister of the interior had "
    "asked for prison terms, but gave way when members of his own party threatened to abstain. The "
    "law comes into force in spring and will be looked at again in two years, the speaker said, "
    "when the results of a survey of the stocks of cod and herring are expected to be at hand. "
)
OLD = BACKGROUND + (
    "The quarrel goes back to the drawing of the sea border by surveyors who used different maps "
    "of the reef. Fishermen of both shores had shared the banks for centuries before that, and "
    "still meet at the yearly fair in Brell. A commission of scholars appointed by both capitals "
    "published eleven volumes of old charters without coming to a common view. "
)


def judged(one: str, other: str, days: int = 0) -> str:
    return judge(signature(one), signature(other), days).kind


def meet(one: str, other: str) -> bool:
    return bool(set(bands(signature(one))) & set(bands(signature(other))))


def test_the_same_words_in_another_dress_are_a_copy() -> None:
    other = (LEAD + REST).upper().replace(". ", ".\n\n")
    assert signature(other) == signature(LEAD + REST)
    assert judged(LEAD + REST, other) == "copy"


def test_two_paragraphs_added_make_a_rewrite() -> None:
    assert judged(LEAD + REST, LEAD + REST + BACKGROUND) == "rewrite"
    assert meet(LEAD + REST, LEAD + REST + BACKGROUND)


def test_background_alone_makes_no_rewrite() -> None:
    assert judged(LEAD + REST + OLD, NEWS + OLD) == "none"


def test_stories_without_common_words_do_not_meet() -> None:
    assert not meet(LEAD + REST, NEWS + BACKGROUND)
    assert similarity(signature(LEAD + REST), signature(NEWS + BACKGROUND)) < 0.05


def test_one_formula_with_other_figures_is_two_stories() -> None:
    form = (
        "Shares in Port Alden closed {} on {} in quiet trade, brokers said. The index of leading "
        "shares ended at {}.{} points, with {} gainers and {} losers and a turnover of {} million."
    )
    one = form.format("higher", "Monday", 1204, 17, 88, 41, 312)
    other = form.format("lower", "Thursday", 1187, 62, 35, 97, 268)
    assert judged(one, other) == "none"


def test_an_old_story_is_not_rewritten_but_may_be_sent_again() -> None:
    assert judged(LEAD + REST, LEAD + REST + BACKGROUND, days=9) == "none"
    assert judged(LEAD + REST, LEAD + REST, days=9) == "copy"


def test_the_judgement_is_symmetric() -> None:
    a, b = signature(LEAD + REST), signature(LEAD + BACKGROUND)
    assert judge(a, b) == judge(b, a)


def test_the_estimate_is_near_the_truth() -> None:
    words = [f"w{n}" for n in range(600)]
    # 397 of 597 different runs of words are shared.
    one, other = " ".join(words[:400]), " ".join(words)
    assert similarity(signature(one), signature(other)) == pytest.approx(397 / 597, abs=0.15)


def test_texts_too_short_have_no_keys() -> None:
    assert bands(signature("")) == []
    assert bands(signature("Nothing new.")) == []
    assert judged("Nothing new.", "Nothing new.") == "none"


def test_keys_fit_a_column_of_whole_numbers() -> None:
    keys = bands(signature(LEAD + REST))
    assert all(-(2**63) <= key < 2**63 for key in keys)
    assert len(keys) == len(set(keys)) == 32


def test_other_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="signature"):
        bands(b"\x07" + signature(LEAD)[1:])


def test_hostile_text_costs_no_more_than_its_length() -> None:
    rng = random.Random(4)
    long = " ".join(rng.choice("ab") * rng.randrange(1, 30) for _ in range(60_000))
    assert len(signature(long)) == len(signature(LEAD))
