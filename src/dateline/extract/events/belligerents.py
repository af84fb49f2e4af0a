"""Who fights a war that is told without its sides: "the conflict has killed thousands"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.retelling.agree import lands
from dateline.extract.events.retelling.wars import of_old
from dateline.extract.events.scene import Scene

_TWO = 2
_PEOPLE = frozenset(["population", "person"])


def name_the_sides(events: Sequence[Draft], scene: Scene) -> None:
    """Give fights without their sides the two that the story tells to fight, where it tells of no
    others; to those with one, the other."""
    pair = _sides(events, scene)
    if pair is None:
        return
    known = scene.found.actor_by_id
    riots = any(event.type == "PROTEST" for event in events)
    for event in events:
        if riots and scene.grammar.lemma(event.token) == "clash":
            continue  # with the police, perhaps
        if not _fight(event, scene) or of_old(event, scene) or _elsewhere(event, pair, scene):
            continue
        if any(known[r].kind not in _PEOPLE for r in event.recipients):
            continue
        ours = [a for a in event.actors if known[a].land in lands(list(pair), scene)]
        if event.actors and len(ours) < len(event.actors):
            continue  # others fight here
        there = {known[a].land for a in ours}
        more = [a for a in pair if known[a].land not in there]
        if len(more) == _TWO or (len(ours) == 1 and len(more) == 1):
            event.actors = [*event.actors, *more]
            event.why.append("the two that the story tells to fight")


def _sides(events: Sequence[Draft], scene: Scene) -> tuple[str, str] | None:
    """The two lands that are told to fight each other; None where there are none, or others."""
    known = scene.found.actor_by_id
    told: Counter[frozenset[str]] = Counter()
    for event in events:
        states = [a for a in event.actors if known[a].kind == "state"]
        if _fight(event, scene) and len(states) == len(event.actors) == _TWO:
            told[frozenset(states)] += 1
    if len(told) != 1:
        return None
    order = {a.id: i for i, a in enumerate(scene.found.actors)}
    pair = sorted(next(iter(told)), key=lambda a: order[a])
    return (pair[0], pair[1]) if len(pair) == _TWO else None


def _fight(event: Draft, scene: Scene) -> bool:
    """Whether a noun tells a fight of two sides, that has been or goes on."""
    if event.type != "ASSAULT" or event.status not in ("occurred", "ongoing"):
        return False
    return event.candidate.entry.pos == "N" and scene.has(event.token, classes()["two_sided"])


def _elsewhere(event: Draft, pair: tuple[str, str], scene: Scene) -> bool:
    """Whether it is told to have been in the land of neither."""
    places = {scene.found.place_by_id[i].country for i in event.places} - {None}
    return bool(places) and places.isdisjoint(lands(list(pair), scene))
