"""iCalendar (RFC 5545): events as entries of whole days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import BinaryIO, Final

from dateline.export.columnset import ColumnSet
from dateline.export.events import Told
from dateline.export.formats.headline import headline, source
from dateline.export.formats.written import Written
from dateline.export.version import PRODUCT

OCTETS: Final = 75
"""Of a line, its end not counted (RFC 5545, 3.1)."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def write(stream: BinaryIO, columns: ColumnSet, events: Iterable[Told]) -> Written:
    """Write a calendar with an entry for each event that has a date; returns how many.

    Nothing of an entry takes up time (TRANSP). What did not happen, or not yet, is TENTATIVE.
    `columns` is not used: the parts of an entry are those of the standard.
    """
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Dateline//{PRODUCT}//EN"]
    _put(stream, [*head, "CALSCALE:GREGORIAN"])
    count = left_out = 0
    for event in events:
        if event.days is None:
            left_out += 1
            continue
        _put(stream, _entry(event, *event.days))
        count += 1
    _put(stream, ["END:VCALENDAR"])
    return Written(count, left_out, "without a date")


def _entry(event: Told, begin: date, until: date) -> Iterator[str]:
    row, story, place = event.row, event.story.row, event.place
    added = datetime.fromisoformat(story["added"]).astimezone(UTC)
    happened = row["status"] in ("occurred", "ongoing")
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@dateline"
    yield f"DTSTAMP:{added:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(begin)}"
    if until < date.max:
        yield f"DTEND;VALUE=DATE:{_day(until + timedelta(days=1))}"
    yield f"SUMMARY:{_text(headline(event))}"
    yield f"DESCRIPTION:{_text(event.sentence + chr(10) + source(event))}"
    if place:
        yield f"LOCATION:{_text(', '.join(spot.name for spot in event.places))}"
        if place.lat is not None:
            yield f"GEO:{place.lat};{place.lon}"
    yield "CATEGORIES:" + ",".join(_text(c) for c in (row["type"], row["mode"]) if c)
    if story["url"]:
        yield f"URL:{''.join(story['url'].split())}"
    yield f"STATUS:{'CONFIRMED' if happened else 'TENTATIVE'}"
    yield f"X-DATELINE-STATUS:{_text(row['status'])}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"  # strftime does not pad early years


def _text(text: str) -> str:
    """A TEXT value: what has a meaning of its own is escaped, control characters go."""
    kept = "".join(c for c in text if c == "\n" or c.isprintable() or c.isspace())
    return kept.translate(_ESCAPES)


def _put(stream: BinaryIO, lines: Iterable[str]) -> None:
    for line in lines:
        stream.write(b"\r\n ".join(_folded(line)) + b"\r\n")


def _folded(line: str) -> list[bytes]:
    """The line in pieces of at most 75 octets (74 after a fold's space), no character cut."""
    pieces, piece, room = [], b"", OCTETS
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            piece, room = b"", OCTETS - 1
        piece += octets
    return [*pieces, piece]
