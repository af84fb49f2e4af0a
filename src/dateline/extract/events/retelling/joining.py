"""What a second telling of an event adds to the first."""

from __future__ import annotations

from dateline.extract.events.draft import Draft
from dateline.extract.events.ontology import ABSORBING, PACT
from dateline.extract.events.pointing import WAR
from dateline.extract.events.retelling.agree import by_name, landless, lands, one_side, period
from dateline.extract.events.retelling.meetings import joining, meeting
from dateline.extract.events.retelling.one_act import CLAIMS, both_harm, goes_on, where_it_fell
from dateline.extract.events.retelling.victims import BEFALLING, introduced, toll_behind
from dateline.extract.events.scene import Scene

_GOING_ON = {"occurred", "ongoing"}
_BLOCKED = ("demo", "obstruct")
"""Modes of a crowd that gathers, and of one that blocks something as it does (CAMEO 144)."""


def join(into: Draft, other: Draft, scene: Scene) -> None:
    """Take over what the second telling adds."""
    told_on = goes_on(into, other, scene)
    named = introduced(into, other, scene)
    if {into.status, other.status} == _GOING_ON and not told_on:
        war = any(scene.grammar.lemma(t) in WAR for t in into.known_by)
        into.status = other.status = "ongoing" if war else into.status
    above = (high for _, high in scene.grammar.up(other.token))
    if into.type in ABSORBING and into.candidate.verb in above:
        pass  # "agreed that both would cooperate": agreed they have
    elif into.status != other.status:
        # "Is claiming responsibility for the attack": what is told of the deed itself counts.
        lower = other if told_on else into
        upper = into if lower is other else other
        claim = scene.grammar.lemma(upper.token) in CLAIMS
        into.status = lower.status if claim else upper.status
    if _mediates(other) and not _mediates(into):
        # "The talks between Kenya and Togo were mediated by Ghana".
        into.actors, into.recipients, into.cameo = other.actors, other.recipients, other.cameo
    elif _mediates(into) and not _mediates(other):
        other.actors, other.recipients = [], [*other.actors, *other.recipients]
    elif meeting(into) and told_on:
        met = [x for x in other.actors if x not in (*into.actors, *into.recipients)]
        if into.recipients or into.mode == "visit":
            into.recipients = [*into.recipients, *met]  # whom the visitor went to see
        else:
            into.actors = [*into.actors, *met]
    if other.cameo == PACT and {*other.actors} == {*into.actors, *into.recipients}:
        into.actors, into.recipients = [*other.actors], []  # who signs with whom: both do
    if other.cameo == PACT or (other.type == "CONSULT" and joining(other, scene)):
        into.actors = [*into.actors, *_more(into, other, scene)]
    further = (
        told_on or both_harm(into, other, scene) or toll_behind(into, other, scene, alone=True)
    )
    if (into.type == "ASSAULT" and further) or into.type == "PROTEST":
        into.recipients += [r for r in other.recipients if r not in into.recipients]
    if into.actors and other.actors and one_side(into.actors, other.actors, scene):
        into.actors = max(other.actors, into.actors, key=lambda side: _named(side, scene))
    elif by_name(into.actors, other.actors, scene):
        into.actors = other.actors  # "Kenyan leaders agree", and then the two of them
    elif into.actors and landless(into.actors, scene) and not landless(other.actors, scene):
        into.actors = other.actors  # "leaders agree" in the headline, and in the text which ones
    claims = scene.grammar.lemma(other.token) in CLAIMS
    if claims and other.actors:
        into.actors = other.actors  # "A bomber killed two. The Front claimed responsibility"
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
    if named and into.type in BEFALLING:
        into.recipients = other.recipients
    elif named:
        into.actors = other.actors
    if into.type == "AGREE" and len(into.actors) > 1:
        # "Leaders agree on a truce for Kenya", and then that Kenya's is one of them.
        own = lands(into.actors, scene)
        actor = scene.found.actor_by_id
        whole = [r for r in into.recipients if actor[r].kind == "state" and actor[r].land in own]
        into.recipients = [r for r in into.recipients if r not in whole]
    into.recipients = _once(into.recipients, scene)
    known = scene.found.place_by_id
    names = {known[i].name for i in into.places}
    into.places += [i for i in other.places if known[i].name not in names]
    if (into.mode, other.mode) == _BLOCKED:
        into.mode, into.cameo = other.mode, other.cameo
    into.mode = into.mode or other.mode
    vague = into.dated in ("", "story") or (into.date is not None and into.date.edtf is None)
    if other.dated == "own" and not claims and (vague or _narrower(other, into)):
        into.date, into.dated = other.date, other.dated
    if other.attributed_to is None:
        into.attributed_to = None
    into.recipients = [r for r in into.recipients if r not in into.actors]
    into.confidence = round(min(0.95, max(into.confidence, other.confidence) + 0.05), 2)
    into.why.append("told again")


def _more(into: Draft, other: Draft, scene: Scene) -> list[str]:
    """Who signs a pact, or joins talks, by the second telling alone."""
    known = {*into.actors, *into.recipients}
    new = [a for a in other.actors if a not in known and not landless([a], scene)]
    return [a for a in new if not any(one_side([a], [b], scene) for b in known)]


def _narrower(other: Draft, into: Draft) -> bool:
    """Whether a telling gives a day within the time that the other gives."""
    inner, outer = period(other), period(into)
    if inner is None or outer is None or inner == outer:
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _mediates(draft: Draft) -> bool:
    """Whether somebody is told to mediate between others."""
    return draft.mode == "third-party" and bool(draft.actors)


def _victims(into: Draft, other: Draft) -> list[str]:
    """Whom the two tellings hit: those of the first, or of the second where it tells more."""
    more = set(into.recipients) <= set(other.recipients)
    return other.recipients if more else into.recipients


def _once(side: list[str], scene: Scene) -> list[str]:
    """ "Civilians" of no land are those of the land that another telling names."""
    known = scene.found.actor_by_id
    landed = {known[x].name for x in side if known[x].land}
    return [x for x in side if known[x].land or known[x].name not in landed]


def _named(side: list[str], scene: Scene) -> int:
    """How many of a side are more closely named than by their state."""
    return sum(scene.found.actor_by_id[x].kind != "state" for x in side)
