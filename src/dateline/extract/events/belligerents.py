"""Who fights a war that is told without its sides: "the conflict has killed thousands"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.retelling.agree import lands, wide
from dateline.extract.events.retelling.wars import of_old
from dateline.extract.events.scene import Scene
from dateline.record import Actor

_TWO = 2
_MOST = 0.75
"""Share of what a story tells of two lands fighting that is of the same two."""
_AGREEING = frozenset(["AGREE", "CONCEDE", "RETREAT", "SUPPORT"])
_PEOPLE = frozenset(["population", "person"])
_BETWEEN = "third-party"
_SPOILS = frozenset(["seize", "release"])
"""Modes of what two who fight do with each other's towns and men."""
_ENDED = "ceasefire"
"""Mode of what ends a fight."""
_TRUCES = frozenset(["0256", "1056"])
"""CAMEO of an appeal and of a demand for a ceasefire."""
_TRUCE_DECLARED, _TRUCE_MEANT, _FOR_TRUCE = "0871", "037", "0256"
"""CAMEO of a ceasefire that is declared, of one that is proposed or agreed, of an appeal for it."""
_CLOSED = "191"
"""CAMEO of movement that is restricted."""
_BORDERS = frozenset(["border", "frontier", "crossing", "airspace", "checkpoint"])
_BROKEN_OFF = frozenset(["161", "166"])
"""CAMEO of ties that are reduced, and of diplomats who are expelled or called home."""
_FIGHTING = frozenset(["fight", "clash", "battle", "skirmish", "exchange", "trade"])
_FORCES = frozenset(["GOV", "MIL"])
_AT = ("on", "at", "against", "into", "to")
_PROPOSING = frozenset(["propose", "suggest", "offer"])


def name_the_sides(events: Sequence[Draft], scene: Scene) -> None:
    """Give fights without their sides the two that the story tells to fight, lands or a land and an
    armed group, where it tells of no others; to those with one, the other. Who mediates there
    mediates between these two."""
    pair = _sides(events, scene)
    if pair is None:
        return
    known = scene.found.actor_by_id
    civil = known[pair[0]].land == known[pair[1]].land
    riots = any(event.type == "PROTEST" for event in events)
    for event in events:
        if of_old(event, scene) or _elsewhere(event, pair, scene):
            continue
        if _truce_of_others(event, pair, scene):
            event.type, event.mode, event.cameo = "REQUEST", "yield", _FOR_TRUCE
            event.why.append("a truce of others is asked for")
        declared = event.type == "CONCEDE" and event.candidate.entry.cameo == _TRUCE_DECLARED
        if declared and _outsiders(event, pair, scene):
            event.actors, event.recipients = [*pair], []
            event.why.append("a truce that others announce is theirs who fight")
        if unsaid(event, scene):
            event.actors = [*pair]
            event.why.append("a truce of the two that the story tells to fight")
        if _mediated(event, pair, scene):
            event.recipients = [*pair]
            event.why.append("the two that the story tells to fight")
        if foe := _at_their_foe(event, pair, scene):
            event.recipients = [foe]
            event.why.append("the foe that the story tells of")
        if riots and scene.grammar.lemma(event.token) == "clash":
            continue  # with the police, perhaps
        if not (_fight(event, scene) and event.status in ("occurred", "ongoing")):
            continue
        if any(known[r].kind not in _PEOPLE for r in event.recipients):
            continue
        both = {_key(known[a], civil=civil) for a in pair}
        there = {_key(known[a], civil=civil) for a in event.actors}
        if not there <= both:
            continue  # others fight here
        ours = event.actors
        more = [a for a in pair if _key(known[a], civil=civil) not in there]
        if len(more) == _TWO or (len(ours) == 1 and len(more) == 1):
            event.actors = [*event.actors, *more]
            event.why.append("the two that the story tells to fight")


def leave_the_fallen(events: Sequence[Draft], scene: Scene) -> None:
    """Take people of no land from the recipients of a fight: of two who fight both act (PLOVER),
    and of those who fell the casualties tell."""
    known = scene.found.actor_by_id
    for event in events:
        told = any(scene.has(t, classes()["two_sided"]) for t in event.known_by)
        if event.type != "ASSAULT" or not told:
            continue
        # Where the two are not named, it is something to know that they were civilians.
        both = len(event.actors) >= _TWO
        fallen = [known[r] for r in event.recipients]
        if all(a.kind == "population" and not a.land and (both or not a.sectors) for a in fallen):
            event.recipients = []


def _at_their_foe(event: Draft, pair: tuple[str, str], scene: Scene) -> str | None:
    """ "Kenya recalled its ambassador", "vowed revenge", "fired the first shots": where one of the
    two who fight does so to nobody who is named, it is to the other."""
    known = scene.found.actor_by_id
    p, g = scene.parsed, scene.grammar
    if event.recipients or any(p.upos[t] == "PRON" for t in g.objects(event.candidate.verb)):
        return None  # "warned it": somebody who is not known
    civil = known[pair[0]].land == known[pair[1]].land
    if not (_hostile(event, scene) or (not civil and _blow(event, scene))):
        return None
    ours = {_key(known[a], civil=civil) for a in event.actors}
    other = [a for a in pair if _key(known[a], civil=civil) not in ours]
    return other[0] if len(ours) == 1 and len(other) == 1 else None


def _hostile(event: Draft, scene: Scene) -> bool:
    border = event.cameo == _CLOSED and any(scene.has(t, _BORDERS) for t in event.words)
    return border or event.type == "THREATEN" or event.cameo in _BROKEN_OFF


def _blow(event: Draft, scene: Scene) -> bool:
    """ "Kenya fired the first shots", "Kenyan aggression", "the hill that Kenya took", "pressed its
    offensive into the disputed region": a deed of a state's at nobody who is told."""
    known = [scene.found.actor_by_id[a] for a in event.actors]
    own = all(a.kind == "state" or (a.land and _FORCES.intersection(a.sectors)) for a in known)
    if not own or event.status not in ("occurred", "ongoing") or _fight(event, scene):
        return False
    if event.type != "ASSAULT":
        return event.mode == "seize"
    g, p = scene.grammar, scene.parsed
    words = (event.candidate.verb, *event.words)
    told = {t for w in words for t in (*g.objects(w), *(n for at in _AT for n in g.preps(w, at)))}
    told = {t for t in told if p.upos[t] != "VERB" and not scene.place(t)}
    return wide(event, scene) and told <= {*event.words, event.token}


def _sides(events: Sequence[Draft], scene: Scene) -> tuple[str, str] | None:
    """The two states, or the state and the armed group, that are told to fight, or attack, each
    other, else to agree on a truce, else to take towns or hand back prisoners; None where there are
    none, or as many others."""
    told: Counter[frozenset[str]] = Counter()
    truces: Counter[frozenset[str]] = Counter()
    spoils: Counter[frozenset[str]] = Counter()
    for event in events:
        if _truce(event, scene):
            (parties,) = _keys([*event.actors, *event.recipients], scene=scene)
            if len(parties) == _TWO:
                truces[frozenset(parties)] += 1
        ours, theirs = _keys(event.actors, event.recipients, scene=scene)
        if event.mode in _SPOILS and len(ours | theirs) == _TWO:
            spoils[frozenset(ours | theirs)] += 1
        if event.type != "ASSAULT" or event.status not in ("occurred", "ongoing"):
            continue
        if _both(event, scene) and len(ours) == len(event.actors) == _TWO:
            told[frozenset(ours)] += 1
        elif len(ours) == len(theirs) == 1 and ours != theirs:
            told[frozenset(ours | theirs)] += 1
    told = told or truces or spoils
    if not told:
        return None
    (two, often), *_ = told.most_common(1)
    if often < _MOST * told.total():
        return None
    # Of two that were the same land's, the one that the story speaks of most.
    sides: dict[str, Actor] = {}
    civil = not {a.id for a in scene.found.actors}.isdisjoint(two)
    for actor in scene.found.actors:
        key = _key(actor, civil=civil)
        if key in two and actor.kind in ("state", "armed_group" if civil else "state"):
            first = sides.setdefault(key, actor)
            sides[key] = max(first, actor, key=lambda a: len(a.mentions))
    pair = [actor.id for actor in sides.values()]
    return (pair[0], pair[1]) if len(pair) == _TWO else None


def unsaid(draft: Draft, scene: Scene) -> bool:
    """ "The truce took effect at noon", "a ceasefire was agreed": nobody is named whose it is."""
    return not (draft.actors or draft.recipients) and told_truce(draft.candidate, scene)


def told_truce(candidate: Candidate, scene: Scene) -> bool:
    """Whether a verb tells that a truce is agreed or kept, or a fight over: whose it is, the story
    may tell."""
    verb, g = candidate.verb, scene.grammar
    in_force = any(g.rel(c) == "cop" for c in scene.parsed.children[verb])
    if scene.parsed.upos[verb] != "VERB" and not in_force:
        return False
    words = (*candidate.words, *g.subjects(verb), *g.objects(verb))
    truce = any(scene.has(t, classes()["ceasefire"]) for t in words)
    return candidate.entry.mode == _ENDED or (truce and candidate.entry.type in _AGREEING)


def _truce(event: Draft, scene: Scene) -> bool:
    """Whether somebody agrees on a truce, or signs one."""
    named = any(scene.has(t, classes()["ceasefire"]) for t in event.words)
    return event.type in _AGREEING and (named or event.cameo == _TRUCE_MEANT)


def _key(actor: Actor, *, civil: bool) -> str:
    """What makes those who fight on one side one: their land; in a civil war a group is its own."""
    return actor.id if civil and actor.kind == "armed_group" else actor.land or ""


def _keys(*sides: Sequence[str], scene: Scene) -> list[set[str]]:
    """The keys of each side, where each actor has one; a war within one land is a civil war.
    Civilians of no land that is told, and a single man or firm that no state arms, are of neither
    side."""
    named = [[scene.found.actor_by_id[x] for x in side] for side in sides]
    known = [[a for a in side if _fights(a)] for side in named]
    civil = len({a.land for side in known for a in side}) == 1
    found = [{_key(a, civil=civil) for a in side} for side in known]
    return [set() if "" in keys else keys for keys in found]


def _fights(actor: Actor) -> bool:
    """Whether an actor may be, or stand for, a side."""
    if actor.kind in ("person", "organisation", "media") and not _FORCES & set(actor.sectors):
        return False
    return actor.land is not None or actor.kind != "population"


def _fight(event: Draft, scene: Scene) -> bool:
    """Whether a noun tells a fight of two sides."""
    noun = event.type == "ASSAULT" and event.candidate.entry.pos == "N"
    return noun and scene.has(event.token, classes()["two_sided"])


def _both(event: Draft, scene: Scene) -> bool:
    """Whether those who act are told to fight each other ("clashed", "fought a war")."""
    together = not event.recipients and scene.grammar.lemma(event.token) in _FIGHTING
    return _fight(event, scene) or (together and not of_old(event, scene))


def _mediated(event: Draft, pair: tuple[str, str], scene: Scene) -> bool:
    """ "Russia brokered the truce", "called for a ceasefire": of others, who are not named."""
    told = event.mode == _BETWEEN or (event.type == "REQUEST" and event.cameo in _TRUCES)
    return told and not event.recipients and _outsiders(event, pair, scene)


def _truce_of_others(event: Draft, pair: tuple[str, str], scene: Scene) -> bool:
    """ "France proposed a ceasefire": a call for it, unless it is France's war (PLOVER: AGREE)."""
    proposed = event.type == "AGREE" and event.candidate.entry.cameo == _TRUCE_MEANT
    asked = scene.grammar.lemma(event.token) in _PROPOSING
    return proposed and asked and _outsiders(event, pair, scene)


def _outsiders(event: Draft, pair: tuple[str, str], scene: Scene) -> bool:
    """Whether those who act are known to be of neither land, or bodies of none."""
    known = [scene.found.actor_by_id[a] for a in event.actors]
    theirs = lands(list(pair), scene)
    return bool(known) and all(
        a.land not in theirs and (a.land is not None or a.kind == "organisation") for a in known
    )


def _elsewhere(event: Draft, pair: tuple[str, str], scene: Scene) -> bool:
    """Whether it is told to have been in the land of neither."""
    places = {scene.found.place_by_id[i].country for i in event.places} - {None}
    return bool(places) and places.isdisjoint(lands(list(pair), scene))
