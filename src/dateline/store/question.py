"""A question to a chronicle: what is looked for, in the terms of its users."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from dateline.errors import QueryError

_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """All parts that are given must hold. What a part is compared with depends on what is asked
    for: `since` and `until` are days of publication for stories, of saying for statements, and of
    happening for events."""

    words: str | None = None
    """Words of the story (of the content, for statements): see `terms.py`."""
    actor: str | None = None
    """Somebody who appears in the story, speaks or is spoken to, acts or is acted upon."""
    pair: tuple[str, str] | None = None
    """Two who stand on the two sides of an event, either way round."""
    type: str | None = None
    """A PLOVER type."""
    status: str | None = None
    """Of an event: occurred, planned, ..."""
    place: str | None = None
    by: str | None = None
    """Who speaks."""
    to: str | None = None
    """Who is spoken to."""
    under: str | None = None
    """A mediation format: that the story names, or that takes part in the event or holds it."""
    source: str | None = None
    """Part of the name of the agency or outlet."""
    since: str | None = None
    """First ISO day; a year or month means its first day."""
    until: str | None = None
    """Last ISO day; a year or month means its last day."""
    limit: int = 50
    offset: int = 0

    def days(self) -> tuple[str | None, str | None]:
        """First and last ISO day. Raises QueryError where one is no date."""
        since = _bound(self.since, last=False)
        until = _bound(self.until, last=True)
        if since and until and since > until:
            raise QueryError(f"{self.since} is later than {self.until}")
        return since, until


def _bound(text: str | None, *, last: bool) -> str | None:
    if text is None:
        return None
    match = _DAY.fullmatch(text.strip())
    if match is None:
        raise QueryError(f"{text!r} is no date (YYYY, YYYY-MM or YYYY-MM-DD)")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101 - the pattern has it
    month = month or (12 if last else 1)
    if not (1 <= month <= 12 and year):
        raise QueryError(f"{text!r} is no date: there is no month {month}")
    longest = monthrange(year, month)[1]
    day = day or (longest if last else 1)
    if not 1 <= day <= longest:
        raise QueryError(f"{text!r} is no date: that month has {longest} days")
    return f"{year:04}-{month:02}-{day:02}"
