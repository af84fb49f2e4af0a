"""The parts of a question as conditions in SQL."""

from __future__ import annotations

import sqlite3
from typing import Final, get_args

from dateline.errors import QueryError
from dateline.record.claims import PloverType, Status
from dateline.store import names
from dateline.store.names import MANY, Meant
from dateline.store.question import Question
from dateline.store.terms import match_of

_TAKING: Final = {
    "appearance": ("story", "actor"),
    "named": ("story", "place"),
    "party": ("event", "actor"),
    "scene": ("event", "place"),
}
"""Tables that join a thing with those who take part: the column of each. Beside it stands the
country of the latter."""


class Conditions:
    """Collects conditions and their values for one statement."""

    def __init__(self, db: sqlite3.Connection, question: Question) -> None:
        self._db = db
        self.question = question
        self._parts: list[str] = []
        self._values: list[object] = []

    def add(self, condition: str, *values: object) -> None:
        """One more condition that must hold."""
        self._parts.append(condition)
        self._values.extend(values)

    @property
    def where(self) -> str:
        """The WHERE clause, or nothing."""
        return f"WHERE {' AND '.join(self._parts)}" if self._parts else ""

    @property
    def values(self) -> list[object]:
        """The values of the question marks in `where`."""
        return self._values

    def source(self, table: str) -> str:
        """The table, with its stories where the question is about them: an index alone is
        quicker."""
        joined = f"{table} JOIN story ON story.id = {table}.story"
        return joined if self.question.source else table

    def days(self, first: str, last: str | None = None) -> None:
        """What begins with `first` and ends with `last` overlaps the days asked for."""
        since, until = self.question.days()
        if since and until and last:
            # Two looks into indexes; one condition on both days would read all before `until`.
            inside = f"{first} BETWEEN ? AND ?"
            into = f"{last} > {first} AND {last} >= ? AND {first} < ?"
            self.add(f"({inside} OR ({into}))", since, until, since, since)
            return
        if since:
            self.add(f"coalesce({last}, {first}) >= ?" if last else f"{first} >= ?", since)
        if until:
            self.add(f"{first} <= ?", until)

    def text(self, table: str, key: str, query: str) -> None:
        """The full-text index `table` finds the row `key` for the words of `query`."""
        self.add(f"{key} IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", match_of(query))

    def outlet(self, key: str) -> None:
        """The story comes from the source asked for."""
        if self.question.source:
            wanted = self.question.source.replace("\\", "\\\\").replace("%", "\\%")
            self.add(f"{key} LIKE ? ESCAPE '\\'", f"%{wanted.replace('_', chr(92) + '_')}%")

    def involved(self, table: str, key: str, meant: Meant, *, whole: bool = False) -> None:
        """Somebody (or some place) that is meant takes part in the thing whose row is `key`.

        Few rows are listed, many are looked up for each candidate, so that neither a rare nor a
        common name reads the whole table. With `whole` they are listed: all things will be read.
        """
        thing, member = _TAKING[table]
        of = f"FROM {table} WHERE {meant.among(member)}"
        count = f"SELECT count(*) FROM (SELECT 1 {of} LIMIT {MANY})"
        if whole or self._db.execute(count).fetchone()[0] < MANY:
            self.add(f"{key} IN (SELECT {thing} {of})")
        else:
            self.add(takes_part(table, key, meant))

    def one_of(self, column: str, meant: Meant) -> None:
        """The actor in `column` is one of those meant."""
        self.add(is_one_of(column, meant))

    def actor(self, name: str) -> Meant:
        """The actors called `name`."""
        return names.actors(self._db, name)

    def place(self, name: str) -> Meant:
        """The places called `name`."""
        return names.places(self._db, name)

    def format(self, name: str) -> Meant:
        """The mediation formats called `name`."""
        return names.formats(self._db, name)

    def type(self) -> str | None:
        """The PLOVER type asked for. Raises QueryError where there is none of that name."""
        return _one_of("type", self.question.type, get_args(PloverType))

    def status(self) -> str | None:
        """The status asked for. Raises QueryError where there is none of that name."""
        return _one_of("status", self.question.status, get_args(Status))


def is_one_of(column: str, meant: Meant) -> str:
    """SQL that holds where the actor in `column` is one of those meant."""
    return f"{column} IN (SELECT id FROM actor WHERE {meant.condition})"


def takes_part(table: str, key: str, meant: Meant) -> str:
    """SQL that holds where one who is meant takes part in the thing whose row is `key`."""
    thing, member = _TAKING[table]
    # The + keeps the index of members out: it would read all that they take part in.
    return f"EXISTS (SELECT 1 FROM {table} WHERE {thing} = {key} AND +{meant.among(member)})"


def _one_of(what: str, given: str | None, known: tuple[str, ...]) -> str | None:
    """The word of `known` that `given` is, whatever its case."""
    if given is None:
        return None
    for word in known:
        if word.casefold() == given.casefold():
            return word
    raise QueryError(f"{given!r} is no {what}; there are {', '.join(known)}")
