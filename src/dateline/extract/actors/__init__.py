"""Actors: who acts, speaks or is acted upon.

    extract(found) -> list[Actor]          the actors of a story, with all their mentions
    lookup.actor_of(found, start, end)     the actor of a noun phrase
    lookup.actors_of(found, start, end)    the actors of a coordinated phrase
    phrase.read_phrase(text)               an actor phrase on its own

Names come from the shared tables and the model's entities; offices are read around names; common
nouns are read with the names beside them; then descriptions, groups and pronouns are taken up.
"""

from __future__ import annotations

from dateline.extract.actors.blocs import read_blocs
from dateline.extract.actors.counted import read_counted
from dateline.extract.actors.crowds import read_crowds
from dateline.extract.actors.drafts import Register
from dateline.extract.actors.fighters import read_fighters
from dateline.extract.actors.hits import Hits
from dateline.extract.actors.home import home_country
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
from dateline.extract.places.context import context_of
from dateline.record import Actor


def extract(found: Found) -> list[Actor]:
    """The actors of the story, sorted by first mention. Reads `found.places`."""
    hits = Hits(found)
    register = Register()
    context = context_of(found)
    read_names(found, hits, register)
    named = read_people(found, hits, register)
    taken = read_titles(found, hits, named)
    adopt_roster(found, register, context.shares)
    home = home_country(found, register, context)
    settle(register, home)
    groups = group_phrases(found, register)
    taken.update(t for match in groups for t in range(*found.parsed.tokens_in(*match.span())))
    taken |= read_kinds(found, register)
    read_nominals(found, hits, register, taken, home)
    read_lands(found, register, home)
    read_blocs(found, register)
    read_sides(found, register, groups)
    read_pairs(found, register)
    read_counted(found, register)
    explain_acronyms(found, register)
    one_kind(register)
    quotes = Quotations(found)
    read_pronouns(found, register, quotes)
    read_owners(found, register, quotes)
    read_crowds(found, register)
    read_fighters(found, register, home)
    return register.finish(found.ids)
