"""Counts beside lists are right, and a day's cost no look at the other days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.store.records import Draft, valley
from tests.store.test_store import put

from dateline.store import Question, Store, chosen, conditions, events, person, stories, tallies
from dateline.store import people as people_module

FIRST = date(2020, 3, 5)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """One shelling and one meeting a day, by names that count as common ones."""
    monkeypatch.setattr(conditions, "MANY", 5)
    monkeypatch.setattr(chosen, "MANY", 5)
    store = Store(tmp_path / "c.db")
    grow(store, 20)
    return store


def grow(store: Store, days: int) -> None:
    """Stories of the days that have none, up to `days`."""
    have = store.db.execute("SELECT count(*) FROM story").fetchone()[0]
    for n in range(have, days):
        put(store, valley((FIRST + timedelta(days=n)).isoformat(), more=f"Number {n}.\n"))


def machine_steps(store: Store, call: Callable[[], object]) -> int:
    """Steps of SQLite's virtual machine in tens: the same on any machine."""
    count = 0

    def more() -> int:
        nonlocal count
        count += 1
        return 0

    store.db.set_progress_handler(more, 10)
    try:
        call()
    finally:
        store.db.set_progress_handler(None, 10)
    return count


PAIR = ("Armenia", "Azerbaijan")


def test_types_and_days(store: Store) -> None:
    week = Question(actor="Armenia", since="2020-03-05", until="2020-03-11")
    assert {t.name: t.count for t in tallies.kinds(store.db, week).types} == {
        "ASSAULT": 7,
        "CONSULT": 7,
    }
    pair = Question(pair=PAIR, since="2020-03-05", until="2020-03-11")
    assert {t.name: t.count for t in tallies.kinds(store.db, pair).types} == {"ASSAULT": 7}
    assert [t.count for t in tallies.kinds(store.db, pair).days] == [1] * 7
    ever = tallies.kinds(store.db, Question(pair=PAIR)).types
    assert {t.name: t.count for t in ever} == {"ASSAULT": 20}


@pytest.mark.parametrize("tally", [tallies.kinds, tallies.scenes])
def test_a_day_costs_the_same_in_a_larger_chronicle(
    store: Store, tally: Callable[..., object]
) -> None:
    asked = Question(pair=PAIR, since="2020-03-07", until="2020-03-07")
    few = machine_steps(store, lambda: tally(store.db, asked))
    grow(store, 100)
    assert machine_steps(store, lambda: tally(store.db, asked)) < 1.3 * few


@pytest.mark.parametrize(
    "asked",
    [
        Question(actor="Armenia", limit=5),
        Question(pair=PAIR, limit=5),
        Question(place="Martuni", since="2020-03-06", limit=5),
        Question(pair=PAIR, place="Azerbaijan", until="2020-03-08", limit=5),
    ],
)
def test_a_lists_first_page_costs_the_same_in_a_larger_chronicle(
    store: Store, asked: Question
) -> None:
    few = machine_steps(store, lambda: list(events(store.db, asked)))
    grow(store, 100)
    assert machine_steps(store, lambda: list(events(store.db, asked))) < 1.3 * few
    found = [event.begin for event in events(store.db, asked)]
    assert len(found) >= 4
    assert found == sorted(found, key=str)


def test_words_of_a_day_do_not_cost_those_of_all_days(store: Store) -> None:
    asked = Question(words="shelled", since="2020-03-07", until="2020-03-08")
    few = machine_steps(store, lambda: list(stories(store.db, asked)))
    grow(store, 100)
    assert machine_steps(store, lambda: list(stories(store.db, asked))) < 2 * few  # of 5 times
    assert sorted(found.day or "" for found in stories(store.db, asked)) == [
        "2020-03-07",
        "2020-03-08",
    ]
    assert not list(stories(store.db, Question(words="shelled", until="2019")))


def test_what_lasts_into_the_days_asked_for_comes_first_and_once(tmp_path: Path) -> None:
    with Store(tmp_path / "c.db") as store:
        for begin, end in (
            ("2020-03-01", "2020-03-09"),
            ("2020-03-05", "2020-03-05"),
            (None, None),
        ):
            draft = Draft(f"News of {begin}\nArmenia shelled Armenia's own hill.\n")
            here = draft.actor("Armenia", country="ARM")
            own = draft.actor("Armenia's own", "person", "ARM")
            draft.event("ASSAULT", "shelled", begin, actors=[here, own], recipients=[here])
            if end:
                draft.fields["events"][0]["date"] |= {"edtf": f"{begin}/{end}", "end": end}
            put(store, draft)

        def found(**days: str) -> list[int]:
            return [e.event for e in events(store.db, Question(actor="Armenia", **days))]  # type: ignore[arg-type]

        assert found() == [1, 2, 3]
        assert found(since="2020-03-04") == [1, 2]
        assert found(since="2020-03-04", until="2020-03-06") == [1, 2]
        assert found(since="2020-03-06") == [1]
        assert found(until="2020-03-02") == [1]
        asked = Question(actor="Armenia", since="2020-03-04")
        counted = tallies.kinds(store.db, asked)
        assert [(t.name, t.count) for t in counted.types] == [("ASSAULT", 2)]
        assert [t.count for t in counted.days] == [1, 1]


def test_counterparts_are_those_of_the_latest_events(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shared() -> dict[str, int]:
        return {c.name: c.events for c in person(store.db, "Azerbaijan").counterparts}

    assert shared()["Armenia"] == 20
    monkeypatch.setattr(people_module, "LOOKED_AT", 3)
    assert shared()["Armenia"] == 3
