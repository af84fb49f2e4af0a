"""Warnings of what one's own side will do ("warned that its army would strike"): threats."""

from __future__ import annotations

from dateline.extract.events.command import commanders
from dateline.extract.events.scene import Scene

WARNING = frozenset(["warn", "caution"])
_ONESELF = frozenset(["it", "they", "he", "she", "we", "i"])
_WILL = frozenset(["will", "would", "shall"])
_ARMIES = frozenset(["army", "force", "military", "troop", "navy"])
"""Who, of no land that is told, is the army of whoever speaks."""


def by_own_side(verb: int, clause: int, scene: Scene) -> bool:
    """Whether those who do what a clause under a verb of saying tells are of the speaker's side:
    "it", "its army", "the army", "Kenya" of Kenya's minister."""
    p, g, known = scene.parsed, scene.grammar, scene.found.actor_by_id
    doers = g.subjects(clause)
    if any(g.lemma(t) in _ONESELF for t in doers):
        return True
    if any(p.xpos[c] == "PRP$" for t in doers for c in p.children[t]):
        return True  # "his supporters"
    speakers = [known[i] for i in commanders(verb, scene)]
    lands = {a.land for a in speakers} - {None}
    theirs = {known[i].land for t in doers for i in scene.actors(t)} - {None}
    if lands & theirs:
        return True
    if not any(g.lemma(c) in _WILL for c in p.children[clause]):
        return False
    armies = bool(doers) and not theirs and all(g.lemma(t) in _ARMIES for t in doers)
    # "Chad will expel them, the minister warned", where he is of no land that is told.
    return armies or (not lands and all("GOV" in a.sectors for a in speakers))
