"""Is it politics or conflict at all, or a matter between private people?"""

from __future__ import annotations

from functools import cache

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.scene import Scene
from dateline.extract.events.setting import Setting
from dateline.extract.events.tables import rows
from dateline.record import Actor

_OPEN_TYPES = frozenset(["PROTEST", "AID", "MOBILIZE", "COERCE"])
_WAR_MODES = frozenset(
    ["aerial", "drone", "heavy-weapons", "suicide-attack", "unconventional", "crowd-control"]
)
_ONE = frozenset(["man", "woman", "boy", "girl", "teenager", "couple", "driver", "student"])
_HOSTAGES = frozenset(["release", "abduct"])
_HOSTING = "043"
_MEASURES = frozenset(["restrict", "curfew"])
_NO_OFFICE = frozenset(["ELI", "JRN", "REF", "LAB"])
_CROWNED = frozenset(["King", "Queen", "Emir", "Sultan", "Pope"])
_NEEDS_ACTOR = frozenset(["AGREE", "CONSULT", "COOPERATE"])


@cache
def _private() -> frozenset[str]:
    return frozenset(row[0] for row in rows("private_sectors.tsv", 2))


def irrelevant(draft: Draft, scene: Scene, setting: Setting) -> str | None:
    """Why a draft is no event of politics or conflict; None where it is one."""
    journey = draft.candidate.entry.mode == "visit" and draft.type in ("CONSULT", "AGREE")
    if journey and not any(official(scene.found.actor_by_id[i]) for i in draft.actors):
        return "a journey of nobody in office"
    if draft.cameo == _HOSTING and draft.recipients:
        guests = [scene.found.actor_by_id[i] for i in draft.recipients]
        if not any(official(a) or a.kind == "person" for a in guests):
            return "guests of no office"
    if draft.mode == "visit" and not draft.recipients and _at_home(draft, scene):
        return "a journey within one's own country"
    if draft.type == "CONSULT" and _to_the_press(draft, scene):
        return "words to the press are a statement"
    if _with_one_only(draft, scene):
        return "nobody is named who does it"
    named = [scene.found.actor_by_id[i] for i in (*draft.actors, *draft.recipients)]
    if any(public(a) and not _somebody(a) for a in named):
        return None
    if not named and draft.mode in _MEASURES and setting.of_health(draft.token):
        return "a health measure of nobody named"
    if draft.type in _NEEDS_ACTOR and not draft.actors and draft.candidate.entry.pos == "V":
        return "nobody is named who does it"
    if not named and draft.mode == "arrest" and not setting.warlike(draft.token):
        return "an arrest of nobody named"
    if draft.mode in _HOSTAGES and _of_many(draft, scene):
        return None  # "seventeen students were abducted"; to let go is as public as to take
    if (
        draft.type in _OPEN_TYPES
        or _on_protest(draft, scene)
        or draft.mode in _WAR_MODES
        or setting.warlike(draft.token)
    ):
        return None
    if draft.type == "ASSAULT":
        return "private violence: no public party, no war in the story"
    return "between private people" if named else "nobody is named, and there is no war"


def _on_protest(draft: Draft, scene: Scene) -> bool:
    """ "The union called off the strike": what is done about a protest is as public as that."""
    return any(scene.has(t, classes()["demo"]) for t in draft.words)


def _at_home(draft: Draft, scene: Scene) -> bool:
    """Whether all who travel are of the country of the only place in their clause."""
    p, found = scene.parsed, scene.found
    first, last = scene.grammar.phrase(draft.token)
    below = [*scene.grammar.objects(draft.token), *p.children[draft.token]]
    first, last = min([first, *below]), max([last, *(t + 1 for t in below)])
    places = [pl for _, pl in found.place_at.over(p.starts[first], p.ends[last - 1])]
    homes = {found.actor_by_id[a].country for a in draft.actors}
    return bool(places) and len(homes) == 1 and {pl.country for pl in places} <= homes - {None}


def _to_the_press(draft: Draft, scene: Scene) -> bool:
    """Whether all who are talked to are journalists or media, or the talk is a journalist's."""
    known = scene.found.actor_by_id
    parties = [known[i] for i in (*draft.actors, *draft.recipients)]
    others = [a for a in parties if a.kind != "media" and "JRN" not in a.sectors]
    return draft.mode != "visit" and len(others) < len(parties) and len(others) < 2


def official(actor: Actor) -> bool:
    """Whether an actor's visit is an affair of state: a body, or somebody in an office."""
    if actor.kind in ("state", "igo", "organisation", "armed_group"):
        return True
    if actor.kind == "person" and actor.name.split(" ")[0] in _CROWNED:
        return True  # "King Hussein", whose title is part of the name
    return bool(actor.roles) or bool(set(actor.sectors) - _private() - _NO_OFFICE)


def _with_one_only(draft: Draft, scene: Scene) -> bool:
    """ "A firm is partnering with Kenya": with whom is named, who does it is no actor."""
    verb = draft.candidate.entry.pos == "V" and draft.type == "COOPERATE"
    if not verb or len(draft.actors) != 1 or draft.recipients:
        return False
    subjects = scene.grammar.subjects(draft.candidate.verb)
    return bool(subjects) and not any(scene.actors(t) or scene.person(t) for t in subjects)


def _of_many(draft: Draft, scene: Scene) -> bool:
    """Whether people are taken or let go, and no private person alone."""
    held = [scene.found.actor_by_id[i] for i in draft.recipients]
    kinds = ("person", "population") if draft.mode == "release" else ("population",)
    return any(a.kind in kinds and not _somebody(a) for a in held)


def _somebody(actor: Actor) -> bool:
    """ "A Nairobi man": one unnamed person of a land, who stands for no one else."""
    words = actor.name.lower().split()
    return actor.kind == "population" and not actor.sectors and bool(_ONE & set(words[-1:]))


def public(actor: Actor) -> bool:
    """Whether an actor is a state, a body, an armed group, or somebody with a public role."""
    if actor.kind in ("state", "igo", "armed_group"):
        return True
    if actor.kind == "population" and actor.country is None and not actor.sectors:
        return False
    if actor.sectors:
        return bool(set(actor.sectors) - _private())
    return actor.kind in ("person", "media") or bool(actor.roles) or actor.country is not None
