"""The brief of several stories: by date, what happened and who says so, sources side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from dateline.record.base import Span
from dateline.record.brief.clean import clean
from dateline.record.brief.dates import as_day, say
from dateline.record.brief.done import figures, kind, parties, when, whose
from dateline.record.brief.labels import labels
from dateline.record.brief.parts import (
    Group,
    Item,
    Outline,
    Run,
    Section,
    Words,
    capped,
    join,
    section,
)
from dateline.record.brief.said import fold, reported
from dateline.record.brief.timeline import is_background
from dateline.record.brief.together import Happening, Told, together
from dateline.record.brief.view import View
from dateline.record.claims import Statement
from dateline.record.record import Record

STORIES: Final = 500
EVENTS: Final = 500
STATEMENTS: Final = 60
"""Statements shown of one speaker and day."""
CLAIMS: Final = 100

Shown = set[tuple[int, Span | None]]
"""Sentences shown already, by story."""

_GROUPED: Final = (
    "A first grouping: reports of one type, the same parties and dates within a day stand "
    "together. It is no proof that they tell one happening. Numbers in brackets are the stories."
)


def chronicle(records: Sequence[Record]) -> Outline:
    """The outline of a chronicle. Stories are numbered by date, then in the order given."""
    views = sorted((View(record) for record in records), key=_order)
    happenings = together(views)
    sections: list[Section] = [
        *_stories(views),
        *_events(views, happenings),
        *_said(views),
        *_claims(views),
    ]
    return Outline(
        title=f"Chronicle of {len(views)} stories" if len(views) != 1 else "Chronicle of 1 story",
        standfirst="",
        facts=tuple(_facts(views, happenings)),
        sections=tuple(sections),
        footer="Read by machine: check against the stories before use.",
    )


def _facts(views: Sequence[View], happenings: list[Happening]) -> list[tuple[str, Words]]:
    days = [day for view in views if (day := as_day(view.record.document.published.value))]
    statements = sum(len(view.record.statements) for view in views)
    shared = sum(1 for h in happenings if len({told.story for told in h.told}) > 1)
    facts = [("Stories", str(len(views)))]
    if days:
        first, last = min(days), max(days)
        facts.append(("Filed", say(str(first) if first == last else f"{first}/{last}")))
    facts.append(("Statements", str(statements)))
    facts.append(("Happenings", f"{len(happenings)}, of which {shared} in more than one story"))
    return [(label, (Run(value),)) for label, value in facts]


def _order(view: View) -> tuple[bool, date]:
    day = as_day(view.record.document.published.value)
    return day is None, day or date.min


def _stories(views: Sequence[View]) -> list[Section]:
    items = []
    for number, view in enumerate(views, 1):
        facts = view.record.document
        title = clean(facts.title.text) if facts.title else "Story without a headline"
        place = clean(facts.dateline.place or "") if facts.dateline else ""
        told = [
            (Run(text, "dim"),)
            for text in (
                clean(facts.agency or facts.source or ""),
                place,
                say(facts.published.value) or "date not known",
            )
            if text
        ]
        items.append(Item((Run(title, "strong"),), f"[{number}]", (join(told),)))
    return section("The stories", [Group((), capped(items, STORIES))])


def _events(views: Sequence[View], happenings: list[Happening]) -> list[Section]:
    """Happenings by day; those long before every story that tells them are background."""
    news: dict[str, list[Item]] = {}
    background: list[Item] = []
    shown: Shown = set()
    for happening in happenings:
        item = _happening(happening, shown)
        if _is_background(happening):
            background.append(item)
        else:
            news.setdefault(item.mark, []).append(item)
    entries = [
        item if index == 0 else Item(item.words, "", item.notes)
        for items in news.values()
        for index, item in enumerate(items)
    ]
    undated = sum(1 for v in views for e in v.record.events if not (e.date and e.date.begin))
    note = _GROUPED
    if undated:
        note += f" {undated} event{'s' * (undated > 1)} without a date "
        note += f"{'are' if undated > 1 else 'is'} left out."
    return [
        *section("Day by day", [Group((), capped(entries, EVENTS))], "timeline", note),
        *section("Background", [Group((), capped(background, EVENTS))], "timeline"),
    ]


def _is_background(happening: Happening) -> bool:
    for told in happening.told:
        day = as_day(told.view.record.document.published.value)
        if day is None or not is_background(happening.begin, happening.end, day):
            return False
    return True


def _happening(happening: Happening, shown: Shown) -> Item:
    """One line for the happening, and one for each story's own wording."""
    best = max(happening.told, key=lambda t: len(t.event.actors) + len(t.event.recipients))
    event = best.event
    status = labels().statuses[event.status]
    words = join(
        [
            kind(event),
            (Run(status, "alert"),) if event.status != "occurred" else (),
            parties(best.view, event),
        ]
    )
    sources = len({told.story for told in happening.told})
    if sources > 1:
        words = (*words, Run(f" – told by {sources} stories", "dim"))
    wordings = dict.fromkeys(_told(told, shown) for told in happening.told)
    return Item(words, when(event), tuple(wordings))


def _told(told: Told, shown: Shown) -> Words:
    view, event = told.view, told.event
    at = event.trigger[0][0] if event.trigger else None
    sentence = view.sentence(at) if at is not None else None
    key = told.story, sentence
    again = key in shown  # an event's sentence is shown in full the first time only
    shown.add(key)
    wording = view.words(*sentence) if sentence and not again else view.wording(event.trigger)
    speaker = view.statements.get(event.attributed_to or "")
    who = view.source_name(speaker) if speaker else ""
    return (
        Run(f"[{told.story}] ", "dim"),
        *((Run(f"“{wording}”", "quote"),) if wording else ()),
        *((Run(f" – on the word of {who}", "dim"),) if who else ()),
    )


def _said(views: Sequence[View]) -> list[Section]:
    """Statements by speaker (name and country) and day."""
    said: dict[tuple[str, str], list[tuple[str, str, Item]]] = {}
    headings: dict[tuple[str, str], Words] = {}
    for number, view in enumerate(views, 1):
        folded = fold(view)
        for s in folded.shown:
            actor = view.actors.get(s.speaker or "")
            if actor is None:
                continue
            key = (clean(actor.name).casefold(), actor.country or "")
            if len(view.described(actor)) > len(headings.get(key, ())):
                headings[key] = view.described(actor)
            words = (*reported(view, s), Run(f" [{number}]", "dim"))
            said.setdefault(key, []).append((*_day(view, s), Item(words)))
    groups = []
    for key, entries in said.items():
        entries.sort(key=lambda entry: entry[0])
        items, last = [], ""
        for _, day, item in entries:
            items.append(Item(item.words, day if day != last else ""))
            last = day
        groups.append(Group(headings[key], capped(items, STATEMENTS)))
    return section("Who says what, day by day", groups, "timeline")


def _day(view: View, s: Statement) -> tuple[str, str]:
    """The date that a statement is sorted by, and that date in words."""
    if s.date:
        return s.date, say(s.date)
    filed = view.record.document.published.value
    return filed or "", f"filed {say(filed)}" if filed else "no date"


def _claims(views: Sequence[View]) -> list[Section]:
    """Casualty figures about the same people, one beside the other."""
    by_side: dict[str, list[Item]] = {}
    for number, view in enumerate(views, 1):
        for claim in view.record.casualties:
            who = view.name(claim.by) or "no named source"
            published = say(view.record.document.published.value)
            wording = view.wording(claim.spans)
            words: Words = (
                Run(who, "strong"),
                Run(f": {figures(claim) or 'no figure'}"),
                Run(f" [{number}] {published}", "dim"),
            )
            notes = ((Run(f"“{wording}”", "quote"),),) if wording else ()
            by_side.setdefault(whose(view, claim), []).append(Item(words, notes=notes))
    groups = [
        Group((Run(side, "strong"),), capped(items, CLAIMS)) for side, items in by_side.items()
    ]
    return section("Casualties, claim beside claim", groups)
