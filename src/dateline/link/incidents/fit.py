"""Does a happening, or a whole incident, fit another as a whole?

A chain of likenesses (A like B, B like C) would make one incident of a week of shelling. So two
sets of tellings are joined only where they fit on the average of all pairs (of a bounded number of
them) and no telling of one is ruled out by one of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dateline.link.incidents.compare import Verdict, Weights, compare, weights
from dateline.link.incidents.happening import Happening
from dateline.link.incidents.rarity import Rarity

MOST: Final = 12
"""Tellings of an incident that are compared: keeps the cost of a join bounded."""


class Fit(NamedTuple):
    """How two sets of tellings go together."""

    score: float
    """The mean over pairs, 0 to 1."""
    fits: bool
    why: list[str]
    """Of the likest pair; or what rules it out."""


class Measure:
    """Compares, and remembers what it compared."""

    def __init__(self, rarity: Rarity, by: Weights | None = None) -> None:
        self.rarity = rarity
        self.by = by or weights()
        self._known: dict[tuple[tuple[str, str], tuple[str, str]], Verdict] = {}

    def verdict(self, a: Happening, b: Happening) -> Verdict:
        """`compare`, once for each pair."""
        key = (a.key, b.key) if a.key <= b.key else (b.key, a.key)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = compare(a, b, self.rarity, self.by)
        return known

    def fit(self, one: Sequence[Happening], other: Sequence[Happening]) -> Fit:
        """Whether two sets of tellings are of one happening. Symmetric."""
        best: Verdict | None = None
        total, count = 0.0, 0
        for a in chosen(one):
            for b in chosen(other):
                verdict = self.verdict(a, b)
                if verdict.barred:
                    return Fit(0.0, False, verdict.why)
                total, count = total + verdict.score, count + 1
                if best is None or (verdict.score, verdict.why) > (best.score, best.why):
                    best = verdict
        if best is None:
            return Fit(0.0, False, ["nothing to compare"])
        mean = total / count
        return Fit(mean, mean >= self.by.together, best.why)


def chosen(members: Sequence[Happening]) -> list[Happening]:
    """At most MOST of an incident's tellings, those that say most first; of copies the first."""
    if len(members) <= MOST:
        return list(members)
    return sorted(members, key=lambda h: (-_told(h), h.key))[:MOST]


def _told(h: Happening) -> int:
    """How much a telling says that can be held against another."""
    sides = bool(h.actors) + bool(h.recipients)
    return sides + bool(h.places) + h.dated + bool(h.begin) + bool(h.figures)
