"""Blocking keys: only happenings that share one are compared, so that linking stays linear.

A dated happening of a PLOVER type is looked up under its group of types, its days (one day earlier
as well, since agencies date by their own clocks) and its parties or settlements. One that lacks a
date or a type is looked up under what its story turns on: its names two by two, and its own words
with one such name; within the month in which the story was published, where that is known.
Either is looked up under its larger casualty figures, too.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Final

from dateline.link.incidents.groups import group_of
from dateline.link.incidents.happening import LARGE, Happening

MOST_DAYS: Final = 3
"""A longer interval is looked up by its months."""
MOST_PARTIES: Final = 4
MOST_PLACES: Final = 3
MOST_WORDS: Final = 2
MOST_TOLLS: Final = 3
THEMES: Final = 6
"""Names of a story that it is looked up by: the most used ones."""


def keys(happening: Happening) -> list[str]:
    """The keys of a happening, each once, sorted: at most 40 or so, as a rule 3 to 10."""
    h = happening
    group = group_of(h.type)
    found = (
        {f"{group}|{when}|{what}" for when in _when(h) for what in _about(h)} if group else set()
    )
    if not found:
        found = {f"{group or ''}|{theme}" for theme in _themes(h)}
    if group:
        found |= {f"{group}|{toll}" for toll in _tolls(h)}
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
    return sorted({f"{day.year}-{day.month:02}" for day in (begin, end)})


def _tolls(h: Happening) -> list[str]:
    """Figures of some size with who suffers, told in one month: dated in one story, perhaps, and
    not in another."""
    month = (h.published or "")[:7]
    counts = {(f.what, f.number) for f in h.figures}
    large = [f"{n} {what}" for what, n in sorted(counts) if n >= LARGE][:MOST_TOLLS]
    lands = sorted({p.key for p in h.recipients if p.key.isupper()})[:MOST_PARTIES]
    return [f"{month}|{toll}|{land}" for toll in large for land in lands]


def _themes(h: Happening) -> list[str]:
    """What a happening without type or date may be looked for by."""
    month = (h.published or "")[:7]
    names = sorted(h.story_names[:THEMES])
    pairs = ["+".join(pair) for pair in combinations(names, 2)]
    words = [f"{word}*{name}" for word in h.lemmas[:MOST_WORDS] for name in names]
    return [f"={h.story}", *(f"{month}|{theme}" for theme in pairs + words)]
