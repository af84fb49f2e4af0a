"""The text with its marks: cut at every border, nothing lost, nothing crossed."""

from __future__ import annotations

from typing import Any

from tests.steps import steps
from tests.store.records import Draft

from dateline.desk.text import cards, marked
from dateline.desk.text.blocks import Piece
from dateline.record import Record

TEXT = "Ostland denies shelling Kobani, Orhan Yildiran said.\n\nTwo towns were shelled on Monday.\n"


def record(**fields: Any) -> Record:
    draft = Draft(TEXT)
    draft.fields["document"] = {}
    return Record.model_validate({"id": "x", "text": TEXT} | fields)


def pieces(found: Record) -> list[Piece]:
    return [piece for block in marked(found) for piece in block.pieces]


def place(name: str, start: int, end: int) -> dict[str, Any]:
    words = TEXT[start:end]
    return {"id": name, "span": [start, end], "text": words, "name": words, "kind": "city"}


def said(name: str, source: Any, cue: Any, content: Any) -> dict[str, Any]:
    return {"id": name, "mode": "indirect", "source": source, "cue": cue, "content": content}


def test_marks_that_cross_are_cut_where_they_begin_and_end() -> None:
    found = record(places=[place("p1", 0, 14), place("p2", 8, 23), place("p3", 8, 14)])
    cut = [(p.text, {m.value for m in p.marks}) for p in pieces(found)]
    assert cut[0] == ("Ostland ", {"p1"})
    assert cut[1] == ("denies", {"p1", "p2", "p3"})
    assert cut[2] == (" shelling", {"p2"})
    assert cut[3][1] == set()


def test_the_shortest_mark_comes_first_and_leads() -> None:
    found = record(places=[place("p1", 0, 14), place("p3", 8, 14)])
    inner = pieces(found)[1]
    assert inner.values == "p3 p1"
    assert inner.link
    assert inner.link.value == "p3"


def test_a_value_is_anchored_at_its_first_words_only() -> None:
    found = record(statements=[said("s1", [[32, 46]], [[47, 51]], [[0, 6], [15, 30]])])
    begun = [m.value for p in pieces(found) for m in p.begins]
    assert begun == ["s1"]
    first = next(p for p in pieces(found) if p.begins)
    assert first.text == "Ostlan"
    assert {"statements", "said-content"} <= set(first.classes.split())


def test_text_outside_the_paragraphs_is_shown_too() -> None:
    document = {
        "title": {"text": "x", "span": [0, 7]},
        "paragraphs": [[0, 7], [8, 52]],
        "furniture": [[54, 60]],
    }
    blocks = marked(record(document=document, places=[place("p1", 4, 12)]))
    kinds = [block.kind for block in blocks]
    assert kinds == ["title", "paragraph", "furniture", "other"]
    shown = "".join(p.text for b in blocks for p in b.pieces)
    assert "".join(shown.split()) == "".join(TEXT.split())
    # The mark that crosses two blocks is in both, and begins once.
    assert [m.value for p in blocks[1].pieces for m in p.begins] == []


def test_spans_outside_the_text_and_empty_ones_harm_nothing() -> None:
    wrong = [place("p1", 5, 5), place("p2", 80, 5000), place("p3", 4000, 5000)]
    wrong.append(place("p4", 0, 7))
    found = record(places=wrong)
    assert "".join(p.text for p in pieces(found)).split() == TEXT.split()
    assert {m.value for p in pieces(found) for m in p.marks} == {"p4"}


def test_blocks_that_overlap_show_each_word_once() -> None:
    document = {"paragraphs": [[0, 30], [10, 52]], "furniture": [[20, 40]]}
    blocks = marked(record(document=document))
    assert "".join(p.text for b in blocks for p in b.pieces).split() == TEXT.split()


def test_every_value_has_a_card_that_says_why() -> None:
    draft = Draft(TEXT)
    ostland = draft.actor("Ostland")
    draft.statement(ostland, "said", "denies shelling Kobani")
    draft.event("ASSAULT", "shelled", "2020-03-02", why="lexicon row 7")
    draft.place("Kobani")
    found = draft.record()
    told = cards(found)
    values = (*found.actors, *found.statements, *found.events, *found.places)
    assert set(told) == {value.id for value in values}
    event = told[found.events[0].id]
    assert event.why == "lexicon row 7"
    assert ("when", "2 March 2020") in event.facts
    assert event.link == "#E1"


def test_work_is_linear_in_the_text() -> None:
    def spent(words: int) -> int:
        text = "shelled " * words
        spans = [[8 * i, 8 * i + 7] for i in range(words)]
        document = {"paragraphs": [[0, len(text)]], "furniture": []}
        places = [
            {"id": f"p{i}", "span": s, "text": "x", "name": "x", "kind": "city"}
            for i, s in enumerate(spans)
        ]
        found = Record.model_validate(
            {"id": "x", "text": text, "document": document, "places": places}
        )
        return steps(lambda: marked(found))

    assert spent(4_000) < 5 * spent(1_000)
