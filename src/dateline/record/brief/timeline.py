"""The timeline: what the story dates, in the order of dates, background apart from the news."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from dateline.record.base import Span
from dateline.record.brief.dates import as_day, say
from dateline.record.brief.done import kind, parties, when
from dateline.record.brief.parts import Group, Item, Run, Section, Words, capped, join, section
from dateline.record.brief.said import Folded
from dateline.record.brief.view import View
from dateline.record.claims import Statement

BACKGROUND: Final = timedelta(days=30)
"""What ended longer than this before publication is history, not news."""

LIMIT: Final = 100
"""Entries shown of each part."""


_AFTER_EVENTS: Final = 1 << 60


class Entry(NamedTuple):
    """A dated line."""

    begin: date
    end: date
    order: int
    """Position in the text, for equal dates."""
    said: str
    """The date in words."""
    words: Words


def timeline(view: View, folded: Folded) -> list[Section]:
    """Events, statements by day, and times that neither accounts for."""
    entries = [*_events(view), *_statements(view, folded), *_times(view)]
    entries.sort(key=lambda e: (e.begin, e.end, e.order))
    published = as_day(view.record.document.published.value)
    if published is None:
        groups = [Group((), _items(entries))]
    else:
        old = [e for e in entries if is_background(e.begin, e.end, published)]
        new = [e for e in entries if not is_background(e.begin, e.end, published)]
        groups = [
            Group((Run("Background", "strong"),), _items(old)),
            Group((Run("The news", "strong"),), _items(new)),
        ]
    return section("Timeline", groups, "timeline")


def is_background(begin: date, end: date, published: date) -> bool:
    """Whether what lasted from `begin` to `end` is history to a story of that day.

    What is still going on (`end` is date.max) counts from its beginning.
    """
    return (begin if end == date.max else end) < published - BACKGROUND


def _items(entries: list[Entry]) -> tuple[Item, ...]:
    """Entries with a date said once for all that share it."""
    items = []
    last = ""
    for entry in entries:
        items.append(Item(entry.words, mark=entry.said if entry.said != last else ""))
        last = entry.said
    return capped(items, LIMIT)


def _bounds(begin: str | None, end: str | None) -> tuple[date, date] | None:
    first, last = as_day(begin), as_day(end)
    if first is None and last is None:
        return None
    if first is None:
        return last or date.min, last or date.max
    return first, last or date.max  # an open end: still going on


def _events(view: View) -> list[Entry]:
    entries = []
    for event in view.record.events:
        bounds = event.date and _bounds(event.date.begin, event.date.end)
        if not bounds:
            continue
        order = event.trigger[0][0] if event.trigger else 0
        trigger = view.wording(event.trigger)
        quote: Words = (Run(f"“{trigger}”", "quote"),) if trigger else ()
        line = join([kind(event), parties(view, event), quote])
        words = (*line, Run(" ("), *view.number(event.id), Run(")"))
        entries.append(Entry(*bounds, order, when(event), words))
    return entries


def _statements(view: View, folded: Folded) -> list[Entry]:
    """One line for each date: who speaks, with the numbers of the statements."""
    days: dict[str, dict[str, list[Statement]]] = {}
    for s in view.record.statements:
        who = view.source_name(s)
        if s.date and as_day(s.date) and who and folded.parent(s) is None:
            days.setdefault(s.date, {}).setdefault(who, []).append(s)
    entries = []
    for said, speakers in days.items():
        day = as_day(said) or date.min
        each = []
        for who, statements in speakers.items():
            numbers = join([view.number(s.id) for s in statements], ", ")
            each.append((Run(who, "strong"), Run(" ("), *numbers, Run(")")))
        words = (Run("Statements by "), *join(each, ", "))
        entries.append(Entry(day, day, _AFTER_EVENTS, say(said), words))
    return entries


def _times(view: View) -> list[Entry]:
    """Dated times whose sentence no dated event or statement stands for, with that sentence."""
    told = {e.date.time for e in view.record.events if e.date}
    covered: set[tuple[Span | None, str | None]] = set()
    for event in view.record.events:
        if event.trigger and event.date and event.date.begin:
            covered.add((view.sentence(event.trigger[0][0]), event.date.begin))
    for s in view.record.statements:
        for start, _ in (*s.cue, *s.content):
            covered.add((view.sentence(start), s.date))
    line = view.record.document.dateline
    shown: set[Span | None] = set()
    entries = []
    for time in view.record.times:
        bounds = _bounds(time.begin, time.end)
        at = time.span[0]
        sentence = view.sentence(at)
        if not bounds or time.type in ("DURATION", "SET") or time.id in told:
            continue
        if (line and line.span[0] <= at < line.span[1]) or (sentence, time.begin) in covered:
            continue
        if sentence and sentence not in shown:
            words = view.words(*sentence)
        else:  # the sentence stands at another of its dates already
            words = f"… {view.words(*time.span)} …"
        shown.add(sentence)
        said = say(time.edtf or time.value)
        entries.append(Entry(*bounds, at, said, (Run(f"“{words}”", "quote"),)))
    return entries
