"""What the words above an event make of it: verbs that embed it, clauses, frames, wishes.

`above` climbs from an event to the root of its sentence and asks each of `RULES` in turn at every
step. A rule that answers True has said all there is to say, and ends the climb.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.extract.events.above.absorbed import absorbed
from dateline.extract.events.above.aims import needed_for, purpose, striven_for, to_come
from dateline.extract.events.above.embedded import advised_against, embedded
from dateline.extract.events.above.outside import (
    chance,
    circumstance,
    considered,
    known,
    other_noun,
    own_clause,
    reported,
    setting,
    told_beside,
)
from dateline.extract.events.above.step import Step
from dateline.extract.events.above.unreal import (
    condition,
    judged,
    named_unreal,
    told_by_nothing,
)
from dateline.extract.events.match import Candidate
from dateline.extract.events.mood import Standing, issued
from dateline.extract.events.scene import Scene

RULES: tuple[Callable[[Step], bool], ...] = (
    striven_for,
    circumstance,
    chance,
    told_beside,
    condition,
    judged,
    named_unreal,
    own_clause,
    known,
    setting,
    absorbed,
    considered,
    advised_against,
    embedded,
    to_come,
    needed_for,
    purpose,
    other_noun,
    reported,
)
"""In order: what is no part of the words above, what is open or unreal, what words take in, what
they make of it, what they are for, and where nothing further up reaches it."""


def above(
    candidate: Candidate, scene: Scene, by_token: Mapping[int, Candidate], out: Standing
) -> None:
    """Climb to what embeds the event, and keep in `out` what it makes of it."""
    if candidate.effect == "given":
        return  # whatever becomes of the act upon it
    g = scene.grammar
    start = candidate.verb
    if candidate.happening is not None and g.rel(candidate.token) not in ("nsubj", "obj", "obl"):
        start = candidate.token
    start = next(iter(issued(start, scene)), start)
    if told_by_nothing(start, scene):
        out.status, out.moot, out.why = "hypothetical", True, "nothing tells it"
        return
    for low, high in g.up(start):
        held = by_token.get(scene.parsed.heads[high])
        outer = by_token.get(high)
        if outer is None and held is not None and high in held.words:
            outer = held  # "held protests for": the noun is a part of the verb's trigger
        case = frozenset(g.case(low))
        step = Step(low, high, g.rel(low), case, candidate, outer, held, scene, out)
        if any(rule(step) for rule in RULES):
            return
