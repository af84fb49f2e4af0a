"""Running numbers: "the death toll rose to 45", "the number of wounded reached 30"."""

from __future__ import annotations

from dateline.extract.casualties.counted import Counted, loss_noun
from dateline.extract.casualties.losses import Tie, kind_at
from dateline.extract.casualties.tables import words
from dateline.extract.events.scene import Scene

_FAR = 30


def by_toll(c: Counted, scene: Scene) -> Tie | None:
    """ "The death toll rose to 45", "the number of wounded reached 30"."""
    p, g = scene.parsed, scene.grammar
    start = p.sentences[p.sentence_of[c.first]].start
    before = c.first - 1
    leads = p.upos[before] in ("VERB", "AUX") or p.word(before).lower() in words("to_toll")
    if before < start or not leads:
        return None
    for t in range(c.first - 1, max(start, c.first - _FAR) - 1, -1):
        word = p.word(t).lower()
        if word in words("clause_ends"):
            return None
        if g.lemma(t) == "toll":
            below = [k for x in p.children[t] if (k := loss_noun(x, scene))]
            kind = below[0].kind if below else "killed"
            return Tie(c, kind, t, "toll")
        loss = kind_at(t, scene) or loss_noun(t, scene)
        if loss is not None and _number_of(t, start, scene):
            return Tie(c, loss.kind, t, "toll")
    return None


def _number_of(token: int, start: int, scene: Scene) -> bool:
    """Whether the words before a loss are "the number of (people)"."""
    g = scene.grammar
    return any(g.lemma(t) == "number" for t in range(max(start, token - 4), token))
