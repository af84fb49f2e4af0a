"""What the machine missed is added on its words, and found again by them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.review.test_lay import made
from tests.steps import steps
from tests.store.records import Draft, valley

from dateline.errors import QueryError
from dateline.extract.events.ontology import cameo_of, intensity
from dateline.record import Record
from dateline.review import example, lay

MORE = "Rebels seized the bridge in Oakham in May.\nRebels seized the mill.\n"
SEIZED: dict[str, Any] = {"words": ["seized"], "type": "ASSAULT"}


def story(more: str = MORE) -> Record:
    return valley(more=more).record()


def test_an_event_is_added_on_its_words_with_what_follows_from_its_type() -> None:
    given = {**SEIZED, "actors": ["Rebels"], "date": {"begin": "2020-05-01", "end": "2020-05-31"}}
    review = made(story(), "events", "added", **given)
    laid = lay(story(), [review])
    event = laid.record.events[-1]
    assert laid.found == {1: event.id}
    assert laid.record.text[slice(*event.trigger[0])] == "seized"
    assert (event.type, event.status, event.confidence) == ("ASSAULT", "occurred", 1.0)
    assert event.cameo == cameo_of("ASSAULT", None)
    assert event.intensity == intensity("ASSAULT", None)
    assert event.date
    assert (event.date.begin, event.date.end) == ("2020-05-01", "2020-05-31")
    assert event.why == "missed; added by Ida, 2026-01-01"
    names = {actor.id: actor.name for actor in laid.record.actors}
    assert [names[ref] for ref in event.actors] == ["Rebels"]
    assert lay(story(), []).record == story()


def test_places_times_and_statements_are_added_too() -> None:
    place = made(story(), "places", "added", words=["Oakham"], kind="city", country="GBR")
    time = made(story(), "times", "added", place, words=["in May"], type="DATE", value="2020-05")
    said = made(
        story(), "statements", "added", place, time,
        words=["must hold"], speaker="Orla Venn", cue=["told"],
    )  # fmt: skip
    record = lay(story(), [place, time, said]).record
    found = record.places[-1]
    assert (found.name, found.text, found.kind, found.country) == (
        "Oakham",
        "Oakham",
        "city",
        "GBR",
    )
    assert [(t.text, t.value) for t in record.times] == [("in May", "2020-05")]
    (statement,) = [s for s in record.statements if s.id == said.value]
    assert statement.speaker == "a3"
    assert record.text[slice(*statement.content[0])] == "must hold"
    assert record.text[slice(*statement.cue[0])] == "told"


def test_actors_casualties_and_formats_are_added_too() -> None:
    more = "Rebels killed nine at the mill. The Oak\nGroup met. So did Rebels.\n"
    text = valley(more=more).record()
    rebels = made(text, "actors", "added", words=["Rebels"], kind="armed_group", country="TCD")
    dead = made(
        text, "casualties", "added", rebels,
        words=["nine"], killed=9, category="civilian", by=rebels.value,
    )  # fmt: skip
    oak = made(
        text,
        "formats",
        "added",
        rebels,
        words=["Oak\nGroup"],
        members=["a0", "Rebels"],
        since="1992",
    )
    record = lay(text, [rebels, dead, oak]).record
    (actor,) = [a for a in record.actors if a.id == rebels.value]
    assert (actor.name, actor.kind, actor.country) == ("Rebels", "armed_group", "TCD")
    assert [record.text[slice(*m.span)] for m in actor.mentions] == ["Rebels"]
    (claim,) = record.casualties
    assert claim.killed
    assert (claim.killed.min, claim.killed.max, claim.by) == (9, 9, actor.id)
    (group,) = record.formats
    assert (group.name, group.since) == ("Oak Group", "1992")
    assert [member.actor for member in group.members] == ["a0", actor.id]
    assert "missed; added by Ida" in claim.why + group.why


def test_of_several_places_the_one_that_was_marked_is_meant() -> None:
    second = story().text.rindex("seized")
    review = made(story(), "events", "added", **SEIZED, at=second)
    assert lay(story(), [review]).record.events[-1].trigger == [(second, second + 6)]
    both = [made(story(), "events", "added", **SEIZED), review]
    assert both[0].value != both[1].value


def test_it_is_found_in_a_changed_text_and_lost_in_a_changed_sentence() -> None:
    review = made(story(), "events", "added", **SEIZED)
    later = valley(more=f"It rained.\n{MORE}").record()
    laid = lay(later, [review])
    assert later.text[slice(*laid.record.events[-1].trigger[0])] == "seized"
    assert laid.lost == {}
    changed = story(MORE.replace("the bridge", "both bridges"))
    laid = lay(changed, [review])
    assert laid.record == changed
    assert 1 in laid.lost


def test_what_is_said_of_it_lies_over_it() -> None:
    added = made(story(), "events", "added", **SEIZED)
    denied = made(story(), added.value, "corrected", added, status="denied")
    event = lay(story(), [added, denied]).record.events[-1]
    assert (event.type, event.status) == ("ASSAULT", "denied")
    rejected = made(story(), added.value, "rejected", added)
    assert lay(story(), [added, rejected]).record == story()
    assert denied.review in lay(story(), [denied]).lost  # without what added it


def test_where_the_machine_has_come_to_read_it_that_is_corrected() -> None:
    added = made(story(), "events", "added", **SEIZED, status="denied")
    draft = valley(more=MORE)
    draft.event("COERCE", "seized", "2020-05-01")
    laid = lay(draft.record(), [added])
    assert len(laid.record.events) == 3
    assert laid.found == {1: "e2"}
    assert (laid.record.events[-1].type, laid.record.events[-1].status) == ("ASSAULT", "denied")


@pytest.mark.parametrize(
    ("family", "given", "problem"),
    [
        ("events", {"words": ["burnt"], "type": "ASSAULT"}, "does not stand in the text"),
        ("events", {"words": [], "type": "ASSAULT"}, "mark the words"),
        ("events", {"words": ["seized"]}, "must have a value"),
        ("events", {"words": ["shelled"], "type": "ASSAULT"}, "already"),
        ("events", {**SEIZED, "mode": "visit"}, "has no mode"),
        ("events", {**SEIZED, "colour": "red"}, "has no field"),
        ("places", {"words": ["Oakham", "mill"]}, "one stretch"),
        ("times", {"words": ["in May"], "type": "DATE"}, "must have a value"),
        ("actors", {"words": ["Rebels"]}, "What it is” must have a value"),
        ("casualties", {"words": ["seized"], "side": "a0"}, "one of “Killed”, .* must have"),
        ("territories", {"words": ["Rebels"]}, "cannot be added to"),
        ("nothing", {"words": ["Rebels"]}, "cannot be added to"),
    ],
)
def test_what_cannot_be_is_told(family: str, given: dict[str, Any], problem: str) -> None:
    with pytest.raises(QueryError, match=problem):
        made(story(), family, "added", **given)


def test_as_an_example_there_was_nothing_and_should_be_something() -> None:
    told = example(made(story(), "events", "added", **SEIZED))
    assert told["machine"] is None
    assert told["text"] == "Rebels seized the bridge in Oakham in May."
    assert told["reviewed"]["type"] == "ASSAULT"
    assert told["reviewed"]["intensity"] == intensity("ASSAULT", None)
    assert told["spans"] == told["reviewed"]["trigger"] == [[7, 13]]


def test_marking_is_work_linear_in_the_text() -> None:
    def spent(count: int) -> int:
        draft = Draft("Title\n" + "They met. \n" * count)
        record = draft.record()
        given = {"words": ["met"], "type": "CONSULT", "at": 5 * count}
        return steps(lambda: lay(record, [made(record, "events", "added", **given)]))

    spent(100)
    assert spent(4000) < 5 * spent(1000)
