"""Mediation formats across the stories: all of them, each with how much is told of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.store.conditions import Conditions
from dateline.store.question import Question

MEMBERS: Final = 8
"""Members told of a format in a list."""
SHARE: Final = 5
"""A list leaves out whom less than a fifth of the stories have that have the first member: many
tell of the same members, and one may have misread another."""


@dataclass(frozen=True, slots=True)
class MemberNamed:
    """A member in short."""

    name: str
    role: str | None
    """The role that most stories give it; None where none gives any."""
    stories: int
    """Stories that have it as a member."""


@dataclass(frozen=True, slots=True)
class FormatRow:
    """A mediation format in a list of formats."""

    format: int
    """Its number in the chronicle."""
    name: str
    stories: int
    """Stories that name it and fit the question."""
    first: str | None
    """ISO days of the first and the last of them."""
    last: str | None
    members: tuple[MemberNamed, ...]
    """Those whom most stories of the chronicle have as members; all of them are in `format`."""
    since: str | None
    """EDTF: the beginning that most stories give."""
    purpose: str | None
    meetings: int
    """Events that it takes part in, or that are held under it."""


def formats(db: sqlite3.Connection, question: Question) -> Iterator[FormatRow]:
    """The formats for which all parts of `question` hold, those of most stories first.

    `words` are of its name, `actor` is a member; days and source are of the stories that name it.
    Raises QueryError.
    """
    asked = Conditions(db, question)
    restrict(asked)
    rows = db.execute(
        "SELECT format.id, format.name, count(DISTINCT naming.story) AS stories,"
        " min(story.day) AS first, max(story.day) AS last FROM naming"
        " JOIN format ON format.id = naming.format JOIN story ON story.id = naming.story"
        f" {asked.where} GROUP BY format.id ORDER BY stories DESC, format.id LIMIT ? OFFSET ?",
        [*asked.values, question.limit, question.offset],
    ).fetchall()
    for row in rows:
        yield FormatRow(
            format=row["id"],
            name=row["name"],
            stories=row["stories"],
            first=row["first"],
            last=row["last"],
            members=_first(members(db, row["id"])),
            since=_usual(db, row["id"], "since"),
            purpose=_usual(db, row["id"], "purpose"),
            meetings=count_meetings(db, row["id"]),
        )


def restrict(asked: Conditions) -> None:
    """Conditions on rows of `naming` joined with `format` and `story`."""
    question = asked.question
    asked.days("story.day")
    asked.outlet("story.outlet")
    if question.under:
        asked.add(asked.format(question.under).listed("format.id"))
    if question.words:
        asked.text("format_name", "format.id", question.words)
    if question.actor:
        meant = asked.actor(question.actor).condition
        asked.add(
            "format.id IN (SELECT format FROM membership WHERE actor IN"
            f" (SELECT id FROM actor WHERE {meant}))"
        )


def members(db: sqlite3.Connection, format: int) -> tuple[MemberNamed, ...]:
    """The members of a format, those whom most stories have first."""
    rows = db.execute(
        "SELECT actor.id, actor.name, role, count(DISTINCT story) AS stories FROM membership"
        " JOIN actor ON actor.id = membership.actor WHERE format = ? GROUP BY actor.id, role"
        " ORDER BY role = '', stories DESC, role",
        (format,),
    ).fetchall()
    roles: dict[int, str | None] = {}
    for row in rows:
        roles.setdefault(row["id"], row["role"] or None)
    counts = db.execute(
        "SELECT actor, actor.name, count(DISTINCT story) AS stories FROM membership"
        " JOIN actor ON actor.id = membership.actor WHERE format = ?"
        " GROUP BY actor ORDER BY stories DESC, actor",
        (format,),
    )
    return tuple(MemberNamed(row["name"], roles[row["actor"]], row["stories"]) for row in counts)


def _first(found: tuple[MemberNamed, ...]) -> tuple[MemberNamed, ...]:
    """The members that a list tells."""
    return tuple(m for m in found if SHARE * m.stories >= found[0].stories)[:MEMBERS]


def count_meetings(db: sqlite3.Connection, format: int) -> int:
    """How many events a format takes part in, or are held under it."""
    query = "SELECT count(*) FROM meeting WHERE format = ?"
    return int(db.execute(query, (format,)).fetchone()[0])


def _usual(db: sqlite3.Connection, format: int, kind: str) -> str | None:
    """What most stories say of a format; of two, the first in order."""
    row = db.execute(
        "SELECT value FROM format_fact WHERE format = ? AND kind = ? GROUP BY value"
        " ORDER BY count(*) DESC, value LIMIT 1",
        (format, kind),
    ).fetchone()
    return str(row[0]) if row else None
