"""Does a noun take up an act told before? "Gunmen killed two. The shooting ..."."""

from __future__ import annotations

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.pointing import definite, one_more
from dateline.extract.events.retelling.agree import other_days, period, sides_agree
from dateline.extract.events.retelling.one_act import CLAIMS
from dateline.extract.events.retelling.victims import HARMS, LETHAL
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import takes_up as _takes_up

_REACH = 3
"""Sentences behind an act in which a noun still takes it up."""
_KNOWN = 15
"""Sentences in which the same noun does."""


def takes_up(a: Draft, b: Draft, last: Draft, scene: Scene) -> bool:
    """ "Gunmen killed two men in the market. The shooting ...": a noun with an article, or with its
    day, and of fitting sense, takes up a deed told shortly before; its parties may not gainsay
    that."""
    g, p = scene.grammar, scene.parsed
    if other_days(a, b):
        return False  # else its day is that of the deed, and not that of the story
    noun = _noun(b, scene)
    if noun is None:
        return False
    # The very noun is known for longer, and by whose it is.
    known = any(p.upos[t] == "NOUN" and g.lemma(t) == g.lemma(noun) for t in a.known_by)
    dated = period(a) == period(b) and _of_a_day(noun, scene)
    if not (_pointed_at(noun, b, scene) or dated or (known and _whose(noun, a, b, scene))):
        return False
    known = known or b.type == "SUPPORT"  # "the deal" of a story is that which it tells of
    if p.sentence_of[b.token] - p.sentence_of[last.token] > (_KNOWN if known else _REACH):
        return False
    senses = _takes_up().get((g.lemma(noun), b.type), frozenset())
    told = {*(g.lemma(t) for t in a.known_by), a.mode, "*"}
    return bool(senses & told) and sides_agree(a, b, scene)


def claimed(a: Draft, b: Draft, last: Draft, scene: Scene) -> bool:
    """ "A bomber killed the mayor. The Front claimed responsibility": for the deed told last, by
    nobody or by people without a name, whatever day it is claimed on."""
    g, p = scene.grammar, scene.parsed
    if a.type != "ASSAULT" or g.lemma(b.token) not in CLAIMS or not b.actors or b.recipients:
        return False
    fight = any(scene.has(t, classes()["two_sided"]) for t in a.known_by)
    if fight or a.status not in ("occurred", "ongoing") or len(a.actors) > 1:
        return False  # a fight is nobody's deed
    far = p.sentence_of[b.token] - p.sentence_of[last.token] > _REACH
    deeds = [n for t in (b.token, *g.objects(b.token)) for n in g.preps(t, "for")]
    if far or not all(definite(n, scene) or p.upos[n] == "PRON" for n in deeds):
        return False
    doers = [scene.found.actor_by_id[x] for x in a.actors]
    theirs = {scene.found.actor_by_id[x].land for x in b.actors} | {None}
    people = all(x.kind in ("person", "population") and x.land in theirs for x in doers)
    unnamed = people and all(p.upos[t] != "PROPN" for t in g.subjects(a.candidate.verb))
    unnamed = unnamed and not any("MIL" in x.sectors for x in doers)
    return unnamed or set(a.actors) == set(b.actors)


def same_weapon(a: Draft, b: Draft, last: Draft, scene: Scene) -> bool:
    """ "A rocket hit a school in Lome. The rocket was fired from Togo": the weapon is known, and so
    is what it did, wherever it came from."""
    g, p = scene.grammar, scene.parsed
    far = p.sentence_of[b.token] - p.sentence_of[last.token] > _REACH
    if b.type != "ASSAULT" or far or other_days(a, b) or not sides_agree(a, b, scene):
        return False
    known = {w for t in a.known_by for w in _weapons(t, scene)}
    words = {w for t in b.words for w in _weapons(t, scene)}
    if known & words:
        return True  # "the rocket that hit the market was fired by rebels"
    # Told apart by its clause, it is not the one before.
    words = {w for w in words if not any(p.deprels[c] == "acl:relcl" for c in p.children[w])}
    told = {g.lemma(w) for w in words if definite(w, scene) and not one_more(w, scene)}
    return any(g.lemma(w) in told for w in known)


def _noun(draft: Draft, scene: Scene) -> int | None:
    """The noun that tells an act, alone or with its verb ("the deal was signed"); what is said of
    another is told by that ("the raid was the second attack on Lome")."""
    if draft.candidate.entry.pos == "N":
        subject = scene.grammar.said_of(draft.token)
        known = subject is not None and scene.parsed.upos[subject] == "NOUN"
        return subject if known else draft.token
    objects = [t for t in scene.grammar.objects(draft.token) if t in draft.words]
    if scene.grammar.lemma(draft.token) in HARMS:  # "two were wounded in the attack"
        objects += [t for t in scene.grammar.preps(draft.token, "in") if t in draft.words]
    return next(iter(objects), None)


def _weapons(token: int, scene: Scene) -> list[int]:
    """The weapons that a word of a telling is, or that are the subject or object of it."""
    g = scene.grammar
    words = (token, *g.subjects(token), *g.objects(token))
    return [t for t in words if scene.has(t, classes()["weapon"])]


def _pointed_at(token: int, draft: Draft, scene: Scene) -> bool:
    """Whether a noun has a definite article or a demonstrative; of a plural that is no name of a
    fight ("the clashes"), nothing told once is meant."""
    p, g = scene.parsed, scene.grammar
    if one_more(token, scene):
        return False
    fights = g.lemma(token) in classes()["warfare"] or g.lemma(token) in LETHAL
    if p.xpos[token] == "NNS" and draft.type == "ASSAULT" and not fights:
        return False
    return definite(token, scene)


def _of_a_day(noun: int, scene: Scene) -> bool:
    """ "Monday's attack": whether a noun is told apart by its day."""
    p, found = scene.parsed, scene.found
    owners = (c for c in p.children[noun] if p.deprels[c] == "nmod:poss")
    return any(found.time_at.over(p.starts[c], p.ends[c]) for c in owners)


def _whose(token: int, a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Diallo's protest": whose it is, is known from the first telling."""
    p = scene.parsed
    owners = [c for c in p.children[token] if p.deprels[c] == "nmod:poss"]
    if not owners or one_more(token, scene):
        return False
    parties = {*b.actors, *b.recipients}
    return all(p.upos[c] == "PRON" for c in owners) or not parties.isdisjoint(
        (*a.actors, *a.recipients)
    )
