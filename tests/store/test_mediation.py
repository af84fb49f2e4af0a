"""Mediation formats are one across stories, with members, facts, relations and meetings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.steps import steps
from tests.store.records import Draft

from dateline.errors import QueryError
from dateline.store import Question, Store, events, format, formats, stories

NOW = "2026-01-01T00:00:00+00:00"
HILL = "Hill Group"


def talks(day: str = "2020-03-05", outlet: str = "DSS", **since: Any) -> Draft:
    """A story of an invented format, its two co-chairs and a party, and of who met where."""
    draft = Draft(
        "Hill Group meets\n"
        "Norway and Chad are co-chairs of the Hill Group, set up in 1992.\n"
        "The Hill Group met Davit Orbelin on Thursday.\n"
        "Armenia and Azerbaijan talked under the Hill Group, no substitute for the Lake Forum.\n"
        "Armenia shelled a bridge.\n"
        "Chad accused Armenia.\n",
        day,
        outlet,
    )
    norway = draft.actor("Norway", country="NOR")
    chad = draft.actor("Chad", country="TCD")
    hill = draft.actor("Hill Group", "organisation")
    orbelin = draft.actor("Davit Orbelin", "person")
    armenia = draft.actor("Armenia", country="ARM")
    azerbaijan = draft.actor("Azerbaijan", country="AZE")
    again = {"span": draft.at("Hill Group met"), "how": "name"}
    draft.fields["actors"][2]["mentions"].append(again)
    draft.fields["times"].append(
        {"id": "t0", "span": draft.at("1992"), "text": "1992", "type": "DATE", "value": "1992"}
        | {"edtf": "1992", "begin": "1992-01-01", "end": "1992-12-31"}
    )
    lake = {"kind": "not_a_substitute_for", "to": "Lake Forum"}
    draft.format(
        HILL,
        "Hill Group, set",
        (norway, "co-chair"),
        (chad, "co-chair"),
        (hill, "party"),
        purpose="Armenia and Azerbaijan",
        relations=[lake | {"spans": [draft.at("no substitute for")]}],
        **({"since": "1992"} | since),
    )
    draft.fields["formats"][0]["spans"] += [draft.at("Hill Group met"), draft.at("Hill Group, no")]
    draft.event("CONSULT", "co-chairs", day, actors=[norway, chad])
    draft.event("CONSULT", "met", day, actors=[hill, orbelin])
    draft.event("CONSULT", "talked", day, actors=[armenia, azerbaijan])
    draft.event("ASSAULT", "shelled", day, actors=[armenia])
    draft.event("ACCUSE", "accused", day, actors=[chad], recipients=[armenia])
    return draft


def forum(day: str = "2020-03-09") -> Draft:
    """Another story, in which the format has one member without a role, and a second format."""
    draft = Draft("Forum\nThe hill group of Norway and the Lake Forum waited.\n", day, "Wire B")
    norway = draft.actor("Norway", country="NOR")
    draft.format("The Hill Group", "hill group", (norway, None))
    draft.format("Lake Forum", "Lake Forum")
    return draft


@pytest.fixture
def store(tmp_path: Path) -> Store:
    found = Store(tmp_path / "c.db")
    for draft in (talks(), forum()):
        put(found, draft)
    return found


def put(store: Store, draft: Draft, **known: object) -> int:
    with store.writing():
        return store.put(draft.document(**known), draft.record(), NOW).story


def names(store: Store, **asked: Any) -> list[str]:
    return [found.name for found in formats(store.db, Question(**asked))]


def test_a_format_is_one_in_all_stories(store: Store) -> None:
    hill, lake = formats(store.db, Question())
    assert (hill.name, hill.stories, hill.first, hill.last) == (HILL, 2, "2020-03-05", "2020-03-09")
    assert [(m.name, m.role, m.stories) for m in hill.members] == [
        ("Norway", "co-chair", 2),
        ("Chad", "co-chair", 1),
    ]
    assert (hill.since, hill.purpose, hill.meetings) == ("1992", "Armenia and Azerbaijan", 2)
    assert (lake.name, lake.stories, lake.members, lake.meetings) == ("Lake Forum", 1, (), 0)


def test_a_list_leaves_out_members_of_few_stories(store: Store) -> None:
    for number in range(9):
        draft = Draft(f"Hill {number}\nThe Hill Group of Norway met.\n")
        draft.format(HILL, "Hill Group", (draft.actor("Norway", country="NOR"), None))
        put(store, draft)
    hill, _ = formats(store.db, Question())
    assert [(m.name, m.role, m.stories) for m in hill.members] == [("Norway", "co-chair", 11)]
    assert "Chad" in {m.name for m in format(store.db, HILL).members}


def test_formats_are_chosen_by_name_member_source_and_day(store: Store) -> None:
    assert names(store, words="hill") == [HILL]
    assert names(store, actor="Chad") == [HILL]
    assert names(store, actor="Armenia") == []
    assert names(store, source="Wire") == [HILL, "Lake Forum"]
    assert names(store, until="2020-03-07") == [HILL]
    assert names(store, limit=1, offset=1) == ["Lake Forum"]


def test_each_value_has_the_words_of_the_first_story_that_tells_it(store: Store) -> None:
    put(store, talks("2020-03-01", "Early"), url="https://wire.invalid/early")
    found = format(store.db, "hill GROUP")
    roles = [(m.name, m.role, m.stories, m.first.outlet) for m in found.members]
    assert roles == [
        ("Norway", "co-chair", 2, "Early"),
        ("Norway", None, 1, "Wire B"),
        ("Chad", "co-chair", 2, "Early"),
    ]
    chairs = "Norway and Chad are co-chairs of the Hill Group, set up in 1992."
    assert found.members[0].first.words == chairs
    (since,), (purpose,), (relation,) = found.since, found.purposes, found.relations
    assert (since.value, since.stories, since.first.words) == ("1992", 2, chairs)
    assert purpose.first.words.startswith("Armenia and Azerbaijan talked")
    assert (relation.kind, relation.value, relation.known) == (
        "not_a_substitute_for",
        "Lake Forum",
        True,
    )
    assert relation.first.words.startswith("Armenia and Azerbaijan talked")
    assert [told.outlet for told in found.tellings] == ["Wire B", "DSS", "Early"]
    (back,) = format(store.db, "Lake Forum").related
    assert (back.kind, back.value) == ("not_a_substitute_for", HILL)


def test_meetings_are_what_it_takes_part_in_and_talks_in_its_sentence(store: Store) -> None:
    held = list(events(store.db, Question(under=HILL)))
    assert [event.trigger for event in held] == ["met", "talked"]
    how = store.db.execute("SELECT how FROM meeting ORDER BY event").fetchall()
    assert [row[0] for row in how] == ["part", "under"]
    assert [s.title for s in stories(store.db, Question(under="Lake"))] == ["Forum"]
    with pytest.raises(QueryError, match="no mediation format"):
        list(events(store.db, Question(under="Nowhere")))


def test_a_whole_name_goes_before_names_that_have_its_words(store: Store) -> None:
    draft = Draft("Hill\nThe Upper Hill Group met.\n")
    draft.format("Upper Hill Group", "Upper Hill Group")
    put(store, draft)
    assert format(store.db, "Hill Group").others == ()
    found = format(store.db, "hill")
    assert (found.name, found.others) == (HILL, ("Upper Hill Group",))


def test_a_revision_takes_what_it_no_longer_tells(store: Store) -> None:
    url = "https://wire.invalid/1"
    draft = Draft("Forum\nThe Reed Forum of Norway met for the Hill Group.\n")
    draft.format("Reed Forum", "Reed Forum", (draft.actor("Norway", country="NOR"), "host"))
    put(store, draft, url=url)
    assert names(store, words="reed") == ["Reed Forum"]
    put(store, Draft("Forum\nNothing was said of the forum of reeds.\n"), url=url)
    assert names(store, words="reed") == []
    with pytest.raises(QueryError):
        format(store.db, "Reed Forum")
    assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_many_formats_in_one_story_are_work_linear_in_them(tmp_path: Path) -> None:
    def spent(count: int) -> int:
        names = [f"Group {n} met." for n in range(count)]
        draft = Draft("Title\n" + "\n".join(names) + "\n")
        for n, words in enumerate(names):
            draft.format(f"Group {n}", words)
            draft.event("CONSULT", words, "2020-03-05")
        record = draft.record()
        with Store(tmp_path / f"{count}.db") as fresh, fresh.writing():
            return steps(lambda: fresh.put(draft.document(), record, NOW))

    spent(50)
    assert spent(1200) < 5 * spent(300)
