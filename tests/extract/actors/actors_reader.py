"""Reads a story of the tests up to its actors, with the language model that ships."""

from __future__ import annotations

import re

from dateline.anatomy.story import Segment, Story
from dateline.extract import actors, places
from dateline.extract.found import Found
from dateline.language import parse
from dateline.record import Actor, DatelineLine, DocumentFacts


def found_in(text: str, dateline: str | None = None, title: bool = False) -> Found:
    """A text's places and actors. `dateline` is its opening place; `title` that line one is one."""
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
    found.actors = actors.extract(found)
    return found


def actor(found: Found, name: str) -> Actor:
    """The one actor of a name."""
    hits = [a for a in found.actors if a.name == name]
    assert len(hits) == 1, f"{name} not one of {[a.name for a in found.actors]}"
    return hits[0]


def said(found: Found, who: Actor) -> list[tuple[str, str]]:
    """The wordings of an actor's mentions, with how."""
    text = found.story.text
    return [(text[m.span[0] : m.span[1]], m.how) for m in who.mentions]
