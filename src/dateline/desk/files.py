"""The lists that can be had as files, and the files that each can be had as."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final, NamedTuple

from dateline.desk import addresses
from dateline.desk.asking import What

LISTS: Final[dict[str, What]] = {
    "stories": "stories",
    "statements": "statements",
    "events": "events",
    "incidents": "events",
    "intensity": "events",
    "formats": "formats",
}
"""What can be had, and the list whose form asks for it."""


class Kind(NamedTuple):
    """A kind of file."""

    label: str
    media: str
    style: str
    """The format of `dateline.export`."""


KINDS: Final = {
    "csv": Kind("CSV", "text/csv; charset=utf-8", "csv"),
    "jsonl": Kind("JSON Lines", "application/x-ndjson", "jsonl"),
    "parquet": Kind("Parquet", "application/vnd.apache.parquet", "parquet"),
    "geojson": Kind("GeoJSON", "application/geo+json", "geojson"),
    "ics": Kind("calendar", "text/calendar; charset=utf-8", "ical"),
    "timelinejs.json": Kind("TimelineJS", "application/json", "timelinejs"),
}
"""By the ending of the file's name."""
_TABLES: Final = frozenset(["csv", "jsonl", "parquet"])


def endings(what: str) -> tuple[str, ...]:
    """The files that `what` can be had as: tables, and for events maps and calendars too. Parquet
    only where pyarrow is installed."""
    return tuple(
        ending
        for ending in KINDS
        if (ending in _TABLES or what == "events")
        and (ending != "parquet" or find_spec("pyarrow") is not None)
    )


def links(what: str, given: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Labels and addresses of the files of a list, for what is asked now."""
    return [(KINDS[e].label, addresses.to(f"/export/{what}.{e}", *given)) for e in endings(what)]
