"""The parts of a question as conditions in SQL."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Final, get_args

from dateline.errors import QueryError
from dateline.record.claims import PloverType, Status
from dateline.store import names
from dateline.store.names import MANY, Meant
from dateline.store.question import Question
from dateline.store.terms import match_of

_PARTICIPANT: Final = {
    "appearance": ("story", "actor"),
    "named": ("story", "place"),
    "party": ("event", "actor"),
    "scene": ("event", "place"),
}
"""Tables that join a thing with those who take part: the column of each."""

SHORT: Final = 400
"""Days in which things are few beside those of all times."""


class Conditions:
    """Collects conditions and their values for one statement."""

    def __init__(self, db: sqlite3.Connection, question: Question, *, whole: bool = False) -> None:
        """`whole`: all that is found will be read (to count it), not the first rows alone."""
        self._db = db
        self._whole = whole
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

    def involved(self, table: str, key: str, meant: Meant, more: str = "") -> None:
        """Somebody (or some place) that is meant takes part in the thing whose row is `key`.

        `more`: a further condition on the joining table. Few rows are listed, many are looked up
        for each candidate (unless all of all days are read), so that neither a rare nor a common
        name reads the whole table.
        """
        thing, member = _PARTICIPANT[table]
        kind = "place" if member == "place" else "actor"
        of = f"{member} IN (SELECT id FROM {kind} WHERE {meant.condition}) {more}"
        count = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {of} LIMIT {MANY})"
        everything = self._whole and not self._short()
        if everything or self._db.execute(count).fetchone()[0] < MANY:
            self.add(f"{key} IN (SELECT {thing} FROM {table} WHERE {of})")
        else:
            # The + keeps the index of `member` out: a country has thousands of actors to look up.
            self.add(f"EXISTS (SELECT 1 FROM {table} WHERE {thing} = {key} AND +{of})")

    def _short(self) -> bool:
        """Whether the days asked for leave few candidates."""
        since, until = self.question.days()
        if since is None or until is None:
            return False
        return (date.fromisoformat(until) - date.fromisoformat(since)).days < SHORT

    def one_of(self, column: str, meant: Meant) -> None:
        """The actor in `column` is one of those meant."""
        self.add(f"{column} IN (SELECT id FROM actor WHERE {meant.condition})")

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


def _one_of(what: str, given: str | None, known: tuple[str, ...]) -> str | None:
    """The word of `known` that `given` is, whatever its case."""
    if given is None:
        return None
    for word in known:
        if word.casefold() == given.casefold():
            return word
    raise QueryError(f"{given!r} is no {what}; there are {', '.join(known)}")
