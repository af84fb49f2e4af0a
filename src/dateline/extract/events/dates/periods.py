"""Times as dates of events: intervals, lists of days, and stretches up to today."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Day
from datetime import timedelta
from itertools import pairwise

from dateline.extract.events.draft import Draft
from dateline.extract.events.scene import Scene
from dateline.record import EventDate, Time

SINCE = frozenset(["since"])
_WEEKDAYS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)
UNTIL = frozenset(["before", "until", "till"])
_LIST_GAP = 4
_JOINERS = frozenset([",", "and", "or", "in", "on", "again", "then", "&"])
_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_DAYS = {"D": 1, "W": 7}
_PAST = frozenset(["past", "last"])


def length(time: Time) -> tuple[int, str] | None:
    """A stretch of time as a number and a unit (D, W, M, Y)."""
    match = _LENGTH.fullmatch(time.value)
    return (int(match[1]), match[2]) if match else None


def window(time: Time, scene: Scene) -> Time | None:
    """ "In the past week", "over the last two years": a stretch that ends with the story's day."""
    if time.begin and time.end:
        return time
    published = scene.found.story.published
    counted = length(time)
    if published is None or counted is None or not _PAST & set(time.text.lower().split()):
        return None
    number, unit = counted
    try:
        if unit == "Y":
            begin = f"{published.year - number:04d}"
            first = Day(published.year - number, 1, 1)
        elif unit == "M":
            months = published.year * 12 + published.month - 1 - number
            first = Day(months // 12, months % 12 + 1, 1)
            begin = first.isoformat()[:7]
        else:
            first = published - timedelta(days=number * _DAYS[unit])
            begin = first.isoformat()
    except (ValueError, OverflowError):
        return None
    end = published.isoformat()
    edtf = f"{begin}/{end}"
    return time.model_copy(update={"edtf": edtf, "begin": first.isoformat(), "end": end})


def day_of(time: Time) -> Day | None:
    """The day that a time names, where it names one."""
    if not time.begin or not time.end or time.begin[:10] != time.end[:10]:
        return None
    return Day.fromisoformat(time.begin[:10])


def from_to(a: Time, b: Time, scene: Scene) -> bool:
    """ "Between 3 and 9 May", "from May to July": two times that bound one interval, of a year that
    is known or not."""
    p = scene.parsed
    first, after = p.tokens_in(*a.span)
    second, _ = p.tokens_in(*b.span)
    before = p.word(first - 1).lower() if first else ""
    between = [p.word(t).lower() for t in range(after, second)]
    return (before, between) in (("between", ["and"]), ("from", ["to"]), ("from", ["until"]))


def next_day(a: Time, b: Time) -> bool:
    """ "On Friday and Saturday": two days, one after the other."""
    days = [t.begin for t in (a, b) if t.begin and t.begin[:10] == (t.end or "")[:10]]
    if len(days) < 2:
        return False
    first, second = (Day.fromisoformat(d[:10]) for d in days)
    return (second - first).days == 1


def goes_on(draft: Draft, a: Time, b: Time, scene: Scene) -> bool:
    """ "The war in the late 1980s and early 1990s": one thing through periods that adjoin."""
    if not (a.begin and a.end and b.begin and b.end):
        return False
    one = any(scene.parsed.xpos[t] == "NN" for t in draft.words)
    long = width(a) == width(b) == 2
    next_to = int(b.begin[:4]) - int(a.end[:4]) in (0, 1)
    return one and long and next_to and listed(a, b, scene)


def ranged(a: Time, b: Time) -> EventDate:
    """The interval from one time to another."""
    edtf = f"{a.edtf}/{b.edtf}" if a.edtf and b.edtf and "/" not in a.edtf + b.edtf else None
    return EventDate(edtf=edtf, begin=a.begin, end=b.end, time=a.id)


def listed(a: Time, b: Time, scene: Scene) -> bool:
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


def all_listed(times: Sequence[Time], scene: Scene) -> bool:
    """Whether every time follows the one before it in a list."""
    return all(listed(a, b, scene) for a, b in pairwise(times))


def width(time: Time) -> int:
    """How wide a time is: 0 a day, 1 within a month, 2 wider, 3 without bounds."""
    if time.begin is None or time.end is None:
        return 3
    return 0 if time.begin[:10] == time.end[:10] else (1 if time.begin[:7] == time.end[:7] else 2)


def overlap(a: Time, b: Time) -> bool:
    """Whether two times have a day in common."""
    if a.begin is None or b.begin is None:
        return False
    return a.begin[:10] <= (b.end or b.begin)[:10] and b.begin[:10] <= (a.end or a.begin)[:10]


def event_date(
    time: Time, token: int, scene: Scene, *, of: int | None = None, bare: bool = False
) -> EventDate:
    """The date of an event (`of` is its word) from an expression; "since 1992", and "since the
    signing of the pact in 1992" for what is not the signing, is an open interval."""
    g = scene.grammar
    cases = set(g.case(token))
    for low, high in g.up(token):
        if high == of or g.rel(low) != "nmod" or scene.parsed.upos[high] not in ("NOUN", "PROPN"):
            break
        cases.update(SINCE.intersection(g.case(high)))
    first, _ = scene.parsed.tokens_in(*time.span)
    if first:
        cases.add(scene.grammar.lemma(first - 1))
    if bare:
        cases = set()
    if cases & SINCE and (time.begin or time.edtf):
        edtf = f"{time.edtf}/.." if time.edtf and "/" not in time.edtf else time.edtf
        return EventDate(edtf=edtf, begin=time.begin, time=time.id)
    if cases & UNTIL and (time.begin or time.edtf):
        edtf = f"../{time.edtf}" if time.edtf and "/" not in time.edtf else time.edtf
        return EventDate(edtf=edtf, end=time.begin, time=time.id)
    return EventDate(edtf=time.edtf, begin=time.begin, end=time.end, time=time.id)


def next_week(date: EventDate, scene: Scene) -> EventDate:
    """ "The summit is held on Friday", read on a Monday: of what is to come, the day that follows
    publication is meant, and not the one before."""
    published = scene.found.story.published
    time = scene.found.time_by_id.get(date.time or "")
    if published is None or time is None or not date.begin or date.begin != date.end:
        return date
    word = scene.parsed.text[slice(*time.span)].strip().lower()
    if word not in _WEEKDAYS:
        return date
    day = Day.fromisoformat(date.begin[:10])
    if not 0 < (published - day).days < 7:
        return date
    coming = (day + timedelta(days=7)).isoformat()
    return date.model_copy(update={"edtf": coming, "begin": coming, "end": coming})
