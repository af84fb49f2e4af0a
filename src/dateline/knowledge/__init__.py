"""Knowledge: tables that several stages share (countries, bodies, groups, offices, people)."""

from dateline.knowledge.countries import Country, countries
from dateline.knowledge.entries import Entry
from dateline.knowledge.lexicon import Match, lexicon
from dateline.knowledge.standing import standing

__all__ = ["Country", "Entry", "Match", "countries", "lexicon", "standing"]
