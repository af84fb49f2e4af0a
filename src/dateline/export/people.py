"""Actors and places across the stories, as an export has them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dateline.export.select import in_stories
from dateline.store.conditions import Conditions
from dateline.store.question import Question


def actors(db: sqlite3.Connection, question: Question) -> Iterator[dict[str, Any]]:
    """The actors of the stories that fit; `actor` names them. All counts are of these stories."""
    asked = in_stories(db, replace(question, actor=None))
    whose = Conditions(db, question)
    where, values = asked.where or "WHERE 1", list(asked.values)
    named = f"AND actor.{whose.actor(question.actor).condition}" if question.actor else ""
    rows = db.execute(
        "SELECT actor.id, actor.key, actor.name, actor.kind, actor.country,"
        " count(*) AS stories, sum(mentions) AS mentions, min(story.day) AS first,"
        " max(story.day) AS last FROM actor JOIN appearance ON appearance.actor = actor.id"
        f" JOIN story ON story.id = appearance.story {where} {named}"
        " GROUP BY actor.id ORDER BY actor.id",
        values,
    )
    for row in rows:
        of = (row["id"], *values)
        yield {
            "actor": row["id"],
            "actor_key": row["key"],
            "name": row["name"],
            "kind": row["kind"],
            "country": row["country"],
            "spellings": _column(
                db, "SELECT name FROM spelling WHERE actor = ? ORDER BY id", row["id"]
            ),
            "offices": _offices(db, where, of),
            "stories": row["stories"],
            "mentions": row["mentions"],
            "first": row["first"],
            "last": row["last"],
            "statements": _count(db, "statement", "statement.speaker = ?", where, of),
            "addressed": _count(db, "statement", "statement.addressee = ?", where, of),
            "acting": _count(db, "event", _side(0), where, of),
            "acted_upon": _count(db, "event", _side(1), where, of),
        }


def places(db: sqlite3.Connection, question: Question) -> Iterator[dict[str, Any]]:
    """The places of the stories that fit; `place` names them. All counts are of these stories."""
    asked = in_stories(db, replace(question, place=None))
    whose = Conditions(db, question)
    where, values = asked.where or "WHERE 1", list(asked.values)
    named = f"AND place.{whose.place(question.place).condition}" if question.place else ""
    rows = db.execute(
        "SELECT place.*, count(*) AS stories, min(story.day) AS first, max(story.day) AS last"
        " FROM place JOIN named ON named.place = place.id"
        f" JOIN story ON story.id = named.story {where} {named}"
        " GROUP BY place.id ORDER BY place.id",
        values,
    )
    happened = "event.id IN (SELECT event FROM scene WHERE place = ?)"
    for row in rows:
        yield {
            "place": row["id"],
            "place_key": row["key"],
            "name": row["name"],
            "kind": row["kind"],
            "country": row["country"],
            "latitude": row["lat"],
            "longitude": row["lon"],
            "geonames_id": row["geonames_id"],
            "stories": row["stories"],
            "first": row["first"],
            "last": row["last"],
            "events": _count(db, "event", happened, where, (row["id"], *values)),
        }


def _side(side: int) -> str:
    return f"event.id IN (SELECT event FROM party WHERE side = {side} AND actor = ?)"


def _count(
    db: sqlite3.Connection, table: str, which: str, where: str, values: tuple[object, ...]
) -> int:
    """How many rows of `table` there are in the stories that fit."""
    query = (
        f"SELECT count(*) FROM {table} JOIN story ON story.id = {table}.story"
        f" WHERE {which} AND {where.removeprefix('WHERE ')}"
    )
    return int(db.execute(query, values).fetchone()[0])


def _offices(db: sqlite3.Connection, where: str, values: tuple[object, ...]) -> list[str]:
    """The offices that the stories give an actor, the most usual first."""
    return _column(
        db,
        "SELECT role.title || CASE WHEN of = '' THEN '' ELSE ' (' || of || ')' END FROM role"
        f" JOIN story ON story.id = role.story WHERE role.actor = ? AND"
        f" {where.removeprefix('WHERE ')} GROUP BY lower(role.title), of"
        " ORDER BY count(*) DESC, role.title",
        *values,
    )


def _column(db: sqlite3.Connection, query: str, *values: object) -> list[str]:
    return [row[0] for row in db.execute(query, values)]
