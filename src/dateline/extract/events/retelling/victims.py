"""Who fell, told again: "five men were killed ... the five were shot dead at dawn"."""

from __future__ import annotations

from dateline.extract.casualties.quantity import scan
from dateline.extract.events.draft import Draft
from dateline.extract.events.pointing import WAR, definite, one_more
from dateline.extract.events.retelling.agree import (
    WIDE,
    dated_late,
    dates_agree,
    lands,
    modes_agree,
    other_days,
    period,
    places_agree,
    side_agrees,
    sides_agree,
)
from dateline.extract.events.retelling.meetings import TO_MEET
from dateline.extract.events.scene import Scene
from dateline.record import Count

_REACH = 3
"""Sentences behind an act in which it is told again."""
HARMS = frozenset(["kill", "wound", "injure", "hurt", "maim", "die", "perish", "shoot"])
LETHAL = frozenset(
    [
        *("kill", "murder", "slay", "assassinate", "execute", "behead", "lynch", "hang"),
        *("killing", "slaying", "assassination", "execution", "beheading", "lynching"),
        "dead",
    ]
)
_FATAL = frozenset(["kill", "die", "perish"])
_TOLL_REACH = 2
"""Sentences behind a deed in which its toll may be told."""
_ALONE = 12
"""Sentences behind the only deed of a story in which its toll may be told."""
_WORDS = 40
_APART = frozenset(
    [
        *("separate", "separately", "elsewhere", "meanwhile", "earlier", "previous", "previously"),
        *("since", "year", "years", "month", "months", "week", "weeks", "wave", "series"),
        *("clashes", "incidents", "attacks", "raids", "fighting", "war", "similar", "total"),
    ]
)
"""Words of sentences that tell of other deeds, or of many."""
_MEASURES = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"])
_NAMED_WITHIN = 5
"""Sentences behind the first in which somebody gets a name."""
BEFALLING = frozenset(["ACCUSE", "ASSAULT", "COERCE", "SANCTION"])
_ONCE = frozenset(["arrest", "release", "resign", "expel", "abduct"])
"""Modes of what one person hardly lives through twice in a story."""


def once(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Diallo was shot dead ... who killed Diallo": one person is killed but once, and is not
    arrested, freed or expelled again unless it is said, or dated."""
    whom = (a.actors, b.actors) if a.mode == "resign" else (a.recipients, b.recipients)
    if whom[0] != whom[1] or len(whom[0]) != 1:
        return False
    lethal = a.type == "ASSAULT" and (_killed(a, scene) or _killed(b, scene))
    if not (lethal and modes_agree(a, b)) and (a.mode != b.mode or a.mode not in _ONCE):
        return False
    if one_more(b.candidate.verb, scene) or one_more(b.token, scene):
        return False
    if other_days(a, b):
        return False
    return _single(whom[0][0], scene) and sides_agree(a, b, scene)


def _single(actor: str, scene: Scene) -> bool:
    """Whether an actor is one human, by name or not ("the attacker")."""
    known = scene.found.actor_by_id[actor]
    if known.kind != "population":
        return known.kind == "person"
    p = scene.parsed
    spans = (p.tokens_in(*mention.span) for mention in known.mentions)
    return all(p.xpos[t] != "NNS" for first, last in spans for t in range(first, last))


def _killed(draft: Draft, scene: Scene) -> bool:
    """Whether a telling says that somebody lost his life ("assassinated", "shot dead")."""
    g = scene.grammar
    words = {g.lemma(t) for t in (*draft.known_by, *scene.parsed.children[draft.token])}
    return not words.isdisjoint(LETHAL)


def opening(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Five policemen were killed on Monday. The five were shot dead ...": the first sentence of
    a story is told again in those behind it, of the same number, or of those just named; and so is
    what it tells of the same doers."""
    p = scene.parsed
    if one_more(b.token, scene):
        return False
    if b.candidate.entry.pos != "V" and (a.mode != b.mode or not _as_many(a, b, scene)):
        return False
    body = scene.opening
    if body is None or not 0 < p.sentence_of[b.token] - p.sentence_of[a.token] <= _REACH:
        return False
    if p.sentence_of[a.token] > body or not sides_agree(a, b, scene):
        return False
    if a.type in _MEASURES and a.actors and b.actors and (dates_agree(a, b) or dated_late(a, b)):
        one_way = a.mode is not None and a.mode == b.mode
        if one_way or (a.recipients and b.recipients):
            return True
    return a.type == "ASSAULT" and _same_victims(a, b, scene)


def _as_many(a: Draft, b: Draft, scene: Scene) -> bool:
    """Whether two count the same victims."""
    first, second = (_numbers(_fallen(d, scene), scene) for d in (a, b))
    return bool(first) and first == second


def introduced(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "A mafia boss was jailed on Friday. Peter Kamau was jailed", "the envoy's visit ... Roe will
    arrive": whom the first sentence does not name has a name in those behind it."""
    p, body = scene.parsed, scene.opening
    travels = a.mode == b.mode == "visit" or (a.cameo == b.cameo == TO_MEET)
    if not (a.type in BEFALLING or travels) or body is None or one_more(b.token, scene):
        return False
    first, second = p.sentence_of[a.token], p.sentence_of[b.token]
    if not first <= body or not 0 < second - first <= _NAMED_WITHIN:
        return False
    who = [(d.actors, d.recipients) if travels else (d.recipients, d.actors) for d in (a, b)]
    (unnamed, others), (named, others_too) = who
    if not (len(unnamed) == len(named) == 1 and modes_agree(a, b)):
        return False
    known = scene.found.actor_by_id
    whom = [known[unnamed[0]], known[named[0]]]
    by_name = ["name" in {m.how for m in actor.mentions} for actor in whom]
    if {actor.kind for actor in whom} != {"person"} or by_name != [False, True]:
        return False
    if len({actor.land for actor in whom} - {None}) > 1:
        return False
    when = dates_agree(a, b) or dated_late(a, b)
    return when and side_agrees(others, others_too, scene) and places_agree(a, b, scene)


def _same_victims(a: Draft, b: Draft, scene: Scene) -> bool:
    """Whether two tell of as many victims, or the second of those just named."""
    if not (a.recipients and b.recipients):
        return False
    fallen = [_fallen(d, scene) for d in (a, b)]
    if not (fallen[0] and fallen[1]) or any(one_more(t, scene) for t in fallen[1]):
        return False
    numbers = [_numbers(side, scene) for side in fallen]
    if numbers[0] or numbers[1]:
        return numbers[0] == numbers[1]
    return set(a.recipients) == set(b.recipients) or all(definite(t, scene) for t in fallen[1])


def _fallen(draft: Draft, scene: Scene) -> list[int]:
    """The nouns for those whom a telling says were hit."""
    return [noun for t in draft.known_by for noun in scene.grammar.objects(t)]


def one_day(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "A woman was killed on Monday ... the rocket killed a 57-year-old woman": on one day that
    the words give, in one place, as many of one kind fell by the same hands."""
    if a.type != "ASSAULT" or "story" in (a.dated, b.dated) or one_more(b.token, scene):
        return False
    days = {period(a), period(b)}
    if len(days) > 1 or any(day is None or day[0] != day[1] for day in days):
        return False
    if not (sides_agree(a, b, scene) and places_agree(a, b, scene)):
        return False
    first, second = (_counted(d, scene) for d in (a, b))
    return not first.isdisjoint(second)


def one_place(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Rockets fell on Lome on Wednesday ... one of the rockets landed in a suburb of Lome": on
    one day that the words give, in one town, by one kind of weapon and no other hands."""
    if a.type != "ASSAULT" or a.mode is None or a.mode != b.mode or one_more(b.token, scene):
        return False
    if "story" in (a.dated, b.dated) or not side_agrees(a.actors, b.actors, scene):
        return False
    days = {period(a), period(b)}
    if len(days) > 1 or any(day is None or day[0] != day[1] for day in days):
        return False
    known = scene.found.place_by_id
    towns = [{known[i].name for i in d.places if known[i].kind not in WIDE} for d in (a, b)]
    return not towns[0].isdisjoint(towns[1])


def _counted(draft: Draft, scene: Scene) -> set[tuple[str, str]]:
    """Those who fell, by their noun and their number ("two soldiers")."""
    p, g = scene.parsed, scene.grammar
    out = set()
    for noun in _fallen(draft, scene):
        number = _numbers([noun], scene)
        if number or p.xpos[noun] == "NN":
            out.add((g.lemma(noun), repr(number)))
    return out


def _numbers(nouns: list[int], scene: Scene) -> list[Count]:
    """How many each of some nouns is ("five men", "5 men")."""
    p = scene.parsed
    words = [p.word(c) for t in nouns for c in p.children[t] if p.deprels[c] == "nummod"]
    return [quantity.count for quantity in scan(words)]


def toll_behind(a: Draft, b: Draft, scene: Scene, *, alone: bool = False) -> bool:
    """ "A helicopter was shot down. Two crew members were killed": right behind a deed, harm by
    nobody named, on no day and in no place of its own, is the toll of that; farther on where it is
    the deed `alone` that the story tells."""
    g, p = scene.grammar, scene.parsed
    distance = p.sentence_of[b.token] - p.sentence_of[a.token]
    reach = _ALONE if alone else _TOLL_REACH
    if a.type != "ASSAULT" or a.status != "occurred" or not 0 < distance <= reach:
        return False
    if b.candidate.entry.pos != "V" or b.actors or g.lemma(b.token) not in HARMS:
        return False
    told, harm = {g.lemma(t) for t in a.known_by}, g.lemma(b.token)
    if b.standing.perfect or b.dated == "own" or told & WAR:
        return False
    if (not g.passive(b.token) and harm not in ("die", "perish")) or _two_lands(a, b, scene):
        return False
    if told & _FATAL and harm in {*_FATAL, "shoot"}:
        return False  # "five were killed. Nine policemen were shot": others
    sentence = p.sentences[p.sentence_of[b.token]]
    words = {p.word(t).lower() for t in range(sentence.start, sentence.end)[:_WORDS]}
    return words.isdisjoint(_APART)


def _two_lands(a: Draft, b: Draft, scene: Scene) -> bool:
    """Whether those who suffer in two tellings are of two lands."""
    here, there = (lands(d.recipients, scene) - {None} for d in (a, b))
    return bool(here and there) and here.isdisjoint(there)
