"""One act of the same people to the same, told again by the same word or in the same way."""

from __future__ import annotations

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.ontology import PACT
from dateline.extract.events.pointing import definite, one_more
from dateline.extract.events.retelling.agree import (
    WIDE,
    dated_late,
    dates_agree,
    lands,
    one_side,
    other_days,
    period,
    places_agree,
    side_agrees,
    sides_agree,
)
from dateline.extract.events.scene import Scene

_SAID = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN"])
_MEASURES = frozenset(["COERCE", "SANCTION", "RETREAT"])
_OFTEN = frozenset(["ASSAULT", "COERCE"])
_STEPS = frozenset(["RETREAT", "AGREE", "SANCTION", "CONSULT", "CONCEDE", "SUPPORT"])
"""Types of what is hardly done twice within the time that one telling gives."""
_FORCES = frozenset(["MIL", "GOV", "COP"])
_GOING_ON = {"occurred", "ongoing"}
_DEPLOYING = frozenset(["deploy", "deployment", "station", "mobilize", "mobilization", "post"])
_BREACH = "196"
"""CAMEO of violating a ceasefire."""
_MEANS = frozenset(["when", "by", "with"])
_KNOWN = 8
"""Sentences in which a pact is known."""
_NEAR = 3
"""Sentences behind a plan in which it is told again by the same word."""


def one_measure(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Police arrested a man ... detained the man", "told Kenya it must leave": by the same to the
    same, of one mode, or in one sentence of words."""
    if not (a.actors and a.recipients) or set(a.recipients) != set(b.recipients):
        return False
    here = scene.parsed.sentence_of[a.token] == scene.parsed.sentence_of[b.token]
    if a.type in _SAID:
        return here
    return a.type in _MEASURES and a.mode is not None and a.mode == b.mode


def same_act(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Parliament impeached Diallo ... Diallo, the third to be impeached": one verb, done to one
    who is named, of which one telling leaves out who did it."""
    if not _one_verb(a, b, scene) or a.mode != b.mode or (a.actors and b.actors):
        return False
    if not a.recipients or set(a.recipients) != set(b.recipients):
        return False
    kinds = {scene.found.actor_by_id[r].kind for r in a.recipients}
    if "population" in kinds or (a.type in _OFTEN and "state" in kinds):
        return False  # a land is attacked more than once
    return dates_agree(a, b) or dated_late(a, b)


def same_town(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Kenya has seized Lome ... the capture of Lome": a town is taken once, or dated."""
    if a.mode != "seize" or b.mode != "seize" or one_more(b.token, scene) or other_days(a, b):
        return False
    known = scene.found.place_by_id
    towns = [{known[i].name for i in d.places if known[i].kind not in WIDE} for d in (a, b)]
    return not towns[0].isdisjoint(towns[1]) and sides_agree(a, b, scene)


def same_crowd(a: Draft, b: Draft, last: Draft, scene: Scene) -> bool:
    """ "Thousands rallied in Lome. The protesters chanted": those just told of go on."""
    if a.type != "PROTEST" or b.candidate.entry.pos != "V" or one_more(b.token, scene):
        return False
    near = scene.parsed.sentence_of[b.token] - scene.parsed.sentence_of[last.token] <= _NEAR
    crowd = (t for t in scene.grammar.subjects(b.candidate.verb) if definite(t, scene))
    if not near or not any(scene.has(t, classes()["rioters"]) for t in crowd):
        return False
    return a.mode == b.mode and places_agree(a, b, scene) and dates_agree(a, b)


def breach(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Kenya broke the truce when it shelled Togo", "accused Kenya of a violation. Kenya shelled
    Togo": a breach of a truce, and right behind it the deed that was the breach."""
    if a.type != "ASSAULT" or a.cameo != _BREACH or b.cameo == _BREACH or not a.actors:
        return False
    p, g, deed = scene.parsed, scene.grammar, b.candidate.verb
    distance = p.sentence_of[b.token] - p.sentence_of[a.token]
    if b.type != "ASSAULT" or not one_side(a.actors, b.actors, scene) or other_days(a, b):
        return False
    if distance == 0:
        means = {*g.case(deed), *(g.lemma(c) for c in p.children[deed] if c < deed)}
        return p.heads[deed] in {a.token, a.candidate.verb} and bool(means & _MEANS)
    return distance == 1 and not one_more(b.token, scene)


def one_step(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Will visit Lome next month ... is to visit it on 7 May": a step of the same people towards
    the same, of which one telling gives the day, and the other a time that holds it."""
    if a.type not in _STEPS or a.mode != b.mode or not a.actors or a.actors != b.actors:
        return False
    if one_more(b.token, scene) or not (a.recipients == b.recipients or not b.recipients):
        return False
    first, second = period(a), period(b)
    if first is None or second is None or a.dated == "story" or b.dated == "story":
        return False
    within = first[0] <= second[0] <= second[1] <= first[1]
    within = within or second[0] <= first[0] <= first[1] <= second[1]
    return within and places_agree(a, b, scene)


def one_posture(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "The army has deployed troops in Lome ... the army's deployment": what a land's forces are
    deployed for goes on as long as a story tells of it, unless it is more of them, or elsewhere."""
    if a.type != "MOBILIZE" or a.mode != b.mode or not {a.status, b.status} <= _GOING_ON:
        return False
    if b.standing.perfect:
        return False  # "had been deployed by governments before"
    told = all(any(scene.grammar.lemma(t) in _DEPLOYING for t in d.known_by) for d in (a, b))
    if not told or one_more(b.token, scene) or other_days(a, b):
        return False
    here, there = lands(a.actors, scene), lands(b.actors, scene)
    ours = bool(here and there) and (here == there or {None} in (here, there))
    known = scene.found.actor_by_id
    stately = all(_FORCES & set(known[x].sectors) for x in (*a.actors, *b.actors))
    at = side_agrees(a.recipients, b.recipients, scene)
    return ours and stately and at and places_agree(a, b, scene)


def same_pact(a: Draft, b: Draft, last: Draft, scene: Scene) -> bool:
    """ "Kenya signed a truce with Togo ... Togo signed the deal": a pact that is known."""
    if not a.cameo == b.cameo == PACT or other_days(a, b):
        return False
    far = scene.parsed.sentence_of[b.token] - scene.parsed.sentence_of[last.token] > _KNOWN
    nouns = [t for t in b.words if scene.has(t, classes()["agreement"])]
    return not far and any(definite(t, scene) and not one_more(t, scene) for t in nouns)


def same_plan(a: Draft, b: Draft, last: Draft, scene: Scene) -> bool:
    """ "Peacekeepers would be sent ... 2,000 peacekeepers would be sent": a plan, told again by its
    verb right behind it, of nobody else."""
    near = scene.parsed.sentence_of[b.token] - scene.parsed.sentence_of[last.token] <= _NEAR
    if not near or a.status != "planned" or not (a.actors and b.actors):
        return False
    return _one_verb(a, b, scene) and sides_agree(a, b, scene) and dates_agree(a, b)


def _one_verb(a: Draft, b: Draft, scene: Scene) -> bool:
    if a.candidate.entry.pos != "V" or b.candidate.entry.pos != "V" or one_more(b.token, scene):
        return False
    return scene.grammar.lemma(a.token) == scene.grammar.lemma(b.token)
