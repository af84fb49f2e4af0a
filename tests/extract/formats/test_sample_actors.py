"""The worked example of the evaluation kit: its actors, places and formats."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.pipeline import annotate_document
from dateline.reading.document import Document
from dateline.record import Record

SAMPLE = Path(__file__).parents[4] / "shared/samples/tass-2020-10-01.txt"


@pytest.fixture(scope="module")
def record() -> Record:
    """The sample, read."""
    if not SAMPLE.exists():
        pytest.skip("the evaluation kit is not beside the checkout")
    return annotate_document(Document(SAMPLE.read_text(encoding="utf-8")), date(2026, 11, 23))


def test_the_diplomat_is_one_person(record: Record) -> None:
    (person,) = [a for a in record.actors if a.kind == "person"]
    assert (person.country, person.sectors[0]) == ("RUS", "GOV")
    hows = [m.how for m in person.mentions]
    assert (hows.count("pronoun"), hows.count("name"), hows.count("title")) == (3, 2, 4)


def test_the_five_states_and_their_metonyms(record: Record) -> None:
    states = {a.country: a for a in record.actors if a.kind == "state" and a.name != "Soviet Union"}
    assert {"RUS", "USA", "AZE", "ARM", "FRA"} <= set(states)
    for code in ("RUS", "USA"):
        assert [m.how for m in states[code].mentions].count("metonym") == 1


def test_both_formats(record: Record) -> None:
    names = {a.id: a.name for a in record.actors}
    minsk = next(f for f in record.formats if "Minsk" in f.name)
    talks = next(f for f in record.formats if f is not minsk)
    assert [(names[m.actor], m.role) for m in minsk.members] == [
        ("Russia", "co-chair"),
        ("France", "co-chair"),
        ("United States", "co-chair"),
    ]
    assert minsk.since == "1992"
    assert {names[m.actor] for m in talks.members} == {"Russia", "United States"}
    assert [r.kind for r in talks.relations] == ["not_a_substitute_for"]


def test_places_that_are_no_governments(record: Record) -> None:
    assert record.places[0].metonym is True
    plain = {p.text for p in record.places if not p.metonym}
    assert {"MOSCOW", "Nagorno-Karabakh"} <= plain
    assert "Washington" not in plain
