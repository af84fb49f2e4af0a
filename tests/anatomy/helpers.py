"""What the tests of anatomy share."""

from __future__ import annotations

from datetime import date

from dateline.anatomy.datelines import DatelineFound, find
from dateline.anatomy.dissect import dissect
from dateline.anatomy.paragraphs import split
from dateline.anatomy.story import Story
from dateline.reading.document import Document
from dateline.record import Notes

TODAY = date(2026, 11, 23)


def lay(text: str, today: date = TODAY, **known: str) -> tuple[Story, Notes]:
    """A text dissected, with the notes."""
    notes = Notes()
    return dissect(Document(text=text, **known), notes, today), notes


def parts(story: Story, kind: str) -> list[str]:
    """The wording of the segments of one kind."""
    return [story.text[s.start : s.end] for s in story.segments if s.kind == kind]


def dateline_of(text: str) -> DatelineFound | None:
    """The dateline of a text in which nothing is furniture."""
    return find(text, split(text))


def said(found: DatelineFound | None) -> tuple[str | None, str | None, str | None] | None:
    """Place, date in EDTF and agency, as the tables of examples give them."""
    if found is None:
        return None
    seen = found.date
    day = f"{seen.year or 'XXXX'}-{seen.month:02d}-{seen.day:02d}" if seen else None
    return found.place, day, found.agency
