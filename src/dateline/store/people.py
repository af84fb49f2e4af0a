"""One actor across the stories: names, offices, counterparts."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.store import names
from dateline.store.names import Meant
from dateline.store.question import Question
from dateline.store.tallies import Kinds, kinds

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
    """Of the LOOKED_AT latest events, where there are more."""


def person(db: sqlite3.Connection, name: str, done: Kinds | None = None) -> ActorFound:
    """The actor called `name`, with all who are meant by it. `done`: what `tallies.kinds` says of
    it, if that is known. Raises QueryError for nobody."""
    meant = names.actors(db, name)
    ranked = db.execute(
        "SELECT id, name, kind, home, (SELECT count(*) FROM appearance WHERE actor = id) AS seen"
        f" FROM actor WHERE {meant.condition} ORDER BY kind <> 'state', seen DESC, id LIMIT ?",
        (SHOWN,),
    ).fetchall()
    main = ranked[0]
    stories = db.execute(
        "SELECT count(DISTINCT story), min(day), max(day) FROM appearance"
        f" WHERE {meant.among('actor')}"
    ).fetchone()
    said = db.execute(f"SELECT count(*) FROM statement WHERE {meant.among('speaker')}").fetchone()
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
        statements=said[0],
        events=tuple((t.name, t.count) for t in (done or kinds(db, Question(actor=name))).types),
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


def _counterparts(db: sqlite3.Connection, meant: Meant) -> tuple[Counterpart, ...]:
    """Those who share most events with the actors meant, of the latest events."""
    mine = meant.among("actor")
    rows = db.execute(
        f"WITH mine AS MATERIALIZED (SELECT DISTINCT begin, event FROM party WHERE {mine}"
        f" ORDER BY begin DESC, event DESC LIMIT {LOOKED_AT})"
        " SELECT actor.id, actor.name, party.type, count(DISTINCT party.event) FROM mine"
        " JOIN party USING (event) JOIN actor ON actor.id = party.actor"
        f" WHERE (party.{mine}) IS NOT 1 GROUP BY actor.id, party.type"
    )
    shared: dict[int, list[tuple[str, int]]] = {}
    called: dict[int, str] = {}
    for actor, name, kind, count in rows:
        called[actor] = name
        shared.setdefault(actor, []).append((kind, count))
    ranked = sorted(shared, key=lambda a: (-_total(shared[a]), called[a]))[:SHOWN]
    return tuple(
        Counterpart(called[a], _total(shared[a]), tuple(sorted(shared[a], key=lambda t: -t[1])))
        for a in ranked
    )


def _total(shared: Sequence[tuple[str, int]]) -> int:
    return sum(count for _, count in shared)
