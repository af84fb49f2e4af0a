"""A war told again: "the conflict broke out in May ... the fighting has killed hundreds"."""

from __future__ import annotations

from datetime import date

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.pointing import WAR, definite, one_more
from dateline.extract.events.retelling.agree import lands, period, wide
from dateline.extract.events.retelling.victims import HARMS
from dateline.extract.events.scene import Scene
from dateline.extract.events.timed import long_standing

_GOES_ON = 400
"""Days before publication since when a war that still goes on may have been fought."""
_FIGHT = frozenset(["fight", "battle"])
_OF_NOW = frozenset(
    [
        *("latest", "current", "ongoing", "present", "renewed", "fresh", "new", "resumed"),
        *("worst", "heaviest", "deadliest", "fiercest", "bloodiest", "biggest"),
    ]
)
"""What the fighting of the day is called, and not that of old ("the worst for 25 years")."""
_SINCE = frozenset(["since", "after", "for", "until"])
"""Before a year that is not the war's own: "the worst clashes since 2016"."""
_NEAR = 2
"""Sentences behind a war in which its toll may be told, or an old war be meant again."""


def war_again(a: Draft, b: Draft, last: Draft, scene: Scene) -> bool:
    """Whether two nouns tell one war as a whole: no battle for a town, no other time or land.

    Of two that are dated, one time lies within the other ("in the 1990s", "ended in 1994"). A
    telling without a date takes up the war told last, one of old only where that was told (`last`)
    right before.
    """
    if not (_whole(a, scene) and _whole(b, scene)) or one_more(_noun(b, scene), scene):
        return False
    if len({long_standing(_noun(d, scene), scene) for d in (a, b)}) > 1:
        return False  # the fighting of the day is only a part of a decades-long conflict
    return _one_time(a, b, last, scene) and _one_land(a, b, scene)


def _whole(draft: Draft, scene: Scene) -> bool:
    """Whether a telling is of a war, and not of a single battle: "the war", "fought a war", "have
    been fighting"."""
    if draft.type != "ASSAULT" or draft.status not in ("occurred", "ongoing"):
        return False
    g = scene.grammar
    goes_on = draft.status == "ongoing" and g.lemma(draft.token) in _FIGHT
    noun = _noun(draft, scene)
    for_town = any(scene.has(t, classes()["facility"]) for t in g.preps(noun, "for"))
    whole = goes_on or g.lemma(noun) in WAR or _clashes(draft, noun, scene)
    return wide(draft, scene) and not for_town and whole


def _clashes(draft: Draft, noun: int, scene: Scene) -> bool:
    """ "Clashes broke out between Kenya and Togo", "the clashes": a war of two lands, where it is
    told in the plural, and not of a crowd and the police."""
    p, g = scene.parsed, scene.grammar
    if g.lemma(noun) != "clash" or p.xpos[noun] != "NNS" or draft.recipients:
        return False
    two = len(lands(draft.actors, scene) - {None}) > 1
    return two or (not draft.actors and definite(noun, scene))


def _noun(draft: Draft, scene: Scene) -> int:
    """The noun for a war in a telling; else the word that tells it."""
    words = (t for t in draft.known_by if scene.grammar.lemma(t) in WAR)
    return draft.token if draft.candidate.entry.pos == "N" else next(words, draft.token)


def _one_time(a: Draft, b: Draft, last: Draft, scene: Scene) -> bool:
    first, second = period(a), period(b)
    if first and second and a.dated != "story" and b.dated != "story":
        return first[0] <= second[1] and second[0] <= first[1]
    p = scene.parsed
    near = p.sentence_of[b.token] - p.sentence_of[last.token] <= _NEAR
    if _old(b, scene) or (first and a.dated != "story" and b.dated == "own"):
        return False  # "ended in 1994 ... erupted in late September", of a year that is not told
    of_now = any(p.word(c).lower() in _OF_NOW for c in p.children[_noun(b, scene)])
    return (near and not of_now) if _old(a, scene) else True


def of_old(draft: Draft, scene: Scene) -> bool:
    """Whether a noun tells a war of another time than the story's."""
    return _whole(draft, scene) and _old(draft, scene)


def _old(draft: Draft, scene: Scene) -> bool:
    """Whether a war was over before what the story tells: by its date, or brought in by "a war"
    that nothing says is still going on."""
    published, begin = scene.found.story.published, draft.date and draft.date.begin
    if begin and draft.dated != "story" and published is not None:
        return (published - date.fromisoformat(begin[:10])).days > _GOES_ON
    p = scene.parsed
    below = p.children[_noun(draft, scene)]
    if any(p.upos[c] == "NUM" and _SINCE.isdisjoint(scene.grammar.case(c)) for c in below):
        return True  # "the 1991-94 war"
    if draft.status == "ongoing" or not any(p.word(c).lower() in ("a", "an") for c in below):
        return False
    verbs = [draft.candidate.verb, *(c for c in below if p.deprels[c] == "acl:relcl")]
    return not any(_now(verb, scene) for verb in verbs)


def _now(verb: int, scene: Scene) -> bool:
    """Whether a verb stands in the present or the present perfect."""
    p = scene.parsed
    tense = {p.xpos[verb], *(p.xpos[c] for c in p.children[verb] if p.upos[c] == "AUX")}
    return not tense.isdisjoint(("VBZ", "VBP"))


def _one_land(a: Draft, b: Draft, scene: Scene) -> bool:
    """Whether places and sides of two tellings may be of one war."""
    known = scene.found.place_by_id
    where = [{known[i].country for i in d.places} - {None} for d in (a, b)]
    sides = [lands([*d.actors, *d.recipients], scene) - {None} for d in (a, b)]
    whole = [x | y for x, y in zip(where, sides, strict=True)]
    return all(not (x and y) or not x.isdisjoint(y) for x, y in (where, sides, whole))


def war_toll(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Fighting erupted in May. More than 700 have been killed": right behind a war, harm by
    nobody named, over a time, on no day and in no town of its own, is the toll of that."""
    g, p = scene.grammar, scene.parsed
    distance = p.sentence_of[b.token] - p.sentence_of[a.token]
    if not (_whole(a, scene) and 0 < distance <= _NEAR) or b.type != "ASSAULT":
        return False
    if a.candidate.entry.pos != "N" and a.status != "ongoing":
        return False  # "fought a war"
    if b.candidate.entry.pos != "V" or b.actors or g.lemma(b.token) not in HARMS:
        return False
    verbs = [b.token, *([p.heads[b.token]] if g.rel(b.token) == "xcomp" else [])]
    so_far = any(p.word(c).lower() in ("has", "have", "had") for v in verbs for c in p.children[v])
    return so_far and b.dated != "own" and wide(b, scene)
