"""How many of what: the numbers beside lists of findings, and over the days."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from dateline.store.chosen import parts
from dateline.store.conditions import Conditions
from dateline.store.question import Question
from dateline.store.statements import restrict as restrict_statements

SHOWN: Final = 12
"""Rows of a tally told at most."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of one kind."""

    name: str
    count: int


def speakers(db: sqlite3.Connection, question: Question) -> list[Tally]:
    """Who says most of the statements for which `question` holds. Raises QueryError."""
    asked = _statements(db, question)
    asked.add("statement.speaker IS NOT NULL")
    rows = db.execute(
        "SELECT actor.name, said.count FROM (SELECT statement.speaker, count(*) AS count"
        f" FROM {asked.source('statement')} {asked.where}"
        " GROUP BY statement.speaker ORDER BY count DESC, statement.speaker LIMIT ?) AS said"
        " JOIN actor ON actor.id = said.speaker ORDER BY said.count DESC, actor.name",
        [*asked.values, SHOWN],
    )
    return [Tally(*row) for row in rows]


def days_of_statements(db: sqlite3.Connection, question: Question) -> list[Tally]:
    """ISO days on which statements for which `question` holds were made. Raises QueryError."""
    asked = _statements(db, question)
    asked.add("statement.day IS NOT NULL")
    # The +: in the order of days, all days would be gone through.
    day = "+statement.day" if question.since and question.until else "statement.day"
    rows = db.execute(
        f"SELECT statement.day, count(*) FROM {asked.source('statement')} {asked.where}"
        f" GROUP BY {day} ORDER BY {day}",
        asked.values,
    )
    return [Tally(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Kinds:
    """How many events, by type and by day."""

    types: tuple[Tally, ...]
    """PLOVER types, the most frequent first."""
    days: tuple[Tally, ...]
    """ISO days on which they began, in order; those without a date are left out."""


def kinds(db: sqlite3.Connection, question: Question) -> Kinds:
    """Of which types the events are for which `question` holds, and when they began: in one look at
    them. Raises QueryError."""
    types: Counter[str] = Counter()
    days: Counter[str] = Counter()
    everything = question == Question(limit=question.limit, offset=question.offset)
    for part in parts(db, question, whole=True):
        # In the order of the index that is read; the + keeps those out that go through all events.
        group = "event.begin, event.type" if part.distinct else "+event.begin, +event.type"
        rows = db.execute(
            f"SELECT event.type, event.begin, {part.counted} FROM {part.source} {part.where}"
            f" GROUP BY {'event.type, event.begin' if everything else group}",
            part.values,
        )
        for kind, day, count in rows:
            types[kind] += count
            if day:
                days[day] += count
    return Kinds(
        tuple(Tally(kind, types[kind]) for kind in sorted(types, key=lambda k: (-types[k], k))),
        tuple(Tally(day, days[day]) for day in sorted(days)),
    )


@dataclass(frozen=True, slots=True)
class Scene:
    """How many events of one type happened in a place."""

    name: str
    kind: str
    lat: float | None
    lon: float | None
    type: str
    count: int


def scenes(db: sqlite3.Connection, question: Question) -> list[Scene]:
    """Where the events happened for which `question` holds, by type. Raises QueryError."""
    columns = "place.id, place.name, place.kind, place.lat, place.lon, event.type"
    joined = "JOIN scene ON scene.event = event.id JOIN place ON place.id = scene.place"
    found: Counter[tuple[Any, ...]] = Counter()
    for part in parts(db, question, whole=True):
        rows = db.execute(
            f"SELECT {columns}, {part.counted} FROM {part.source} {joined} {part.where}"
            " GROUP BY place.id, event.type",
            part.values,
        )
        for *scene, count in rows:
            found[tuple(scene)] += count
    ordered = sorted(found, key=lambda scene: (scene[0], scene[-1]))
    return [
        Scene(name, kind, lat, lon, what, found[place, name, kind, lat, lon, what])
        for place, name, kind, lat, lon, what in ordered
    ]


def _statements(db: sqlite3.Connection, question: Question) -> Conditions:
    asked = Conditions(db, question)
    restrict_statements(asked)
    return asked
