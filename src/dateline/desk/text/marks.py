"""The marks of a record: which words carry which value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.record import Record, Span

LAYERS: Final = {
    "statements": "Statements",
    "events": "Events",
    "casualties": "Casualties",
    "times": "Times",
    "places": "Places",
    "actors": "Actors",
    "more": "Formats, territory, warnings",
}
"""What may be switched on and off, in the order shown."""


class Mark(NamedTuple):
    """Words that carry a value."""

    start: int
    end: int
    layer: str
    value: str
    """The value's id; for the n-th warning, which has none, `warning-n`."""
    part: str = ""
    """Which part of the value they carry: of a statement its source, cue or content."""

    @property
    def length(self) -> int:
        """Characters."""
        return self.end - self.start


def marks(record: Record) -> list[Mark]:
    """All marks of a record, in the order of the text; empty spans and such outside it left out."""
    end = len(record.text)
    found = [m for m in _all(record) if 0 <= m.start < m.end <= end]
    return sorted(found, key=lambda m: (m.start, -m.end))


def _all(record: Record) -> Iterator[Mark]:
    for said in record.statements:
        parts = {"source": said.source, "cue": said.cue, "content": said.content}
        for part, spans in parts.items():
            for start, end in spans:
                yield Mark(start, end, "statements", said.id, part)
    for event in record.events:
        yield from _each("events", event.id, event.trigger)
    for casualty in record.casualties:
        yield from _each("casualties", casualty.id, casualty.spans)
    for time in record.times:
        yield Mark(*time.span, "times", time.id)
    for place in record.places:
        yield Mark(*place.span, "places", place.id)
    for actor in record.actors:
        for mention in actor.mentions:
            yield Mark(*mention.span, "actors", actor.id, mention.how)
    for other in (*record.formats, *record.territories):
        yield from _each("more", other.id, other.evidence())
    for number, caution in enumerate(record.warnings):
        if caution.span:
            yield Mark(*caution.span, "more", f"warning-{number}")


def _each(layer: str, value: str, spans: list[Span]) -> Iterator[Mark]:
    for start, end in spans:
        yield Mark(start, end, layer, value)
