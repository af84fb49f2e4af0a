"""One event told twice in a story is one event with two triggers."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.ontology import PACT
from dateline.extract.events.pointing import WAR, another, definite, one_more
from dateline.extract.events.retelling.acts import (
    breach,
    one_measure,
    one_posture,
    one_step,
    same_act,
    same_crowd,
    same_pact,
    same_plan,
    same_town,
)
from dateline.extract.events.retelling.agree import (
    alike,
    by_name,
    dates_agree,
    landless,
    modes_agree,
    on_itself,
    one_side,
    places_agree,
)
from dateline.extract.events.retelling.contents import (
    in_one_breath,
    other_words,
    quoted_again,
    said_again,
)
from dateline.extract.events.retelling.joining import join
from dateline.extract.events.retelling.meetings import joins_in, meeting, meeting_again
from dateline.extract.events.retelling.one_act import (
    goes_on,
    occasion,
    one_incident,
    one_saying,
    over,
    reprisal,
    specific,
    toll,
)
from dateline.extract.events.retelling.taken_up import claimed, same_weapon, takes_up
from dateline.extract.events.retelling.to_come import still_to_come
from dateline.extract.events.retelling.victims import (
    introduced,
    once,
    one_day,
    one_place,
    opening,
    toll_behind,
)
from dateline.extract.events.retelling.wars import of_old, war_again, war_toll
from dateline.extract.events.scene import Scene

_NEAR = 2
"""Sentences within which a telling without parties may belong to one with them."""
_OPENING = 3
"""Sentences behind a headline in which the story tells again what the headline tells."""
_MUTUAL = frozenset(["CONSULT", "AGREE", "SUPPORT", "COOPERATE", "ASSAULT"])
"""Types whose parties may stand on either side."""
_GATHERINGS = frozenset(["CONSULT", "PROTEST"])
_RECENT = 12
"""How many earlier events of a type are compared with a new one: keeps long texts linear."""


def merge(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts with repeated tellings joined, in text order."""
    still_to_come(drafts, scene)
    kept: list[Draft] = []
    by_type: dict[str, deque[_Event]] = defaultdict(lambda: deque(maxlen=_RECENT))
    for draft in sorted(drafts, key=lambda d: d.token):
        earlier = by_type[draft.type]
        event = _told_before(draft, earlier, scene)
        if event is None:
            kept.append(draft)
            earlier.append(_Event(draft, draft))
            continue
        for other in [e for e in earlier if e is not event and _linked(e.last, draft, scene)]:
            # "A man died as rockets, fired from Kenya, fell": the last verb makes one of two.
            first, second = sorted((event, other), key=lambda e: e.whole.token)
            join(first.whole, second.whole, scene)
            kept.remove(second.whole)
            earlier.remove(second)
            event = first
        join(event.whole, draft, scene)
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
    if earlier and _behind(earlier[-1].last, draft, scene, alone=_alone(earlier, scene)):
        return earlier[-1]
    for event in reversed(earlier):
        if _same(event.whole, draft, event.last, scene) or _tolled(event.last, draft, scene):
            return event
    return None


def _linked(last: Draft, draft: Draft, scene: Scene) -> bool:
    """Whether a draft and another of its sentence are of one act by their grammar alone."""
    sentence_of = scene.parsed.sentence_of
    if sentence_of[last.token] != sentence_of[draft.token] or last.status != draft.status:
        return False
    return goes_on(last, draft, scene) or toll(last, draft, scene)


def _alone(earlier: deque[_Event], scene: Scene) -> bool:
    """Whether a story has told of one deed so far, and begun with it."""
    opening = scene.opening
    if len(earlier) != 1 or opening is None:
        return False
    first = earlier[0].whole
    return scene.parsed.sentence_of[first.token] <= opening + 1 and first.date is not None


def _behind(last: Draft, draft: Draft, scene: Scene, *, alone: bool) -> bool:
    """Whether a draft is the toll of the act told right before it."""
    agree = dates_agree(last, draft) and places_agree(last, draft, scene)
    return last.status == draft.status and agree and toll_behind(last, draft, scene, alone=alone)


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
    if war_again(a, b, last, scene) or one_posture(a, b, scene) or claimed(a, b, last, scene):
        return True
    if not _one_status(a, b) or _by_others(b, scene) or _two_wars(a, b, scene) or of_old(b, scene):
        return False
    if on_itself(a, b, scene) or on_itself(b, a, scene) or _pact_and_praise(a, b):
        return False
    if war_toll(last, b, scene):
        return True
    if one_incident(a, b, scene) or toll(a, b, scene):
        return True
    if reprisal(a, b, scene) or reprisal(b, a, scene):
        return False
    if (
        same_act(a, b, scene)
        or same_town(a, b, scene)
        or same_plan(a, b, last, scene)
        or same_crowd(a, b, last, scene)
        or once(a, b, scene)
        or introduced(a, b, scene)
        or one_day(a, b, scene)
        or one_place(a, b, scene)
        or meeting_again(a, b, last, scene)
        or said_again(a, b, scene)
        or quoted_again(a, b, scene)
        or in_one_breath(a, b, scene)
        or breach(a, b, scene)
        or one_step(a, b, scene)
        or same_pact(a, b, last, scene)
        or joins_in(a, b, last, scene)
        or same_weapon(a, b, last, scene)
    ):
        return True
    lead = scene.parsed.sentences[scene.parsed.sentence_of[a.token]].segment.kind != "body"
    if not lead and (another(b, scene) or other_words(a, b, scene)):
        return False
    return _again(a, b, last, scene, lead=lead)


def _again(a: Draft, b: Draft, last: Draft, scene: Scene, *, lead: bool) -> bool:
    """Whether what one says of time, place and parties goes with the other."""
    if not modes_agree(a, b) or not places_agree(a, b, scene):
        return False
    if takes_up(a, b, last, scene) or opening(a, b, scene):
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
        if not same and (set(a.actors) & set(b.recipients) or _war_and_act(a, b, scene)):
            return False
        if not same and (occasion(a, b, scene) or occasion(b, a, scene)):
            return False
        if not same and a.candidate.happening is not None and over(a, scene):
            return False
        if not same and not distance and specific(a, b, scene):
            return False
        if _befell_them(a, b, scene, lead=lead and distance <= _OPENING):
            return True
        if lead and same and distance <= _OPENING and not (a.actors or b.actors):
            # "Kenyan troops killed" in the headline are the "servicemen" of the first sentence.
            return not (a.recipients and b.recipients) or alike(a.recipients, b.recipients, scene)
        return nominal and (distance < _NEAR or again) and parties
    parties_a, parties_b = {*a.actors, *a.recipients}, {*b.actors, *b.recipients}
    # "Accused each other" and "Kenya accused Uganda" are two things, talks of the two are one.
    mutual = a.type in _MUTUAL and parties_a == parties_b
    if set(a.actors) != set(b.actors) and not mutual:
        # "Kenya voices concern" in the headline is "the Kenyan government voiced its concern".
        named = one_side(a.actors, b.actors, scene) or by_name(a.actors, b.actors, scene)
        if not (lead and named) and not _those(a, b, scene):
            return False
        parties_a = {*b.actors, *a.recipients}
    if a.recipients and b.recipients and parties_a != parties_b:
        return False
    same_word = g.lemma(a.token) == g.lemma(b.token)
    talks = meeting(a) and meeting(b)
    return same_word or nominal or lead or talks or one_measure(a, b, scene)


def _befell_them(a: Draft, b: Draft, scene: Scene, *, lead: bool) -> bool:
    """ "Rebels freed 14 policemen", after "hours after policemen freed" in the headline, or before
    "the release of the policemen": one act on the same people, which they undergo once."""
    who = [scene.found.actor_by_id[r] for r in a.recipients]
    people = bool(who) and all(x.kind in ("person", "population") for x in who)
    if not people or {*a.recipients} != {*b.recipients} or a.mode is None or a.mode != b.mode:
        return False
    noun = b.candidate.entry.pos == "N" and definite(b.token, scene)
    return lead or (noun and not b.actors)


def _one_status(a: Draft, b: Draft) -> bool:
    """ "Has staged a protest", "is staging it": gatherings that go on may be told as done."""
    if a.status == b.status:
        return True
    return a.type in _GATHERINGS and {a.status, b.status} == {"occurred", "ongoing"}


def _those(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "The leaders of Kenya and Togo agreed ... the leaders had agreed": those just named."""
    if not b.actors or not landless(b.actors, scene) or not alike(a.actors, b.actors, scene):
        return False
    return all(definite(t, scene) for t in scene.grammar.subjects(b.candidate.verb))


def _by_others(draft: Draft, scene: Scene) -> bool:
    """ "Another gang shot two nurses": who acts is none of those told before."""
    return any(one_more(t, scene) for t in scene.grammar.subjects(draft.candidate.verb))


def _pact_and_praise(a: Draft, b: Draft) -> bool:
    """ "The accord was signed", "Ghana appreciates the accord": two acts of one type."""
    pacts = [d.candidate.entry.cameo == PACT for d in (a, b)]
    return a.type == "SUPPORT" and pacts[0] != pacts[1] and bool(a.actors and b.actors)


def _two_wars(a: Draft, b: Draft, scene: Scene) -> bool:
    """Whether both tell a war by a noun, of two that are not one."""
    both = all(d.candidate.entry.pos == "N" and scene.grammar.lemma(d.token) in WAR for d in (a, b))
    return both and scene.parsed.sentence_of[a.token] != scene.parsed.sentence_of[b.token]


def _war_and_act(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Killed in the fighting, 21 in a missile strike": a war, and one act of it."""
    first, second = (scene.grammar.lemma(d.token) for d in (a, b))
    fights = classes()["warfare"]
    return (first in WAR and second not in fights) or (second in WAR and first not in fights)


def _within(a: list[str], b: list[str]) -> bool:
    return set(a) <= set(b) or set(b) <= set(a)


def _edtf(draft: Draft) -> str | None:
    return draft.date.edtf if draft.date else None
