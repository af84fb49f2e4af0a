"""Talks told again: "Diallo met Roe ... the two leaders discussed trade"."""

from __future__ import annotations

from dateline.extract.events.draft import Draft
from dateline.extract.events.pointing import definite, indefinite, one_more, said_of_it
from dateline.extract.events.retelling.agree import (
    dated_late,
    dates_agree,
    lands,
    places_agree,
)
from dateline.extract.events.scene import Scene

TO_MEET = "036"
"""CAMEO of a meeting that is agreed or to come."""
_REACH = 8
"""Sentences behind talks in which they are told again without a name for each side."""
_NEAR = 2
"""Sentences behind talks in which "the ministers" are those who talked."""
_JOINING = frozenset(["join", "attend", "take", "participate"])
_BOTH = frozenset(["two", "2", "both"])
_SIDES = frozenset(
    [
        *("side", "leader", "president", "minister", "premier", "official", "party", "diplomat"),
        *("statesman", "man", "woman", "delegation", "country", "nation", "head", "chief"),
        *("foreign_minister", "prime_minister", "general", "envoy", "politician", "pair", "they"),
    ]
)


def meeting(draft: Draft) -> bool:
    """Whether a draft tells of talks, held or to come."""
    return draft.type == "CONSULT" or draft.cameo == TO_MEET


def meeting_again(a: Draft, b: Draft, last: Draft, scene: Scene) -> bool:
    """Whether two tell of one meeting: no other day or place, and nobody new takes part."""
    if not (meeting(a) and meeting(b)) or (a.mode and b.mode and a.mode != b.mode):
        return False
    if "visit" in (a.mode, b.mode) and a.mode != b.mode:
        return False
    if a.mode == b.mode == "visit" and said_of_it(b.token, scene) and _one_land(a, b, scene):
        return lands(a.actors, scene) == lands(b.actors, scene)
    near = scene.parsed.sentence_of[b.token] - scene.parsed.sentence_of[last.token] < _NEAR
    if near and not a.mode and said_of_it(b.token, scene) and not one_more(b.token, scene):
        return True  # "said that it was a meeting of friends"
    if b.candidate.entry.pos == "N" and (one_more(b.token, scene) or indefinite(b.token, scene)):
        return False
    if not (places_agree(a, b, scene) and (dates_agree(a, b) or dated_late(a, b))):
        return False
    if a.mode == b.mode == "visit" and a.actors == b.actors and _one_land(a, b, scene):
        return True
    first, second = {*a.actors, *a.recipients}, {*b.actors, *b.recipients}
    if len(first & second) > 1 and (first <= second or second <= first):
        return True
    distance = scene.parsed.sentence_of[b.token] - scene.parsed.sentence_of[last.token]
    those = _both(b, scene) or (distance <= _NEAR and _those(b, scene)) or _led(a, b, scene)
    return distance <= _REACH and len(first) > 1 and those


def _led(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Kenya and Togo held a dialogue. Their ministers led the dialogue": the same talks, by those
    who speak for the same lands."""
    g, p = scene.grammar, scene.parsed
    here, there = lands(a.actors, scene), lands(b.actors, scene)
    if here != there or len(here) < 2 or None in here:
        return False
    words = {g.lemma(t) for t in a.words if p.upos[t] == "NOUN"}
    again = [t for t in b.words if p.upos[t] == "NOUN" and g.lemma(t) in words]
    return any(definite(t, scene) for t in again)


def joins_in(a: Draft, b: Draft, last: Draft, scene: Scene) -> bool:
    """ "Ministers met in Lagos. Diallo joined the talks": who comes to talks that are known."""
    p = scene.parsed
    if a.type != "CONSULT" or not joining(b, scene) or not places_agree(a, b, scene):
        return False
    near = p.sentence_of[b.token] - p.sentence_of[last.token] <= _REACH
    nouns = [t for t in b.words if p.upos[t] == "NOUN" and scene.grammar.lemma(t) != "part"]
    return near and any(definite(t, scene) and not one_more(t, scene) for t in nouns)


def joining(draft: Draft, scene: Scene) -> bool:
    """Whether a telling says that somebody comes to talks, or takes part in them."""
    return scene.grammar.lemma(draft.candidate.verb) in _JOINING


def _one_land(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Arrived in Togo and was received by its premier": the hosts are of one land."""
    known = scene.found.actor_by_id
    lands = [{known[i].land for i in draft.recipients} for draft in (a, b)]
    return len(lands[0]) == 1 and lands[0] == lands[1] and None not in lands[0]


def _those(draft: Draft, scene: Scene) -> bool:
    """ "The parties discussed", "the ministers talked about": those who have just met."""
    p, g = scene.parsed, scene.grammar
    subjects = g.subjects(draft.candidate.verb)
    return any(
        g.lemma(n) in _SIDES and p.xpos[n] in ("NNS", "NNPS") and definite(n, scene)
        for n in subjects
    )


def _both(draft: Draft, scene: Scene) -> bool:
    """ "The two leaders discussed", "talks between the two sides": those who are known to meet."""
    p, g = scene.parsed, scene.grammar
    nouns = [*g.subjects(draft.candidate.verb), *g.preps(draft.token, "between")]
    nouns += [c for c in p.children[draft.token] if p.deprels[c] == "nmod:poss"]
    return any(
        g.lemma(n) in _SIDES and any(g.lemma(c) in _BOTH for c in p.children[n]) for n in nouns
    )
