"""One event told twice in a story is one event with two triggers."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.events.draft import Draft
from dateline.extract.events.retelling.agree import alike, dates_agree, one_side, places_agree
from dateline.extract.events.retelling.contents import other_words, said_again
from dateline.extract.events.retelling.meetings import meeting, meeting_again
from dateline.extract.events.retelling.one_act import (
    CLAIMS,
    both_harm,
    goes_on,
    occasion,
    one_incident,
    one_saying,
    over,
    reprisal,
    specific,
    toll,
    where_it_fell,
)
from dateline.extract.events.retelling.taken_up import (
    another,
    once,
    one_day,
    opening,
    takes_up,
    toll_behind,
)
from dateline.extract.events.retelling.wars import war_again, war_toll
from dateline.extract.events.scene import Scene

_NEAR = 2
"""Sentences within which a telling without parties may belong to one with them."""
_OPENING = 3
"""Sentences behind a headline in which the story tells again what the headline tells."""
_MUTUAL = frozenset(["CONSULT", "AGREE", "SUPPORT", "COOPERATE", "ASSAULT"])
"""Types whose parties may stand on either side."""
_SAID = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN"])
_GOING_ON = {"occurred", "ongoing"}
_MEASURES = frozenset(["COERCE", "SANCTION", "RETREAT"])
_RECENT = 12
"""How many earlier events of a type are compared with a new one: keeps long texts linear."""


def merge(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts with repeated tellings joined, in text order."""
    kept: list[Draft] = []
    by_type: dict[str, deque[_Event]] = defaultdict(lambda: deque(maxlen=_RECENT))
    for draft in sorted(drafts, key=lambda d: d.token):
        earlier = by_type[draft.type]
        event = _told_before(draft, earlier, scene)
        if event is None:
            kept.append(draft)
            earlier.append(_Event(draft, draft))
            continue
        _join(event.whole, draft, scene)
        event.last = draft
        earlier.remove(event)  # what was told last is taken up first
        earlier.append(event)
    return kept


@dataclass(slots=True, eq=False)
class _Event:
    """What the tellings so far say together, and the last of them."""

    whole: Draft
    last: Draft


def _told_before(draft: Draft, earlier: deque[_Event], scene: Scene) -> _Event | None:
    """The event that a draft tells again, of those told before it, the last one first."""
    if earlier and _behind(earlier[-1].last, draft, scene):
        return earlier[-1]
    for event in reversed(earlier):
        if _same(event.whole, draft, event.last, scene) or _tolled(event.last, draft, scene):
            return event
    return None


def _behind(last: Draft, draft: Draft, scene: Scene) -> bool:
    """Whether a draft is the toll of the act told right before it."""
    agree = dates_agree(last, draft) and places_agree(last, draft, scene)
    return last.status == draft.status and agree and toll_behind(last, draft, scene)


def _tolled(last: Draft, draft: Draft, scene: Scene) -> bool:
    """ "The blast also wounded nine", where the blast has taken up what was told before: the toll
    of the last telling of an act."""
    if last.status != draft.status:
        return False
    return one_incident(last, draft, scene) or toll(last, draft, scene)


def _same(a: Draft, b: Draft, last: Draft, scene: Scene) -> bool:
    """Whether two drafts of a type, in text order, tell one act, of which `last` was told last."""
    if a.token == b.token:
        return False
    if goes_on(a, b, scene) or goes_on(b, a, scene) or one_saying(a, b, scene):
        return True
    if war_again(a, b, last, scene):
        return True
    if a.status != b.status:
        return False
    if war_toll(last, b, scene):
        return True
    if one_incident(a, b, scene) or toll(a, b, scene):
        return True
    if reprisal(a, b, scene) or reprisal(b, a, scene):
        return False
    if (
        once(a, b, scene)
        or one_day(a, b, scene)
        or meeting_again(a, b, last, scene)
        or said_again(a, b, scene)
    ):
        return True
    lead = scene.parsed.sentences[scene.parsed.sentence_of[a.token]].segment.kind != "body"
    if not lead and (another(b, scene) or other_words(a, b, scene)):
        return False
    return _again(a, b, scene, lead=lead)


def _again(a: Draft, b: Draft, scene: Scene, *, lead: bool) -> bool:
    """Whether what one says of time, place and parties goes with the other."""
    if a.mode and b.mode and a.mode != b.mode:
        return False
    if not places_agree(a, b, scene):
        return False
    if takes_up(a, b, scene) or opening(a, b, scene):
        return True
    if not dates_agree(a, b):
        return False
    p, g = scene.parsed, scene.grammar
    distance = p.sentence_of[b.token] - p.sentence_of[a.token]
    nominal = a.candidate.entry.pos == "N" and b.candidate.entry.pos == "N"
    if not a.actors or not b.actors:
        parties = _within(a.recipients, b.recipients) or not (a.recipients and b.recipients)
        # "Dialogue is underway" some sentences after "dialogue with Washington".
        same = g.lemma(a.token) == g.lemma(b.token)
        again = a.type == "CONSULT" and same
        beside = p.heads[a.token] == p.heads[b.token] and "with" not in g.case(b.token)
        if not same and beside:
            return False  # "the strike follows attacks": two parts of one verb are two things
        if not same and "own" in (a.dated, b.dated) and _edtf(a) != _edtf(b):
            return False
        if not same and (occasion(a, b, scene) or occasion(b, a, scene)):
            return False
        if not same and a.candidate.happening is not None and over(a, scene):
            return False
        if not same and not distance and specific(a, b, scene):
            return False
        if lead and same and distance <= _OPENING and not (a.actors or b.actors):
            # "Kenyan troops killed" in the headline are the "servicemen" of the first sentence.
            return not (a.recipients and b.recipients) or alike(a.recipients, b.recipients, scene)
        return nominal and (distance < _NEAR or again) and parties
    parties_a, parties_b = {*a.actors, *a.recipients}, {*b.actors, *b.recipients}
    # "Accused each other" and "Kenya accused Uganda" are two things, talks of the two are one.
    mutual = a.type in _MUTUAL and parties_a == parties_b
    if set(a.actors) != set(b.actors) and not mutual:
        # "Kenya voices concern" in the headline is "the Kenyan government voiced its concern".
        if not (lead and one_side(a.actors, b.actors, scene)):
            return False
        parties_a = {*b.actors, *a.recipients}
    if a.recipients and b.recipients and parties_a != parties_b:
        return False
    same_word = g.lemma(a.token) == g.lemma(b.token)
    talks = meeting(a) and meeting(b)
    return same_word or nominal or lead or talks or _one_measure(a, b, scene)


def _one_measure(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Police arrested a man ... detained the man", "told Kenya it must leave": by the same to the
    same, of one mode, or in one sentence of words."""
    if not (a.actors and a.recipients) or set(a.recipients) != set(b.recipients):
        return False
    here = scene.parsed.sentence_of[a.token] == scene.parsed.sentence_of[b.token]
    if a.type in _SAID:
        return here
    return a.type in _MEASURES and a.mode is not None and a.mode == b.mode


def _victims(into: Draft, other: Draft) -> list[str]:
    """Whom the two tellings hit: those of the first, or of the second where it tells more."""
    more = set(into.recipients) <= set(other.recipients)
    return other.recipients if more else into.recipients


def _named(side: list[str], scene: Scene) -> int:
    """How many of a side are more closely named than by their state."""
    return sum(scene.found.actor_by_id[x].kind != "state" for x in side)


def _within(a: list[str], b: list[str]) -> bool:
    return set(a) <= set(b) or set(b) <= set(a)


def _edtf(draft: Draft) -> str | None:
    return draft.date.edtf if draft.date else None


def _join(into: Draft, other: Draft, scene: Scene) -> None:
    """Take over what the second telling adds."""
    if {into.status, other.status} == _GOING_ON and not goes_on(into, other, scene):
        into.status = "ongoing"
    if into.status != other.status:
        # "Is claiming responsibility for the attack": what is told of the deed itself counts.
        lower = other if goes_on(into, other, scene) else into
        upper = into if lower is other else other
        claim = scene.grammar.lemma(upper.token) in CLAIMS
        into.status = lower.status if claim else upper.status
    if meeting(into) and goes_on(into, other, scene):
        met = [x for x in other.actors if x not in (*into.actors, *into.recipients)]
        if into.recipients:
            into.recipients = [*into.recipients, *met]  # whom the visitor went to see
        else:
            into.actors = [*into.actors, *met]
    further = goes_on(into, other, scene) or both_harm(into, other, scene)
    further = further or toll_behind(into, other, scene)
    if (into.type == "ASSAULT" and further) or into.type == "PROTEST":
        into.recipients += [r for r in other.recipients if r not in into.recipients]
    if into.actors and other.actors and one_side(into.actors, other.actors, scene):
        into.actors = max(other.actors, into.actors, key=lambda side: _named(side, scene))
    if into.cameo in ("180", "190") and other.mode and not into.mode:
        into.cameo = other.cameo
    into.words = sorted({*into.words, *other.words})
    if other.recipients and where_it_fell(into, other, scene):
        into.recipients = []
    # "Troops killed in fighting": who fell did not kill himself.
    if not into.actors and into.token not in scene.grammar.subjects(other.candidate.verb):
        # "The Rwandan genocide killed": the noun itself has said who did it, or that nobody knows.
        into.actors = [a for a in other.actors if a not in into.recipients]
    into.recipients = _victims(into, other)
    known = scene.found.place_by_id
    names = {known[i].name for i in into.places}
    into.places += [i for i in other.places if known[i].name not in names]
    into.mode = into.mode or other.mode
    if into.dated in ("", "story") and other.dated == "own":
        into.date, into.dated = other.date, other.dated
    if other.attributed_to is None:
        into.attributed_to = None
    into.confidence = round(min(0.95, max(into.confidence, other.confidence) + 0.05), 2)
    into.why.append("told again")
