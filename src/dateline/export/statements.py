"""Statements as an export has them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from dateline.export import select
from dateline.export.story import Story, by_story, spans
from dateline.store.bodies import Bodies
from dateline.store.question import Question


def told(db: sqlite3.Connection, question: Question) -> Iterator[dict[str, Any]]:
    """The statements that fit, story by story."""
    bodies = Bodies(db)
    for story, rows in by_story(db, bodies, select.statements(db, question)):
        for row in rows:
            yield _flat(story, row, story.body.value(row["ref"]))


def _flat(story: Story, row: sqlite3.Row, said: dict[str, Any]) -> dict[str, Any]:
    speaker, addressee = story.party(said["speaker"]), story.party(said["addressee"])
    source = story.body.words(said["source"]) or None
    return {
        "statement_id": story.stable(row["ref"]),
        "statement": row["id"],
        "speaker": speaker.name if speaker else source,
        "speaker_kind": speaker.kind if speaker else None,
        "speaker_country": speaker.country if speaker else None,
        "speaker_sectors": list(speaker.sectors) if speaker else [],
        "speaker_title": speaker.title if speaker else None,
        "source": source,
        "addressee": addressee.name if addressee else None,
        "addressee_kind": addressee.kind if addressee else None,
        "addressee_country": addressee.country if addressee else None,
        "mode": row["mode"],
        "cue": story.body.words(said["cue"]) or None,
        "content": story.body.words(said["content"]) or None,
        "content_spans": spans(said["content"]),
        "source_spans": spans(said["source"]),
        "cue_spans": spans(said["cue"]),
        "medium": row["medium"],
        "day": row["day"],
        "edtf": row["dated"],
        "dated_by": ("text" if row["dated"] else "story") if row["day"] else None,
        "within": story.stable(said["within"]),
        "same_as": [f"{story.id}-{ref}" for ref in said["same_as"]],
        "why": said["why"] or None,
        "reviewed": row["reviewed"],
        **story.facts(),
    }
