"""Reads a story of the tests up to its places, with the language model that ships."""

from __future__ import annotations

import re

from dateline.anatomy.story import Segment, Story
from dateline.extract import places
from dateline.extract.found import Found
from dateline.language import parse
from dateline.record import DatelineLine, DocumentFacts, Place


def found_in(text: str, dateline: str | None = None, title: bool = False) -> Found:
    """A text's places. `dateline` is its opening place; `title` that line one is one."""
    facts = DocumentFacts()
    segments = []
    for number, match in enumerate(re.finditer(r"[^\n]+", text)):
        start, end = match.span()
        if dateline and text.startswith(dateline, start):
            facts.dateline = DatelineLine(span=(start, start + len(dateline)), place=dateline)
            start = text.index("- ", start) + 2
        segments.append(Segment(start, end, "title" if title and number == 0 else "body"))
    found = Found(Story(text, facts, segments), parse(text, segments))
    found.places = places.extract(found)
    return found


def place(found: Found, text: str) -> Place:
    """The first place of a wording."""
    return next(p for p in found.places if p.text == text)
