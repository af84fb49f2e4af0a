"""What the machine was unsure of and nobody has looked at: work for a reviewer."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from dateline.record.brief.labels import labels
from dateline.review.families import WARNING
from dateline.store.bodies import Wordings
from dateline.store.events import parties

SURE: Final = 0.65
"""Events of a lower confidence are unsure."""
USUAL: Final = "place_unknown"
"""The warning that is left out unless it is asked for: most are of streets and villages."""

_OPEN: Final = (
    "NOT EXISTS (SELECT 1 FROM review WHERE review.story = {table}.story AND value = {value}"
    " AND later IS NULL AND undone IS NULL AND again IS NULL)"
)
_EVENTS: Final = f"confidence < ? AND {_OPEN.format(table='event', value='event.ref')}"
_WARNINGS: Final = "(code = ?1 OR (?1 IS NULL AND code <> ?2)) AND " + _OPEN.format(
    table="doubt", value=f"'{WARNING}' || doubt.number"
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that somebody should look at."""

    story: int
    value: str
    """Its id in the record."""
    what: str
    """An event in plain words, or the message of a warning."""
    who: str
    """Of an event, those who take part."""
    words: str
    """Its sentence, or the words that the warning is about."""
    title: str | None
    outlet: str | None
    day: str | None
    """ISO day of publication."""
    confidence: float | None
    """Of an event, 0 to 1."""


def unsure_events(db: sqlite3.Connection, type: str | None, limit: int, offset: int) -> list[Doubt]:
    """Events of low confidence that nobody has reviewed, the least sure first; of one PLOVER type
    if it is given."""
    rows = db.execute(
        "SELECT event.*, story.title, story.outlet, story.day FROM event"
        f" JOIN story ON story.id = event.story WHERE {_EVENTS}"
        " AND event.type = coalesce(?, event.type)"
        " ORDER BY confidence, event.id LIMIT ? OFFSET ?",
        (SURE, type, limit, offset),
    ).fetchall()
    texts = Wordings(db)
    return [
        Doubt(
            row["story"],
            row["ref"],
            labels().event(row["type"], row["mode"]),
            " → ".join(", ".join(s) for s in (parties(db, row["id"], n) for n in (0, 1)) if s),
            texts[row["story"]].words([[row["at"], row["till"]]]),
            row["title"],
            row["outlet"],
            row["day"],
            row["confidence"],
        )
        for row in rows
    ]


def warnings(db: sqlite3.Connection, code: str | None, limit: int, offset: int) -> list[Doubt]:
    """Warnings that nobody has seen to, of one code if it is given; those of the latest stories
    first."""
    rows = db.execute(
        "SELECT doubt.*, story.title, story.outlet, story.day FROM doubt"
        f" JOIN story ON story.id = doubt.story WHERE {_WARNINGS}"
        " ORDER BY doubt.story DESC, doubt.number LIMIT ?3 OFFSET ?4",
        (code, USUAL, limit, offset),
    ).fetchall()
    texts = Wordings(db)
    return [
        Doubt(
            row["story"],
            f"{WARNING}{row['number']}",
            row["message"],
            "",
            "" if row["at"] is None else texts[row["story"]].words([[row["at"], row["till"]]]),
            row["title"],
            row["outlet"],
            row["day"],
            None,
        )
        for row in rows
    ]


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many events are unsure, and how many warnings are open (without the usual ones)."""

    def open_(all_: str, seen: str, value: str | float) -> int:
        known = f"{seen} AND review.later IS NULL AND undone IS NULL AND again IS NULL"
        of_all, of_seen = (db.execute(query, (value,)).fetchone()[0] for query in (all_, known))
        return int(of_all - of_seen)

    # CROSS: reviews first, which are few beside events and doubts.
    return {
        "unsure": open_(
            "SELECT count(*) FROM event WHERE confidence < ?",
            "SELECT count(DISTINCT event.id) FROM review CROSS JOIN event"
            " ON event.story = review.story AND event.ref = review.value WHERE confidence < ?",
            SURE,
        ),
        "warnings": open_(
            "SELECT count(*) FROM doubt WHERE code <> ?",
            "SELECT count(DISTINCT review.value || ' ' || review.story) FROM review"
            " CROSS JOIN doubt"
            f" ON doubt.story = review.story AND review.value = '{WARNING}' || doubt.number"
            " WHERE code <> ?",
            USUAL,
        ),
    }


def codes(db: sqlite3.Connection) -> list[tuple[str, int]]:
    """The codes of warnings, and how many there are of each."""
    rows = db.execute("SELECT code, count(*) FROM doubt GROUP BY code ORDER BY code")
    return [(row[0], row[1]) for row in rows]
