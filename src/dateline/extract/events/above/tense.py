"""When what stands above an event is told."""

from __future__ import annotations

from dateline.extract.events.mood import later
from dateline.extract.events.scene import Scene

_ENDS = frozenset(["until", "till", "through", "to", "for"])
"""Before a date that says how long something lasts, or what is spoken of, not when it begins."""


def past(verb: int, scene: Scene) -> bool:
    """Whether a clause is told in the past tense."""
    p, g = scene.parsed, scene.grammar
    words = [verb, *(c for c in p.children[verb] if g.rel(c) == "aux")]
    return any(p.xpos[t] == "VBD" for t in words)


def is_now(predicate: int, scene: Scene) -> bool:
    """ "Is a crime", "is likely"."""
    p, g = scene.parsed, scene.grammar
    return any(g.rel(c) == "cop" and p.xpos[c] in ("VBZ", "VBP") for c in p.children[predicate])


def start_ahead(verb: int, scene: Scene) -> int | None:
    """The word for a day after publication that hangs on a verb."""
    g = scene.grammar
    return next(
        (
            c
            for c in scene.parsed.children[verb]
            if g.rel(c) in ("obl", "advmod", "nmod")
            and not _ENDS & set(g.case(c))
            and later(c, scene)
        ),
        None,
    )
