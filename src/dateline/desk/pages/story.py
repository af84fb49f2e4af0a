"""A story: its text with every value marked, and the record beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.desk import reply
from dateline.desk.opening import opened
from dateline.desk.review.who import reviewer
from dateline.desk.review.words import told
from dateline.desk.text import LAYERS, cards, marked
from dateline.record import Record
from dateline.record.brief.outline import outline
from dateline.review import Review
from dateline.store import Store, reviews


def story(request: Request) -> Response:
    """The story whose number the address has."""
    with opened(request.app.state.path) as store:
        facts = facts_of(store.db, request.path_params["number"])
        record = store.record(facts["id"])
        said = reviews.to_lay(store.db, facts["id"])
        earlier = store.changes(facts["id"])
        copies = _copies(store, facts)
    return reply.page(
        request,
        "story.html",
        facts=facts,
        earlier=earlier,
        copies=copies,
        reviews=said,
        reviewer=reviewer(request),
        **reading(record, said, facts["id"]),
    )


def reading(
    record: Record, said: Sequence[Review] = (), story: int | None = None
) -> dict[str, Any]:
    """What the template needs of a record to show text and record side by side.

    `said`: reviews of its values. `story`: its number, where the chronicle has it.
    """
    found = cards(record)
    for review in said:
        if review.again is None and review.value in found:
            card = found[review.value]
            found[review.value] = card._replace(facts=(*card.facts, *told(review)))
    return {
        "story": story,
        "outline": outline(record),
        "document": record.document,
        "blocks": marked(record),
        "cards": found,
        "layers": LAYERS,
        "counts": _counts(record),
        "judged": {review.value for review in said if review.again is None},
        "numbers": {card.number: value for value, card in found.items() if card.number},
    }


def facts_of(db: sqlite3.Connection, number: int) -> sqlite3.Row:
    """The row of a story. Raises HTTPException 404 where there is none of that number."""
    row = None
    if number < 1 << 63:  # the largest that SQLite can hold
        row = db.execute("SELECT * FROM story WHERE id = ?", (number,)).fetchone()
    if not isinstance(row, sqlite3.Row):
        raise HTTPException(404, f"There is no story {number}.")
    return row


def _copies(store: Store, facts: sqlite3.Row) -> list[sqlite3.Row]:
    """Other stories of the same wire copy."""
    query = "SELECT id, title, outlet, day FROM story WHERE family = ? AND id <> ? LIMIT 20"
    return store.db.execute(query, (facts["family"], facts["id"])).fetchall()


def _counts(record: Record) -> dict[str, int]:
    """How many values each layer has."""
    families = {name: len(getattr(record, name)) for name in LAYERS if name != "more"}
    more = (
        len(record.formats) + len(record.territories) + sum(bool(w.span) for w in record.warnings)
    )
    return families | {"more": more}
