"""The year of a story that gives only day and month: what the story itself says of it.

Three things speak. The weekday that goes with the story's day: a wire story says "on Thursday" of
the day in its dateline. Weekdays that stand beside other days ("Sunday, September 27"). And the
latest date that the story looks back on: it was written after that.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from typing import NamedTuple

from dateline.anatomy import dates
from dateline.anatomy.tables import any_of

_ARCHIVES = 1990
"""Stories that a computer holds were hardly written before; older years bound nothing."""
_CLAUSE = 160
"""How far a date's sentence is looked at, in characters to each side."""
_AHEAD = re.compile(
    r"\b(?:will|shall|plans? (?:to|for)|planned|aims? to|hopes? to|(?:is|are) (?:due|set|to)"
    r"|due (?:to|in|by)|scheduled|expect(?:s|ed|ing)? (?:to|in|by|that)|forecasts?|projected"
    r"|targets?|goals?|deadline|candida\w+|bid|bids|bidding|by the (?:end|middle|start|year)"
    r"|by (?=(?:19|20)\d\d)|until|next|upcoming|would|could|may|might)\b",
    re.IGNORECASE,
)
"""A sentence with one of these may speak of a day ahead."""
_PROMISED = re.compile(r"\b(?:will|plans? to|planned|aims? to|scheduled|due (?:to|in|by))\b")
"""A sentence with one of these does."""
_LOOKS_BACK = re.compile(
    r"\b(?:in|since|from|of|on|during|between|and|for|after|early|late|mid|summer|spring|autumn|fall"
    r"|winter)[\s-](?:the\s|early\s|late\s|mid-)?$",
    re.IGNORECASE,
)
"""What stands before a year that dates something; "the 2008 games" may be ahead."""
_OTHER = re.compile(
    r"(?i:\b(?:last|next|every|each|since|until|till|by|from|through|before|after|previous|following"
    r"|coming|past|bloody|black|good|easter|palm|holy|super|a)\s$)"
)
"""A weekday after one of these words is not the story's day."""


class Evidence(NamedTuple):
    """What a story says of its year."""

    past: date | None
    """The first day of the latest date that the story looks back on."""
    past_words: str
    ahead: date | None
    """The first day of the earliest date that the story looks forward to."""
    ahead_words: str
    weekday: int | None
    """Of the story's day (Monday is 0)."""
    pairs: tuple[tuple[int, int, int], ...]
    """Month, day and weekday of other days."""


class Reading(NamedTuple):
    """Years that fit, best first, and why."""

    days: list[date]
    why: str
    known: bool
    """Whether anything in the story speaks of the year."""
    sure: bool
    """Whether it tells the weekday and bounds the year."""


@cache
def _weekday() -> re.Pattern[str]:
    names = any_of(n.capitalize() for n in dates.weekday_numbers() if n.endswith("day"))
    return re.compile(
        rf"\b(?P<day>{names})\b(?![’']s|-|\s(?:Times|Mirror|Telegraph|Mail|Express|prayers?|night))"
    )


def evidence(text: str, body: list[tuple[int, int]], today: date) -> Evidence:
    """Read the evidence in the body's spans, dates of furniture and dateline left out."""
    past: tuple[date, str] | None = None
    ahead: tuple[date, str] | None = None
    pairs = []
    weekdays: list[int] = []
    told: set[int] = set()
    for start, end in body:
        for seen in dates.scan(text, start, end):
            told.add(seen.start)
            if seen.weekday is not None and seen.month and seen.day and not seen.year:
                pairs.append((seen.month, seen.day, seen.weekday))
            first = _first_day(seen)
            if first is None or first > today or first.year < _ARCHIVES:
                continue
            words = " ".join(text[seen.start : seen.end].split())
            sentence = _sentence(text, start, seen, end)
            if _AHEAD.search(sentence) is None:
                backward = seen.month or _LOOKS_BACK.search(
                    text[max(start, seen.start - 20) : seen.start]
                )
                if backward and (past is None or first > past[0]):
                    past = first, words
            elif _PROMISED.search(sentence) and (ahead is None or first < ahead[0]):
                ahead = first, words
        for match in _weekday().finditer(text, start, end):
            # "Sunday, September 27" speaks of that day.
            if match.start() in told:
                continue
            if _OTHER.search(text[max(start, match.start() - 12) : match.start()]) is None:
                weekdays += [dates.weekday_numbers()[match["day"].lower()]]
    if past and ahead and ahead[0] < past[0]:
        ahead = None
    back = past or (None, "")
    forth = ahead or (None, "")
    return Evidence(
        past=back[0],
        past_words=back[1],
        ahead=forth[0],
        ahead_words=forth[1],
        weekday=_story_day(weekdays),
        pairs=tuple(pairs),
    )


def _sentence(text: str, start: int, seen: dates.Seen, end: int) -> str:
    """The sentence around a date, as far as it is looked at."""
    low = max(start, seen.start - _CLAUSE)
    high = min(end, seen.end + _CLAUSE)
    left = max(text.rfind(". ", low, seen.start), text.rfind("\n", low, seen.start), low)
    right = text.find(". ", seen.end, high)
    return text[left : right if right >= 0 else high]


def _first_day(seen: dates.Seen) -> date | None:
    if seen.year is None:
        return None
    return dates.make(seen.year, seen.month or 1, seen.day or 1)


def _story_day(weekdays: list[int]) -> int | None:
    """The weekday of the story's day: the first that is named, unless another is named far more."""
    if not weekdays:
        return None
    most, count = Counter(weekdays).most_common(1)[0]
    return most if count >= 2 * weekdays.count(weekdays[0]) + 1 else weekdays[0]


def fit(month: int, day: int, weekday: int | None, found: Evidence, today: date) -> Reading:
    """The days `month`-`day` that fit, best first. `weekday` is the one written beside them.

    With a past date the nearest after it is best, without one the latest.
    """
    low = found.past or date(_ARCHIVES, 1, 1)
    top = min(today, date(found.ahead.year, 12, 31)) if found.ahead else today
    days = [
        d
        for year in range(low.year, top.year + 1)
        if (d := dates.make(year, month, day)) and low <= d <= top
    ]
    if found.past is None:
        days.reverse()
    wanted = weekday if weekday is not None else found.weekday
    reasons = []
    if wanted is not None:
        same = [d for d in days if d.weekday() == wanted]
        # A story filed after midnight tells of the day before.
        before = [d for d in days if (d.weekday() - 1) % 7 == wanted and weekday is None]
        days = same + before or days
        if same:
            how = "is written beside the date" if weekday is not None else "is the story's day"
            reasons.append(f"{_name(wanted)} {how}")
        elif before:
            reasons.append(f"{_name(wanted)} is the day before")
    paired = [d for d in days if _pairs_fit(d, found.pairs)] if found.pairs else []
    if paired:
        days = paired
        reasons.append("the weekdays beside other dates agree")
    told = bool(reasons)
    if found.past:
        reasons.append(f'"{found.past_words}" is the latest date that the story looks back on')
    if found.ahead:
        reasons.append(f'it looks forward to "{found.ahead_words}"')
    if not reasons:
        return Reading(days, "nothing in the story tells it", False, False)
    if found.past is None:
        reasons.append("no past year bounds it, so the latest that fits is taken")
    return Reading(days, "; ".join(reasons), True, told and found.past is not None)


def _pairs_fit(day: date, pairs: tuple[tuple[int, int, int], ...]) -> bool:
    """Whether each pair's day nearest to `day` falls on the pair's weekday."""
    for month, number, weekday in pairs:
        near = [dates.make(day.year + shift, month, number) for shift in (-1, 0, 1)]
        closest = min((d for d in near if d), key=lambda d: abs(d - day), default=None)
        if closest is None or closest.weekday() != weekday:
            return False
    return True


def _name(weekday: int) -> str:
    return next(n.capitalize() for n, v in dates.weekday_numbers().items() if v == weekday)
