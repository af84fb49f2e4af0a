"""Incidents as an export has them: one row for each happening, however many stories tell it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from dateline.chronicle.incidents import IncidentFound, incidents
from dateline.link.incidents import Claim, Voice
from dateline.store import Question

PAGE: Final = 200
"""Incidents that are fetched at a time."""


def told(db: sqlite3.Connection, question: Question) -> Iterator[dict[str, Any]]:
    """The incidents that fit, in the order of happening."""
    offset = 0
    while True:
        found = list(incidents(db, replace(question, limit=PAGE, offset=offset)))
        yield from map(_flat, found)
        if len(found) < PAGE:
            return
        offset += PAGE


def _flat(found: IncidentFound) -> dict[str, Any]:
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
