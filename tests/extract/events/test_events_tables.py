"""The tables: complete, consistent, and refused where broken; hostile input."""

from __future__ import annotations

import time

import pytest
from events_reader import chain

from dateline.errors import DataError
from dateline.extract.events import extract, lexicon, match
from dateline.extract.events.ontology import TYPES, cameo_of, intensity, ontology
from dateline.extract.events.tables import content_modes, rows
from dateline.extract.lemma import lemmas


def test_ontology_is_whole() -> None:
    assert len(TYPES) == 16
    for kind in ontology().values():
        assert kind.boundary
        assert kind.definition
        assert kind.quad in (1, 2, 3, 4)
        assert -10 <= kind.score <= 10
        assert all(-10 <= mode.score <= 10 for mode in kind.modes.values())
    assert intensity("ASSAULT", "drone") == -9.5
    assert intensity("ASSAULT", None) == -9.0
    assert cameo_of("COERCE", "arrest") == "173"


def test_every_type_has_predicates() -> None:
    entries = [e for row in lexicon.lexicon().values() for e in row]
    assert {e.type for e in entries} == set(TYPES)
    assert len(entries) > 1500
    assert all(e.cameo.isdigit() for e in entries)


def test_no_predicate_is_out_of_reach_by_its_spelling() -> None:
    for lemma, pos in lexicon.lexicon():
        assert (match._american(lemma), pos) in lexicon.lexicon(), lemma


def test_content_modes_are_modes_of_their_type() -> None:
    for (outer, _, _), (mode, _) in content_modes().items():
        kind = ontology()[outer]  # type: ignore[index]
        assert mode is None or mode in kind.modes


@pytest.mark.parametrize(
    "cells",
    [
        ["attack", "V", "BRAWL", "-", "190", "subj>obj", "-"],
        ["attack", "V", "ASSAULT", "polite", "190", "subj>obj", "-"],
        ["attack", "V", "ASSAULT", "-", "190", "subj>obj", "obj=@nosuchclass"],
        ["attack", "V", "ASSAULT", "-", "190", "subj>obj", "obj"],
    ],
)
def test_a_broken_row_is_refused(cells: list[str]) -> None:
    with pytest.raises(DataError):
        lexicon._entry("test:1", cells)


def test_a_row_with_missing_cells_is_refused() -> None:
    with pytest.raises(DataError):
        rows("auxiliaries.tsv", 3)


def test_a_slip_of_the_lemma_is_set_right() -> None:
    found = chain("agreed", "VERB", "VBD", "conj", 2)
    found.parsed.lemmas[:] = ["agre", "agre"]
    assert lemmas(found.parsed, frozenset(["agree"]), frozenset()) == ["agree", "agree"]
    assert lemmas(found.parsed, frozenset(), frozenset()) == ["agre", "agre"]


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "relation"),
    [
        ("attack", "NOUN", "NN", "nmod"),
        ("attack", "NOUN", "NN", "conj"),
        ("killed", "VERB", "VBN", "conj"),
        ("urged", "VERB", "VBD", "xcomp"),
        ("refused", "VERB", "VBD", "xcomp"),
        ("accused", "VERB", "VBN", "acl"),
        ("protesting", "VERB", "VBG", "acl"),
        ("talks", "NOUN", "NNS", "obl"),
        ("must", "AUX", "MD", "aux"),
    ],
)
def test_degenerate_trees_cost_no_more_than_their_length(
    word: str, upos: str, xpos: str, relation: str
) -> None:
    extract(chain(word, upos, xpos, relation, 10))
    begun = time.process_time()
    extract(chain(word, upos, xpos, relation, 3000))
    assert time.process_time() - begun < 60  # a guard against hanging, no measurement
