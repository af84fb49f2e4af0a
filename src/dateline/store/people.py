"""One actor across the stories: names, offices, counterparts."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.store import names
from dateline.store.names import Meant

SHOWN = 12
"""Counterparts, namesakes and offices told at most."""
LOOKED_AT = 20_000
"""Events in which counterparts are looked for: a country may have a million."""


@dataclass(frozen=True, slots=True)
class Office:
    """A role that stories give an actor."""

    title: str
    of: str
    """Organisation or country; empty where no story says."""
    first: str | None
    """Days of the first and the last story that gives it."""
    last: str | None
    stories: int


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody on the other side of events, or beside the actor in them."""

    name: str
    events: int
    types: tuple[tuple[str, int], ...]
    """PLOVER types and how many events of each."""


@dataclass(frozen=True, slots=True)
class ActorFound:
    """What the chronicle knows of an actor."""

    asked: str
    """The name that was asked for."""
    name: str
    kind: str
    country: str | None
    spellings: tuple[str, ...]
    """All names that stories have, the actor's most usual one first."""
    others: tuple[str, ...]
    """Other actors who are meant by the same name, told of here as well."""
    stories: int
    first: str | None
    last: str | None
    offices: tuple[Office, ...]
    statements: int
    events: tuple[tuple[str, int], ...]
    """PLOVER types of the events it takes part in, and how many."""
    counterparts: tuple[Counterpart, ...]
    """Of the LOOKED_AT events that came in last, where there are more."""


def person(db: sqlite3.Connection, name: str) -> ActorFound:
    """The actor called `name`, with all who are meant by it. Raises QueryError for nobody."""
    meant = names.actors(db, name)
    ranked = db.execute(
        "SELECT id, name, kind, home, (SELECT count(*) FROM appearance WHERE actor = id) AS seen"
        f" FROM actor WHERE {meant.condition} ORDER BY kind <> 'state', seen DESC, id LIMIT ?",
        (SHOWN,),
    ).fetchall()
    main = ranked[0]
    mine = f"(SELECT id FROM actor WHERE {meant.condition})"
    stories = db.execute(
        "SELECT count(*), min(day), max(day) FROM story WHERE id IN"
        f" (SELECT story FROM appearance WHERE actor IN {mine})"
    ).fetchone()
    said = db.execute(f"SELECT count(*) FROM statement WHERE speaker IN {mine}").fetchone()[0]
    return ActorFound(
        asked=name,
        name=main["name"],
        kind=main["kind"],
        country=main["home"],
        spellings=_spellings(db, main["id"], main["name"]),
        others=tuple(row["name"] for row in ranked[1:]),
        stories=stories[0],
        first=stories[1],
        last=stories[2],
        offices=_offices(db, main["id"]),
        statements=said,
        events=_types(db, mine),
        counterparts=_counterparts(db, meant),
    )


def _spellings(db: sqlite3.Connection, actor: int, name: str) -> tuple[str, ...]:
    rows = db.execute("SELECT name FROM spelling WHERE actor = ? ORDER BY id", (actor,))
    return tuple(dict.fromkeys([name, *(row[0] for row in rows)]))


def _offices(db: sqlite3.Connection, actor: int) -> tuple[Office, ...]:
    rows = db.execute(
        "SELECT role.title, role.of, min(story.day), max(story.day), count(*) AS stories FROM role"
        " JOIN story ON story.id = role.story WHERE actor = ?"
        " GROUP BY lower(role.title), role.of ORDER BY min(story.day), stories DESC LIMIT ?",
        (actor, SHOWN),
    )
    return tuple(Office(*row) for row in rows)


def _types(db: sqlite3.Connection, mine: str) -> tuple[tuple[str, int], ...]:
    rows = db.execute(
        "SELECT type, count(*) AS events FROM event WHERE id IN"
        f" (SELECT event FROM party WHERE actor IN {mine})"
        " GROUP BY type ORDER BY events DESC, type"
    )
    return tuple((row[0], row[1]) for row in rows)


def _counterparts(db: sqlite3.Connection, meant: Meant) -> tuple[Counterpart, ...]:
    """Those who share most events with the actors meant, of the events that came in last."""
    rows = db.execute(
        "WITH mine AS MATERIALIZED (SELECT DISTINCT event FROM party"
        f" WHERE actor IN (SELECT id FROM actor WHERE {meant.condition})"
        f" ORDER BY event DESC LIMIT {LOOKED_AT})"
        " SELECT actor.id, actor.name, event.type, count(DISTINCT event.id) FROM mine"
        " JOIN party USING (event) JOIN actor ON actor.id = party.actor"
        f" JOIN event ON event.id = party.event WHERE (actor.{meant.condition}) IS NOT 1"
        " GROUP BY actor.id, event.type"
    )
    types: dict[int, list[tuple[str, int]]] = {}
    called: dict[int, str] = {}
    for actor, name, kind, count in rows:
        called[actor] = name
        types.setdefault(actor, []).append((kind, count))
    ranked = sorted(types, key=lambda a: (-_total(types[a]), called[a]))[:SHOWN]
    return tuple(
        Counterpart(called[a], _total(types[a]), tuple(sorted(types[a], key=lambda t: -t[1])))
        for a in ranked
    )


def _total(types: Sequence[tuple[str, int]]) -> int:
    return sum(count for _, count in types)
