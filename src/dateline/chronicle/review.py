"""What people say of single values: kept, and laid over the chronicle in the same transaction.

The machine's record stays as it is. The rows that lists, counts, briefs, incidents, timelines and
exports are made from are those of the record with its reviews: without rejected values, with
corrected ones. Only the story that is reviewed is written anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from dateline.chronicle import timeline
from dateline.chronicle.keep import Keeper
from dateline.errors import QueryError
from dateline.record.brief.clean import clean
from dateline.review import propose
from dateline.review.propose import NAME, NOTE
from dateline.store import reviews


def review(
    keeper: Keeper,
    story: int,
    value: str,
    verdict: str,
    fields: Mapping[str, Any] | None = None,
    *,
    reviewer: str,
    note: str = "",
    made: str | None = None,
    again: int | None = None,
) -> int:
    """Keep what someone says of a value, and lay it over the story. Call inside `writing`.

    `fields`: see `dateline.review.propose`. `made`: when, ISO 8601 in UTC (default: now). `again`:
    the earlier review, of words that have changed, that this one takes the place of. Returns the
    number of the review. Raises QueryError for what cannot be, StoreError for a story that is not
    there.
    """
    reviewer, note = name_of(reviewer), clean(note)[:NOTE]
    store = keeper.store
    said = propose(store.laid(story), value, verdict, fields or {})
    number = reviews.add(store.db, story, said, reviewer, made or now(), note)
    if again is not None:
        if reviews.review(store.db, again).story != story:
            raise QueryError(f"review {again} is of another story")
        reviews.answer(store.db, again, number)
    relay(keeper, story)
    return number


def undo(keeper: Keeper, number: int, reviewer: str) -> int:
    """Take a review back, so that what was before it counts again; its story's number. Call inside
    `writing`. Raises QueryError where there is no such review, or it does not count any more."""
    name = name_of(reviewer)
    story = reviews.review(keeper.store.db, number).story
    reviews.undo(keeper.store.db, number, name, now())
    relay(keeper, story)
    return story


def relay(keeper: Keeper, story: int) -> None:
    """Write a story's rows anew, with the reviews that hold. Call inside `writing`."""
    db = keeper.store.db
    homes = dict(
        db.execute(
            "SELECT ref, incident FROM event WHERE story = ? AND incident IS NOT NULL", (story,)
        ).fetchall()
    )
    record = keeper.store.lay(story)
    if record is None:
        return
    copy = db.execute("SELECT likeness IS 'copy' FROM story WHERE id = ?", (story,)).fetchone()[0]
    if not copy:
        timeline.renew(db, story, record)
    keeper.linker.relink(story, record, homes)


def name_of(reviewer: str) -> str:
    """A reviewer's name on one line. Raises QueryError where there is none."""
    name = clean(reviewer)[:NAME]
    if not any(c.isalnum() for c in name):
        raise QueryError("a review needs the name of its reviewer")
    return name


def now() -> str:
    """The moment, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
