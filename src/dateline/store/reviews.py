"""Reviews as they lie in the chronicle: kept, superseded, taken back, found."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal

from dateline.errors import QueryError
from dateline.review import Laid, Proposal, Review, Words

Which = Literal["holding", "again", "past", "all"]
"""holding: those that count; again: whose words have changed; past: superseded or taken back."""

_CONDITIONS: Final = {
    "holding": "again IS NULL AND later IS NULL AND undone IS NULL",
    "again": "again IS NOT NULL AND later IS NULL AND undone IS NULL",
    "past": "(later IS NOT NULL OR undone IS NOT NULL)",
    "all": "1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewQuestion:
    """Which reviews are wanted: all parts that are given must hold."""

    which: Which = "holding"
    story: int | None = None
    value: str | None = None
    family: str | None = None
    verdict: str | None = None
    reviewer: str | None = None
    limit: int = 50
    offset: int = 0


def reviews(db: sqlite3.Connection, question: ReviewQuestion) -> list[Review]:
    """The reviews for which all parts of `question` hold, the latest first. Raises QueryError."""
    if question.which not in _CONDITIONS:
        raise QueryError(f"{question.which!r} is none of {', '.join(_CONDITIONS)}")
    parts, values = [_CONDITIONS[question.which]], []
    for column in ("story", "value", "family", "verdict", "reviewer"):
        if (wanted := getattr(question, column)) is not None:
            parts.append(f"{column} = ?")
            values.append(wanted)
    rows = db.execute(
        f"SELECT * FROM review WHERE {' AND '.join(parts)} ORDER BY id DESC LIMIT ? OFFSET ?",
        [*values, question.limit, question.offset],
    )
    return [_review(row) for row in rows]


def review(db: sqlite3.Connection, number: int) -> Review:
    """The review with this number. Raises QueryError where there is none."""
    row = db.execute("SELECT * FROM review WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise QueryError(f"there is no review {number} in this chronicle")
    return _review(row)


def to_lay(db: sqlite3.Connection, story: int) -> list[Review]:
    """The reviews of a story that are not superseded or taken back, oldest first: those that hold,
    and those to be asked again, whose words may have come back."""
    rows = db.execute(
        "SELECT * FROM review WHERE story = ? AND later IS NULL AND undone IS NULL ORDER BY id",
        (story,),
    )
    return [_review(row) for row in rows]


def settle(db: sqlite3.Connection, laid: Laid) -> None:
    """Keep which values reviews are of now, and which of them are to be asked again."""
    db.executemany(
        "UPDATE review SET value = ?, again = NULL WHERE id = ?",
        [(value, number) for number, value in laid.found.items()],
    )
    db.executemany(
        "UPDATE review SET again = ? WHERE id = ?", [(why, n) for n, why in laid.lost.items()]
    )


def add(
    db: sqlite3.Connection, story: int, said: Proposal, reviewer: str, made: str, note: str
) -> int:
    """Keep a review; its number. It supersedes earlier ones of the same value, but for splits, of
    which there may be several, and for the one that added the value."""
    number = db.execute(
        "INSERT INTO review (story, family, value, words, verdict, fields, names, machine, passage,"
        " offset, reviewer, made, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            story,
            said.family,
            said.value,
            _json(said.words),
            said.verdict,
            _json(said.fields),
            _json(said.names),
            _json(said.machine),
            said.passage,
            said.offset,
            reviewer,
            made,
            note,
        ),
    ).lastrowid
    if said.verdict != "split":
        db.execute(
            "UPDATE review SET later = ?1 WHERE story = ?2 AND value = ?3 AND id <> ?1"
            " AND verdict NOT IN ('split', 'added') AND later IS NULL AND undone IS NULL",
            (number, story, said.value),
        )
    return int(number or 0)


def answer(db: sqlite3.Connection, asked: int, number: int) -> None:
    """A review that was to be asked again has been asked: `number` takes its place."""
    db.execute("UPDATE review SET later = ? WHERE id = ? AND later IS NULL", (number, asked))


def undo(db: sqlite3.Connection, number: int, reviewer: str, when: str) -> None:
    """Take a review back; what it superseded counts again. Raises QueryError where it is past."""
    found = review(db, number)
    if found.undone or found.later:
        raise QueryError(f"review {number} does not count any more: there is nothing to take back")
    db.execute("UPDATE review SET undone = ?, undone_by = ? WHERE id = ?", (when, reviewer, number))
    db.execute("UPDATE review SET later = NULL WHERE later = ?", (number,))


def verdict_of(table: str) -> str:
    """SQL for a column `reviewed` of rows of a table of values: what a person said of it."""
    return (
        f"(SELECT verdict FROM review WHERE review.story = {table}.story AND value = {table}.ref"
        f" AND {_CONDITIONS['holding']} AND verdict <> 'split' ORDER BY id DESC LIMIT 1)"
        " AS reviewed"
    )


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many reviews hold, and how many are to be asked again."""
    query = "SELECT count(*) FROM review WHERE "
    return {
        which: int(db.execute(query + _CONDITIONS[which]).fetchone()[0])
        for which in ("holding", "again")
    }


def reviewers(db: sqlite3.Connection) -> list[str]:
    """Those who have reviewed anything, in the order of their names."""
    rows = db.execute("SELECT DISTINCT reviewer FROM review ORDER BY reviewer LIMIT 200")
    return [row[0] for row in rows]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _review(row: sqlite3.Row) -> Review:
    known: Iterable[list[Any]] = json.loads(row["words"])
    return Review(
        review=row["id"],
        story=row["story"],
        family=row["family"],
        value=row["value"],
        words=tuple(Words(*one) for one in known),
        verdict=row["verdict"],
        fields=json.loads(row["fields"]),
        names=json.loads(row["names"]),
        machine=json.loads(row["machine"]),
        passage=row["passage"],
        offset=row["offset"],
        reviewer=row["reviewer"],
        made=row["made"],
        note=row["note"],
        again=row["again"],
        later=row["later"],
        undone=row["undone"],
    )
