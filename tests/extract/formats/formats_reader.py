"""Reads a story of the tests up to its formats, with the language model that ships."""

from __future__ import annotations

import re

from dateline.anatomy.story import Segment, Story
from dateline.extract import actors, formats, places, times
from dateline.extract.found import Found
from dateline.language import parse
from dateline.record import DatelineLine, DocumentFacts, Format


def found_in(text: str, dateline: str | None = None, title: bool = False) -> Found:
    """A text with its formats. `dateline` is its opening place; `title` that line one is one."""
    facts = DocumentFacts()
    segments = []
    for number, match in enumerate(re.finditer(r"[^\n]+", text)):
        start, end = match.span()
        if dateline and text.startswith(dateline, start):
            facts.dateline = DatelineLine(span=(start, start + len(dateline)), place=dateline)
            start = text.index("- ", start) + 2
        segments.append(Segment(start, end, "title" if title and number == 0 else "body"))
    found = Found(Story(text, facts, segments), parse(text, segments))
    found.times = times.extract(found)
    found.places = places.extract(found)
    found.actors = actors.extract(found)
    found.formats = formats.extract(found)
    return found


def members(found: Found, one: Format) -> list[tuple[str, str | None]]:
    """The members of a format by name, with their roles."""
    return [(found.actor_by_id[m.actor].name, m.role) for m in one.members]
