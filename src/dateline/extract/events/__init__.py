"""Events: PLOVER types, who did what to whom, when, where, and on whose word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.extract.events.answered import name_the_answered, provoked
from dateline.extract.events.belligerents import (
    leave_the_fallen,
    name_the_sides,
    told_truce,
    unsaid,
)
from dateline.extract.events.command import commanders, decreed, own_forces
from dateline.extract.events.company import one_of
from dateline.extract.events.confidence import confidence
from dateline.extract.events.dates import date_all
from dateline.extract.events.doers import name_the_doers
from dateline.extract.events.draft import Draft
from dateline.extract.events.hosts import name_the_host
from dateline.extract.events.issued import name_the_issuers
from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate, Matcher
from dateline.extract.events.mood import not_only
from dateline.extract.events.mutual import each_way
from dateline.extract.events.nearby import own_force
from dateline.extract.events.ontology import intensity, ontology
from dateline.extract.events.parties import Parties
from dateline.extract.events.pointing import definite
from dateline.extract.events.relevance import irrelevant
from dateline.extract.events.retelling import merge
from dateline.extract.events.rules import apply
from dateline.extract.events.scene import Scene, scene_of
from dateline.extract.events.setting import Setting
from dateline.extract.events.status import standing
from dateline.extract.events.tables import circumstances
from dateline.extract.events.timed import dated
from dateline.extract.events.where import locate_all
from dateline.extract.found import Found
from dateline.record import Event
from dateline.record.base import Spans

__all__ = ["extract"]

_LITERAL = frozenset(["arrest", "torture"])
"""Modes that sport and trade have no other use for ("jailed for a brawl at a match")."""
_SENT = frozenset(["AID", "MOBILIZE"])
_WHENCE = ("by", "to", "in", "into")
_PLACED = frozenset(["RETREAT", "CONCEDE"])
"""Types that a verb and a place tell without a party."""
_DEEDS = frozenset(["ASSAULT", "COERCE", "PROTEST"])
_AT = ("of", "in", "on", "at", "near", "against")
_WHERE = ("in", "across", "throughout", "around", "on")


def extract(found: Found) -> list[Event]:
    """The events of a story, each with its trigger, parties, date, places, status and source.

    Reads times, places, actors and statements. What was considered and left out is noted.
    """
    scene = scene_of(found)
    candidates = [c for c in Matcher(scene).candidates() if not own_forces(c.token, scene)]
    by_token = {c.token: c for c in candidates}
    # A nominal under a light verb answers for that verb too.
    for c in candidates:
        if c.light is not None:
            by_token.setdefault(c.light, c)
    setting = Setting(scene)
    drafts = date_all(_drafts(candidates, scene, by_token, setting), scene)
    locate_all(drafts, scene)
    events = merge(drafts, scene)
    name_the_sides(events, scene)
    leave_the_fallen(events, scene)
    name_the_issuers(events, scene)
    name_the_doers(events, scene)
    name_the_host(events, scene)
    name_the_answered(events, scene)
    events = provoked(events, scene)
    events = [e for e in events if not unsaid(e, scene) or _placed(e.candidate, scene)]
    _keep_lands(events, scene)
    return [_event(one, scene, setting) for event in events for one in each_way(event, scene)]


def _keep_lands(events: Sequence[Draft], scene: Scene) -> None:
    """Enter among the actors the states that only places stand for, where events have them."""
    used = {x for event in events for x in (*event.actors, *event.recipients)}
    made = [a for a in scene.lands_of_places.values() if a.id in used]
    if made:
        scene.found.actors = sorted([*scene.found.actors, *made], key=lambda a: min(a.evidence()))


def _drafts(
    candidates: list[Candidate],
    scene: Scene,
    by_token: Mapping[int, Candidate],
    setting: Setting,
) -> list[Draft]:
    """The candidates that are events, after status and the boundary rules."""
    parties = Parties(scene, by_token)
    triggers = {t.token: t for t in scene.parsed.triggers}
    out = []
    for candidate in candidates:
        found = scene.found
        span = scene.parsed.span(candidate.token, candidate.token + 1)
        label = f"{candidate.entry.type} ({candidate.entry.row})"
        field = setting.figurative(candidate.token)
        if field is not None and candidate.entry.mode not in _LITERAL:
            found.notes.reject("events", span, f"{label}: the wording of {field}")
            continue
        stand = standing(candidate, scene, by_token)
        if stand.under is not None:
            over = by_token[stand.under]
            found.notes.reject("events", span, f"{label}: what a {over.entry.type} is about")
            continue
        if stand.void:
            why = "only supposed" if stand.moot else "did not come about"
            found.notes.reject("events", span, f"{label}: {why}")
            continue
        if _only_which(candidate, scene):
            found.notes.reject("events", span, f"{label}: says only which people are meant")
            continue
        if _presupposed(candidate, by_token, scene):
            found.notes.reject("events", span, f"{label}: only describes a word of another event")
            continue
        trigger = triggers.get(candidate.token)
        denied = trigger is not None and trigger.polarity == "NEG"
        if denied and not not_only(candidate.verb, scene):
            stand.negated = True
        actors, recipients = parties.of(candidate)
        actors = _with_commander(candidate, actors, scene)
        if not _stands(candidate, actors, recipients, scene):
            found.notes.reject("events", span, f"{label}: a noun without parties or a verb")
            continue
        draft = Draft(
            candidate=candidate,
            standing=stand,
            type=candidate.entry.type,
            mode=candidate.entry.mode,
            cameo=candidate.entry.cameo,
            actors=actors,
            recipients=recipients,
            status=stand.status,
            words=candidate.words,
            why=[f"lexicon {candidate.entry.row}", *([stand.why] if stand.why else [])],
        )
        if not apply(draft, scene, parties, by_token):
            found.notes.reject("events", span, f"{label}: negated")
            continue
        reason = irrelevant(draft, scene, setting)
        if reason is not None:
            found.notes.reject("events", span, f"{label}: {reason}")
            continue
        draft.confidence = confidence(draft, trigger is not None, scene)
        statement = scene.statement_of[candidate.token]
        if draft.attributed_to is None and statement is not None:
            draft.attributed_to = statement.id
        out.append(draft)
    return out


def _with_commander(candidate: Candidate, actors: list[str], scene: Scene) -> list[str]:
    """ "Ordered the army to attack": whose army it is, the one who gives the order tells; "decreed
    that a curfew be imposed": who decrees it imposes it."""
    over = scene.parsed.heads[candidate.verb]
    if not actors and candidate.entry.type == "COERCE" and decreed(candidate.verb, scene):
        return commanders(over, scene)
    if any(scene.found.actor_by_id[a].land for a in actors) or not own_forces(over, scene):
        return actors
    if candidate.verb not in scene.grammar.complements(over):
        return actors
    return list(dict.fromkeys([*commanders(over, scene), *actors]))


def _stands(candidate: Candidate, actors: list[str], recipients: list[str], scene: Scene) -> bool:
    """Whether a noun tells an event: it has parties, or a verb that lets it happen.

    Verbs tell one always, save verbal acts by nobody.
    """
    kind = ontology()[candidate.entry.type]
    named = bool(actors or recipients)
    if candidate.entry.type in _PLACED and _placed(candidate, scene):
        return True
    if told_truce(candidate, scene):
        return True  # the story may tell whose it is
    if candidate.entry.mode == "allege" and _by_clause(candidate) and not recipients:
        return False  # "claimed that 200 men had died": nobody is accused
    if candidate.entry.pos != "N":
        return named or kind.quad == 4 or _generic_subject(candidate, scene)
    if any(need.slot == "parties" for need in candidate.entry.needs) and not named:
        return _particular(candidate, scene)
    if scene.grammar.lemma(candidate.token) == "threat":
        # "A threat to the population", "the flood threat": a danger that nobody threatens with.
        of = (c for c in scene.parsed.children[candidate.token] if c < candidate.token)
        calamity = classes()["nature"] | classes()["illness"]
        if not actors or any(scene.has(c, calamity) for c in of):
            return False
    if candidate.entry.type == "PROTEST" and candidate.verb == candidate.token:
        p = scene.parsed
        below = {scene.grammar.rel(c) for c in p.children[candidate.token]}
        if "in" in scene.grammar.case(candidate.token) and not below & {"det", "amod", "compound"}:
            return False  # "left the talks in protest at": why somebody else did something
    if kind.quad in (1, 2, 3):
        return named
    told = candidate.light is not None or candidate.happening is not None
    return named or told or _particular(candidate, scene)


def _particular(candidate: Candidate, scene: Scene) -> bool:
    """ "The capture of Lome", "Monday's bombing of a station in Lome": violence at a place that is
    named, or its seizure, is a particular one where it is definite or dated, whoever did it."""
    g, noun = scene.grammar, candidate.token
    if dated(noun, scene) and candidate.entry.type in _DEEDS:
        return True  # "border clashes in May had preceded it", "organised the coup of 1960"
    if not definite(noun, scene):
        return False
    if candidate.entry.mode == "seize":
        return any(scene.place(t) for t in g.preps(noun, "of"))
    where = [t for case in _AT for t in g.preps(noun, case)]
    where += [t for place in where for t in g.preps(place, "in")]
    return candidate.entry.type == "ASSAULT" and any(scene.place(t) for t in where)


def _by_clause(candidate: Candidate) -> bool:
    """Whether only the clause that a word takes makes it an accusation."""
    return any(need.slot == "comp" and need.wanted for need in candidate.entry.needs)


def _placed(candidate: Candidate, scene: Scene) -> bool:
    """ "A truce came into force in Lebanon", "the curfew was lifted in Goris": a verb tells that
    it has come about, and where; by whom may stay unsaid."""
    verb = candidate.verb
    if scene.parsed.upos[verb] != "VERB":
        return False
    nouns = [t for case in _WHERE for t in scene.grammar.preps(verb, case)]
    nouns += [t for case in _WHERE for t in scene.grammar.preps(candidate.token, case)]
    told = [*scene.grammar.subjects(verb), *scene.grammar.objects(verb)]
    told += [n for t in told for n in scene.grammar.preps(t, "of")]  # "the state of emergency in"
    nouns += [n for t in told for n in scene.grammar.preps(t, "in")]
    p, g = scene.parsed, scene.grammar
    nouns += [n for t in nouns for n in (*g.preps(t, "of"), *p.children[t]) if n != t]
    return any(scene.place(t) for t in nouns)


def _only_which(candidate: Candidate, scene: Scene) -> bool:
    """ "The bodies of those killed", "families of the wounded": says which people, not an event."""
    p, g = scene.parsed, scene.grammar
    token, noun = candidate.token, p.heads[candidate.token]
    if candidate.entry.pos != "V" or p.deprels[token] != "acl" or p.heads[noun] == noun:
        return False
    if any(g.rel(c) in ("aux", "nsubj") for c in p.children[token]):
        return False
    if p.xpos[token] not in ("VBN", "VBD") or one_of(noun, token, scene):
        return False
    if candidate.entry.type in _SENT and own_force(candidate):
        # "The engineers sent to repair it": by whom, and to which land, is not told.
        told = [t for case in _WHENCE for t in scene.grammar.preps(token, case)]
        return all(p.upos[t] == "VERB" for t in told)
    if candidate.entry.type == "SUPPORT" and scene.has(noun, classes()["force"]):
        return bool(g.preps(token, "by"))  # "Togolese forces backed by Ghana"
    if any(scene.has(t, classes()["custody"]) for t in g.preps(token, "in")):
        # "Nationals incarcerated in prisons": where they are.
        return not g.preps(token, "by") and all(p.upos[c] == "NOUN" for c in p.children[token])
    return p.upos[noun] == "PRON" or not [c for c in p.children[token] if p.upos[c] != "PUNCT"]


def _presupposed(candidate: Candidate, by_token: Mapping[int, Candidate], scene: Scene) -> bool:
    """ "Lifted sanctions imposed in 2010": the participle is background to the lifting."""
    p = scene.parsed
    noun = p.heads[candidate.token]
    if p.deprels[candidate.token] != "acl" or p.xpos[candidate.token] != "VBN":
        return False
    if circumstances().intersection(scene.grammar.case(candidate.token)):
        return False  # "a call for talks after soldiers were killed"
    over = by_token.get(p.heads[noun])
    other = over is not None and over.entry.type != candidate.entry.type
    if other and any(scene.actors(t) for t in scene.grammar.preps(candidate.token, "by")):
        return False  # "broke a truce brokered by Ghana": who did that is told
    return over is not None and over is not candidate and noun in over.words


def _generic_subject(candidate: Candidate, scene: Scene) -> bool:
    """Whether people act who are no actors of the record ("residents said they had fled")."""
    return any(scene.of_class(t, "@agent") for t in scene.grammar.subjects(candidate.verb))


def _event(draft: Draft, scene: Scene, setting: Setting) -> Event:
    """The draft as a value of the record."""
    trigger = _spans(draft.words, scene)
    text = scene.parsed.text
    words = [text[s:e] for s, e in trigger]
    date = draft.date
    return Event(
        id=scene.found.ids.new("e", draft.type, *words),
        type=draft.type,
        mode=draft.mode,
        contexts=setting.contexts(draft.token),
        cameo=draft.cameo,
        trigger=trigger,
        actors=draft.actors,
        recipients=draft.recipients,
        date=date,
        places=draft.places if ontology()[draft.type].happens_somewhere else [],
        status=draft.status,
        attributed_to=draft.attributed_to,
        intensity=intensity(draft.type, draft.mode),
        confidence=draft.confidence,
        why="; ".join(dict.fromkeys(draft.why)),
    )


def _spans(words: list[int], scene: Scene) -> Spans:
    """Tokens as character spans, neighbours joined."""
    p = scene.parsed
    out: Spans = []
    start = previous = words[0]
    for t in words[1:]:
        if t != previous + 1:
            out.append(p.span(start, previous + 1))
            start = t
        previous = t
    out.append(p.span(start, previous + 1))
    return out
