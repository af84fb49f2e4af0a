"""What is asked of a chronicle, and what answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.records import Draft, valley
from tests.store.test_store import put

from dateline.errors import QueryError
from dateline.store import Question, Store, events, person, statements, stories


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Two tellings of one valley, weeks apart, and a story about something else."""
    with Store(tmp_path_factory.mktemp("db") / "c.db") as store:
        put(store, valley(), source="DSS")
        put(store, valley("2020-04-10", "Northland Wire", "A drone fell.\n"), source="NW")
        other = Draft("Harvest in São Tomé\nThe barley is in, Aylin Kaya said.\n", "2020-03-20")
        kaya = other.actor("Aylin Kaya", "person", "TUR")
        other.statement(kaya, "said", "The barley is in")
        put(store, other)
        yield store


def found(store: Store, **question: object) -> list[int]:
    return [s.story for s in stories(store.db, Question(**question))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("martuni", {1, 2}),
        ("cease-fire", {1, 2}),
        ("Cease fire", {1, 2}),
        ("U.S.", {1, 2}),
        ("“the cease-fire”", {1, 2}),
        ('"fire the"', set()),
        ("drone", {2}),
        ("martuni -drone", {1}),
        ("drone OR barley", {2, 3}),
        ("barl*", {3}),
        ("sao tome", {3}),
        ("barley (AND NEAR/2", set()),
        ("martuni drone OR harvest", {2}),
    ],
)
def test_words(store: Store, words: str, expected: set[int]) -> None:
    assert set(found(store, words=words)) == expected


@pytest.mark.parametrize("words", ['"', "-drone", "…", "x" * 2000])
def test_a_query_without_a_word_is_an_error(store: Store, words: str) -> None:
    with pytest.raises(QueryError):
        found(store, words=words)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({"actor": "Orbelin"}, [2, 1]),
        ({"actor": "TUR"}, [3]),
        ({"pair": ("Armenia", "Azerbaijani")}, [2, 1]),
        ({"type": "consult"}, [2, 1]),
        ({"status": "denied"}, []),
        ({"place": "Martuni"}, [2, 1]),
        ({"place": "Azerbaijan"}, [2, 1]),
        ({"by": "Testian", "to": "Orla Venn"}, [2, 1]),
        ({"source": "land w"}, [2]),
        ({"source": "%"}, []),
        ({"since": "2020-03-06"}, [2, 3]),
        ({"since": "2020-03", "until": "2020-03"}, [3, 1]),
        ({"until": "2020-03-05"}, [1]),
        ({"limit": 1}, [2]),
        ({"limit": 1, "offset": 1}, [3]),
    ],
)
def test_stories_newest_first(
    store: Store, question: dict[str, object], expected: list[int]
) -> None:
    assert found(store, **question) == expected


def test_the_snippet_shows_the_words(store: Store) -> None:
    (hit,) = stories(store.db, Question(words="drone"))
    assert "A drone fell." in hit.snippet
    assert (hit.title, hit.day) == ("Shelling in Martuni, says minister", "2020-04-10")


def test_statements(store: Store) -> None:
    said = list(statements(store.db, Question(by="Testian")))
    assert [s.day for s in said] == ["2020-03-05", "2020-04-10"]
    assert said[0].content == "that “the cease-fire” of the U.S. must hold"
    assert (said[0].cue, said[0].addressee) == ("told", "Orla Venn")
    assert not list(statements(store.db, Question(by="Testian", words="barley")))
    assert len(list(statements(store.db, Question(words="cease-fire", until="2020-03-31")))) == 1
    assert len(list(statements(store.db, Question(actor="Orla Venn")))) == 2


def test_events(store: Store) -> None:
    (first, _) = events(store.db, Question(pair=("ARM", "AZE"), type="ASSAULT"))
    assert first.actors == ("Azerbaijan",)
    assert first.recipients == ("Armenia",)
    assert first.places == ("Martuni",)
    assert first.speaker == "Armenia"
    assert first.sentence == "Armenia said that Azerbaijan shelled Martuni on Tuesday."
    assert len(list(events(store.db, Question(by="Armenia", since="2020-04")))) == 1
    assert len(list(events(store.db, Question(place="Martuni")))) == 2


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ({"type": "WAR"}, "ASSAULT"),
        ({"status": "maybe"}, "occurred"),
        ({"actor": "Gondor"}, "no actor of this chronicle is called 'Gondor'"),
        ({"place": "Mordor"}, "no place"),
        ({"since": "yesterday"}, "is no date"),
        ({"since": "2020-02-30"}, "29 days"),
        ({"since": "2021", "until": "2020"}, "later than"),
    ],
)
def test_what_cannot_be_understood_is_said(
    store: Store, question: dict[str, object], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        list(events(store.db, Question(**question)))  # type: ignore[arg-type]


def test_a_person_across_stories(store: Store) -> None:
    found = person(store.db, "testian")
    assert (found.name, found.country, found.stories) == ("Aram Testian", "ARM", 2)
    (office,) = found.offices
    assert (office.title, office.first, office.last) == (
        "Foreign Minister",
        "2020-03-05",
        "2020-04-10",
    )
    venn = person(store.db, "Venn")
    assert [(c.name, c.events) for c in venn.counterparts] == [("Davit Orbelin", 2)]
    assert venn.events == (("CONSULT", 2),)


def test_a_country_is_all_of_it(store: Store) -> None:
    found = person(store.db, "Armenian")
    assert found.name == "Armenia"
    assert set(found.others) == {"Aram Testian", "Davit Orbelin"}
    assert dict(found.events) == {"ASSAULT": 2, "CONSULT": 2}


def test_an_event_is_shown_by_the_sentence_that_gives_its_day(tmp_path: Path) -> None:
    draft = Draft("Fighting goes on\nThe two agreed to end the war.\nThe war began on 2 March.\n")
    number = draft.event("ASSAULT", "Fighting", "2020-03-02")
    event = draft.fields["events"][0]
    event["trigger"] = [draft.at("Fighting"), draft.at("war"), draft.at("began")]
    event["date"]["time"] = "t0"
    span = draft.at("2 March")
    draft.fields["times"] = [
        {"id": "t0", "span": span, "text": "2 March", "type": "DATE", "value": "2020-03-02"}
    ]
    with Store(tmp_path / "c.db") as store:
        put(store, draft)
        shown = [(e.id, e.sentence) for e in events(store.db, Question())]
    assert shown == [(number, "The war began on 2 March.")]
