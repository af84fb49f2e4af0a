"""Does a noun take up an act told before? "Gunmen killed two. The shooting ..."."""

from __future__ import annotations

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.retelling.agree import other_days, sides_agree
from dateline.extract.events.retelling.pointing import definite, one_more
from dateline.extract.events.retelling.victims import LETHAL
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import takes_up as _takes_up

_REACH = 3
"""Sentences behind an act in which a noun still takes it up."""
_KNOWN = 15
"""Sentences in which the same noun does."""


def takes_up(a: Draft, b: Draft, last: Draft, scene: Scene) -> bool:
    """ "Gunmen killed two men in the market. The shooting ...": a noun with an article, and of
    fitting sense, takes up a deed told shortly before; its parties may not gainsay that."""
    g, p = scene.grammar, scene.parsed
    if other_days(a, b):
        return False  # else its day is that of the deed, and not that of the story
    noun = _noun(b, scene)
    if noun is None or not _pointed_at(noun, b, scene):
        return False
    # The very noun is known for longer.
    known = any(p.upos[t] == "NOUN" and g.lemma(t) == g.lemma(noun) for t in a.words)
    if p.sentence_of[b.token] - p.sentence_of[last.token] > (_KNOWN if known else _REACH):
        return False
    senses = _takes_up().get((g.lemma(noun), b.type), frozenset())
    told = {*(g.lemma(t) for t in a.words), a.mode, "*"}
    return bool(senses & told) and sides_agree(a, b, scene)


def _noun(draft: Draft, scene: Scene) -> int | None:
    """The noun that tells an act, alone or with its verb ("the deal was signed")."""
    if draft.candidate.entry.pos == "N":
        return draft.token
    return next((t for t in scene.grammar.objects(draft.token) if t in draft.words), None)


def _pointed_at(token: int, draft: Draft, scene: Scene) -> bool:
    """Whether a noun has an article, a demonstrative or "its"; of a plural that is no name of a
    fight ("the clashes"), nothing told once is meant."""
    p, g = scene.parsed, scene.grammar
    if one_more(token, scene):
        return False
    fights = g.lemma(token) in classes()["warfare"] or g.lemma(token) in LETHAL
    if p.xpos[token] == "NNS" and draft.type == "ASSAULT" and not fights:
        return False
    whose = any(p.deprels[c] == "nmod:poss" and p.upos[c] == "PRON" for c in p.children[token])
    return definite(token, scene) or whose
