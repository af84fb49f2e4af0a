"""Nouns that carry their own time: "the 1980 coup", "a decades-long conflict"."""

from __future__ import annotations

import re

from dateline.extract.events.scene import Scene

_AGES = re.compile(r"(years?|decades?)[- ](long|old)|long-(running|standing|simmering)|protracted")


def dated(noun: int, scene: Scene) -> bool:
    """Whether a noun is told with a time: "the 1980 coup", "a coup in 1980", "a six-week war"."""
    p, times = scene.parsed, scene.found.time_at
    told = any(times.over(p.starts[c], p.ends[c]) for c in p.children[noun])
    return told and not long_standing(noun, scene)


def long_standing(noun: int, scene: Scene) -> bool:
    """ "A decades-long conflict": what is told as having gone on for years."""
    p = scene.parsed
    return any(_AGES.fullmatch(p.word(c).lower()) for c in p.children[noun])
