"""What a step that brings a chronicle forward fills from the records that are kept in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import Final

from dateline.store.bodies import WHOLE
from dateline.store.format_rows import write_formats
from dateline.store.pack import unpack
from dateline.store.parties import Register


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


FILLS: Final[Mapping[int, Callable[[sqlite3.Connection], None]]] = {4: formats}
"""By the number of the step, whose transaction they run in."""
