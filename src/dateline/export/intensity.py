"""Conflict and cooperation by day as an export has them: a row for a measure of a pair on a day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from dateline.chronicle.intensity import intensity
from dateline.store import Question


def told(db: sqlite3.Connection, question: Question) -> Iterator[dict[str, Any]]:
    """The days on which something happened, and those from which on a rate is another, by pair,
    measure and day. A day that has no row is one of nothing, or one that no story covers."""
    found = intensity(db, question)
    days = {(day.pair, day.measure, day.day): day for day in found.days}
    changes = {
        (shift.pair, shift.measure, shift.day): (shift, sentence)
        for shift, sentence in zip(found.changes, found.sentences, strict=True)
    }
    for pair, measure, when in sorted({*days, *changes}):
        day = days.get((pair, measure, when))
        shift, sentence = changes.get((pair, measure, when), (None, None))
        one, other = pair
        yield {
            "one": found.names.get(one, one),
            "other": found.names.get(other, other),
            "one_key": one,
            "other_key": other,
            "measure": measure,
            "day": when,
            "incidents": day.incidents if day else 0,
            "reports": day.reports if day else 0,
            "sources": day.sources if day else 0,
            "score": day.score if day else 0.0,
            "change": ("rise" if shift.rise else "fall") if shift else None,
            "before": round(shift.before, 3) if shift else None,
            "after": round(shift.after, 3) if shift else None,
            "until": shift.until if shift else None,
            "sentence": sentence,
        }
