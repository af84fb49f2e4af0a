"""Numbers of machines, and what befell them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.casualties.claimant import claimant
from dateline.extract.casualties.counted import Counted, machine_count
from dateline.extract.casualties.losses import Tie
from dateline.extract.casualties.told import unreal
from dateline.extract.casualties.whose import side
from dateline.extract.equipment.tables import Fate, civilian, fates, heads, machines, mentioned
from dateline.extract.events.scene import Scene, scene_of
from dateline.extract.found import Found
from dateline.record import EquipmentLoss

_POS = {"VERB": "V", "NOUN": "N"}
_STEPS = 6


def extract(found: Found) -> list[EquipmentLoss]:
    """The equipment that a story says was destroyed, shot down, damaged, captured or lost.

    One claim for each number and machine. What is only feared, planned or denied is noted and
    left out, as with casualties.
    """
    p = found.parsed
    if not mentioned().search(found.story.text):
        return []
    scene = scene_of(found)
    out = []
    for sentence in p.sentences:
        words = range(sentence.start, sentence.end)
        if not any(found_kind(t, scene) for t in words):
            continue
        for counted in machine_count(sentence.start, sentence.end, scene, found_kind):
            if counted.noun is None or (what := found_kind(counted.noun, scene)) is None:
                continue
            tie = next(_fates(counted, scene), None)
            if tie is None:
                continue
            doubt = unreal(tie.trigger, scene)
            if doubt is not None:
                span = p.span(counted.first, counted.last)
                found.notes.reject("equipment", span, f"not told as a fact: {doubt!r}")
                continue
            out.append(_claim(tie, what, scene))
    return sorted(out, key=lambda claim: claim.spans)


def found_kind(token: int, scene: Scene) -> str | None:
    """The kind of military equipment that a noun stands for."""
    p, g = scene.parsed, scene.grammar
    if p.upos[token] not in ("NOUN", "PROPN"):
        return None
    if g.lemma(token) not in heads() and p.word(token) not in heads():
        return None
    below = p.children[token][:8]
    if any(g.lemma(c) in civilian() for c in below):
        return None
    kinds = [kind for kind, nouns in machines().items() if scene.has(token, nouns)]
    narrow = [k for k in kinds if any(_pair(token, c, k, scene) for c in below)]
    return next(iter([*narrow, *kinds]), None)


def _pair(token: int, below: int, kind: str, scene: Scene) -> bool:
    """ "Landing ship", "defence system": the kind that the two words name together."""
    g = scene.grammar
    return f"{g.lemma(below)}_{g.lemma(token)}" in machines()[kind]


def _fates(counted: Counted, scene: Scene) -> Iterator[Tie]:
    """What befell the machines, nearest first: a participle on them, or the word they hang on."""
    p, g = scene.parsed, scene.grammar
    top = counted.top
    for _ in range(_STEPS):
        for t in p.children[top]:
            if g.rel(t) == "acl" and p.xpos[t] in ("VBN", "VBD"):
                yield from (Tie(counted, f.fate, t, "tree") for f in _at(t, scene) if _obj(f))
        coordinated = g.rel(top) == "conj" and p.upos[p.heads[top]] in ("NOUN", "PROPN", "NUM")
        if not coordinated:
            break
        top = p.heads[top]  # the first of "12 tanks, 4 drones and a jet"
    head = p.heads[top]
    if head == top:
        return
    for verb in (head, *(c for c in p.children[head] if _shares(c, scene))):
        for fate in _at(verb, scene):
            if _stands(fate, top, head, scene):
                yield Tie(counted, fate.fate, verb, "tree")


def _obj(fate: Fate) -> bool:
    return fate.where == "obj"


def _shares(verb: int, scene: Scene) -> bool:
    """Whether a coordinated verb has what the first one has ("were intercepted and destroyed")."""
    p, g = scene.parsed, scene.grammar
    own = any(g.rel(c) in ("nsubj", "obj") for c in p.children[verb])
    return g.rel(verb) == "conj" and p.upos[verb] == "VERB" and not own


def _stands(fate: Fate, top: int, head: int, scene: Scene) -> bool:
    """Whether the machines stand where the word has what it befalls."""
    p, g = scene.parsed, scene.grammar
    if fate.where == "of":
        return g.rel(top) in ("nmod", "obl") and bool({"of", "to"} & set(g.case(top)))
    if fate.where == "subj":
        return p.deprels[top] == "nsubj"
    return top in g.objects(head)


def _at(token: int, scene: Scene) -> list[Fate]:
    """The fates that a word tells, with the particle that they need."""
    p, g = scene.parsed, scene.grammar
    pos = _POS.get(p.upos[token])
    if pos is None:
        return []
    beside = {p.word(c).lower() for c in p.children[token]}
    told = fates().get((g.lemma(token), pos), ())
    return [fate for fate in told if not fate.particles or fate.particles & beside]


def _claim(tie: Tie, what: str, scene: Scene) -> EquipmentLoss:
    p, counted = scene.parsed, tie.counted
    spans = sorted([p.span(counted.first, counted.last), p.span(tie.trigger, tie.trigger + 1)])
    text = p.text
    return EquipmentLoss(
        id=scene.found.ids.new("q", what, *(text[a:b] for a, b in spans)),
        why=f"{tie.kind} by {p.word(tie.trigger)!r}",
        spans=spans,
        what=what,
        count=counted.count,
        fate=tie.kind,
        side=side(tie, scene),
        by=claimant(tie.trigger, counted.top, scene),
    )
