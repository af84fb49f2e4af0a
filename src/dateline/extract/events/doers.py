"""Who "the attackers" are: those who did what was told before."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.events.draft import Draft, told_before
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import doers
from dateline.record import Actor

_BACK = 12
"""Sentences behind an act in which its doers are called by it."""
_DEFINITE = ("the ", "these ", "those ")


def name_the_doers(events: Sequence[Draft], scene: Scene) -> None:
    """Put the gunmen who were told to storm a bank for "the attackers", where nobody else was told
    to have attacked. `events` are in the order of the text."""
    for number, event in enumerate(events):
        for side in (event.actors, event.recipients):
            for place, actor in enumerate(side):
                acts = _acts(scene.found.actor_by_id[actor], event, scene)
                if not acts:
                    continue
                known = _known(events, number, actor, acts, scene)
                if known and not {*known} & {*event.actors, *event.recipients}:
                    side[place : place + 1] = known
                    event.why.append("who did what was told before")


def _acts(actor: Actor, event: Draft, scene: Scene) -> dict[str, frozenset[str]]:
    """Type of the acts, with their modes, whose doers somebody is called, if with an article."""
    if actor.kind not in ("population", "person") or actor.members:
        return {}
    words = actor.name.lower()
    acts = next((told for noun, told in doers().items() if words in (noun, f"{noun}s")), {})
    if not acts:
        return {}
    sentence = scene.parsed.sentences[scene.parsed.sentence_of[event.token]]
    begin, end = scene.parsed.span(sentence.start, sentence.end)
    near = [m.span for m in actor.mentions if begin <= m.span[0] < end]
    text = scene.parsed.text
    known = any(text[start:stop].lower().startswith(_DEFINITE) for start, stop in near)
    return acts if known else {}


def _known(
    events: Sequence[Draft],
    number: int,
    actor: str,
    acts: dict[str, frozenset[str]],
    scene: Scene,
) -> list[str]:
    """Those who did the acts told before, where these are always the same."""
    p = scene.parsed
    deeds = [
        deed
        for deed in told_before(events, number, _BACK, scene)
        if deed.actors and actor not in deed.actors and deed.status in ("occurred", "ongoing")
        if acts.get(deed.type, frozenset()) & {deed.mode or "-", "*"}
    ]
    body = [d for d in deeds if p.sentences[p.sentence_of[d.words[-1]]].segment.kind == "body"]
    told = {tuple(deed.actors) for deed in body or deeds}  # what a headline says, the text says
    return [*told.pop()] if len(told) == 1 else []
