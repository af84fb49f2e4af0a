"""Claims about casualties as an export has them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from dateline.export import select
from dateline.export.story import Story, by_story, spans
from dateline.store.bodies import Bodies
from dateline.store.question import Question

COUNTS: Final = ("killed", "injured", "captured", "missing", "displaced")


def told(db: sqlite3.Connection, question: Question) -> Iterator[dict[str, Any]]:
    """The claims that fit, story by story."""
    bodies = Bodies(db)
    for story, rows in by_story(db, bodies, select.casualties(db, question)):
        for row in rows:
            yield _flat(story, row, story.body.value(row["ref"]))


def _flat(story: Story, row: sqlite3.Row, claim: dict[str, Any]) -> dict[str, Any]:
    side, claimant = story.party(claim["side"]), story.party(claim["by"])
    counts = {
        f"{name}_{end}": (claim[name] or {}).get(end) for name in COUNTS for end in ("min", "max")
    }
    number = story.sentence(claim["spans"][0][0]) if claim["spans"] else None
    sentences = story.body.record["document"]["sentences"]
    return {
        "casualty_id": story.stable(row["ref"]),
        "casualty": row["id"],
        "side": side.name if side else None,
        "side_kind": side.kind if side else None,
        "side_country": side.country if side else None,
        "category": claim["category"],
        **counts,
        "claimant": claimant.name if claimant else None,
        "claimant_kind": claimant.kind if claimant else None,
        "claimant_country": claimant.country if claimant else None,
        "words": story.body.words(claim["spans"]),
        "spans": spans(claim["spans"]),
        "sentence": story.body.words([sentences[number - 1]]) if number else None,
        "why": claim["why"] or None,
        "reviewed": row["reviewed"],
        **story.facts(),
    }
