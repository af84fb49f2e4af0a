"""Edit scripts go there and back."""

from __future__ import annotations

import pytest

from dateline.language.lemmas import apply, script


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
