"""Clauses that leave open, or deny, that the event came about."""

from __future__ import annotations

from dateline.extract.events.above.step import Step
from dateline.extract.events.above.tense import is_now, past
from dateline.extract.events.mood import is_kind
from dateline.extract.events.pointing import definite
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import embedding

_WAITING = frozenset(["until", "once"])
_INDICATING = frozenset(["indicate", "suggest", "show", "prove", "say", "mean"])
_NOTHING = frozenset(["nothing", "nobody", "none"])


def condition(step: Step) -> bool:
    """ "If", "in case", "until it takes the town"."""
    g, p = step.grammar, step.parsed
    for c in p.children[step.low]:
        if p.deprels[c] != "mark":
            continue
        waiting = g.lemma(c) in _WAITING or p.word(c - 1).lower() == "soon"
        open_ = (g.lemma(c), "mark") in embedding()
        open_ = open_ or (waiting and _in_the_present(step.low, step.scene))
        if open_ or (g.lemma(c) == "in" and any(g.lemma(d) == "case" for d in p.children[c])):
            return step.stands("hypothetical", f"{p.word(c)!r} clause", moot=True)
    return False


def _in_the_present(verb: int, scene: Scene) -> bool:
    """ "Until it takes the town", "once it has taken the town", "as soon as it is taken"."""
    p = scene.parsed
    present = p.xpos[verb] in ("VBZ", "VBP")
    return present or any(p.xpos[c] in ("VBZ", "VBP") for c in p.children[verb])


def judged(step: Step) -> bool:
    """ "To attack it is a crime", "occupying it would not end the war": what is said of such an
    act, which nobody tells of."""
    p, scene = step.parsed, step.scene
    if step.rel != "csubj":
        return False
    why = f"what is told of it: {p.word(step.high)!r}"
    aim = p.xpos[step.low] == "VB" and "to" in step.case and is_now(step.high, scene)
    if step.low < step.high and (aim or _generic(step.low, step.high, scene)):
        return step.stands("hypothetical", why, moot=True)
    return _unreal(step.high, scene) and step.stands("hypothetical", why)


def _generic(act: int, predicate: int, scene: Scene) -> bool:
    """ "Shelling towns is a crime": what such acts are, and none that is told of."""
    objects = scene.grammar.objects(act)
    named = (a for t in objects for a in scene.mentioned(t))
    if any(definite(t, scene) or scene.place(t) for t in objects) or any(a.land for a in named):
        return False
    return scene.parsed.xpos[act] == "VBG" and is_now(predicate, scene)


def _unreal(predicate: int, scene: Scene) -> bool:
    """ "Occupying towns is not our aim", "would not end the war": words about what might be."""
    p, g = scene.parsed, scene.grammar
    lemmas = [g.lemma(c) for c in p.children[predicate]]
    present = not past(predicate, scene) and not any(
        g.rel(c) == "cop" and p.xpos[c] == "VBD" for c in p.children[predicate]
    )
    kinds = ("may", "would", "future", *(["not"] if present else []))
    return any(is_kind(word, kind) for word in lemmas for kind in kinds)


def told_by_nothing(event: int, scene: Scene) -> bool:
    """ "Nothing indicates that Togo plans to attack": what no sign tells of, however it is put."""
    g = scene.grammar
    return any(
        g.rel(low) == "ccomp"
        and g.lemma(high) in _INDICATING
        and any(g.lemma(s) in _NOTHING for s in g.subjects(high))
        for low, high in g.up(event)
    )


def named_unreal(step: Step) -> bool:
    """ "Pulling out was a pledge", "their release is one of the demands": what an act is said to be
    tells how real it is."""
    p, g, predicate = step.parsed, step.grammar, step.high
    if step.rel not in ("csubj", "nsubj"):
        return False
    if not any(g.rel(c) == "cop" for c in p.children[predicate]):
        return False
    nouns = g.preps(predicate, "of") if g.lemma(predicate) == "one" else [predicate]
    found = (embedding().get((g.lemma(n), "is")) for n in nouns)
    status = next((status for status in found if status is not None), None)
    return status is not None and step.stands(status, f"what it is: {p.word(predicate)!r}")  # type: ignore[arg-type]
