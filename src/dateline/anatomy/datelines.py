"""The dateline: where a story was filed, when, by which agency.

The shapes and what makes them credible stand in `dateline.yaml`; this module says where to look
and judges the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.anatomy import dates
from dateline.anatomy.agencies import canonical
from dateline.anatomy.credible import DASH, credible, known_city, never_a_place
from dateline.anatomy.shapes import Shape, anchor, gate, shapes

Span = tuple[int, int]

_LOOK = 3000
"""A dateline begins within this many characters of the first paragraph's start."""
_WINDOW = 130
"""The longest stretch between the start of a dateline and its agency or dash."""
_WEAK = frozenset(
    (
        "place-dash",
        "place-colon",
        "agency-alone",
        "bare-agency-alone",
        "place-date-line",
        "place-dash-line",
    )
)
"""Shapes that are taken in the first paragraphs only."""
_WEAK_PARAGRAPHS = 6
# One code point for one, so that offsets stay: spaces of all kinds become the plain one.
_SPACES = {ord(c): " " for c in "\xa0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\x85"}
_WORD = re.compile(r"(?<=\s)(?:[^\sa-z]|[aeu][lnrst]-)")


class DatelineFound(NamedTuple):
    """A dateline as it was read."""

    span: Span
    paragraph: int
    """Index of the paragraph that holds it."""
    place: str | None
    """As written; several cities joined by `/`."""
    date: dates.Seen | None
    agency: str | None
    """Canonical where the table knows it, else as written."""
    shape: str
    """Row of `dateline.yaml`."""


def find(text: str, paragraphs: list[Span]) -> DatelineFound | None:
    """The first dateline near the head of a text.

    `paragraphs` are the spans to look in, furniture left out. A shape that stands at a
    paragraph's start goes before one inside the same paragraph.
    """
    if not paragraphs:
        return None
    limit = paragraphs[0][0] + _LOOK
    for index, (start, end) in enumerate(paragraphs):
        if start > limit:
            break
        # Line breaks inside a paragraph are layout.
        head = text[start : min(end, start + _LOOK)].replace("\n", " ").replace("\t", " ")
        head = head if head.isascii() else head.translate(_SPACES)
        found = _at(head, 0, index, True) or _inside(head, index)
        if found:
            a, b = found.span
            date = found.date
            if date:
                date = date._replace(start=date.start + start, end=date.end + start)
            found = found._replace(span=(a + start, b + start), date=date)
            return _with_agency_line(found, text, paragraphs) if b == end - start else found
    return None


def _with_agency_line(found: DatelineFound, text: str, paragraphs: list[Span]) -> DatelineFound:
    """A dateline whose agency stands on a line of its own below it (Trend)."""
    if found.agency or found.paragraph + 1 >= len(paragraphs):
        return found
    start, end = paragraphs[found.paragraph + 1]
    agency = canonical(text[start:end].strip("/ .:")) if end - start <= 40 else None
    if agency is None:
        return found
    return found._replace(span=(found.span[0], end), paragraph=found.paragraph + 1, agency=agency)


def _inside(head: str, paragraph: int) -> DatelineFound | None:
    """A dateline that follows a headline, a standfirst or a byline in one paragraph.

    Of several starts the farthest whose place is in the table wins, else the farthest.
    """
    for holds in anchor().finditer(head):
        unsure = None
        for start in _starts(head, holds.start()):
            found = _at(head, start, paragraph, False)
            if found is None or found.span[1] <= holds.start():
                continue
            if found.place is None or known_city(found.place):
                return unsure if unsure and found.place is None else found
            unsure = unsure or found
        if unsure:
            return unsure
    return None


def _starts(head: str, holds: int) -> Iterator[int]:
    """Where a dateline whose agency or dash is at `holds` may begin, farthest first."""
    for match in _WORD.finditer(head, max(1, holds - _WINDOW), holds + 1):
        yield match.start()


def _at(head: str, start: int, paragraph: int, first: bool) -> DatelineFound | None:
    """The dateline that begins at `start`, or None."""
    if not gate().match(head, start):
        return None
    # No pattern reaches farther than this; `$` means the paragraph's end.
    end = min(len(head), start + 2 * _WINDOW)
    for shape in shapes():
        if not first and shape.at == "start":
            continue
        if shape.name in _WEAK and paragraph >= _WEAK_PARAGRAPHS:
            continue
        match = shape.pattern.match(head, start, end)
        if match and (end == len(head) or match.end() < end):
            found = _judge(shape, match, head, first)
            if found:
                return found._replace(paragraph=paragraph)
    return None


def _judge(shape: Shape, match: re.Match[str], head: str, first: bool) -> DatelineFound | None:
    """The dateline that a match says, if it is credible where it stands."""
    group = match.groupdict()
    before = "" if first else head[: match.start()]
    if group.get("city") is not None:
        region = group.get("region") or group.get("boxed")
        if not credible(shape, group["city"], region, before):
            return None
    elif shape.name == "bare-agency-alone" and never_a_place(group["agency"]):
        return None
    elif shape.name == "agency-alone" and before and not DASH.search(match[0]):
        # An agency in brackets inside a text credits a picture or a quotation.
        return None
    return _found(shape, match)


def _found(shape: Shape, match: re.Match[str]) -> DatelineFound:
    group = match.groupdict()
    city, agency, written = group.get("city"), group.get("agency"), group.get("date")
    seen = None
    if written:
        at = match.start("date")
        seen = next((s for s in dates.scan(written) if s.day), None)
        seen = seen and seen._replace(start=seen.start + at, end=seen.end + at)
    place = None
    if city:
        cities = re.split(r"\s?[/&]\s?", city) + [c for c in (group.get("other"),) if c]
        place = "/".join(" ".join(part.strip(" .-").split()) for part in cities)
    if agency:
        agency = canonical(agency) or " ".join(agency.split())
    # The dash or the bracket ends it, not the space after it.
    end = match.start() + len(match[0].rstrip())
    return DatelineFound((match.start(), end), 0, place, seen, agency, shape.name)
