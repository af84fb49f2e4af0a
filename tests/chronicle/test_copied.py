"""What is said of a value holds for the copies of its story too, where they have its words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.chronicle.test_chronicle import keep
from tests.chronicle.test_review import say
from tests.store.records import Draft, valley

import dateline
from dateline.chronicle.copied import carry, copies_of
from dateline.chronicle.keep import Keeper
from dateline.store import Store, reviews
from dateline.store.reviews import ReviewQuestion


def second() -> Draft:
    """The same copy elsewhere; its reader has found somebody more, so that ids are others."""
    draft = valley(outlet="Echo", more="Bo Kell contributed.\n")
    stranger = {"id": "a0", "name": "Bo Kell", "kind": "person"}
    stranger["mentions"] = [{"span": draft.at("Bo Kell"), "how": "name"}]
    text = json.dumps(draft.fields)
    for number in reversed(range(len(draft.fields["actors"]))):
        text = text.replace(f'"a{number}"', f'"a{number + 1}"')
    draft.fields = json.loads(text)
    draft.fields["actors"].insert(0, stranger)
    return draft


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "c.db"


@pytest.fixture
def keeper(path: Path) -> Iterator[Keeper]:
    with Store(path) as store:
        keeper = Keeper(store)
        keep(keeper, valley(), second(), Draft("Rain falls\nIt rained for hours on end.\n"))
        yield keeper


def test_the_stories_of_one_wire_copy(keeper: Keeper) -> None:
    assert [copies_of(keeper.store.db, story) for story in (1, 2, 3)] == [[2], [1], []]


def test_a_correction_reaches_the_copy_by_words_and_names(keeper: Keeper) -> None:
    number = say(keeper, "e0", "corrected", status="denied", recipients=["a3"])
    assert len(carry(keeper, number)) == 1
    copied = keeper.store.record(2)
    (event,) = (e for e in copied.events if e.status == "denied")
    assert [a.name for a in copied.actors if a.id in event.recipients] == ["Orla Venn"]
    (made,) = reviews.reviews(keeper.store.db, ReviewQuestion(story=2))
    assert (made.reviewer, made.note) == ("Ida", "(as in story 1)")


def test_what_somebody_said_of_the_copy_stays(keeper: Keeper) -> None:
    say(keeper, "e0", "accepted", story=2)
    number = say(keeper, "e0", "rejected")
    assert carry(keeper, number) == []
    assert len(keeper.store.record(2).events) == 2


def test_what_is_not_in_the_copy_is_passed_over(keeper: Keeper) -> None:
    with keeper.writing():
        keeper.keep(*_other_version(), "2026-01-02T00:00:00+00:00")
    assert 4 in copies_of(keeper.store.db, 1)
    number = say(keeper, "e1", "rejected")
    assert len(carry(keeper, number)) == 1
    assert [len(keeper.store.record(story).events) for story in (1, 2, 4)] == [1, 1, 1]


def _other_version() -> tuple[dateline.Document, dateline.Record]:
    """A copy in which the machine read one event only."""
    draft = valley(outlet="Third")
    del draft.fields["events"][1:]
    return draft.document(url="https://third.invalid/1", id=None), draft.record()


def test_what_was_missed_is_added_to_the_copy(keeper: Keeper, path: Path) -> None:
    with dateline.Chronicle(path) as chronicle:
        said = {"words": ["must hold"], "type": "REQUEST"}
        chronicle.review(1, "events", "added", said, reviewer="Ida", copies=True)
        found = [e.type for e in chronicle.record(2).events]
    assert found.count("REQUEST") == 1


def test_lines_reach_copies_if_asked(keeper: Keeper, path: Path) -> None:
    line = json.dumps({"story": 1, "value": "e0", "verdict": "rejected"})
    with dateline.Chronicle(path) as chronicle:
        (one,) = chronicle.add_reviews([line], "Ida", copies=True)
        assert one.problem is None
        assert [len(chronicle.record(story).events) for story in (1, 2)] == [1, 1]
