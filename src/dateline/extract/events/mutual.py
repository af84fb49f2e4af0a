"""What two do to each other, which is an act of each: "Kenya and Togo accused each other"."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.events.draft import Draft
from dateline.extract.events.scene import Scene
from dateline.extract.events.standins import reciprocal

_AIMED = frozenset(["ACCUSE", "REJECT", "THREATEN", "SANCTION", "COERCE"])
"""Types of acts that have a direction; in talks, pacts and fights both are actors (PLOVER)."""
_OBJECTS = frozenset(["obj", "obl", "iobj"])
_TWO = 2


def each_way(event: Draft, scene: Scene) -> list[Draft]:
    """The event; or the two that it is, where each of two is told to do it to the other."""
    if event.type not in _AIMED or event.recipients or len(event.actors) != _TWO:
        return [event]
    p, g, verb = scene.parsed, scene.grammar, event.candidate.verb
    below = [t for t in p.children[verb] if g.rel(t) in _OBJECTS]
    below += [c for t in below for c in p.children[t] if g.rel(c) == "nmod"]
    if not any(reciprocal(t, scene) for noun in below for t in (noun, *p.children[noun])):
        return [event]
    told = [*event.why, "done by each of two to the other"]
    one, other = event.actors
    return [
        replace(event, actors=[a], recipients=[b], why=told)
        for a, b in ((one, other), (other, one))
    ]
