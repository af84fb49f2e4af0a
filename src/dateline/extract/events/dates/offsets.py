"""Dates counted from another event: "five years after crowds burned its embassy"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from dateline.extract.events.dates.periods import day_of, length
from dateline.extract.events.dates.words import Anchor, anchor_of
from dateline.extract.events.draft import Draft
from dateline.extract.events.scene import Scene
from dateline.record import EventDate, Time

_SIDES = {"after": -1, "following": -1, "before": 1}
_REAL = ("occurred", "ongoing", "planned")
_UNKNOWN = frozenset(["had"])
_SHORT_OF = re.compile(r"(?:less|fewer) than|under|not|within", re.IGNORECASE)
"""Words that make a stretch of time the longest that it can have been."""


def count_from_others(
    owners: Mapping[int, list[Draft]], anchors: Sequence[Anchor], scene: Scene
) -> set[int]:
    """ "Arrived three days after opening a tour in Togo": the tour's day is counted back from that
    of the arrival, else from the story's. Gives the tokens of what is told so; where nothing can
    be counted ("days after"), it stays without a day."""
    counted = set()
    day_at = {a.token: a.time for a in anchors}
    for time in scene.found.times:
        if time.type != "DURATION" or time.begin or time.value.startswith("PT"):
            continue  # hours are of the same day
        token, told = _told(time, scene)
        if token is None or told is None:
            continue
        p, g = scene.parsed, scene.grammar
        also = [c for c in p.children[told] if g.rel(c) == "conj" and not g.own_subject(c)]
        for draft in (d for t in (told, *also) for d in owners.get(t, ())):
            if draft.dated or draft.status not in _REAL:
                continue
            day = _base(told, owners, day_at, scene)
            draft.date = None if day is None else _counted(time, day, _side(token, scene))
            draft.dated = "own" if draft.date else ""
            counted.add(draft.token)
    return counted


def _told(time: Time, scene: Scene) -> tuple[int | None, int | None]:
    """The preposition right behind a stretch of time, and the verb or noun that it opens."""
    p = scene.parsed
    _, after = p.tokens_in(*time.span)
    head = anchor_of(time, scene)
    if head is None or after >= len(p) or scene.grammar.lemma(after) not in _SIDES:
        return None, None
    if p.deprels[after] not in ("mark", "case") or p.heads[after] <= after:
        return None, None
    return after, p.heads[after]


def _side(token: int, scene: Scene) -> int:
    return _SIDES[scene.grammar.lemma(token)]


def _base(
    told: int, owners: Mapping[int, list[Draft]], day_at: Mapping[int, Time], scene: Scene
) -> date | None:
    """The day that is counted from: that of what the clause hangs on, else the story's."""
    p, g = scene.parsed, scene.grammar
    for _, high in g.up(told):
        if high in day_at:
            return day_of(day_at[high])
        below = [day_at[c] for c in p.children[high] if c in day_at]
        if len(below) == 1:
            return day_of(below[0])
        if below:
            return None
        dated = [d.date for d in owners.get(high, ()) if d.dated == "own" and d.date]
        if dated:
            begin, end = (dated[0].begin or "")[:10], (dated[0].end or "")[:10]
            return date.fromisoformat(begin) if begin and begin == end else None
        if p.upos[high] == "VERB" and any(p.word(c).lower() in _UNKNOWN for c in p.children[high]):
            return None
    return scene.found.story.published


def _counted(time: Time, day: date, side: int) -> EventDate | None:
    """A day so many days or weeks off; of months and years the month and the year."""
    measured = length(time)
    if measured is None:
        return None
    number, unit = measured
    try:
        if unit in "DW":
            there = day + timedelta(days=side * number * (7 if unit == "W" else 1))
            edtf, end = there.isoformat(), there
        elif unit == "M":
            months = day.year * 12 + day.month - 1 + side * number
            there = date(months // 12, months % 12 + 1, 1)
            end = date((months + 1) // 12, (months + 1) % 12 + 1, 1) - timedelta(days=1)
            edtf = there.isoformat()[:7]
        else:
            there, end = (
                date(day.year + side * number, 1, 1),
                date(day.year + side * number, 12, 31),
            )
            edtf = there.isoformat()[:4]
    except (ValueError, OverflowError):
        return None
    if _SHORT_OF.match(time.text):
        # "Less than two months after": at any time between the two.
        month = there.month if unit == "M" else day.month
        last = min(day.day, monthrange(there.year, month)[1])
        far = there if unit in "DW" else date(there.year, month, last)
        begin, end = sorted((day, far))
        edtf = f"{begin.isoformat()}/{end.isoformat()}"
        return EventDate(edtf=edtf, begin=begin.isoformat(), end=end.isoformat(), time=time.id)
    return EventDate(edtf=edtf, begin=there.isoformat(), end=end.isoformat(), time=time.id)
