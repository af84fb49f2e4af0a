"""One mediation format across the stories: who belongs to it as what, since when, what for."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.store import names
from dateline.store.bodies import Wordings
from dateline.store.formats import count_meetings

SHOWN: Final = 60
"""Members and facts told at most."""
LATEST: Final = 12
"""Tellings."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a story."""

    story: int
    id: str
    """The format's id in the story's record."""
    words: str
    """The sentence."""
    title: str | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class MemberTold:
    """An actor as a member in one role."""

    name: str
    role: str | None
    """co-chair, mediator, party, host, guarantor, observer; None where stories give none."""
    stories: int
    first: Cited
    """The first story that has it."""


@dataclass(frozen=True, slots=True)
class FactTold:
    """Since when, what for, or how it stands to another format."""

    kind: str
    """`since`, `purpose`, or the kind of a relation (complements, under, ...)."""
    value: str
    """EDTF, words, or what stories call the other format."""
    known: bool
    """Whether the value is the name of a format of this chronicle."""
    stories: int
    first: Cited


@dataclass(frozen=True, slots=True)
class FormatFound:
    """What the chronicle knows of a mediation format."""

    asked: str
    """The name that was asked for."""
    format: int
    name: str
    others: tuple[str, ...]
    """Other formats whose names have the words that were asked for."""
    stories: int
    first: str | None
    """ISO days of the first and the last story that names it."""
    last: str | None
    meetings: int
    """Events that it takes part in, or that are held under it."""
    members: tuple[MemberTold, ...]
    """Those whom most stories have first; an actor may stand in several roles."""
    since: tuple[FactTold, ...]
    purposes: tuple[FactTold, ...]
    relations: tuple[FactTold, ...]
    """How it stands to others, as stories tell it."""
    related: tuple[FactTold, ...]
    """How stories tell that others stand to it: `value` is the other."""
    tellings: tuple[Cited, ...]
    """The latest stories that name it."""


def format(db: sqlite3.Connection, name: str) -> FormatFound:
    """The format called `name`: by its whole name, else the one of most stories with its words.

    Raises QueryError where the chronicle has none.
    """
    number, *others = names.formats(db, name).rows
    told = db.execute(
        "SELECT count(DISTINCT naming.story), min(day), max(day) FROM naming"
        " JOIN story ON story.id = naming.story WHERE format = ?",
        (number,),
    ).fetchone()
    cite = _Cites(db)
    facts = _facts(db, cite, number)
    return FormatFound(
        asked=name,
        format=number,
        name=_name(db, number),
        others=tuple(_name(db, other) for other in others),
        stories=told[0],
        first=told[1],
        last=told[2],
        meetings=count_meetings(db, number),
        members=_members(db, cite, number),
        since=tuple(f for f in facts if f.kind == "since"),
        purposes=tuple(f for f in facts if f.kind == "purpose"),
        relations=tuple(f for f in facts if f.kind not in ("since", "purpose")),
        related=_related(db, cite, number),
        tellings=_tellings(db, cite, number),
    )


class _Cites:
    """Sentences of stories, with what the story is."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._texts = Wordings(db)

    def __call__(self, row: sqlite3.Row) -> Cited:
        return Cited(
            story=row["story"],
            id=row["ref"],
            words=self._texts[row["story"]].words([[row["at"], row["till"]]]),
            title=row["title"],
            outlet=row["outlet"],
            published=row["day"],
        )


_STORY: Final = "story.title, story.outlet, story.day"
_EARLIEST: Final = "min(coalesce(story.day, '9999') || printf('%012d', story.id))"
"""Of the rows of a group the one with the least is taken: SQLite takes other columns from it."""


def _members(db: sqlite3.Connection, cite: _Cites, number: int) -> tuple[MemberTold, ...]:
    rows = db.execute(
        "SELECT membership.*, actor.name, count(DISTINCT story.id) AS stories,"
        f" sum(count(DISTINCT story.id)) OVER (PARTITION BY actor.id) AS whole, {_STORY},"
        f" {_EARLIEST} FROM membership JOIN actor ON actor.id = membership.actor"
        " JOIN story ON story.id = membership.story WHERE format = ? GROUP BY actor.id, role"
        " ORDER BY whole DESC, actor.id, stories DESC, role = '', role LIMIT ?",
        (number, SHOWN),
    ).fetchall()
    return tuple(
        MemberTold(row["name"], row["role"] or None, row["stories"], cite(row)) for row in rows
    )


def _facts(db: sqlite3.Connection, cite: _Cites, number: int) -> tuple[FactTold, ...]:
    return _told(db, cite, "format_fact.format = ?", number, "value")


def _related(db: sqlite3.Connection, cite: _Cites, number: int) -> tuple[FactTold, ...]:
    """Facts of others that name this one; their `value` is the name of the other."""
    of_others = "format_fact.value = ? AND kind NOT IN ('since', 'purpose')"
    return _told(db, cite, of_others, _name(db, number), "own")


def _told(
    db: sqlite3.Connection, cite: _Cites, condition: str, value: object, column: str
) -> tuple[FactTold, ...]:
    rows = db.execute(
        f"SELECT format_fact.*, format.name AS own, count(DISTINCT story.id) AS stories, {_STORY},"
        f" {_EARLIEST}, EXISTS (SELECT 1 FROM format AS other WHERE other.name = value) AS known"
        " FROM format_fact JOIN format ON format.id = format_fact.format"
        f" JOIN story ON story.id = format_fact.story WHERE {condition}"
        " GROUP BY format.id, kind, value ORDER BY kind, stories DESC, value LIMIT ?",
        (value, SHOWN),
    ).fetchall()
    return tuple(
        FactTold(
            kind=row["kind"],
            value=row[column],
            known=column == "own" or bool(row["known"]),
            stories=row["stories"],
            first=cite(row),
        )
        for row in rows
    )


def _tellings(db: sqlite3.Connection, cite: _Cites, number: int) -> tuple[Cited, ...]:
    rows: Sequence[sqlite3.Row] = db.execute(
        f"SELECT naming.*, {_STORY} FROM naming JOIN story ON story.id = naming.story"
        " WHERE format = ? ORDER BY story.day DESC, story.id DESC LIMIT ?",
        (number, LATEST),
    ).fetchall()
    return tuple(map(cite, rows))


def _name(db: sqlite3.Connection, number: int) -> str:
    return str(db.execute("SELECT name FROM format WHERE id = ?", (number,)).fetchone()[0])
