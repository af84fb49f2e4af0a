"""The state that an act reaches because it is done on its ground, where nobody else is named."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.match import Candidate
from dateline.extract.events.scene import Scene
from dateline.record import Place

_AT = ("on", "at", "into", "against")
_INSIDE = ("in", "inside", "within")
_WHERE = frozenset([*_INSIDE, "to", "for", "of", "across", "throughout"])
"""Prepositions on the way from help to those whom it is for."""
_GOING = frozenset(
    [
        *("send", "deploy", "dispatch", "contribute", "distribute", "deliver", "help", "assist"),
        *("set", "build", "open", "establish"),
    ]
)
"""What one does on somebody's ground, or for those there."""
_ON_GROUND = frozenset(["MOBILIZE", "AID", "ASSAULT", "COERCE", "RETREAT"])
_SENT = frozenset(["MIL", "COP"])
"""Sectors of those whom one sends, and who are not helped by it."""
_DEEP = 6
"""Steps down the tree to those whom help is for."""
LEAVING = frozenset(["leave", "depart"])
"""Verbs whose object is where somebody goes away from."""


def host(candidate: Candidate, actors: list[str], scene: Scene) -> list[str]:
    """The state that a visit goes to."""
    g = scene.grammar
    leaves = g.lemma(candidate.token) in LEAVING  # "left Nairobi for Lome"
    nouns = [] if leaves else list(g.objects(candidate.token))
    for support in {candidate.token, candidate.verb}:
        for preposition in ("to", "in", "at", "for"):
            nouns += g.preps(support, preposition)
    # "Attended the Paris Olympics", "the opening of the games in Paris".
    occasions = [] if leaves else [*g.objects(candidate.token)]
    occasions += [n for o in occasions for n in g.preps(o, "of")]
    nouns += [n for o in occasions for slot in ("to", "in", "at") for n in g.preps(o, slot)]
    nouns += [c for o in occasions for c in scene.parsed.children[o] if g.rel(c) == "compound"]
    if scene.here is not None and scene.said_here(candidate.token, candidate.verb):
        return _state_of(scene.here, actors, scene)
    return state_of_place(nouns, actors, scene, named=False)


def backed(candidate: Candidate, actors: list[str], scene: Scene) -> list[str]:
    """ "Reiterated its support for Lome": the state whose capital stands for it."""
    g = scene.grammar
    nouns = [n for o in g.objects(candidate.token) for n in g.preps(o, "for")]
    return state_of_place(nouns, actors, scene)


def struck(candidate: Candidate, actors: list[str], scene: Scene) -> list[str]:
    """ "Armenian forces shelled Ganja": the state whose land it is, where another strikes.

    Only for those whose land is known: a rebel's target at home is not told by the map.
    """
    g, known = scene.grammar, scene.found.actor_by_id
    if not any(known[a].land for a in actors):
        return []
    nouns = list(g.objects(candidate.token))
    # "Shelled the town of Ganja", "launched strikes against a camp".
    nouns += [n for o in nouns for case in ("of", *_AT) for n in g.preps(o, case)]
    for preposition in (*_AT, *(("of",) if candidate.entry.pos == "N" else _INSIDE)):
        nouns += g.preps(candidate.token, preposition)
    nouns += [n for t in nouns for n in g.preps(t, "in")]  # "strikes against a camp in Togo"
    return state_of_place(nouns, actors, scene, named=False)


def vacated(candidate: Candidate, actors: list[str], scene: Scene) -> list[str]:
    """ "Withdrew its troops from Lome": the state whose land is left, where it is another's."""
    g, known = scene.grammar, scene.found.actor_by_id
    if not any(known[a].land or known[a].kind == "igo" for a in actors):
        return []
    nouns = [*g.objects(candidate.token), *g.preps(candidate.token, "from")]
    nouns += [n for o in g.objects(candidate.token) for n in g.preps(o, "from")]
    return state_of_place(nouns, actors, scene, named=False)


def helped(candidate: Candidate, actors: list[str], scene: Scene) -> list[str]:
    """ "Gave ten million for those hurt in Togo", "funds to meet the needs of people in Togo": the
    first state or people of another land on the way down from what is given."""
    return _first_below(candidate.token, actors, scene)


def aimed_at(
    candidate: Candidate, actors: list[str], scene: Scene, by_token: Mapping[int, Candidate]
) -> list[str]:
    """ "Threatened to strike bases in Togo", "refused to send troops to Lome", "offered to help
    rebuild schools in Togo": on whose ground it would be done. Not where one would only meet."""
    g = scene.grammar
    threat = candidate.entry.type == "THREATEN"  # "reserved the right to strike", not "a truce to"
    said = (candidate.token, *(g.objects(candidate.token) if threat else ()))
    for verb in [c for t in said for c in g.complements(t)]:
        act = by_token.get(verb)
        done = act is not None and act.entry.type in _ON_GROUND
        if act is not None and done and (found := struck(act, actors, scene)):
            return found
        there = g.lemma(verb) in _GOING or done
        if there and (found := _first_below(verb, actors, scene)):
            return found
    return []


def _first_below(token: int, actors: list[str], scene: Scene) -> list[str]:
    """The state or people of another land that stands nearest below a word, by name or place."""
    known = scene.found.actor_by_id
    lands = {known[a].land for a in actors} - {None}
    # What is given or sent is looked through: "sent engineers to help rebuild Togo".
    given = set(scene.grammar.objects(token))
    level = [c for t in _below(token, scene) for c in (_below(t, scene) if t in given else [t])]
    for _ in range(_DEEP):
        for t in level:
            named = [
                a.id
                for a in scene.mentioned(t)
                if a.kind in ("state", "population") and a.land not in lands
                if a.id not in actors and _SENT.isdisjoint(a.sectors)
            ]
            if found := named[:1] or state_of_place([t], actors, scene, named=False):
                return found
        level = [c for t in level for c in _below(t, scene)]
    return []


def _below(token: int, scene: Scene) -> list[int]:
    """What a phrase goes on with: what it is of, whom it is for, where they are, what it is for."""
    p, g = scene.parsed, scene.grammar
    return [
        c
        for c in p.children[token]
        if (g.rel(c) in ("obl", "nmod") and _WHERE & set(g.case(c)))
        or p.deprels[c] in ("obj", "acl")
        or (g.rel(c) in ("advcl", "xcomp") and (g.rel(c) == "xcomp" or "to" in g.case(c)))
    ]


def state_of_place(
    nouns: list[int], actors: list[str], scene: Scene, *, named: bool = True
) -> list[str]:
    """The state of the first place that the nouns name, if it is none of the actors'; with `named`
    only one that the record has as an actor already."""
    p, found = scene.parsed, scene.found
    at = [pl for n in nouns for _, pl in found.place_at.over(p.starts[n], p.ends[n])]
    meant = bool(at) and (not named or at[0].country in scene.states)
    return _state_of(at[0], actors, scene) if meant else []


def _state_of(place: Place, actors: list[str], scene: Scene) -> list[str]:
    """The state that a place lies in, if that is none of the actors'."""
    known = scene.found.actor_by_id
    if place.country is None or place.country in {known[a].land for a in actors}:
        return []
    state = scene.state_at(place)
    return [] if state is None else [state]
