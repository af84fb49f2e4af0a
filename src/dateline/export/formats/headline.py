"""An event in a line, for calendars and timelines."""

from __future__ import annotations

from dateline.export.events import Told
from dateline.record.brief.labels import labels


def headline(event: Told) -> str:
    """What, between whom, where, and whether it happened: `shelling: A → B, Town (planned)`."""
    sides = [", ".join(p.name for p in side) for side in (event.actors, event.recipients) if side]
    parts = ": ".join(part for part in (event.label, " → ".join(sides)) if part)
    place = f", {event.place.name}" if event.place else ""
    status = event.row["status"]
    note = "" if status == "occurred" else f" ({labels().statuses.get(status, status)})"
    return f"{parts}{place}{note}"


def source(event: Told) -> str:
    """On whose word, and the story: outlet, day, headline."""
    row = event.story.row
    told = ", ".join(part for part in (row["outlet"], row["day"], row["title"]) if part)
    by = f"On the word of {event.said_by}. " if event.said_by else ""
    return f"{by}Source: {told or row['name']}"
