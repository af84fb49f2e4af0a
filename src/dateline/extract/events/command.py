"""Orders to one's own forces ("ordered the army to attack"): the commander acts through them.

No REQUEST: in CAMEO and PLOVER a demand goes to somebody else.
"""

from __future__ import annotations

from dateline.extract.events.lexicon import classes
from dateline.extract.events.scene import Scene
from dateline.record import Actor

_ORDERS = frozenset(["order", "instruct", "direct", "command"])
_DECREES = frozenset(["order", "decree"])
_FORCES = frozenset(["MIL", "COP"])
_COURTS = frozenset(["JUD"])


def own_forces(verb: int, scene: Scene) -> bool:
    """Whether a verb orders soldiers or police to do something, and they are not another's."""
    g, known = scene.grammar, scene.found.actor_by_id
    if g.lemma(verb) not in _ORDERS or not any("to" in g.case(c) for c in g.complements(verb)):
        return False
    ordered = [
        t for t in g.objects(verb) if scene.has(t, classes()["force"]) and not _irregular(t, scene)
    ]
    givers = [known[i] for i in commanders(verb, scene)]
    if not ordered or any(_COURTS & set(a.sectors) for a in givers):
        return False
    if any(g.lemma(t) == "peacekeeper" for t in ordered) and not _of_a_body(givers):
        return False  # "the junta ordered peacekeepers to leave": they are the UN's
    lands = {a.land for a in givers} - {None}
    theirs = {known[i].land for t in ordered for i in scene.actors(t)} - {None}
    return not theirs or not lands or theirs <= lands


def commanders(verb: int, scene: Scene) -> list[str]:
    """The ids of the actors who give an order: its subject."""
    return [i for t in scene.grammar.subjects(verb) for i in scene.actors(t)]


def decreed(verb: int, scene: Scene) -> bool:
    """Whether a passive clause is what somebody orders or decrees, by nobody else."""
    g = scene.grammar
    by_order = g.lemma(scene.parsed.heads[verb]) in _DECREES and g.rel(verb) == "ccomp"
    return by_order and g.passive(verb)


def _of_a_body(givers: list[Actor]) -> bool:
    return any(a.kind == "igo" for a in givers)


def _irregular(token: int, scene: Scene) -> bool:
    """Whether those named are neither soldiers nor police ("ordered the rebels to disarm")."""
    known = scene.found.actor_by_id
    return any(not _FORCES & set(known[i].sectors) for i in scene.actors(token))
