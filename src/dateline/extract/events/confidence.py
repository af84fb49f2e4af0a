"""How sure an event is: what lexicon, encoder and the words around it say together."""

from __future__ import annotations

import math

from dateline.extract.events.draft import Draft
from dateline.extract.events.scene import Scene
from dateline.extract.events.second_opinion import around, opinion

_UNLIKELY, _LIKELY = 0.01, 0.5
"""A type that the words around speak for less than so is noted, where another is likely."""
_WEIGHT, _LEAST, _MOST = 0.05, -0.2, 0.1


def confidence(draft: Draft, learned: bool, scene: Scene) -> float:
    """Rough: lexicon, encoder and the words around agreeing, parties found, status plain."""
    value = 0.5
    value += 0.2 if learned else 0.0
    value += 0.1 if draft.actors else -0.1
    value += 0.05 if draft.recipients else 0.0
    value += 0.05 if any(n.wanted for n in draft.candidate.entry.needs) else 0.0
    value -= 0.2 if draft.status in ("hypothetical", "denied") else 0.0
    if draft.candidate.entry.pos == "N" and draft.candidate.light is None:
        value -= 0.1
    value += _by_the_words(draft, scene)
    return round(min(0.95, max(0.05, value)), 2)


def _by_the_words(draft: Draft, scene: Scene) -> float:
    """What the words around the trigger add to the confidence in its type, or take from it."""
    shares = opinion(around(scene.parsed, draft.words))
    other = max(shares, key=lambda name: shares[name])
    if shares[draft.type] < _UNLIKELY and shares[other] > _LIKELY:
        draft.why.append(f"the words around speak for {other}")
    # Nothing where the words leave all types alike; what they speak against loses more.
    return max(_LEAST, min(_MOST, _WEIGHT * math.log(len(shares) * shares[draft.type] + 1e-9)))
