"""Which places a noun for land names or stands for."""

from __future__ import annotations

from dateline.extract.events.scene import Scene
from dateline.extract.territories.antecedent import PRONOUNS, antecedent, described

_NAMING = frozenset(["compound", "flat", "appos", "amod", "nmod"])
_WHOLE = frozenset(["territory", "land", "soil"])


def places(token: int, scene: Scene) -> list[str]:
    """The ids of the places; several where a plural names them ("the towns of A and B")."""
    p, g = scene.parsed, scene.grammar
    if g.lemma(token) in PRONOUNS:
        noun = antecedent(token, scene)
        if noun is None:
            return []
        both = g.conjuncts(noun) if g.lemma(token) in ("they", "them", "these") else [noun]
        return list(dict.fromkeys(i for t in both for i in places(t, scene)))
    at = scene.found.place_at
    if own := at.over(p.starts[token], p.ends[token]):
        return [own[0][1].id]
    for names in (_behind(token, scene), _beside(token, scene)):
        if ids := [hits[0][1].id for t in names if (hits := at.over(p.starts[t], p.ends[t]))]:
            return list(dict.fromkeys(ids))
    if any(g.rel(c) == "cop" for c in p.children[token]):
        # "Abkhazia is a disputed region": the subject names it.
        subjects = [t for t in g.subjects(token) if t != token]
        return list(dict.fromkeys(i for t in subjects for i in places(t, scene)))
    # "Nagorno-Karabakh, a disputed territory that": the noun in apposition names it.
    for low, high in g.up(token):
        if p.deprels[low] not in ("appos", "acl:relcl"):
            break
        if named := at.over(p.starts[high], p.ends[high]):
            return [named[0][1].id]
    taken_up = described(token, scene)
    return [] if taken_up is None else [taken_up]


def _behind(token: int, scene: Scene) -> list[int]:
    """ "The city of Aleppo", "most of Aleppo"; but "a region of Georgia" is a part of a country,
    and "land outside Aleppo" no part of it."""
    p, g = scene.parsed, scene.grammar
    out = []
    for t in g.preps(token, "of"):
        named = scene.found.place_at.over(p.starts[t], p.ends[t])
        country = any(place.kind == "country" for _, place in named)
        if named and (not country or g.lemma(token) in _WHOLE):
            out.append(t)
    return out


def _beside(token: int, scene: Scene) -> list[int]:
    """ "The Aleppo region", "the enclave, Abkhazia"."""
    p, g = scene.parsed, scene.grammar
    return [t for t in p.children[token] if g.rel(t) in _NAMING and not g.case(t)]
