"""Counts beside lists are right, and a day's cost no look at the other days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.store.records import valley
from tests.store.test_store import put

from dateline.store import Question, Store, conditions, person, tallies
from dateline.store import people as people_module

FIRST = date(2020, 3, 5)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """One shelling and one meeting a day, by names that count as common ones."""
    monkeypatch.setattr(conditions, "MANY", 5)
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
    assert {t.name: t.count for t in tallies.types(store.db, week)} == {"ASSAULT": 7, "CONSULT": 7}
    pair = Question(pair=PAIR, since="2020-03-05", until="2020-03-11")
    assert {t.name: t.count for t in tallies.types(store.db, pair)} == {"ASSAULT": 7}
    assert [t.count for t in tallies.days_of_events(store.db, pair)] == [1] * 7
    ever = tallies.types(store.db, Question(pair=PAIR))
    assert {t.name: t.count for t in ever} == {"ASSAULT": 20}


@pytest.mark.parametrize("tally", [tallies.types, tallies.days_of_events, tallies.scenes])
def test_a_day_costs_the_same_in_a_larger_chronicle(
    store: Store, tally: Callable[..., object]
) -> None:
    asked = Question(pair=PAIR, since="2020-03-07", until="2020-03-07")
    few = machine_steps(store, lambda: tally(store.db, asked))
    grow(store, 100)
    assert machine_steps(store, lambda: tally(store.db, asked)) < 1.3 * few


def test_counterparts_are_those_of_the_latest_events(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shared() -> dict[str, int]:
        return {c.name: c.events for c in person(store.db, "Azerbaijan").counterparts}

    assert shared()["Armenia"] == 20
    monkeypatch.setattr(people_module, "LOOKED_AT", 3)
    assert shared()["Armenia"] == 3
