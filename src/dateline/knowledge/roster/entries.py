"""The roster's rows as entries of the lexicon: rows of one actor put together, one entry a wording.

entries_of(rows) -> Iterator[Entry]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from dateline.knowledge.countries import country_name
from dateline.knowledge.entries import Entry, EntryKind
from dateline.knowledge.roster.files import built_in, read_roster
from dateline.knowledge.roster.rows import ActorRow

_KIND: dict[str, EntryKind] = {
    "person": "person",
    "igo": "igo",
    "organisation": "organisation",
    "armed_group": "armed_group",
    "media": "media",
    "state": "country",
    "population": "demonym",
}
Actor = tuple[str, str]
"""Kind and name: what makes two rows one actor."""


@cache
def built_in_rows() -> dict[Actor, ActorRow]:
    """The built-in roster by actor."""
    return _merged({}, built_in())


def built_in_entries() -> Iterator[Entry]:
    """Every wording of the built-in roster."""
    for row in built_in_rows().values():
        yield from entries_of(row)


def user_rows(files: Iterable[str]) -> Iterator[ActorRow]:
    """The actors that a user's files name; what a row leaves open, an earlier row of the same
    actor, or the built-in roster, says. Raises DataError."""
    known = built_in_rows()
    own: dict[Actor, ActorRow] = {}
    for file in files:
        own = _merged(own, read_roster(file))
    for actor, row in own.items():
        old = known.get(actor)
        yield row if old is None else _joined(row, old)


def _merged(into: dict[Actor, ActorRow], rows: Iterable[ActorRow]) -> dict[Actor, ActorRow]:
    for row in rows:
        actor = (row.kind, row.name)
        old = into.get(actor)
        into[actor] = row if old is None else _joined(row, old)
    return into


def _joined(new: ActorRow, old: ActorRow) -> ActorRow:
    """Two rows of one actor: the new one's word where it says something, all names and roles."""
    aliases = dict.fromkeys([*old.aliases, *new.aliases])
    dated = {t.title for t in new.roles if t.dated}
    kept = [t for t in old.roles if t.dated or t.title not in dated]
    return ActorRow(
        new.name,
        tuple(aliases),
        new.kind,
        new.country or old.country,
        new.sectors or old.sectors,
        tuple(dict.fromkeys([*new.roles, *kept])),
        new.members or old.members,
        new.where or old.where,
    )


def entries_of(row: ActorRow) -> Iterator[Entry]:
    """The entries of one actor."""
    kind = _KIND[row.kind]
    name, note, sectors = row.name, "", row.sectors
    if row.kind == "state" and row.country:
        name, sectors = country_name(row.country) or name, ("GOV",)
    elif row.kind == "population":
        note = "people"
    elif row.roles:
        note = row.roles[0].title
    for wording in dict.fromkeys((row.name, *row.aliases)):
        if any(c.isalnum() for c in wording):
            yield Entry(
                wording,
                name,
                kind,
                row.country,
                sectors,
                row.kind == "population",
                note,
                row.members,
                row.roles,
                row.where,
            )
