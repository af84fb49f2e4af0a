"""Blocking keys: only happenings that share one are compared, so that linking stays linear.

A dated happening is looked up under its group of types, its days (one day earlier as well, since
agencies date by their own clocks) and its parties or places. One without a date, or without a
PLOVER type, is looked up under the names of its sentence: there must be one in common.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Final

from dateline.link.incidents.groups import group_of
from dateline.link.incidents.happening import Happening

MOST_DAYS: Final = 3
"""A longer interval is looked up by its months."""
MOST_MONTHS: Final = 3
MOST_PARTIES: Final = 4
MOST_PLACES: Final = 3
MOST_NAMES: Final = 8


def keys(happening: Happening) -> list[str]:
    """The keys of a happening, each once, sorted."""
    h = happening
    group = group_of(h.type)
    about = _about(h)
    found: set[str] = set()
    if group:
        for when in _when(h):
            found.update(f"{group}|{when}|{what}" for what in about)
    if not group or not h.begin:
        found.update(f"{word}|{name}" for word in h.lemmas[:2] for name in h.names[:MOST_NAMES])
        found.update(f"story|{name}" for name in _themes(h))
    return sorted(found)


def _about(h: Happening) -> list[str]:
    """What a happening is about: pairs of parties (one alone where there is one), settlements."""
    parties = sorted({p.key for p in (*h.actors, *h.recipients)})[:MOST_PARTIES]
    pairs = ["+".join(pair) for pair in combinations(parties, 2)] or parties
    narrow = sorted({p.key for p in h.places if not p.wide})[:MOST_PLACES]
    return [*pairs, *(f"@{key}" for key in narrow)]


def _when(h: Happening) -> list[str]:
    """The days on which it may be looked for."""
    if not h.begin:
        return []
    begin = date.fromisoformat(h.begin)
    end = max(begin, date.fromisoformat(h.end)) if h.end else begin
    length = (end - begin).days + 1
    if length <= MOST_DAYS:
        return [(begin + timedelta(days=n)).isoformat() for n in range(-1, length)]
    months = sorted({(begin.year, begin.month), (end.year, end.month)})
    return [f"{year}-{month:02}" for year, month in months[:MOST_MONTHS]]


def _themes(h: Happening) -> list[str]:
    """Names of the sentence that the whole story turns on."""
    return [name for name in h.story_names[:MOST_NAMES] if name in h.names]
