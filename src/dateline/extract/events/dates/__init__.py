"""When an event happened: its own clause's time, else the sentence's, else the story's day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date as _date
from itertools import pairwise

from dateline.extract.events.dates.again import FRESH, Retold, happened_on, named_by_day
from dateline.extract.events.dates.background import aside, background, done_by_now, looked_back
from dateline.extract.events.dates.news import by_then, news_day, on_that_day, story_day
from dateline.extract.events.dates.offsets import count_from_others
from dateline.extract.events.dates.periods import (
    all_listed,
    event_date,
    from_to,
    goes_on,
    next_day,
    next_week,
    overlap,
    ranged,
    width,
)
from dateline.extract.events.dates.words import (
    BREAKS,
    Anchor,
    TimeWords,
    anchored,
    fits_loosely,
    in_scope,
    moved_on,
    said_now,
    too_late,
)
from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.ontology import ontology
from dateline.extract.events.pointing import DEEDS
from dateline.extract.events.scene import Scene
from dateline.record import EventDate

_OCCASIONS = frozenset(["during", "in", "at", "sideline", "margin"])
_MEANWHILE = frozenset(["when", "as", "while"])
_MANY = 8
"""Dates of a sentence that are asked one by one: keeps endless sentences linear."""
_STANDING = frozenset(["COERCE", "ACCUSE", "SANCTION"])
"""Types whose participle tells of what has been so for some time ("men accused of")."""
_UNREAL = ("hypothetical", "called_for", "threatened", "planned")
_TRYING = frozenset(["try", "attempt"])
_HELD = frozenset(["CONSULT", "AGREE", "PROTEST"])
"""Types of what may last through days that follow one another."""
_BELOW = frozenset(["acl", "obj", "nmod", "obl", "ccomp", "xcomp", "appos", "compound", "amod"])
_TIMED = frozenset(["before", "since", "until", "when", "as", "while", "once", "by"])
"""What opens a clause that says when the rest happened; what comes after a deed is news."""


def date_all(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts with their dates; one that has several dates becomes several."""
    own: dict[int, list[Anchor]] = defaultdict(list)
    loose: dict[int, list[Anchor]] = defaultdict(list)
    told = anchored(scene)
    news = news_day(told, scene)
    anchors: list[Anchor] = []
    for anchor, owner in TimeWords(on_that_day(told, news, scene), _owners(drafts), scene).given():
        anchors.append(anchor)
        if owner is None:
            loose[scene.parsed.sentence_of[anchor.token]].append(anchor)
        for draft in owner or ():
            elsewhere = scene.parsed.heads[anchor.token] != draft.token
            looked = elsewhere and looked_back(draft, scene)
            of_another = looked or said_now(draft, anchor, scene)
            if not of_another and not too_late(draft, anchor.time.begin, scene):
                own[id(draft)].append(anchor)
    out: list[Draft] = []
    for draft in drafts:
        times = own.get(id(draft))
        out.extend(_with_times(draft, times, scene) if times else [draft])
    now = _owners(out)
    happened_on(out, anchors, scene)
    counted = count_from_others(now, anchors, scene)
    retold = Retold(scene, named_by_day(anchors, scene), news)
    _date_the_rest(out, now, loose, counted, retold, scene)
    for draft in out:
        if draft.status == "planned" and draft.date is not None and not _was_to(draft, scene):
            draft.date = next_week(draft.date, scene)
    return out


def _owners(drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """The drafts that each word tells."""
    owners: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for token in {draft.token, draft.candidate.verb, *draft.words}:
            owners[token].append(draft)
    return owners


def _was_to(draft: Draft, scene: Scene) -> bool:
    """ "Was to meet on Friday": a plan of the past."""
    p = scene.parsed
    below = p.children[draft.candidate.verb]
    return any(p.word(c).lower() in ("was", "were", "had") for c in below)


def _date_the_rest(
    drafts: Sequence[Draft],
    owners: Mapping[int, list[Draft]],
    loose: Mapping[int, list[Anchor]],
    counted: set[int],
    retold: Retold,
    scene: Scene,
) -> None:
    """Dates for what has none of its own: from what stands around it, else the story's day."""
    below = _dated_below(drafts, owners, scene)
    dated_in: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.dated == "own" and draft.token not in counted:
            dated_in[scene.parsed.sentence_of[draft.token]].append(draft)
    for draft in drafts:
        sentence = scene.parsed.sentence_of[draft.token]
        unowned = [a for a in loose.get(sentence, ())[:_MANY] if in_scope(draft, a, scene)]
        occasion = below.get(draft.candidate.verb) or below.get(draft.token)
        side = [a for a in unowned if a.scope is not None]
        if draft.dated or draft.token in counted:
            pass  # it has what there is
        elif looked_back(draft, scene):
            if (again := retold.again(draft, alone=False)) is not None:
                draft.date, draft.dated = again
        elif side and fits_loosely(draft, side, scene):
            draft.date, draft.dated = _told(draft, side[0], scene)
        elif _inherit(draft, owners, scene):
            pass
        elif occasion is not None and not too_late(draft, occasion.begin, scene):
            draft.date, draft.dated = occasion, "sentence"
        elif (noun := aside(draft, owners, scene)) is not None:
            near = [a for a in unowned if noun in (high for _, high in scene.grammar.up(a.token))]
            if near and fits_loosely(draft, near, scene):
                draft.date, draft.dated = _told(draft, near[0], scene)
            elif (again := retold.again(draft, alone=not dated_in[sentence])) is not None:
                draft.date, draft.dated = again
        elif unowned:
            if fits_loosely(draft, unowned, scene):
                draft.date, draft.dated = _told(draft, unowned[0], scene)
        elif (again := retold.again(draft, alone=not dated_in[sentence])) is not None:
            draft.date, draft.dated = again
        elif (carried := retold.carried(draft)) is not None:
            draft.date, draft.dated = carried, "told on"
        elif not background(draft, owners, scene) and _alone(draft, dated_in[sentence], scene):
            spoken = retold.spoken(draft)
            draft.date, draft.dated = spoken or story_day(draft, retold.news, scene)
            if draft.dated == "story" and done_by_now(draft, scene):
                draft.date, draft.dated = by_then(draft.date), ""
        retold.seen(draft)


def _told(draft: Draft, anchor: Anchor, scene: Scene) -> tuple[EventDate, str]:
    """The date by a time of the sentence, and what it is from."""
    return event_date(anchor.time, anchor.token, scene, of=draft.token), "sentence"


def _with_times(draft: Draft, times: list[Anchor], scene: Scene) -> list[Draft]:
    """One draft for each time; times that overlap are one, the most exact."""
    kept: list[Anchor] = []
    bounded = [a for a in times if a.time.begin] or times
    for anchor in sorted(bounded, key=lambda a: (width(a.time), a.time.span)):
        if not any(overlap(anchor.time, other.time) for other in kept):
            kept.append(anchor)
    kept.sort(key=lambda a: a.time.span)
    days = [a.time for a in kept]
    if draft.type in _HELD and len(days) > 1 and all(next_day(a, b) for a, b in pairwise(days)):
        return [_dated(draft, ranged(days[0], days[-1]))]
    if len(kept) == 2:
        a, b = kept[0].time, kept[1].time
        if from_to(a, b, scene) or goes_on(draft, a, b, scene):
            return [_dated(draft, ranged(a, b))]
    # Only coordinated times are episodes; else the nearest to the trigger dates the event.
    if len(kept) > 1 and not all_listed([a.time for a in kept], scene):
        kept = [min(kept, key=lambda a: (abs(a.token - draft.token), a.token))]
    return [
        _dated(draft, event_date(a.time, a.token, scene, of=draft.token, bare=a.bare)) for a in kept
    ]


def _dated(draft: Draft, date: EventDate) -> Draft:
    """The draft with a date of its own."""
    copy = replace(draft, why=list(draft.why), places=list(draft.places))
    copy.date, copy.dated = date, "own"
    return copy


def _inherit(draft: Draft, owners: Mapping[int, list[Draft]], scene: Scene) -> bool:
    """Take the date of the event that this one stands under, or is coordinated with."""
    p = scene.parsed
    if aside(draft, owners, scene) is not None:
        return False
    for low, high in scene.grammar.up(draft.candidate.verb):
        if p.deprels[low] in BREAKS and not _therein(low, high, owners, scene):
            return False
        if low == draft.candidate.verb and _standing(low, draft, scene):
            return False
        if _not_yet(low, high, draft, scene):
            return False
        if any(d.token == high and aside(d, owners, scene) for d in owners.get(high, ())):
            return False
        for dated in owners.get(high, []):
            begin = dated.date.begin if dated.date else None
            day = dated.dated == "own" or (dated.dated == "spoken" and p.xpos[low] == "VBG")
            one = dated.date is not None and dated.date.begin == dated.date.end
            if moved_on(low, scene, day=one) or _words_before(low, draft, scene):
                return False
            if dated is not draft and day and not too_late(draft, begin, scene):
                draft.date, draft.dated = dated.date, "sentence"
                return True
    return False


def _not_yet(verb: int, over: int, draft: Draft, scene: Scene) -> bool:
    """ "Launched an offensive in May to topple him", "left on Monday to attend a summit": an aim or
    plan has not the day of what is done for it. Not what somebody tried ("killed trying to")."""
    if draft.status not in _UNREAL or scene.grammar.lemma(over) in _TRYING:
        return False
    return "to" in scene.grammar.case(verb) or scene.grammar.rel(verb) in ("obj", "acl")


def _words_before(verb: int, draft: Draft, scene: Scene) -> bool:
    """ "Warned Kenya on Monday after Togo had urged it to": words that came before have not the
    day of what they led to."""
    after = "after" in (scene.parsed.word(c).lower() for c in scene.parsed.children[verb])
    words = draft.type != "CONSULT" and not ontology()[draft.type].happens_somewhere
    return after and words and scene.grammar.rel(verb) == "advcl"


def _standing(verb: int, draft: Draft, scene: Scene) -> bool:
    """ "Freed on Monday men jailed in Togo": how those stood of whom something is told."""
    p = scene.parsed
    return p.xpos[verb] == "VBN" and p.deprels[verb] == "acl" and draft.type in _STANDING


def _therein(verb: int, noun: int, owners: Mapping[int, list[Draft]], scene: Scene) -> bool:
    """ "A raid in which ten were killed", "... where they fled", "a clash on Sunday, which left
    ten dead": told of the very occasion."""
    g, p = scene.grammar, scene.parsed
    below = {p.word(c).lower(): c for c in p.children[verb] if c < verb}
    if "where" in below:
        return True
    event = any(d.token == noun for d in owners.get(noun, ()))
    if event and any(w in below and g.rel(below[w]) == "nsubj" for w in ("which", "that")):
        return True
    occasion = not scene.has(noun, classes()["agreement"])
    return occasion and "which" in below and bool(_OCCASIONS & set(g.case(below["which"])))


def _dated_below(
    drafts: Sequence[Draft], owners: Mapping[int, list[Draft]], scene: Scene
) -> dict[int, EventDate]:
    """ "Will meet him during a summit next week", "was in Togo when rebels attacked on Monday":
    what happens on an occasion has its day."""
    p, g = scene.parsed, scene.grammar
    out: dict[int, EventDate] = {}
    for draft in drafts:
        if draft.dated != "own" or draft.date is None:
            continue
        low = draft.token if draft.candidate.entry.pos == "N" else draft.candidate.verb
        high = p.heads[low]
        if g.rel(low) == "nmod" and "of" in g.case(low) and g.lemma(high) in _OCCASIONS:
            low, high = high, p.heads[high]  # "on the sidelines of a summit"
            here = True
        else:
            here = bool(_OCCASIONS & set(g.case(low)))
        meanwhile = g.rel(low) == "advcl" and any(
            g.lemma(c) in _MEANWHILE for c in p.children[low] if g.rel(c) in ("mark", "advmod")
        )
        # "A summit where on Sunday Kenya signed a pact": the day of both.
        there = any(p.word(c).lower() == "where" for c in p.children[low])
        if p.deprels[low] == "acl:relcl" and there:
            high, meanwhile = high if high in owners else p.heads[high], True
        # "Monday's summit agreed": who meet decide in meeting.
        decides = draft.type == "CONSULT" and g.rel(low) == "nsubj"
        meanwhile = meanwhile or _one_day(draft, low, owners, scene)
        if high not in owners or not (
            (g.rel(low) in ("obl", "nmod") and here) or meanwhile or decides
        ):
            continue
        spoken = not any(ontology()[d.type].happens_somewhere for d in owners[high])
        if not spoken or draft.type in ("CONSULT", "AGREE") or meanwhile:
            out.setdefault(high, draft.date)  # not "accused him in the 1992 murder"
    return out


def _one_day(draft: Draft, verb: int, owners: Mapping[int, list[Draft]], scene: Scene) -> bool:
    """ "Two were shot and a school was burned on Monday", "was praised and rebuked on Monday":
    whether the day of a verb is that of the one it is coordinated with, too."""
    p, g, first = scene.parsed, scene.grammar, scene.parsed.heads[verb]
    time = scene.found.time_by_id.get(draft.date.time or "") if draft.date else None
    if g.rel(verb) != "conj" or p.upos[first] != "VERB" or time is None:
        return False
    if draft.type in DEEDS and any(d.type in DEEDS for d in owners.get(first, ())):
        return True
    has = any(p.word(c).lower() in ("has", "have") for c in p.children[first])
    return not has and not g.own_subject(verb) and time.span[0] > p.starts[verb]


def _alone(draft: Draft, dated: Sequence[Draft], scene: Scene) -> bool:
    """Whether nothing dated in its sentence says anything of a draft's own day."""
    return len(dated) <= _MANY and all(
        _beneath(other, draft, scene)
        or too_late(draft, other.date.begin if other.date else None, scene)
        for other in dated
    )


def _beneath(low: Draft, high: Draft, scene: Scene) -> bool:
    """ "Togo, which expelled him in 2019, urged": whether what is dated only belongs to a word of
    the other's clause, and so says nothing of the other's day."""
    g, p, told = scene.grammar, scene.parsed, False
    for below, above in g.up(low.token):
        told = told or p.deprels[below] in BREAKS
        case = set(g.case(below))
        beside = g.rel(below) == "advcl" and not _TIMED & case
        if "after" in case and not _fresh(low, scene):
            return False
        if not (beside or g.rel(below) in _BELOW or (told and g.rel(below) == "nsubj")):
            return False
        if above in (high.token, high.candidate.verb):
            return True
    return False


def _fresh(draft: Draft, scene: Scene) -> bool:
    """Whether a date is so late that what came after it may be the news of the day."""
    published, end = scene.found.story.published, draft.date and draft.date.end
    if published is None or not end:
        return False
    return (published - _date.fromisoformat(end[:10])).days <= FRESH
