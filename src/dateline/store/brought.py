"""What a step that brings a chronicle forward fills from the records that are kept in it."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Mapping
from typing import Final

from dateline.store.bodies import WHOLE
from dateline.store.format_rows import write_formats
from dateline.store.pack import unpack
from dateline.store.parties import Register
from dateline.store.rows import claims, event_spans, statement_spans, text


def formats(db: sqlite3.Connection) -> None:
    """The mediation formats of all stories, as their records have them with their reviews."""
    register = Register(db)
    told = db.execute(
        "SELECT story FROM body WHERE"
        " json_array_length(unpacked(coalesce(reviewed, record)), '$.formats') > 0 ORDER BY story"
    ).fetchall()
    for (story,) in told:
        record = unpack(db.execute(WHOLE, (story,)).fetchone()[0])
        rows = db.execute("SELECT ref, id FROM event WHERE story = ?", (story,))
        write_formats(db, story, record, register.actors(record), dict(rows.fetchall()))


def by_day(db: sqlite3.Connection) -> None:
    """What the fifth step has rows for and cannot write by itself."""
    told(db)
    for (story,) in db.execute("SELECT DISTINCT story FROM casualty").fetchall():
        record = unpack(db.execute(WHOLE, (story,)).fetchone()[0])
        db.executemany(
            "UPDATE casualty SET value = ?, words = ? WHERE story = ? AND ref = ?",
            [(*c, story, k.id) for c, k in zip(claims(record), record.casualties, strict=True)],
        )


def told(db: sqlite3.Connection) -> None:
    """A row for each event as incidents are compared by. Older ones lie in one for each story: a
    line for what all of them share and their ids, then a line each, deflated together."""
    for story, body in db.execute("SELECT story, happenings FROM old_told"):
        # JSON has its line breaks escaped; other separators of lines may stand in texts.
        first, *lines = zlib.decompress(body).decode().split("\n")
        shared, refs = json.loads(first)["shared"], json.loads(first)["events"]
        rows = [("", json.dumps(shared, ensure_ascii=False)), *zip(refs, lines, strict=True)]
        db.executemany(
            "INSERT INTO told VALUES (?, ?, ?)",
            [(story, ref, zlib.compress(line.encode())) for ref, line in rows],
        )
    db.execute("DROP TABLE old_told")


def words(db: sqlite3.Connection) -> None:
    """Texts apart from records, and where in them the words of events and statements stand."""
    for (story,) in db.execute("SELECT story FROM body ORDER BY story").fetchall():
        record = unpack(db.execute(WHOLE, (story,)).fetchone()[0])
        db.execute("INSERT INTO wording VALUES (?, ?, ?)", (story, *text(record)))
        for table, spans in (
            ("event", [(event_spans(e), story, e.id) for e in record.events]),
            ("statement", [(statement_spans(s), story, s.id) for s in record.statements]),
        ):
            db.executemany(f"UPDATE {table} SET spans = ? WHERE story = ? AND ref = ?", spans)


FILLS: Final[Mapping[int, Callable[[sqlite3.Connection], None]]] = {
    4: formats,
    5: by_day,
    6: words,
}
"""By the number of the step, whose transaction they run in."""
