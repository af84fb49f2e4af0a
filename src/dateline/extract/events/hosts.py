"""Against whom a foreign power's step is that names nobody: the country that the story is of."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.events.draft import Draft
from dateline.extract.events.scene import Scene
from dateline.extract.places.context import context_of

_STEPS = frozenset(["withdraw", "discontinue"])
"""Modes of ties and aid that are cut."""


def name_the_host(events: Sequence[Draft], scene: Scene) -> None:
    """ "France suspended military aid", "Ghana recalled its ambassador", in a story of Togo: to
    Togo, from Togo. Only where a story has a main country, and those who act are of others."""
    cut = [e for e in events if e.type == "SANCTION" and e.mode in _STEPS and not e.recipients]
    if not cut:
        return
    home = context_of(scene.found).main_country()
    state = scene.states.get(home)
    known = scene.found.actor_by_id
    for event in cut:
        foreign = all(
            known[a].land not in (None, home) or known[a].kind == "igo" for a in event.actors
        )
        if state is not None and home is not None and event.actors and foreign:
            event.recipients = [state]
            event.why.append("the country that the story is of")
