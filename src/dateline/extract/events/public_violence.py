"""Violence that is public by its means, place, doers or victims, whoever is named."""

from __future__ import annotations

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.scene import Scene

_ON = ("of", "on", "at", "against", "into", "to", "through")
_NEAR = ("in", "near", "outside", "inside", "around", "at", "on", "from", "towards", "by")
_HEAPS = frozenset(["dozens", "scores", "hundreds", "thousands"])
_MASS = 10
_ALONG = ("across", "along", "over")
_LINES = frozenset(["border", "frontier", "front", "line"])
_CAPITAL = frozenset(["capital"])
_PLURAL = frozenset(["NNS", "NNPS"])
_KIN = frozenset(["community", "tribe", "clan", "village"])
"""Whose men fight as a group."""
_BY_HAND = frozenset(["primitive", "targeted", "abduct"])


def _sentence(draft: Draft, scene: Scene) -> range:
    sentence = scene.parsed.sentences[scene.parsed.sentence_of[draft.token]]
    return range(sentence.start, sentence.end)


def by_outlaws(draft: Draft, scene: Scene) -> bool:
    """ "Bandits killed farmers", "pirates freed the crew": who defies a state's order by arms.

    Rule: CAMEO's agents UAF and CRM (pirates, bandits, settlers) are parties of its events;
    what is left out is crime among private people (a robbery, a domestic killing, a brawl).
    """
    acting = {draft.token, *scene.grammar.subjects(draft.candidate.verb)}
    where = _sentence(draft, scene) if draft.type == "ASSAULT" else acting
    armed = any(scene.has(t, classes()["outlaws"]) for t in where)
    return armed and not _crime(draft, scene)


def _crime(draft: Draft, scene: Scene) -> bool:
    """Whether its sentence tells of robbers, lovers or brawlers."""
    return any(scene.has(t, classes()["private_crime"]) for t in _sentence(draft, scene))


def public_violence(draft: Draft, scene: Scene) -> bool:
    """ "Gunfire near the palace", "a grenade was thrown", "activists were tortured": violence that
    is public by its means, its place, those whom it befalls, or how many they are."""
    if draft.type != "ASSAULT" or _crime(draft, scene):
        return False
    g, known = scene.grammar, classes()
    if any(scene.has(t, known["war_words"]) for t in _sentence(draft, scene)):
        return True
    struck = [*g.objects(draft.token)]
    struck += [t for slot in _ON for t in g.preps(draft.token, slot)]
    verbs = {draft.token, draft.candidate.verb}
    places = [*struck, *(t for v in verbs for slot in _NEAR for t in g.preps(v, slot))]
    places += [t for place in places for t in g.preps(place, "of")]
    if any(scene.has(t, known["seats_of_power"]) for t in places):
        return True
    nobody = draft.mode == "firearms" and not (draft.actors or draft.recipients)
    if nobody and any(scene.has(t, _CAPITAL) for t in places):
        return True  # "gunfire erupted in the capital"
    if any(scene.has(t, _LINES) for v in verbs for slot in _ALONG for t in g.preps(v, slot)):
        return True  # "the two sides traded fire across the border"
    if _outbreak(draft, scene) or _communal(draft, scene):
        return True
    meant = draft.mode != "explosives" or bool(draft.actors)  # and no accident
    if meant and any(scene.has(t, known["lifelines"]) for t in places):
        return True
    if any(scene.has(t, known["sanctuary"]) or scene.has(t, known["demo"]) for t in struck):
        return True
    if draft.mode == "abduct" and _abroad(draft, scene):
        return True
    befallen = [*struck, *(t for noun in struck for t in g.preps(noun, "of"))]
    if any(scene.has(t, known["dissenters"]) for t in befallen):
        return True
    if draft.mode == "torture":
        return any(scene.has(t, known["custody"]) for t in _sentence(draft, scene))
    killers = [scene.found.actor_by_id[a] for a in draft.actors]
    armed = any(a.kind == "population" or "CRM" in a.sectors for a in killers)
    deliberate = draft.mode in _BY_HAND or (draft.mode != "explosives" and armed)
    return deliberate and any(_many(t, scene) for t in befallen)


def _communal(draft: Draft, scene: Scene) -> bool:
    """ "Farmers and herders fought each other", "clashes between two clans": peoples or trades that
    fight as groups, and no two men."""
    p, known = scene.parsed, scene.found.actor_by_id
    sides = [known[a] for a in (*draft.actors, *draft.recipients)]
    named = [range(*p.tokens_in(*m.span)) for side in sides for m in side.mentions[:1]]
    if not sides or any(side.kind != "population" for side in sides):
        return False
    if not all(any(p.xpos[t] in _PLURAL for t in tokens) for tokens in named):
        return False
    kin = any(scene.has(t, _KIN) for t in _sentence(draft, scene) if p.xpos[t] in _PLURAL)
    return kin or len(sides) > 1 or any(side.members for side in sides)


def _outbreak(draft: Draft, scene: Scene) -> bool:
    """ "Violence broke out in Lagos", "attacks rocked Lagos": more than one deed, told to strike a
    place that is named, is no private quarrel."""
    p, g, noun = scene.parsed, scene.grammar, draft.token
    happens = draft.candidate.happening
    mass = p.xpos[noun] == "NNS" or scene.has(noun, classes()["disorder"])
    if happens is None or draft.candidate.entry.pos != "N" or not mass:
        return False
    where = [
        *g.objects(happens),
        *g.subjects(happens),
        *g.preps(happens, "in"),
        *g.preps(noun, "in"),
    ]
    return any(scene.place(t) for t in where)


def _abroad(draft: Draft, scene: Scene) -> bool:
    """ "A Kenyan nurse was seized in Mogadishu": a foreigner of the only land that is named."""
    p, found = scene.parsed, scene.found
    words = _sentence(draft, scene)
    where = found.place_at.over(p.starts[words.start], p.ends[words.stop - 1])
    lands = {place.country for _, place in where} - {None}
    homes = {found.actor_by_id[a].country for a in draft.recipients} - {None}
    return bool(lands and homes) and lands.isdisjoint(homes)


def _many(noun: int, scene: Scene) -> bool:
    """Whether a noun counts ten or more, in figures, or dozens."""
    p, g = scene.parsed, scene.grammar
    if p.word(noun).lower() in _HEAPS:
        return True
    figures = [p.word(c).replace(",", "") for c in p.children[noun] if g.rel(c) == "nummod"]
    return any(f.isdecimal() and int(f) >= _MASS for f in figures)
