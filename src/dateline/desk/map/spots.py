"""Where events happened, as circles on the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import Final, NamedTuple

from dateline.extract.events.ontology import COOPERATIVE, ontology
from dateline.store.tallies import Scene

WHOLE: Final = frozenset({"country", "former country", "continent"})
"""Kinds of places whose middle says nothing of where in them a thing happened."""
VAGUE: Final = frozenset({"region", "disputed", "water"})
"""Kinds that are drawn as a ring: somewhere around there."""
LEAST, LARGEST = 4.0, 26.0
"""Radius of a circle, in units of a drawing a thousand wide."""


class Spot(NamedTuple):
    """A place with events."""

    name: str
    kind: str
    lon: float
    lat: float
    conflict: int
    cooperation: int

    @property
    def events(self) -> int:
        """All of them."""
        return self.conflict + self.cooperation

    @property
    def look(self) -> str:
        """Class names of its circle."""
        tone = "conflict" if self.conflict > self.cooperation else "cooperation"
        return f"{tone} vague" if self.kind in VAGUE else tone


def spots(scenes: Iterable[Scene]) -> tuple[list[Spot], dict[str, int]]:
    """Places with coordinates, those of most events first; and how many events each other place
    has: a whole country, or one that no table knows the whereabouts of.

    Only types that happen somewhere count: what was said has no place on a map.
    """
    counts: dict[tuple[str, str, float, float], list[int]] = {}
    whole: dict[str, int] = {}
    for scene in scenes:
        kind = ontology()[scene.type]  # type: ignore[index]  # the store holds no other types
        if not kind.happens_somewhere:
            continue
        if scene.kind in WHOLE or scene.lat is None or scene.lon is None:
            whole[scene.name] = whole.get(scene.name, 0) + scene.count
            continue
        key = (scene.name, scene.kind, scene.lon, scene.lat)
        counts.setdefault(key, [0, 0])[kind.quad in COOPERATIVE] += scene.count
    found = [Spot(*key, *both) for key, both in counts.items()]
    return sorted(found, key=lambda s: (-s.events, s.name)), _ranked(whole)


def _ranked(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def radius(spot: Spot, most: int) -> float:
    """A circle's radius: its area grows with the number of events."""
    return round(LEAST + (LARGEST - LEAST) * sqrt(spot.events / most), 1)
