"""Mediation formats as an export has them: one row for each, however many stories name it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from dateline.store import Question, format, formats

ALL: Final = -1
"""As a limit: everything."""


def told(db: sqlite3.Connection, question: Question) -> Iterator[dict[str, Any]]:
    """The formats that fit, those of most stories first."""
    for row in formats(db, replace(question, limit=ALL, offset=0)):
        found = format(db, row.name)
        yield {
            "format": row.format,
            "name": row.name,
            "stories": row.stories,
            "first": row.first,
            "last": row.last,
            "members": list(dict.fromkeys(member.name for member in found.members)),
            "roles": [f"{m.role}: {m.name} ({m.stories})" for m in found.members if m.role],
            "since": [fact.value for fact in found.since],
            "purposes": [fact.value for fact in found.purposes],
            "relations": [f"{fact.kind}: {fact.value}" for fact in found.relations],
            "meetings": row.meetings,
        }
