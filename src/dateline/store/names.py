"""Who and where is meant by a name that a user gives."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.errors import QueryError
from dateline.knowledge.countries import countries
from dateline.store.identity import folded, format_key
from dateline.store.terms import match_of

MANY = 20_000
"""Rows from which on it is quicker to look at each candidate than to list all rows first."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Actors or places: those of a country, or those with these row numbers."""

    name: str
    """As the user gave it."""
    country: str | None
    rows: tuple[int, ...]

    @property
    def condition(self) -> str:
        """SQL that holds for a row of the table, which must go by its own name."""
        if self.country:
            return f"country = '{self.country}'"
        return self.listed("id")

    def among(self, column: str) -> str:
        """SQL that holds in a table that has, beside the row number in `column`, the country."""
        return f"country = '{self.country}'" if self.country else self.listed(column)

    def listed(self, column: str) -> str:
        """SQL that holds where a column has one of the row numbers."""
        return f"{column} IN ({', '.join(map(str, self.rows))})"


def actors(db: sqlite3.Connection, name: str) -> Meant:
    """The actors meant by `name`.

    The name or code of a country means all of it: the state, its organs, officials and people.
    Any other name means the actors of whom some story has a spelling with all these words.
    Raises QueryError where the chronicle has none.
    """
    return _meant(
        db,
        name,
        "SELECT DISTINCT actor FROM actor_name JOIN spelling ON spelling.id = actor_name.rowid"
        " WHERE actor_name MATCH ?",
        "actor",
    )


def places(db: sqlite3.Connection, name: str) -> Meant:
    """The places meant by `name`, in the same way: all of a country, else those so called."""
    return _meant(db, name, "SELECT rowid FROM place_name WHERE place_name MATCH ?", "place")


def formats(db: sqlite3.Connection, name: str) -> Meant:
    """The mediation formats meant by `name`: the one that is called so, else those in whose names
    all its words stand, that of most stories first. Raises QueryError where there is none."""
    rows = db.execute(
        "SELECT id FROM format WHERE key = ? AND EXISTS"
        " (SELECT 1 FROM naming WHERE format = format.id)",
        (format_key(name),),
    ).fetchall()
    rows = (
        rows
        or db.execute(
            "SELECT naming.format FROM naming WHERE naming.format IN"
            " (SELECT rowid FROM format_name WHERE format_name MATCH ?) GROUP BY naming.format"
            " ORDER BY count(*) DESC, naming.format LIMIT 500",
            (match_of(name),),
        ).fetchall()
    )
    if not rows:
        raise QueryError(f"no mediation format of this chronicle is called {name!r}")
    return Meant(name, None, tuple(row[0] for row in rows))


def _meant(db: sqlite3.Connection, name: str, query: str, what: str) -> Meant:
    code = country_of(name)
    if code:
        return Meant(name, code, ())
    rows = tuple(row[0] for row in db.execute(f"{query} LIMIT 500", (match_of(name),)))
    if not rows:
        raise QueryError(f"no {what} of this chronicle is called {name!r}")
    return Meant(name, None, rows)


def country_of(name: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of a country's name, adjective or code; None for the rest."""
    if name in countries():
        return name
    return _countries().get(folded(name))


@cache
def _countries() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for code, country in countries().items():
        for name in (country.name, *country.variants, *country.adjectives):
            names.setdefault(folded(name), code)
    return names
