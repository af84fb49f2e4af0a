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


def days_of_events(db: sqlite3.Connection, question: Question) -> list[Tally]:
    """ISO days on which events for which `question` holds began. Raises QueryError."""
    found = _counted(db, question, "event.begin")
    return [Tally(day, found[day]) for day in sorted(filter(None, found))]


def types(db: sqlite3.Connection, question: Question) -> list[Tally]:
    """PLOVER types of the events for which `question` holds. Raises QueryError."""
    found = _counted(db, question, "event.type")
    return [Tally(kind, found[kind]) for kind in sorted(found, key=lambda k: (-found[k], k))]


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


def _counted(db: sqlite3.Connection, question: Question, column: str) -> Counter[Any]:
    """How many of the events for which `question` holds have which value in a column."""
    found: Counter[Any] = Counter()
    everything = question == Question(limit=question.limit, offset=question.offset)
    for part in parts(db, question, whole=True):
        # The + keeps out the index of what is counted, which would go through all events.
        index = everything or part.distinct
        rows = db.execute(
            f"SELECT {column}, {part.counted} FROM {part.source} {part.where}"
            f" GROUP BY {'' if index else '+'}{column}",
            part.values,
        )
        for value, count in rows:
            found[value] += count
    return found


def _statements(db: sqlite3.Connection, question: Question) -> Conditions:
    asked = Conditions(db, question)
    restrict_statements(asked)
    return asked
