"""Incidents as an export has them: one row for each happening, however many stories tell it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from dateline.chronicle.incidents import IncidentFound, incidents
from dateline.export.events import Told
from dateline.export.story import Story
from dateline.link.incidents import Claim, Voice
from dateline.store import Question
from dateline.store.bodies import Bodies

PAGE: Final = 200
"""Incidents that are fetched at a time."""


class Incident:
    """One happening, with its tellings opened when they are asked for."""

    def __init__(self, db: sqlite3.Connection, bodies: Bodies, found: IncidentFound) -> None:
        self._db = db
        self._bodies = bodies
        self.found = found

    @property
    def row(self) -> dict[str, str]:
        """What the columns choose by."""
        return {"status": self.found.status}

    @cached_property
    def tellings(self) -> list[Told]:
        """The tellings, in the order of publication."""
        return [self._told(source.event) for source in self.found.sources]

    def _told(self, event: int) -> Told:
        row = self._db.execute("SELECT * FROM event WHERE id = ?", (event,)).fetchone()
        of = self._db.execute("SELECT * FROM story WHERE id = ?", (row["story"],)).fetchone()
        story = Story(self._db, self._bodies, of)
        return Told(story, row, story.body.value(row["ref"]))


def told(db: sqlite3.Connection, question: Question) -> Iterator[Incident]:
    """The incidents that fit, in the order of happening."""
    bodies = Bodies(db)
    offset = 0
    while True:
        found = list(incidents(db, replace(question, limit=PAGE, offset=offset)))
        yield from (Incident(db, bodies, one) for one in found)
        if len(found) < PAGE:
            return
        offset += PAGE


def flat(incident: Incident) -> dict[str, Any]:
    """The fields of an incident: what `columns/incidents.dateline.tsv` describes."""
    found = incident.found
    best = max(found.sources, key=lambda s: (s.status == found.status, len(s.sentence)))
    return {
        "incident": found.incident,
        "type": found.type,
        "mode": found.mode,
        "status": found.status,
        "begin": found.begin,
        "end": found.end,
        "dated": found.dated,
        "actors": list(found.actors),
        "recipients": list(found.recipients),
        "places": list(found.places),
        "stories": found.stories,
        "independent": found.independent,
        "asserted_by": _names(found.asserted_by),
        "denied_by": _names(found.denied_by),
        "claims": [_claim(claim) for claim in found.claims],
        "sentence": best.sentence,
        "sources": list(dict.fromkeys(str(s.story) for s in found.sources)),
        "outlets": list(dict.fromkeys(s.outlet for s in found.sources if s.outlet)),
        "why": list(found.why),
    }


def _names(voices: tuple[Voice, ...]) -> list[str]:
    return [voice.party.name for voice in voices]


def _claim(claim: Claim) -> str:
    """A claim in one text: `killed 3..5 (civilian) of ARM, says Armenia`."""
    least, most = ("" if n is None else str(n) for n in (claim.least, claim.most))
    category = f" ({claim.category})" if claim.category else ""
    side = f" of {claim.side}" if claim.side else ""
    return f"{claim.what} {least}..{most}{category}{side}, says {claim.by}"
