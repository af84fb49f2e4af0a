"""Which land a pronoun stands for: "lost control of them"."""

from __future__ import annotations

from functools import cache

from dateline.extract.events.lexicon import classes
from dateline.extract.events.scene import Scene
from dateline.knowledge.tables import read_rows

_SEVERAL = frozenset(["they", "them", "these", "their"])
_ONE = frozenset(["it", "its", "this"])
PRONOUNS = _SEVERAL | _ONE | frozenset(["which", "that"])
_BACK = 60
"""How many words back a pronoun's land is looked for."""


def antecedent(token: int, scene: Scene) -> int | None:
    """The nearest noun for land before a pronoun that agrees with it in number.

    It stands in the pronoun's sentence or the one before, and not in its own clause ("Georgia lost
    control of it" is not of Georgia). A country is whoever holds land, and none itself here; names
    stand for one land, or for the first of several where they are coordinated.
    """
    p = scene.parsed
    sentence = p.sentence_of[token]
    clause = _clause(token, scene)
    for t in range(token - 1, max(-1, token - _BACK), -1):
        if p.sentence_of[t] < sentence - 1:
            break
        if p.heads[t] == clause or not _land(t, scene):
            continue
        if _agrees(token, t, scene):
            return _first(t, scene)
    return None


def land_before(token: int, scene: Scene) -> bool:
    """Whether a noun for land stands before a pronoun at all, so that land may be meant."""
    p, g = scene.parsed, scene.grammar
    before = range(token - 1, max(-1, token - _BACK), -1)
    return any(p.upos[t] == "NOUN" and g.lemma(t) in classes()["territory"] for t in before)


def described(noun: int, scene: Scene) -> str | None:
    """ "The enclave", "the town": the id of the place of such a kind that was named last before.

    Within this sentence and the two before; only for "the", "this" or "that" and one land.
    """
    p, g = scene.parsed, scene.grammar
    kinds = _kinds().get(g.lemma(noun), frozenset())
    definite = any(p.word(c).lower() in ("the", "this", "that") for c in p.children[noun])
    if not kinds or not definite or p.xpos[noun] != "NN":
        return None
    start = p.starts[noun]
    first = p.sentences[max(0, p.sentence_of[noun] - 2)].start
    within = scene.found.place_at.within(p.starts[first], start)
    named = [(span, place) for span, place in within if place.kind in kinds]
    return max(named, key=lambda hit: hit[0])[1].id if named else None


@cache
def _kinds() -> dict[str, frozenset[str]]:
    rows = read_rows(__package__, "described.tsv", 2)
    return {n: frozenset(kinds.split("|")) for nouns, kinds in rows for n in nouns.split("|")}


def _first(token: int, scene: Scene) -> int:
    """The first of coordinated lands."""
    p, g = scene.parsed, scene.grammar
    while g.rel(token) == "conj" and p.heads[token] < token and _land(p.heads[token], scene):
        token = p.heads[token]
    # "Control over the enclave and adjacent territories", read as the control and the territories.
    joined = [c - 1 for c in p.children[token] if g.rel(c) == "cc" and g.rel(token) == "conj"]
    return next((t for t in joined if _land(t, scene)), token)


def _clause(token: int, scene: Scene) -> int:
    """The verb of the clause that a word stands in."""
    p = scene.parsed
    at = token
    for head in p.ancestors(token):
        at = head
        if p.upos[head] in ("VERB", "AUX"):
            break
    return at


def _land(token: int, scene: Scene) -> bool:
    p, g = scene.parsed, scene.grammar
    if p.upos[token] == "NOUN":
        part = g.lemma(token) == "part" and p.xpos[token] == "NN"  # "part of Georgia"
        return g.lemma(token) in classes()["territory"] and not part
    if p.upos[token] != "PROPN":
        return False
    named = scene.found.place_at.over(p.starts[token], p.ends[token])
    return any(place.kind != "country" for _, place in named)


def _agrees(pronoun: int, noun: int, scene: Scene) -> bool:
    p, g = scene.parsed, scene.grammar
    lemma = g.lemma(pronoun)
    several = p.xpos[noun] in ("NNS", "NNPS") or any(
        g.rel(t) == "conj" for t in (noun, *p.children[noun])
    )
    if lemma in _SEVERAL:
        return several
    return lemma not in _ONE or p.xpos[noun] in ("NN", "NNP")
