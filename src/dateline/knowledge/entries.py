"""Entries of the lexicon: one for each name of each thing that the tables hold.

The roster's own are made in `dateline.knowledge.roster.entries`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from dateline.knowledge.countries import countries
from dateline.knowledge.roster.rows import Term
from dateline.knowledge.tables import read_table, split

EntryKind = Literal[
    "country",
    "disputed",
    "historical",
    "demonym",
    "capital",
    "seat",
    "igo",
    "organisation",
    "armed_group",
    "media",
    "person",
    "office",
    "prefix",
    "body",
    "population",
]
PROPER: frozenset[str] = frozenset(
    [
        "country",
        "disputed",
        "historical",
        "demonym",
        "capital",
        "seat",
        "igo",
        "organisation",
        "armed_group",
        "media",
        "person",
    ]
)
"""Kinds of proper names: they match capitalised words only."""


class Entry(NamedTuple):
    """One wording of a thing in the tables."""

    wording: str
    name: str
    """The thing's usual name; for a noun its singular."""
    kind: EntryKind
    country: str | None = None
    """ISO alpha-3."""
    sectors: tuple[str, ...] = ()
    plural: bool = False
    note: str = ""
    """person: best known office; demonym: `people` for nouns only; prefix: its effect; capital: of
    what."""
    members: tuple[str, ...] = ()
    """ISO codes."""
    roles: tuple[Term, ...] = ()
    """person: offices with their dates."""
    where: str = ""
    """File and line of a user's roster."""


_PLACE_COLUMNS = ("name", "variants", "adjectives", "people")


def table_entries() -> Iterator[Entry]:
    """Every entry of the tables of lands, offices, bodies and populations."""
    yield from _countries()
    yield from _disputed()
    yield from _historical()
    yield from _nouns("offices.tsv", "office", "office")
    yield from _nouns("bodies.tsv", "body", "body")
    yield from _nouns("populations.tsv", "noun", "population")
    for row in read_table("office_prefixes.tsv", "word", "effect"):
        yield Entry(row["word"], row["word"], "prefix", note=row["effect"])


def _demonyms(
    name: str, country: str | None, sectors: tuple[str, ...], words: Iterable[str], people: str
) -> Iterator[Entry]:
    for word in words:
        yield Entry(word, name, "demonym", country, sectors)
        if not word.endswith(("sh", "ch", "s", "ese", "'s")):
            plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
            yield Entry(plural, name, "demonym", country, sectors, plural=True, note="people")
    for word in split(people):
        plural_noun = word.endswith(("s", "men", "women"))
        yield Entry(word, name, "demonym", country, sectors, plural=plural_noun, note="people")


def _countries() -> Iterator[Entry]:
    for c in countries().values():
        for name in (c.name, *c.variants):
            yield Entry(name, c.name, "country", c.iso3, ("GOV",))
        yield from _demonyms(c.name, c.iso3, (), c.adjectives, ";".join(c.people))
        for name in c.capitals:
            if name != c.name:
                yield Entry(name, c.name, "capital", c.iso3, ("GOV",))
        for name in c.seats:
            yield Entry(name, c.name, "seat", c.iso3, ("GOV",))


def _disputed() -> Iterator[Entry]:
    columns = (*_PLACE_COLUMNS, "capitals", "country", "claims", "lat", "lon", "status")
    for row in read_table("disputed.tsv", *columns):
        name, country = row["name"], row["country"] or None
        declared = row["status"] == "declared"
        sectors = ("PRE",) if declared else ()
        for wording in (name, *split(row["variants"])):
            yield Entry(wording, name, "disputed", country, sectors, note=row["status"])
        yield from _demonyms(name, country, sectors, split(row["adjectives"]), row["people"])
        for wording in split(row["capitals"]) if declared else ():
            yield Entry(wording, name, "capital", country, sectors, note="disputed")


def _historical() -> Iterator[Entry]:
    columns = (*_PLACE_COLUMNS, "country", "begin", "end", "lat", "lon")
    for row in read_table("historical.tsv", *columns):
        name, country = row["name"], row["country"] or None
        for wording in (name, *split(row["variants"])):
            yield Entry(wording, name, "historical", country, ("GOV",))
        yield from _demonyms(name, country, (), split(row["adjectives"]), row["people"])


def _nouns(table: str, column: str, kind: EntryKind) -> Iterator[Entry]:
    for row in read_table(table, column, "plural", "sectors"):
        sectors = split(row["sectors"])
        if row["plural"] != row[column]:
            yield Entry(row[column], row[column], kind, sectors=sectors)
        yield Entry(row["plural"], row[column], kind, sectors=sectors, plural=True)
