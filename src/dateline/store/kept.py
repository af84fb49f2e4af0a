"""What a story is kept as beside its values' rows: its own row, its record with reviews."""

from __future__ import annotations

import sqlite3
from difflib import unified_diff
from typing import Final

from dateline.record import Record
from dateline.review import lay
from dateline.store import reviews
from dateline.store.pack import pack
from dateline.store.rows import wording

TABLES: Final = (
    "appearance",
    "role",
    "named",
    "statement",
    "event",
    "casualty",
    "doubt",
    "naming",
    "membership",
    "format_fact",
    "wording",
)
"""What a story's values are written to."""
FACTS: Final = "title = ?, day = ?, place = ?, outlet = ?, url = ?"
"""What of a story's row its record gives: see `facts`."""


def settled(db: sqlite3.Connection, story: int, machine: Record) -> Record:
    """Lay a story's reviews over the machine's record, and keep what comes of it: which of them
    hold, and the record with them."""
    known = reviews.to_lay(db, story)
    laid = lay(machine, known) if known else None
    if laid:
        reviews.settle(db, laid)
    record = laid.record if laid else machine
    body = None if record == machine else pack(record)
    db.execute("UPDATE body SET reviewed = ? WHERE story = ?", (body, story))
    return record


def numbered(db: sqlite3.Connection, story: int, record: Record) -> dict[str, int]:
    """Row numbers for the statements and events of a story that is written anew, by their ids:
    those that they have, and for new ones such as nobody has had."""
    numbers: dict[str, int] = {}
    for table, values in (("statement", record.statements), ("event", record.events)):
        query = f"SELECT ref, id FROM {table} WHERE story = ?"
        numbers |= dict(db.execute(query, (story,)).fetchall())
        last = db.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
        for value in values:
            if value.id not in numbers:
                last += 1
                numbers[value.id] = last
    return numbers


def clear(db: sqlite3.Connection, story: int, record: Record) -> None:
    """Take a story's values out. A contentless index must be told what their words were."""
    contents = {s.id: wording(record, s.content) for s in record.statements}
    rows = db.execute("SELECT id, ref FROM statement WHERE story = ?", (story,)).fetchall()
    db.executemany(
        "INSERT INTO statement_words (statement_words, rowid, content) VALUES ('delete', ?, ?)",
        [(row["id"], contents[row["ref"]]) for row in rows],
    )
    for table in TABLES:
        db.execute(f"DELETE FROM {table} WHERE story = ?", (story,))


def facts(record: Record) -> tuple[str | None, ...]:
    """Title, day, place, outlet and address, in the order of the table."""
    known = record.document
    line = known.dateline
    return (
        title(record),
        known.published.value,
        line.place if line else None,
        known.agency or known.source,
        known.url,
    )


def title(record: Record) -> str | None:
    return " ".join(record.document.title.text.split()) if record.document.title else None


def difference(before: str, after: str) -> str:
    """A unified diff of two texts, line by line."""
    lines = unified_diff(before.splitlines(), after.splitlines(), "before", "after", lineterm="")
    return "\n".join(lines)
