"""Copies and rewrites of one wire story, linked as stories come.

Nothing is deleted: a copy keeps its record and its place. It only counts no second time where
sources are counted.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Literal

from dateline.link.copies import Judgement, bands, body, judge, signature
from dateline.record import Record

LOOKED_AT = 40
"""Candidates that are compared, those that share most keys first."""

Likeness = Literal["copy", "rewrite", "none"]


def link(db: sqlite3.Connection, story: int, record: Record) -> Likeness:
    """Find the family of a new or changed story. Call inside a transaction.

    A family is named after its first story. Only stories that are no copies are looked for, so
    that a story in a thousand outlets costs no more than one in two.
    """
    withdraw(db, story)
    mine = signature(body(record))
    db.execute("INSERT INTO sketch VALUES (?, ?)", (story, mine))
    keys = bands(mine)
    best, kin = _closest(db, story, mine, keys, record.document.published.value)
    if best is None:
        db.execute(
            "UPDATE story SET family = ?1, likeness = NULL, alike = NULL WHERE id = ?1", (story,)
        )
    else:
        family = _united(db, kin)
        db.execute(
            "UPDATE story SET family = ?, likeness = ?, alike = ? WHERE id = ?",
            (family, best.kind, best.why, story),
        )
    if best is None or best.kind != "copy":
        insert = "INSERT INTO band VALUES (?, ?) ON CONFLICT DO NOTHING"
        db.executemany(insert, [(key, story) for key in keys])
    return best.kind if best else "none"


def withdraw(db: sqlite3.Connection, story: int) -> None:
    """Forget what a story was like, before it is read again. Its kin stay together."""
    db.execute("DELETE FROM sketch WHERE story = ?", (story,))
    db.execute("DELETE FROM band WHERE story = ?", (story,))
    heir = db.execute(
        "SELECT min(id) FROM story WHERE family = ?1 AND id <> ?1", (story,)
    ).fetchone()[0]
    if heir is not None:
        db.execute("UPDATE story SET family = ?2 WHERE family = ?1 AND id <> ?1", (story, heir))


def _closest(
    db: sqlite3.Connection, story: int, mine: bytes, keys: list[int], day: str | None
) -> tuple[Judgement | None, set[int]]:
    """The closest likeness to another story, and the families of all that are like it."""
    if not keys:
        return None, set()
    marks = ", ".join("?" * len(keys))
    rows = db.execute(
        "SELECT signature, family, day FROM (SELECT story, count(*) AS shared FROM band"
        f" WHERE key IN ({marks}) AND story <> ?"
        " GROUP BY story ORDER BY shared DESC, story LIMIT ?)"
        " AS near JOIN sketch USING (story) JOIN story ON story.id = near.story",
        [*keys, story, LOOKED_AT],
    )
    best: Judgement | None = None
    kin = set()
    for other, family, published in rows:
        found = judge(mine, other, _apart(day, published))
        if found.kind == "none":
            continue
        kin.add(family)
        if best is None or (found.kind == "copy", found.score) > (best.kind == "copy", best.score):
            best = found
    return best, kin


def _apart(day: str | None, other: str | None) -> int:
    """Days between two stories; 0 where it is not known."""
    if not day or not other:
        return 0
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days)


def _united(db: sqlite3.Connection, families: set[int]) -> int:
    """One family of several that a story shows to be one."""
    first, *others = sorted(families)
    for other in others:
        db.execute("UPDATE story SET family = ? WHERE family = ?", (first, other))
    return first
