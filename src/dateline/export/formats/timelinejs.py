"""TimelineJS 3 (Knight Lab): events as slides."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any, BinaryIO

from dateline.export.columnset import ColumnSet
from dateline.export.events import Told
from dateline.export.formats.headline import headline, source
from dateline.export.formats.written import Written


def write(stream: BinaryIO, columns: ColumnSet, events: Iterable[Told]) -> Written:
    """Write TimelineJS's JSON, one slide a line; returns how many.

    An event whose date is a whole month or year is a slide of that month or year. TimelineJS shows
    HTML, so all text is escaped. Events without a date are left out, and counted. `columns` is not
    used: the parts of a slide are those of TimelineJS.
    """
    stream.write(b'{"events": [')
    count = left_out = 0
    for event in events:
        if event.days is None:
            left_out += 1
            continue
        stream.write(b",\n" if count else b"\n")
        stream.write(json.dumps(_slide(event, *event.days), ensure_ascii=False).encode())
        count += 1
    stream.write(b"\n]}\n")
    return Written(count, left_out, "without a date")


def _slide(event: Told, begin: date, until: date) -> dict[str, Any]:
    text = f"<p>{escape(event.sentence)}</p><p>{_link(event)}</p>"
    return {
        **_dates(begin, until),
        "text": {"headline": escape(headline(event)), "text": text},
        "group": event.row["type"],
        "unique_id": event.id,
        "autolink": False,
    }


def _dates(begin: date, until: date) -> dict[str, Any]:
    """Start, and end where there is one; a whole month or year is a date of that precision."""
    last = monthrange(begin.year, begin.month)[1]
    if (begin.month, begin.day) == (1, 1) and until == date(begin.year, 12, 31):
        return {"start_date": {"year": begin.year}}
    if begin.day == 1 and until == date(begin.year, begin.month, last):
        return {"start_date": {"year": begin.year, "month": begin.month}}
    dates = {"start_date": _date(begin)}
    return dates if until == begin else {**dates, "end_date": _date(until)}


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _link(event: Told) -> str:
    """The source, as a link where the story has an address of the web."""
    words, url = escape(source(event)), event.story.row["url"] or ""
    if url.startswith(("http://", "https://")):
        return f'<a href="{escape(url)}">{words}</a>'
    return words
