"""Who had most to do with whom in the latest days of a chronicle."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from dateline.knowledge.countries import countries

LOOKED_AT: Final = 3000
"""Events, the latest ones, so that the time does not grow with the chronicle."""
SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class Busy:
    """Two sides, and in how much both took part."""

    one: str
    """Names that a question for the pair may have."""
    other: str
    incidents: int


def busiest(db: sqlite3.Connection, until: str | None) -> list[Busy]:
    """The pairs of sides that took part in most incidents among the latest events to an ISO day,
    the busiest first.

    A country is one side, with all who stand for it; so is everyone else by themselves, but for
    peoples of no country ("civilians"). What did not happen does not count.
    """
    rows = db.execute(
        "WITH latest AS MATERIALIZED (SELECT id, coalesce(incident, -id) AS happening FROM event"
        " WHERE begin <= coalesce(?, '9999') AND status IN ('occurred', 'ongoing')"
        " ORDER BY begin DESC, id DESC LIMIT ?),"
        " side AS MATERIALIZED (SELECT DISTINCT latest.happening,"
        " coalesce(actor.country, 'actor ' || actor.id) AS key FROM latest"
        " JOIN party ON party.event = latest.id JOIN actor ON actor.id = party.actor"
        " WHERE actor.country IS NOT NULL OR actor.kind <> 'population')"
        " SELECT one.key, other.key, count(*) AS incidents FROM side AS one"
        " JOIN side AS other ON other.happening = one.happening AND one.key < other.key"
        " GROUP BY 1, 2 ORDER BY incidents DESC, 1, 2 LIMIT ?",
        (until, LOOKED_AT, SHOWN),
    )
    return [Busy(_name(db, one), _name(db, other), count) for one, other, count in rows]


def _name(db: sqlite3.Connection, key: str) -> str:
    """What a side is called."""
    if not key.startswith("actor "):
        known = countries().get(key)
        return known.name if known else key
    query = "SELECT name FROM actor WHERE id = ?"
    return str(db.execute(query, (key.removeprefix("actor "),)).fetchone()[0])
