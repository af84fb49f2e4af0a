"""Is an act told as one that is known, or as one more? "The attack", "another attack"."""

from __future__ import annotations

from dateline.extract.events.draft import Draft
from dateline.extract.events.scene import Scene

DEEDS = frozenset(["ASSAULT", "COERCE", "PROTEST"])
WAR = frozenset(["war", "warfare", "conflict", "fighting", "combat", "hostility", "hostilities"])
"""What goes on for long, and is told with "a" again and again."""
_POINTING = frozenset(["the", "this", "that", "these", "those", "both"])
_INDEFINITE = frozenset(["a", "an", "another", "some", "several"])
_ONE_MORE = frozenset(
    [
        *("another", "other", "separate", "second", "third", "fourth", "fresh", "new"),
        *("further", "more", "similar", "different", "additional", "subsequent", "previous"),
        *("earlier", "recent", "past", "again", "also", "elsewhere", "meanwhile"),
    ]
)
"""Words that say that it is not the one told before."""


def another(draft: Draft, scene: Scene) -> bool:
    """ "More than a dozen arrests", "a strike on the town", "another attack": a deed told with an
    indefinite article, a number or a word for one more is none of those told before (Huddleston
    and Pullum, Cambridge Grammar, 5.6: what is definite is taken as known)."""
    if draft.candidate.entry.pos != "N" or draft.type not in DEEDS:
        return False
    p, g = scene.parsed, scene.grammar
    if g.said_of(draft.token) is not None or p.deprels[draft.token] == "appos":
        return False  # "it was an attack on us all"
    below = p.children[draft.token]
    if g.lemma(draft.token) in WAR:
        return one_more(draft.token, scene)  # "a conflict that has killed dozens": no new one
    counted = any(p.deprels[c] == "nummod" for c in below)
    return counted or indefinite(draft.token, scene) or one_more(draft.token, scene)


def one_more(token: int, scene: Scene) -> bool:
    """Whether a word is described as one more, or as one from another time."""
    g = scene.grammar
    below = (c for c in scene.parsed.children[token] if g.rel(c) in ("amod", "det", "advmod"))
    return any(g.lemma(c) in _ONE_MORE for c in below)


def indefinite(noun: int, scene: Scene) -> bool:
    """Whether a noun has an indefinite article, or a word like "some"."""
    p = scene.parsed
    articles = (c for c in p.children[noun] if p.deprels[c] == "det")
    return any(scene.grammar.lemma(c) in _INDEFINITE for c in articles)


def definite(noun: int, scene: Scene) -> bool:
    """Whether a noun has the definite article, or a demonstrative."""
    p = scene.parsed
    articles = (c for c in p.children[noun] if p.deprels[c] == "det")
    return any(scene.grammar.lemma(c) in _POINTING for c in articles)


def said_of_it(noun: int, scene: Scene) -> bool:
    """ "It is the second visit of a premier to Togo": a noun that says what is being told of."""
    g, p = scene.grammar, scene.parsed
    below = [c for c in p.children[noun] if g.rel(c) in ("cop", "nsubj")]
    subjects = {g.lemma(c) for c in below if g.rel(c) == "nsubj"}
    return len(below) > 1 and bool(subjects & {"it", "this", "that"})
