"""The second opinion on types: what the words around a trigger do to the confidence."""

from __future__ import annotations

import pytest
from events_reader import chain, read

from dateline.extract.events.lexicon import lexicon
from dateline.extract.events.second_opinion import AFTER, BEFORE, around, opinion, plain


def _confidence(text: str, type_: str) -> float:
    (event,) = [e for e in read(text).events if e.type == type_]
    return event.confidence


def test_names_and_marks_have_no_say() -> None:
    assert plain(["Kenya", "said", ",", "SAID", "2021", "said", "peace-keeping"]) == [
        "peace-keeping",
        "said",
    ]


def test_the_table_knows_the_types_of_the_lexicon() -> None:
    known = {entry.type for entries in lexicon().values() for entry in entries}
    shares = opinion([])
    assert set(shares) == known
    assert sum(shares.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("shelled the town with rockets killing soldiers", "ASSAULT"),
        ("donated humanitarian relief supplies food aid", "AID"),
        ("protesters marched streets demonstration rally", "PROTEST"),
        ("sanctions diplomats expelled embassy ties", "SANCTION"),
    ],
)
def test_words_speak_for_their_type(words: str, type_: str) -> None:
    shares = opinion(words.split())
    assert max(shares, key=lambda name: shares[name]) == type_


def test_words_that_nobody_knows_change_nothing() -> None:
    assert opinion(["zzyzx", "qwertyish"]) == opinion([])


def test_confidence_falls_where_the_words_disagree() -> None:
    plainly = "Kenya attacked Ghana with artillery near the border town."
    oddly = "Kenya attacked Ghana with officials near the trade ministers."
    assert _confidence(plainly, "ASSAULT") > _confidence(oddly, "ASSAULT")


def test_only_words_near_the_trigger_of_its_sentence_are_read() -> None:
    found = chain("word", "NOUN", "NN", "nmod", 60)
    assert len(around(found.parsed, [30])) == BEFORE + AFTER + 1
    assert len(around(found.parsed, [2, 55])) == 2 + AFTER + 1
    assert len(around(found.parsed, [58])) == BEFORE + 2
