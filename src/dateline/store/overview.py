"""A chronicle at a glance."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.store.pairs import Busy, busiest
from dateline.store.question import Question
from dateline.store.tallies import Tally, speakers

RECENT: Final = timedelta(days=30)
"""Before the last day of the chronicle: what counts as its latest days."""


@dataclass(frozen=True, slots=True)
class Overview:
    """How much there is, and who speaks most in the latest days."""

    stories: int
    statements: int
    events: int
    actors: int
    undated: int
    """Stories without a date."""
    first: str | None
    """ISO day of the first dated story."""
    last: str | None
    since: str | None
    """First ISO day of the latest days."""
    loudest: tuple[Tally, ...]
    days: tuple[Tally, ...]
    """Stories published on each of the latest days that has any."""
    pairs: tuple[Busy, ...]
    """Who had most to do with whom in its latest events."""


def overview(db: sqlite3.Connection) -> Overview:
    """The chronicle at a glance."""
    first, last = db.execute("SELECT min(day), max(day) FROM story").fetchone()
    undated = db.execute("SELECT count(*) FROM story WHERE day IS NULL").fetchone()[0]
    since = (date.fromisoformat(last) - RECENT).isoformat() if last else None
    days = db.execute(
        "SELECT day, count(*) FROM story WHERE day >= ? GROUP BY day ORDER BY day", (since,)
    )
    return Overview(
        stories=_count(db, "story"),
        statements=_count(db, "statement"),
        events=_count(db, "event"),
        actors=_count(db, "actor WHERE EXISTS (SELECT 1 FROM appearance WHERE actor = actor.id)"),
        undated=undated,
        first=first,
        last=last,
        since=since,
        loudest=tuple(speakers(db, Question(since=since, until=last))) if since else (),
        days=tuple(Tally(*row) for row in days),
        pairs=tuple(busiest(db, last)),
    )


def _count(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in a list of actors."""

    name: str
    kind: str
    country: str | None
    stories: int
    statements: int


def actors(
    db: sqlite3.Connection, kind: str | None, country: str | None, limit: int, offset: int
) -> list[ActorRow]:
    """The actors who appear in most stories, of one kind or country (alpha-3) if it is given."""
    rows = db.execute(
        "SELECT name, kind, country, seen.stories,"
        " (SELECT count(*) FROM statement WHERE speaker = actor.id)"
        " FROM (SELECT actor, count(*) AS stories FROM appearance GROUP BY actor) AS seen"
        " JOIN actor ON actor.id = seen.actor"
        " WHERE kind = coalesce(?, kind) AND (? IS NULL OR country = ?)"
        " ORDER BY seen.stories DESC, actor.id LIMIT ? OFFSET ?",
        (kind, country, country, limit, offset),
    )
    return [ActorRow(*row) for row in rows]
