"""Reading short stories for the tests of events: what was found, in words."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from dateline.anatomy.story import Segment, Story
from dateline.extract.found import Found
from dateline.language.parsed import Parsed, Sentence
from dateline.pipeline import examine
from dateline.reading.document import Document
from dateline.record import DocumentFacts, Event

PUBLISHED = "2021-06-10"  # a Thursday
RAIN = " Rain fell on Thursday."
"""No event, but it makes the day of publication one of the story's."""


class Told(NamedTuple):
    """An event in words."""

    type: str
    mode: str | None
    actors: set[str]
    recipients: set[str]
    status: str
    date: str | None
    places: set[str]
    trigger: str


@cache
def read(text: str, day: str | None = PUBLISHED) -> Found:
    """A story through the pipeline."""
    return examine(Document(text=text, date=day), date(2026, 11, 23))


def told(text: str, type_: str | None = None) -> list[Told]:
    """The events of a text, or those of one type."""
    found = read(text)
    return [_told(found, e) for e in found.events if type_ in (None, e.type)]


def one(text: str, type_: str) -> Told:
    """The only event of a type."""
    events = told(text, type_)
    assert len(events) == 1, (type_, told(text))
    return events[0]


def types(text: str) -> list[str]:
    """The types of the events, in text order."""
    return [e.type for e in told(text)]


def _told(found: Found, event: Event) -> Told:
    places = {p.id: p.name for p in found.places}
    return Told(
        event.type,
        event.mode,
        {found.actor_by_id[a].name for a in event.actors},
        {found.actor_by_id[a].name for a in event.recipients},
        event.status,
        event.date.edtf if event.date else None,
        {places[p] for p in event.places},
        " ".join(found.story.text[s:e] for s, e in event.trigger),
    )


def chain(word: str, upos: str, xpos: str, relation: str, length: int) -> Found:
    """A degenerate story: one sentence in which every word hangs on the one before it."""
    text = " ".join([word] * length)
    step = len(word) + 1
    segment = Segment(0, len(text), "body")
    parsed = Parsed(
        text=text,
        starts=[i * step for i in range(length)],
        ends=[i * step + len(word) for i in range(length)],
        lemmas=[word] * length,
        upos=[upos] * length,
        xpos=[xpos] * length,
        heads=[max(0, i - 1) for i in range(length)],
        deprels=["root"] + [relation] * (length - 1),
        sentences=[Sentence(0, length, segment)],
    )
    return Found(Story(text=text, facts=DocumentFacts(), segments=[segment]), parsed)
