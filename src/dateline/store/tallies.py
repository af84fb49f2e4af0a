"""How many of what: the numbers beside lists of findings, and over the days."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from dateline.store.conditions import Conditions
from dateline.store.events import restrict as restrict_events
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
    return _days(db, "statement", "day", _statements(db, question))


def days_of_events(db: sqlite3.Connection, question: Question) -> list[Tally]:
    """ISO days on which events for which `question` holds began. Raises QueryError."""
    return _days(db, "event", "begin", _events(db, question))


def types(db: sqlite3.Connection, question: Question) -> list[Tally]:
    """PLOVER types of the events for which `question` holds. Raises QueryError."""
    asked = _events(db, question)
    # The + keeps the index of types out, which is of use only where all events are read.
    grouped = "+event.type" if asked.where else "event.type"
    rows = db.execute(
        f"SELECT event.type, count(*) AS count FROM {asked.source('event')} {asked.where}"
        f" GROUP BY {grouped} ORDER BY count DESC, event.type",
        asked.values,
    )
    return [Tally(*row) for row in rows]


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
    asked = _events(db, question)
    joined = "JOIN scene ON scene.event = event.id JOIN place ON place.id = scene.place"
    rows = db.execute(
        "SELECT place.name, place.kind, place.lat, place.lon, event.type, count(*)"
        f" FROM {asked.source('event')} {joined} {asked.where}"
        " GROUP BY place.id, event.type",
        asked.values,
    )
    return [Scene(*row) for row in rows]


def _statements(db: sqlite3.Connection, question: Question) -> Conditions:
    asked = Conditions(db, question, whole=True)
    restrict_statements(asked)
    return asked


def _events(db: sqlite3.Connection, question: Question) -> Conditions:
    asked = Conditions(db, question, whole=True)
    restrict_events(asked)
    return asked


def _days(db: sqlite3.Connection, table: str, column: str, asked: Conditions) -> list[Tally]:
    bounded = asked.question.since and asked.question.until
    asked.add(f"{table}.{column} IS NOT NULL")
    # The + as above: in the order of days, all days would be gone through.
    grouped = f"+{table}.{column}" if bounded else f"{table}.{column}"
    rows = db.execute(
        f"SELECT {table}.{column}, count(*) FROM {asked.source(table)} {asked.where}"
        f" GROUP BY {grouped} ORDER BY {grouped}",
        asked.values,
    )
    return [Tally(*row) for row in rows]
