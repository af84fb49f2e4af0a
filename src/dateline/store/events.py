"""Events that answer a question."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.store.bodies import Wordings
from dateline.store.chosen import first_events
from dateline.store.question import Question
from dateline.store.reviews import verdict_of


@dataclass(frozen=True, slots=True)
class EventFound:
    """What one story tells of one event."""

    event: int
    """Its number in the chronicle."""
    story: int
    id: str
    """Its id in the story's record."""
    type: str
    mode: str | None
    cameo: str | None
    status: str
    begin: str | None
    until: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    speaker: str | None
    """On whose word; None where the story itself tells it."""
    intensity: float | None
    confidence: float
    incident: int | None
    trigger: str
    sentence: str
    title: str | None
    outlet: str | None
    published: str | None
    reviewed: str | None
    """What a person said of it: accepted or corrected; None where nobody did."""


def events(db: sqlite3.Connection, question: Question) -> Iterator[EventFound]:
    """The events for which all parts of `question` hold, in the order of happening.

    `words` are looked for in the story. Raises QueryError.
    """
    numbers = first_events(db, question)
    marks = ", ".join("?" * len(numbers))
    rows = db.execute(
        f"SELECT event.*, {verdict_of('event')}, story.title, story.outlet,"
        " story.day AS published, actor.name AS who FROM event JOIN story ON story.id = event.story"
        f" LEFT JOIN actor ON actor.id = event.speaker WHERE event.id IN ({marks})"
        " ORDER BY event.begin NULLS LAST, event.id",
        numbers,
    ).fetchall()
    texts = Wordings(db)
    for row in rows:
        text = texts[row["story"]]
        yield EventFound(
            event=row["id"],
            story=row["story"],
            id=row["ref"],
            type=row["type"],
            mode=row["mode"],
            cameo=row["cameo"],
            status=row["status"],
            begin=row["begin"],
            until=row["until"],
            actors=parties(db, row["id"], 0),
            recipients=parties(db, row["id"], 1),
            places=_places(db, row["id"]),
            speaker=row["who"],
            intensity=row["intensity"],
            confidence=row["confidence"],
            incident=row["incident"],
            trigger=text.words(json.loads(row["spans"])),
            sentence=text.words([[row["at"], row["till"]]]),
            title=row["title"],
            outlet=row["outlet"],
            published=row["published"],
            reviewed=row["reviewed"],
        )


def parties(db: sqlite3.Connection, event: int, side: int) -> tuple[str, ...]:
    """The names of those on one side of an event: 0 for actors, 1 for recipients."""
    rows = db.execute(
        "SELECT name FROM party JOIN actor ON actor.id = party.actor"
        " WHERE event = ? AND side = ? ORDER BY party.actor",
        (event, side),
    )
    return tuple(row[0] for row in rows)


def _places(db: sqlite3.Connection, event: int) -> tuple[str, ...]:
    rows = db.execute(
        "SELECT name FROM scene JOIN place ON place.id = scene.place WHERE event = ?", (event,)
    )
    return tuple(row[0] for row in rows)
