"""Whose people were lost, and whether civilians or the military."""

from __future__ import annotations

from dateline.extract.actors.lookup import actor_of
from dateline.extract.casualties.counted import loss_noun
from dateline.extract.casualties.losses import Tie
from dateline.extract.casualties.tables import Category, categories, words
from dateline.extract.events.scene import Scene
from dateline.extract.events.standins import enemy
from dateline.record import Actor

_SIDES = frozenset(["REB", "UAF"])
"""Sectors of those who fight as a side of their own."""


def side(tie: Tie, scene: Scene) -> str | None:
    """The actor whose people they are: named in the phrase, or the subject that lost them."""
    p, g = scene.parsed, scene.grammar
    c = tie.counted
    if c.noun is not None:
        named = _named(c.noun, scene) or _named(c.number, scene)
        own = next((a.id for a in scene.mentioned(c.noun) if _fights(a)), None)
        if named is not None and own and scene.found.actor_by_id[named].kind == "state":
            return own  # "Kenyan rebels" are not Kenya's
        if named is not None:
            return named
    verb = tie.trigger if p.upos[tie.trigger] == "VERB" else p.heads[tie.trigger]
    if c.noun is None and c.top != c.number and (owner := _named(c.top, scene)) is not None:
        return owner  # "a Kenyan family of six"
    told_of = tie.trigger != c.noun and loss_noun(tie.trigger, scene) is not None
    if told_of and (owner := _named(tie.trigger, scene)) is not None:
        return owner  # "Kenya put its losses at 40"
    lost = _loser(verb, scene) or _loser(p.heads[c.top], scene)
    if (owner := lost or _on_the_side(tie, verb, scene)) is not None:
        return owner
    if c.noun is not None and c.loss is None:
        for actor in scene.mentioned(c.noun):
            one = _of_the_same_kind(actor, scene) if actor.kind == "person" else actor.id
            if one is not None and actor.kind != "organisation" and owns(one, scene):
                return one
    if c.noun is not None and c.loss is not None:
        for people in (t for case in _whose(c.noun, scene) for t in g.preps(c.noun, case)):
            owner = next((i for i in scene.actors(people) if owns(i, scene)), None)
            if (owner := owner or _named(people, scene)) is not None:
                return owner
    return None


def _loser(verb: int, scene: Scene) -> str | None:
    """ "Kenya lost five soldiers", "the rebels suffered 12 casualties": the subject of the verb."""
    g = scene.grammar
    if g.lemma(verb) not in words("losing"):
        return None
    for subject in g.subjects(verb):
        foe = next(iter(enemy(subject, scene)), None)
        loser = foe or group(subject, scene) or _own_people(subject, scene)
        if loser is not None and owns(loser, scene):
            return loser
    return None


def _on_the_side(tie: Tie, verb: int, scene: Scene) -> str | None:
    """ "On the Kenyan side, six soldiers were killed"."""
    g = scene.grammar
    holders = [t for t in (verb, tie.counted.noun, tie.counted.number) if t is not None]
    places = [s for t in holders for case in ("on", "from") for s in g.preps(t, case)]
    owners = (_named(s, scene) for s in places if g.lemma(s) == "side")
    return next((owner for owner in owners if owner is not None), None)


def _named(noun: int, scene: Scene) -> str | None:
    """An actor that describes a noun: "its soldiers", "soldiers of the Kenyan army"."""
    p, g = scene.parsed, scene.grammar
    if foe := enemy(noun, scene):
        return foe[0]
    own = {a.id for a in scene.mentioned(noun)}
    for t in p.children[noun]:
        rel = g.rel(t)
        before = t < noun and rel in ("amod", "compound", "nmod")
        behind = t > noun and rel == "nmod" and set(g.case(t)) & _whose(noun, scene)
        if before or behind:
            ids = [*(a.id for a in scene.mentioned(t)), *scene.actors(t)]
            theirs = p.xpos[t] == "PRP$"  # "their fighters" are not the fighters' own
            owners = [i for i in ids if not (theirs and i in own) and owns(i, scene)]
            known = scene.found.actor_by_id
            groups = [i for i in owners if known[i].members]  # "from both sides"
            armed = [i for i in owners if known[i].kind == "armed_group"]
            states = [i for i in owners if known[i].kind == "state"]
            owner = next(iter([*groups, *armed, *states, *owners]), None) or _own_people(t, scene)
            if owner is not None:
                return owner
    return None


def _whose(noun: int, scene: Scene) -> frozenset[str]:
    """The prepositions before those whose people a noun stands for."""
    among = words("among") if loss_noun(noun, scene) is not None else frozenset[str]()
    return words("owning") | among


def _own_people(token: int, scene: Scene) -> str | None:
    """ "Kenya said it had lost four of its soldiers": a pronoun that stands for the speaker."""
    statement = scene.statement_of[token]
    if scene.parsed.word(token).lower() not in words("self") or statement is None:
        return None
    speaker = statement.speaker
    return speaker if speaker is not None and owns(speaker, scene) else None


def owns(actor_id: str, scene: Scene) -> bool:
    """Whether an actor says whose people they are: rebels and Kenyans do, "people in Kenya" and
    "civilians" do not."""
    actor = scene.found.actor_by_id[actor_id]
    if actor.kind != "population" or actor.members:
        return actor.kind not in ("person", "media")
    return _fights(actor) or "government" in actor.name.lower() or _people(actor, scene)


def _fights(actor: Actor) -> bool:
    """Whether a population fights as a side of its own."""
    return actor.kind == "population" and not _SIDES.isdisjoint(actor.sectors)


def _of_the_same_kind(person: Actor, scene: Scene) -> str | None:
    """ "One rebel was killed" where the story tells of the rebels: theirs."""
    armed = _SIDES.intersection(person.sectors)
    groups = (a for a in scene.found.actors if a.kind == "population" and a.land == person.land)
    return next((a.id for a in groups if armed.intersection(a.sectors)), None)


def _people(actor: Actor, scene: Scene) -> bool:
    """Whether a population bears the name of a people ("Kenyans")."""
    p = scene.parsed
    tokens = [range(*p.tokens_in(*mention.span)) for mention in actor.mentions[:1]]
    heads = (t for within in tokens for t in within if p.heads[t] not in within)
    head = next(heads, None)
    if head is None or actor.country is None:
        return False
    return p.upos[head] == "PROPN" or (p.upos[head] == "ADJ" and p.word(head)[:1].isupper())


def group(token: int, scene: Scene) -> str | None:
    """The actor of a phrase; a group ("both parties") stays one."""
    first, last = scene.grammar.phrase(token)
    actor = actor_of(scene.found, *scene.parsed.span(first, last))
    return actor.id if actor is not None else None


def category(tie: Tie, scene: Scene) -> Category | None:
    """Civilian or military, by the noun or what describes it."""
    p, g = scene.parsed, scene.grammar
    noun = tie.counted.noun
    if noun is None:
        return None
    if tie.part and p.upos[noun] == "PRON" and tie.counted.last < len(p):
        noun = tie.counted.last  # "three of them children"
    lost = _whose(noun, scene) if tie.counted.loss is not None else frozenset[str]()
    near = [noun]
    near += [t for t in p.children[noun] if t < noun or lost.intersection(g.case(t))]
    near += [t for t in p.children[noun] if g.rel(t) == "appos" and _all_of_them(t, scene)]
    for t in near:
        if t == noun or g.rel(t) in ("amod", "compound", "nmod", "appos"):
            found = categories().get(g.lemma(t)) or categories().get(p.word(t).lower())
            if found is not None:
                return found
    return None


def _all_of_them(apposition: int, scene: Scene) -> bool:
    """ "Six people, all of them civilians": an apposition that holds of each."""
    p = scene.parsed
    return any(p.word(t).lower() in words("each") for t in p.children[apposition])
