"""spaCy both ways: a parse as its `Doc`, and its pipelines in the encoder's place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

import dateline
from dateline.errors import DatelineError, ModelError
from dateline.language import clear, parse, standin

TEXT = 'Norway and Chile signed in Strelsau. "It holds," Anna Petrova told reporters.'
LABELS = sorted({*clear.relations(), "conj", "cc", "det", "compound", "expl", "punct"})


def clear_trees() -> list[list[list[str]]]:
    text = Path(__file__).with_name("clear_trees.tsv").read_text("utf-8")
    blocks = "\n".join(x for x in text.splitlines() if not x.startswith("#")).split("\n\n")
    return [[line.split("\t") for line in block.strip().splitlines()] for block in blocks]


@pytest.mark.parametrize("rows", clear_trees(), ids=lambda rows: rows[0][0])
def test_clear_labels_become_universal(rows: list[list[str]]) -> None:
    _, upos, lemmas, heads, labels, heads_after, relations = zip(*rows, strict=True)
    names = [(0, 2)] if rows[0][0] == "Orhan" else []
    found = clear.universal([int(h) - 1 for h in heads], labels, upos, lemmas, names)
    assert found == ([int(h) - 1 for h in heads_after], list(relations))


def test_a_conjunction_that_is_the_root_stays_it() -> None:
    found, _ = clear.universal([0, 0], ["cc", "conj"], ["NOUN", "NOUN"], ["x", "x"], [])
    assert found == [0, 0]


@given(st.data())
def test_any_labels_leave_a_tree(data: st.DataObject) -> None:
    n = data.draw(st.integers(1, 9))
    order = data.draw(st.permutations(range(n)))
    heads = [0] * n
    for k, token in enumerate(order):
        heads[token] = token if k == 0 else order[data.draw(st.integers(0, k - 1))]
    labels = data.draw(st.lists(st.sampled_from(LABELS), min_size=n, max_size=n))
    upos = data.draw(st.lists(st.sampled_from(["NOUN", "VERB"]), min_size=n, max_size=n))
    lemmas = data.draw(st.lists(st.sampled_from(["be", "x"]), min_size=n, max_size=n))
    found, _ = clear.universal(heads, labels, upos, lemmas, [(0, min(n, 3))])
    assert sum(found[t] == t for t in range(n)) == 1
    for token in range(n):
        seen = set()
        while found[token] != token:
            assert token not in seen
            seen.add(token)
            token = found[token]


def test_parse_as_doc() -> None:
    parsed = parse(TEXT)
    doc = parsed.to_spacy()
    assert doc.text == TEXT
    assert [t.head.i for t in doc] == parsed.heads
    assert [t.pos_ for t in doc] == parsed.upos
    assert [t.tag_ for t in doc] == parsed.xpos
    assert [t.lemma_ for t in doc] == parsed.lemmas
    assert [str(t.morph) or "_" for t in doc] == parsed.feats
    assert [(s.start, s.end) for s in doc.sents] == [(s.start, s.end) for s in parsed.sentences]
    assert [(e.start, e.end, e.label_) for e in doc.ents] == parsed.entities
    assert [(s.start, s.end) for s in doc.spans["contents"]] == parsed.contents
    assert [s.label_ for s in doc.spans["triggers"]] == [t.kind for t in parsed.triggers]
    assert doc.user_data["starts"] == parsed.starts


def test_empty_parse_as_doc() -> None:
    assert len(parse("").to_spacy()) == 0


@pytest.fixture
def pipeline() -> Iterator[Callable[[Callable[[Doc], Doc]], None]]:
    """Lets a function over a Doc stand in, until the test ends."""

    def install(component: Callable[[Doc], Doc]) -> None:
        Language.component("of_the_test", func=component)
        nlp = spacy.blank("en")
        nlp.add_pipe("of_the_test")
        standin.use(nlp)

    yield install
    standin.use(None)


def test_pipeline_stands_in_for_entities_only(
    pipeline: Callable[[Callable[[Doc], Doc]], None],
) -> None:
    own = parse(TEXT)

    def places(doc: Doc) -> Doc:
        doc.ents = [Span(doc, 0, 1, label="GPE"), Span(doc, 2, 3, label="DATE")]
        return doc

    pipeline(places)
    other = parse(TEXT)
    assert other.entities == [(0, 1, "LOC")]
    assert (other.upos, other.heads, other.deprels) == (own.upos, own.heads, own.deprels)
    assert other.cues == own.cues


def test_pipeline_stands_in_for_the_tree(pipeline: Callable[[Callable[[Doc], Doc]], None]) -> None:
    text = "Troops left the town"

    def tree(doc: Doc) -> Doc:
        for token, head, label in zip(
            doc, (1, 1, 3, 1), ("nsubj", "ROOT", "det", "dobj"), strict=True
        ):
            token.head, token.dep_, token.pos_, token.tag_ = doc[head], label, "X", "FW"
        return doc

    pipeline(tree)
    parsed = parse(text)
    assert parsed.heads == [1, 1, 3, 1]
    assert parsed.deprels == ["nsubj", "root", "det", "obj"]
    assert set(parsed.upos) == {"X"}
    assert set(parsed.xpos) == {"FW"}


def test_pipeline_sees_our_sentences(pipeline: Callable[[Callable[[Doc], Doc]], None]) -> None:
    seen: list[str] = []

    def look(doc: Doc) -> Doc:
        seen.extend(s.text for s in doc.sents)
        return doc

    pipeline(look)
    parse("He met Gen. Brand. They left.")
    assert seen == ["He met Gen. Brand.", "They left."]


def test_unknown_pipeline_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(standin.VARIABLE, "no_such_pipeline")
    with pytest.raises(ModelError, match="no_such_pipeline"):
        parse(TEXT)


def test_a_pipeline_of_this_process_is_not_lost_in_a_pool(
    pipeline: Callable[[Callable[[Doc], Doc]], None],
) -> None:
    pipeline(lambda doc: doc)
    with pytest.raises(DatelineError, match="DATELINE_SPACY"):
        list(dateline.annotate([TEXT, TEXT], jobs=2))
