"""One document through all stages."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.errors import EmptyError
from dateline.pipeline import FAMILIES, annotate_document, annotate_documents, examine
from dateline.reading.document import Document


def test_the_same_input_gives_the_same_bytes(story: str, today: date) -> None:
    first = annotate_document(Document(text=story), today).to_json()
    assert annotate_document(Document(text=story), today).to_json() == first


def test_a_document_reads_the_same_alone_and_among_others(story: str, today: date) -> None:
    others = [Document(text=f"Troops left town number {n} on Friday.", id=str(n)) for n in range(3)]
    among = list(annotate_documents([*others, Document(text=story), *others], today))
    assert among[3].to_json() == annotate_document(Document(text=story), today).to_json()


def test_every_span_lies_in_the_text_and_lists_are_sorted(story: str, today: date) -> None:
    record = annotate_document(Document(text=story), today)
    for family in FAMILIES:
        values = getattr(record, family)
        firsts = [min(v.evidence()) for v in values]
        assert firsts == sorted(firsts), family
        for value in values:
            for start, end in value.evidence():
                assert 0 <= start < end <= len(story), (family, value.id)


def test_ids_are_unique_and_references_resolve(story: str, today: date) -> None:
    record = annotate_document(Document(text=story), today)
    ids = [v.id for family in FAMILIES for v in getattr(record, family)]
    assert len(ids) == len(set(ids))
    actors = {a.id for a in record.actors}
    for statement in record.statements:
        assert {statement.speaker, statement.addressee} - {None} <= actors
    for event in record.events:
        assert {*event.actors, *event.recipients} <= actors


def test_the_story_is_read(story: str, today: date) -> None:
    record = annotate_document(Document(text=story), today)
    facts = record.document
    assert facts.title
    assert facts.title.text.startswith("Ostland, Westland seek")
    assert facts.dateline
    assert facts.dateline.place == "LONDON"
    assert facts.published.value == "2020-03-05"
    assert facts.published.basis == "inferred"
    assert [story[a:b] for a, b in facts.furniture] == ["Menu"]
    assert {"2020-03-02", "2020-03-05"} <= {t.value for t in record.times}
    names = {a.id: a.name for a in record.actors}
    speakers = [names.get(s.speaker or "") for s in record.statements]
    assert "Orhan Yildiran" in speakers
    assert "ASSAULT" in {e.type for e in record.events}
    killed = [c.killed for c in record.casualties if c.killed]
    assert [k.min for k in killed] == [12]


def test_unrelated_text_leaves_the_ids_alone(story: str, today: date) -> None:
    before = annotate_document(Document(text=story, date="2020-03-05"), today)
    longer = story + "\nOil prices fell by two percent in Asian trade.\n"
    after = annotate_document(Document(text=longer, date="2020-03-05"), today)
    # The encoder may read a word otherwise in other company; the same reading keeps its id.
    for family in ("times", "actors", "statements", "events"):
        old, new = (
            {tuple(v.evidence()): v.id for v in getattr(record, family)}
            for record in (before, after)
        )
        shared = old.keys() & new.keys()
        assert len(shared) >= 0.8 * len(old), family
        assert [old[words] for words in shared] == [new[words] for words in shared], family


def test_no_text_is_an_error(today: date) -> None:
    with pytest.raises(EmptyError):
        annotate_document(Document(text=" \n\t"), today)


def test_another_language_gives_a_warning_and_no_values(today: date) -> None:
    text = (
        "Der Minister sagte am Donnerstag in Berlin, die Gespräche über den Waffenstillstand "
        "würden in der kommenden Woche fortgesetzt. Die Regierung habe dazu eingeladen."
    )
    record = annotate_document(Document(text=text), today)
    assert record.document.language == "de"
    assert "language" in {w.code for w in record.warnings}
    assert not any(getattr(record, family) for family in FAMILIES)


def test_a_stage_that_fails_is_named_and_the_others_go_on(
    story: str, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(found: object) -> list[object]:
        raise RuntimeError("out of order")

    monkeypatch.setattr("dateline.extract.casualties.extract", broken)
    record = next(iter(annotate_documents([Document(text=story)], today)))
    assert [w.message for w in record.warnings if w.code == "internal_error"] == [
        "casualties: RuntimeError: out of order"
    ]
    assert record.statements
    with pytest.raises(RuntimeError):
        examine(Document(text=story), today)


@pytest.mark.parametrize(
    "text",
    [
        "x",
        ".",
        "\u00a0\u00ad\ufeffA",
        '"' * 3000,
        "(" * 3000,
        "1 " * 3000,
        "said " * 2000,
        "A" * 20_000,
        "\u202e\u0000\u0007 right to left and control",
        "— – … “”„«»‘’ ''' \"\"\"",
        "\U0001f600 Troops \U0001f600 fired \U0001f600 on protesters.",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_odd_texts_do_no_harm(text: str, today: date) -> None:
    record = annotate_document(Document(text=text), today)
    assert record.text == text
