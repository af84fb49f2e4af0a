"""Stories, and the expressions of time in them, as an export has them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from dateline.export import select
from dateline.export.story import Story, spans
from dateline.store.bodies import Bodies
from dateline.store.question import Question


def told(db: sqlite3.Connection, question: Question) -> Iterator[dict[str, Any]]:
    """The stories that fit, in the order in which the chronicle first kept them."""
    for story in _open(db, question):
        record = story.body.record
        facts = record["document"]
        copies = "SELECT count(*) FROM story WHERE family = ?"
        yield {
            **story.facts(),
            "standfirst": _text(facts["standfirst"]),
            "byline": _text(facts["byline"]),
            "agency": facts["agency"],
            "source": facts["source"],
            "language": facts["language"],
            "published_basis": facts["published"]["basis"],
            "dateline_date": (facts["dateline"] or {}).get("date"),
            "copies": db.execute(copies, (story.row["family"],)).fetchone()[0],
            "sentences": len(facts["sentences"]),
            "actors": len(record["actors"]),
            "statements": len(record["statements"]),
            "events": len(record["events"]),
            "casualties": len(record["casualties"]),
            "warnings": [warning["code"] for warning in record["warnings"]],
            "text": record["text"],
        }


def times(db: sqlite3.Connection, question: Question) -> Iterator[dict[str, Any]]:
    """The expressions of time in the stories that fit."""
    for story in _open(db, question):
        for time in story.body.record["times"]:
            yield {
                "time_id": story.stable(time["id"]),
                "words": story.body.words([time["span"]]),
                "span": spans([time["span"]]),
                "type": time["type"],
                "value": time["value"],
                "edtf": time["edtf"],
                "begin": time["begin"],
                "end": time["end"],
                "why": time["why"] or None,
                **story.facts(),
            }


def _open(db: sqlite3.Connection, question: Question) -> Iterator[Story]:
    bodies = Bodies(db)
    for row in select.stories(db, question):
        yield Story(db, bodies, row)


def _text(line: dict[str, Any] | None) -> str | None:
    return " ".join(line["text"].split()) if line else None
