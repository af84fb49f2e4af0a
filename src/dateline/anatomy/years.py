"""The year of a story that gives only day and month: what the story itself says of it.

Three things speak. The weekday that goes with the story's day: a wire story says "on Thursday" of
the day in its dateline. Weekdays that stand beside other days ("Sunday, September 27"). And the
latest date that the story looks back on: it was written after that.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from dateline.anatomy import dates
from dateline.anatomy.tables import any_of

_SPAN = 30
"""Years looked back where nothing bounds them; weekdays fall on the same days after 28 at most."""
_AHEAD = re.compile(
    r"\b(?:by|until|till|through|before|next|due|will|would|shall|expected|scheduled|planned|plans"
    r"|expires?|ahead of|up to|deadline)\b[^.!?;]{0,50}$",
    re.IGNORECASE,
)
"""A date after one of these words may lie ahead of the story."""
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
    weekday: int | None
    """Of the story's day (Monday is 0)."""
    pairs: tuple[tuple[int, int, int], ...]
    """Month, day and weekday of other days."""


class Reading(NamedTuple):
    """Years that fit, best first, and why."""

    days: list[date]
    why: str
    sure: bool
    """Whether the story itself bounds the year and tells the weekday."""


@cache
def _weekday() -> re.Pattern[str]:
    names = any_of(n.capitalize() for n in dates.weekday_numbers() if n.endswith("day"))
    return re.compile(
        rf"\b(?P<day>{names})\b(?![’']s|-|\s(?:Times|Mirror|Telegraph|Mail|Express|prayers?|night))"
    )


def evidence(text: str, body: list[tuple[int, int]], today: date) -> Evidence:
    """Read the evidence in the body's spans, dates of furniture and dateline left out."""
    past, words = None, ""
    pairs = []
    weekdays: list[int] = []
    for start, end in body:
        for seen in dates.scan(text, start, end):
            if seen.weekday is not None and seen.month and seen.day and not seen.year:
                pairs.append((seen.month, seen.day, seen.weekday))
            first = _first_day(seen)
            if first is None or first > today or (past and first <= past):
                continue
            if not _AHEAD.search(text[max(start, seen.start - 60) : seen.start]):
                past, words = first, text[seen.start : seen.end]
        for match in _weekday().finditer(text, start, end):
            if _OTHER.search(text[max(start, match.start() - 12) : match.start()]) is None:
                weekdays += [dates.weekday_numbers()[match["day"].lower()]]
    return Evidence(past, " ".join(words.split()), _story_day(weekdays), tuple(pairs))


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
    """The days `month`-`day` that fit, best first. `weekday` is the one written beside them."""
    low = found.past or date(today.year - _SPAN, 1, 1)
    days = [
        d
        for year in range(low.year, today.year + 1)
        if (d := dates.make(year, month, day)) and low <= d <= today
    ]
    reasons = []
    wanted = weekday if weekday is not None else found.weekday
    kept = _on_weekday(days, wanted, 0)
    fits = bool(kept)
    if wanted is not None and kept:
        how = "written beside the date" if weekday is not None else "the story's day"
        reasons.append(f"{_name(wanted)} is {how}")
    if not kept and weekday is None and wanted is not None:
        # Filed after midnight, or told of the day before.
        kept = _on_weekday(days, wanted, 1)
        if kept:
            reasons.append(f"{_name(wanted)} is the day before")
    days = kept or days
    paired = [d for d in days if _pairs_fit(d, found.pairs)]
    if found.pairs and paired:
        days = paired
        reasons.append("the weekdays beside other dates agree")
    if found.past:
        reasons.append(f'"{found.past_words}" is the latest date that the story looks back on')
    else:
        days.reverse()
        reasons.append("no past year bounds it, so the latest that fits is taken")
    known = wanted is not None or bool(found.pairs and paired)
    return (
        Reading(days, "; ".join(reasons), fits and found.past is not None)
        if (known or found.past)
        else Reading(days, "nothing in the story tells the year", False)
    )


def _on_weekday(days: list[date], weekday: int | None, back: int) -> list[date]:
    """The days that, `back` days earlier, fall on the weekday."""
    return [d for d in days if weekday is not None and (d - timedelta(back)).weekday() == weekday]


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
