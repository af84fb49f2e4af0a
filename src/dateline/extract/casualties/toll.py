"""Running numbers: "the death toll rose to 45", "the number of wounded reached 30"."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from dateline.extract.casualties.counted import Counted, loss_noun
from dateline.extract.casualties.losses import Tie, kind_at
from dateline.extract.casualties.tables import words
from dateline.extract.events.scene import Scene

_FAR = 30
_SHORT = 9
_STEPS = 3


def by_toll(c: Counted, scene: Scene) -> Tie | None:
    """ "The death toll rose to 45", "the number of wounded reached 30"."""
    p, g = scene.parsed, scene.grammar
    start = p.sentences[p.sentence_of[c.first]].start
    before = c.first - 1
    leads = p.upos[before] in ("VERB", "AUX") or p.word(before).lower() in words("to_toll")
    if before < start or not leads:
        return None
    if (tie := _brought_to(c, scene)) is not None:
        return tie
    for t in range(c.first - 1, max(start, c.first - _FAR) - 1, -1):
        word = p.word(t).lower()
        if word in words("clause_ends"):
            return None
        if g.lemma(t) == "toll":
            below = [k for x in p.children[t] if (k := loss_noun(x, scene))]
            kind = below[0].kind if below else "killed"
            return _of_people(c, kind, t, g.preps(t, "among"))
        loss = kind_at(t, scene) or loss_noun(t, scene)
        number = _number_of(t, start, scene) if loss is not None else None
        if loss is not None and number is not None:
            return _of_people(c, loss.kind, t, [x for x in g.preps(number, "of") if x != t])
    return None


def estimated(c: Counted, scene: Scene) -> Tie | None:
    """ "Put its losses at 30", "put its losses at 30 dead"."""
    p, g = scene.parsed, scene.grammar
    if p.word(c.first - 1).lower() != "at":
        return None
    behind = c.noun if c.noun is not None else min(c.last, len(p) - 1)
    sort = c.loss or kind_at(behind, scene)
    for verb in islice(p.ancestors(c.top), _STEPS):
        for t in g.objects(verb) if g.lemma(verb) in words("estimating") else ():
            loss = loss_noun(t, scene)
            if loss is not None and t < c.first:
                return Tie(c, (sort or loss).kind, t, "toll", further=(behind,) if sort else ())
    return None


def _brought_to(c: Counted, scene: Scene) -> Tie | None:
    """ "Brought to 50 the number of people killed": what is counted follows."""
    p = scene.parsed
    behind = range(c.last, min(p.sentences[p.sentence_of[c.first]].end, c.last + _SHORT))
    words_behind = [p.word(t).lower() for t in behind]
    if c.noun is not None or words_behind[:3] != ["the", "number", "of"]:
        return None
    losses = ((t, kind_at(t, scene) or loss_noun(t, scene)) for t in behind)
    return next((Tie(c, loss.kind, t, "toll") for t, loss in losses if loss is not None), None)


def _of_people(c: Counted, kind: str, trigger: int, people: list[int]) -> Tie:
    """The tie, with whom the number is said to be of: "the number of soldiers killed"."""
    if c.noun is not None or not people:
        return Tie(c, kind, trigger, "toll")
    return Tie(replace(c, noun=people[0]), kind, trigger, "toll", further=(people[0],))


def _number_of(token: int, start: int, scene: Scene) -> int | None:
    """The word "number" where the words before a loss are "the number of (people)"."""
    near = range(token - 1, max(start, token - 4) - 1, -1)
    return next((t for t in near if scene.grammar.lemma(t) == "number"), None)
