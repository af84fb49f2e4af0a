"""Actors: who acts, speaks or is acted upon.

    extract(found) -> list[Actor]          the actors of a story, with all their mentions
    lookup.actor_of(found, start, end)     the actor of a noun phrase
    lookup.actors_of(found, start, end)    the actors of a coordinated phrase
    phrase.read_phrase(text)               an actor phrase on its own

Names come from the shared tables and the model's entities; offices are read around names; common
nouns are read with the names beside them; then descriptions, groups and pronouns are taken up.
"""

from __future__ import annotations

from dateline.extract.actors.counted import read_counted
from dateline.extract.actors.drafts import Register
from dateline.extract.actors.fighters import read_fighters
from dateline.extract.actors.hits import Hits
from dateline.extract.actors.kinds import read_kinds
from dateline.extract.actors.lands import read_lands
from dateline.extract.actors.names import read_names
from dateline.extract.actors.nominals import read_nominals
from dateline.extract.actors.owners import read_owners
from dateline.extract.actors.pairs import read_pairs
from dateline.extract.actors.people import read_people
from dateline.extract.actors.pronouns import read_pronouns
from dateline.extract.actors.quotes import Quotations
from dateline.extract.actors.reconcile import explain_acronyms, one_kind, settle
from dateline.extract.actors.roster_people import adopt_roster
from dateline.extract.actors.sides import group_phrases, read_sides
from dateline.extract.actors.titles import read_titles
from dateline.extract.found import Found
from dateline.extract.places.context import Context, context_of
from dateline.record import Actor

_OF_OTHERS = frozenset(["PSE"])
"""Lands whose groups fight the army of another state."""
_ABROAD, _AT_HOME = 0.15, 0.3
"""Share of the countries named that the country of filing has, where a story is of another, and
where it is of that one."""


def extract(found: Found) -> list[Actor]:
    """The actors of the story, sorted by first mention. Reads `found.places`."""
    hits = Hits(found)
    register = Register()
    context = context_of(found)
    read_names(found, hits, register)
    named = read_people(found, hits, register)
    taken = read_titles(found, hits, named)
    adopt_roster(found, register, context.shares)
    filed = next((p.country for p in found.places if "dateline" in p.why[:8]), None)
    home = _home(context, filed) or _of_the_rebels(register, context)
    settle(register, home)
    groups = group_phrases(found, register)
    taken.update(t for match in groups for t in range(*found.parsed.tokens_in(*match.span())))
    taken |= read_kinds(found, register)
    read_nominals(found, hits, register, taken, home)
    read_lands(found, register, home)
    read_sides(found, register, groups)
    read_pairs(found, register)
    read_counted(found, register)
    explain_acronyms(found, register)
    one_kind(register)
    quotes = Quotations(found)
    read_pronouns(found, register, quotes)
    read_owners(found, register, quotes)
    read_fighters(found, register, home)
    return register.finish(found.ids)


def _home(context: Context, filed: str | None) -> str | None:
    """The country that a body without one belongs to ("police said"): that of the story, which is
    where it was filed, or the main one where it hardly speaks of the place of filing."""
    main = context.main_country()
    share = context.shares.get(filed, 0) if filed else 0
    if filed in (None, main) or share < _ABROAD:
        return main
    most = max(context.shares.values(), default=0)
    return filed if share > _AT_HOME or share == most else None


def _of_the_rebels(register: Register, context: Context) -> str | None:
    """The country of the only rebel group that a story names, which its "army" is of, where no
    other is named as often."""
    groups = [d for d in register.drafts if d.kind == "armed_group" and not d.plural]
    land = groups[0].country if len(groups) == 1 and "REB" in groups[0].sectors else None
    others = [share for code, share in context.shares.items() if code != land]
    first = bool(land) and context.shares.get(land or "", 0) > max(others, default=0)
    return land if first and land not in _OF_OTHERS else None
