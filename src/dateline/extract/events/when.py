"""When an event happened: its own clause's time, else the sentence's, else the story's day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as _date
from itertools import pairwise

from dateline.extract.events.draft import Draft
from dateline.extract.events.scene import Scene
from dateline.record import EventDate, Time

_OPEN_SINCE = frozenset(["since"])
_OPEN_UNTIL = frozenset(["before", "until", "till"])
_LIST_GAP = 4
_JOINERS = frozenset([",", "and", "or", "in", "on", "again", "then", "&"])
_BREAKS = frozenset(["acl:relcl", "parataxis"])
_DEEDS = frozenset(["ASSAULT", "PROTEST", "COERCE"])
_TOLD_ON = 3
"""Sentences behind a dated deed that still tell of it."""
_FRESH = 14
"""Days before publication up to which a dated deed is what the story tells."""
_DESCRIBES = frozenset(["compound", "nmod:poss", "amod", "nummod"])


def date_all(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts with their dates; one that has several dates becomes several."""
    owners: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for token in {draft.token, draft.candidate.verb, *draft.words}:
            owners[token].append(draft)
    own: dict[int, list[tuple[Time, int]]] = defaultdict(list)
    loose: dict[int, list[tuple[Time, int]]] = defaultdict(list)
    cues = {t for start, end in scene.parsed.cues for t in range(start, end)}
    chained: dict[int, int] = {}
    previous: tuple[Time, int] | None = None
    for time, token in _anchored(scene):
        sentence = scene.parsed.sentence_of[token]
        # "in 2014, in April 2016 and this July": the first of the list says what it dates.
        if previous is not None and _listed(previous[0], time, scene):
            chained[token] = chained.get(previous[1], previous[1])
        previous = (time, token)
        owner = _owner(chained.get(token, token), owners, cues, scene)
        if owner is None:
            loose[sentence].append((time, token))
        for draft in owner or ():
            if not _too_late(draft, time, scene):
                own[id(draft)].append((time, token))
    out: list[Draft] = []
    for draft in drafts:
        times = own.get(id(draft))
        if times:
            out.extend(_with_times(draft, times, scene))
        else:
            out.append(draft)
    by_token = {d.token: d for d in out}
    owned_in = {scene.parsed.sentence_of[d.token] for d in out if d.dated == "own"}
    last: Draft | None = None
    for draft in out:
        if draft.dated:
            last = draft if draft.dated == "own" and draft.type in _DEEDS else last
            continue
        sentence = scene.parsed.sentence_of[draft.token]
        if _inherit(draft, by_token, owners, scene):
            continue
        unowned = loose.get(sentence, [])
        if len({t.value for t, _ in unowned}) == 1 and not _too_late(draft, unowned[0][0], scene):
            time, token = unowned[0]
            draft.date, draft.dated = _event_date(time, token, scene), "sentence"
        elif not unowned and sentence not in owned_in:
            if last is not None and _told_on(draft, last, scene):
                draft.date, draft.dated = last.date, "told on"
            else:
                _story_day(draft, scene)
    return out


def _told_on(draft: Draft, last: Draft, scene: Scene) -> bool:
    """Whether a deed is part of the dated one told just before: "Rebels raided the town on Monday.
    Ten men were shot." Words are the news of the day that they are spoken on."""
    published = scene.found.story.published
    date, p = last.date, scene.parsed
    if published is None or date is None or date.begin is None or date.end is None:
        return False
    chain = (draft.candidate.verb, *(high for _, high in scene.grammar.up(draft.candidate.verb)))
    verb = next((t for t in chain if p.upos[t] == "VERB"), draft.token)
    if p.xpos[verb] in ("VBP", "VBZ") or p.upos[last.candidate.verb] != "VERB":
        return False  # "insurgents often kidnap foreigners"; "pointed to Monday's attack"
    near = 0 < p.sentence_of[draft.token] - p.sentence_of[last.token] <= _TOLD_ON
    done = {draft.status, last.status} <= {"occurred"} and not draft.standing.perfect
    day = date.begin[:10] == date.end[:10]
    fresh = day and 0 <= (published - _date.fromisoformat(date.begin[:10])).days <= _FRESH
    return near and done and fresh and draft.type == last.type and draft.type in _DEEDS


def _anchored(scene: Scene) -> list[tuple[Time, int]]:
    """Each dating expression with the word of it that hangs on the rest of the sentence."""
    p = scene.parsed
    out = []
    for time in scene.found.times:
        if time.type == "SET" or (time.type == "DURATION" and not (time.begin and time.end)):
            continue
        first, last = p.tokens_in(*time.span)
        if first == last or p.sentence_of[first] != p.sentence_of[last - 1]:
            continue
        head = next(
            (t for t in range(first, last) if not first <= p.heads[t] < last or p.heads[t] == t),
            first,
        )
        if not _compares(head, first, scene):
            out.append((time, head))
    return out


def _compares(head: int, first: int, scene: Scene) -> bool:
    """ "The first visit since 1994", "the worst attack since May": the day to which something is
    compared dates nothing that is told."""
    g, p = scene.grammar, scene.parsed
    cases = {*g.case(head), g.lemma(first - 1)} if first else set(g.case(head))
    if not cases & _OPEN_SINCE:
        return False
    for _, high in g.up(head):
        near = [high, *p.children[high]]
        if p.upos[high] in ("VERB", "AUX"):  # "for the first time since May" hangs on the verb
            beside = (c for c in p.children[high] if g.rel(c) in ("obl", "obj"))
            return any(scene.ranked(d) for c in beside for d in p.children[c] if d < first)
        if any(t < first and (p.xpos[t] in ("JJS", "RBS") or scene.ranked(t)) for t in near):
            return True
    return False


def _owner(
    token: int, owners: dict[int, list[Draft]], cues: set[int], scene: Scene
) -> list[Draft] | None:
    """The drafts that a time belongs to: the first event word above it. None where it stands free
    in the sentence; nobody where it dates something else: what is said ("said on Monday"), a noun
    that is no event ("violated the 2014 treaty"), what happens in a clause that is only told of
    ("alleged that the May polls were rigged")."""
    p = scene.parsed
    if p.heads[token] == token and token in owners:
        return owners[token]
    if p.deprels[token] in _DESCRIBES and p.upos[p.heads[token]] in ("NOUN", "PROPN"):
        return [d for d in owners.get(p.heads[token], ()) if d.token == p.heads[token]]
    for low, high in scene.grammar.up(token):
        if p.deprels[low] == "ccomp":
            return []
        if high in owners:
            return owners[high]
        if high in cues and p.upos[high] == "VERB":
            return []
        if p.deprels[low] in _BREAKS and low != token:
            return None
    return None


def _too_late(draft: Draft, time: Time, scene: Scene) -> bool:
    """Whether a time is still to come that would date what has happened ("agreed to meet again
    next month"): it dates what is planned."""
    return draft.status in ("occurred", "ongoing") and scene.ahead(time)


def _with_times(draft: Draft, times: list[tuple[Time, int]], scene: Scene) -> list[Draft]:
    """One draft for each time; times that overlap are one, the most exact."""
    kept: list[tuple[Time, int]] = []
    for time, token in sorted(times, key=lambda x: (_width(x[0]), x[0].span)):
        if not any(_overlap(time, other) for other, _ in kept):
            kept.append((time, token))
    kept.sort(key=lambda x: x[0].span)
    if len(kept) == 2:
        a, b = kept[0][0], kept[1][0]
        if _from_to(a, b, scene) or _goes_on(draft, a, b, scene):
            return [_ranged(draft, a, b)]
    # Only coordinated times are episodes; else the nearest to the trigger dates the event.
    if len(kept) > 1 and not all(_listed(a[0], b[0], scene) for a, b in pairwise(kept)):
        kept = [min(kept, key=lambda x: (abs(x[1] - draft.token), x[1]))]
    out = []
    for time, token in kept:
        copy = replace(draft, why=list(draft.why), places=list(draft.places))
        copy.date, copy.dated = _event_date(time, token, scene), "own"
        out.append(copy)
    return out


def _from_to(a: Time, b: Time, scene: Scene) -> bool:
    """ "Between 3 and 9 May", "from May to July": two times that bound one interval."""
    p = scene.parsed
    first, after = p.tokens_in(*a.span)
    second, _ = p.tokens_in(*b.span)
    before = p.word(first - 1).lower() if first else ""
    between = [p.word(t).lower() for t in range(after, second)]
    ranged = (before, between) in (("between", ["and"]), ("from", ["to"]), ("from", ["until"]))
    return ranged and bool(a.begin and b.end)


def _goes_on(draft: Draft, a: Time, b: Time, scene: Scene) -> bool:
    """ "The war in the late 1980s and early 1990s": one thing through periods that adjoin."""
    if not (a.begin and a.end and b.begin and b.end):
        return False
    one = any(scene.parsed.xpos[t] == "NN" for t in draft.words)
    long = _width(a) == _width(b) == 2
    next_to = int(b.begin[:4]) - int(a.end[:4]) in (0, 1)
    return one and long and next_to and _listed(a, b, scene)


def _ranged(draft: Draft, a: Time, b: Time) -> Draft:
    """The draft dated by the interval from one time to another."""
    copy = replace(draft, why=list(draft.why), places=list(draft.places))
    edtf = f"{a.edtf}/{b.edtf}" if a.edtf and b.edtf and "/" not in a.edtf + b.edtf else None
    copy.date, copy.dated = EventDate(edtf=edtf, begin=a.begin, end=b.end, time=a.id), "own"
    return copy


def _listed(a: Time, b: Time, scene: Scene) -> bool:
    """Whether two expressions follow one another in a list."""
    p = scene.parsed
    _, first = p.tokens_in(*a.span)
    last, _ = p.tokens_in(*b.span)
    between = range(first, last)
    joiners = [scene.grammar.lemma(t) for t in between]
    return (
        0 < len(joiners) <= _LIST_GAP
        and all(j in _JOINERS for j in joiners)
        and ("," in joiners or bool({"and", "or"} & set(joiners)))
    )


def _width(time: Time) -> int:
    """Longer value strings are more exact days."""
    if time.begin is None or time.end is None:
        return 3
    return 0 if time.begin[:10] == time.end[:10] else (1 if time.begin[:7] == time.end[:7] else 2)


def _overlap(a: Time, b: Time) -> bool:
    if a.begin is None or b.begin is None:
        return False
    return a.begin[:10] <= (b.end or b.begin)[:10] and b.begin[:10] <= (a.end or a.begin)[:10]


def _event_date(time: Time, token: int, scene: Scene) -> EventDate:
    """The date of an event from an expression; "since 1992" is an open interval."""
    cases = set(scene.grammar.case(token))
    first, _ = scene.parsed.tokens_in(*time.span)
    if first:
        cases.add(scene.grammar.lemma(first - 1))
    if cases & _OPEN_SINCE and time.begin:
        edtf = f"{time.edtf}/.." if time.edtf and "/" not in time.edtf else time.edtf
        return EventDate(edtf=edtf, begin=time.begin, time=time.id)
    if cases & _OPEN_UNTIL and time.begin:
        edtf = f"../{time.edtf}" if time.edtf and "/" not in time.edtf else time.edtf
        return EventDate(edtf=edtf, end=time.begin, time=time.id)
    return EventDate(edtf=time.edtf, begin=time.begin, end=time.end, time=time.id)


def _inherit(
    draft: Draft, by_token: dict[int, Draft], owners: dict[int, list[Draft]], scene: Scene
) -> bool:
    """Take the date of the event that this one stands under, or is coordinated with."""
    p = scene.parsed
    for low, high in scene.grammar.up(draft.candidate.verb):
        if p.deprels[low] in _BREAKS:
            return False
        for other in owners.get(high, []):
            dated = by_token.get(other.token)
            if dated is not None and dated is not draft and dated.dated == "own":
                draft.date, draft.dated = dated.date, "sentence"
                return True
    return False


def _story_day(draft: Draft, scene: Scene) -> None:
    """The day of publication, for the news of the day; background stays undated."""
    published = scene.found.story.published
    if published is None or draft.standing.perfect or draft.status not in ("occurred", "ongoing"):
        return
    day = published.isoformat()
    draft.date, draft.dated = EventDate(edtf=day, begin=day, end=day), "story"
