"""Edit scripts go there and back."""

from __future__ import annotations

import pytest

from dateline.language.lemmas import Lemmas, apply, script


@pytest.mark.parametrize(
    ("word", "lemma", "edit"),
    [
        ("parties", "party", "l|3|y"),
        ("Talks", "talk", "l|1|"),
        ("States", "State", "k|1|"),
        ("Moscow", "Moscow", "k|0|"),
        ("is", "be", "l|2|be"),
        ("n’t", "not", "l|2|ot"),
        ("said", "say", "l|2|y"),
    ],
)
def test_scripts(word: str, lemma: str, edit: str) -> None:
    assert script(word, lemma) == edit
    assert apply(word, edit) == lemma


def test_a_script_that_does_not_fit_leaves_the_word() -> None:
    assert apply("Go", "l|5|x") == "go"


@pytest.mark.parametrize(
    ("word", "edit", "lemma"),
    [("branded", "l|1|", "brand"), ("zorded", "l|1|", "zord"), ("zored", "l|1|", "zore")],
)
def test_no_silent_e_stands_behind_two_closed_consonants(word: str, edit: str, lemma: str) -> None:
    assert Lemmas("").lemma(word, "VERB", "VBD", edit) == lemma


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [("flared", "VBD", "flare"), ("coping", "VBG", "cope"), ("strafed", "VBN", "strafe"),
     ("mauled", "VBD", "maul"), ("mowed", "VBD", "mow"), ("jammed", "VBN", "jam"),
     ("edited", "VBD", "edit"), ("freed", "VBD", "free")],
)  # fmt: skip
def test_a_silent_e_comes_back_where_spelling_says_so(word: str, tag: str, lemma: str) -> None:
    assert Lemmas("").lemma(word, "VERB", tag, "l|0|") == lemma


@pytest.mark.parametrize(("word", "lemma"), [("pitting", "pit"), ("butting", "butt")])
def test_a_short_verb_that_doubles_its_consonant_loses_it_again(word: str, lemma: str) -> None:
    assert Lemmas("").lemma(word, "VERB", "VBG", "l|3|") == lemma


def test_a_noun_in_ing_keeps_its_ending_whatever_its_other_tag() -> None:
    assert Lemmas("").lemma("Fighting", "NOUN", "VBG", "l|3|") == "fighting"
    assert Lemmas("").lemma("Fighting", "VERB", "VBG", "l|3|") == "fight"
