"""What is said of a value of a wire copy, said of the other copies of it as well."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress

from dateline.chronicle.keep import Keeper
from dateline.chronicle.verdicts import Added, add_row
from dateline.errors import QueryError
from dateline.review import example
from dateline.store import reviews


def copies_of(db: sqlite3.Connection, story: int) -> list[int]:
    """The stories that carry the same wire copy as `story`; none for a rewrite."""
    rows = db.execute(
        "SELECT other.id FROM story JOIN story AS other ON other.family = story.family"
        " WHERE story.id = ? AND other.id <> story.id AND story.likeness IS NOT 'rewrite'"
        " AND other.likeness IS NOT 'rewrite' ORDER BY other.id",
        (story,),
    )
    return [row[0] for row in rows]


def carry(keeper: Keeper, number: int) -> list[int]:
    """Let a review hold for the copies of its story too, each in a transaction of its own.

    Each copy that has the words of the value, in the same surroundings, gets a review of its own,
    but where somebody has said something of these words already. Returns the numbers of the
    reviews. Raises QueryError where there is no review of that number.
    """
    db = keeper.store.db
    said = reviews.review(db, number)
    note = " ".join(filter(None, (said.note, f"(as in story {said.story})")))
    row = example(said) | {"note": note}
    words = [word.text for word in said.words]
    made: list[int | None] = []
    for story in copies_of(db, said.story):
        known = reviews.to_lay(db, story)
        if not any(r.family == said.family and [w.text for w in r.words] == words for r in known):
            # What it speaks of may not be in that copy.
            with suppress(QueryError), keeper.writing():
                made.append(add_row(keeper, row | {"story": story}))
    return [review for review in made if review is not None]


def carry_all(keeper: Keeper, added: Iterable[Added]) -> int:
    """The same for what became of some lines; how many reviews that makes."""
    return sum(len(carry(keeper, one.review)) for one in added if one.review is not None)
