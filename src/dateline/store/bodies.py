"""The words behind rows: records opened as plain values, a few at a time."""

from __future__ import annotations

import gc
import sqlite3
import zlib
from functools import lru_cache
from typing import Any, Final

from pydantic_core import from_json

KEPT: Final = 256
"""Records held open in a process: those of a page's list."""
WHOLE: Final = "SELECT coalesce(reviewed, record) FROM body WHERE story = ?"
"""A story's record as it is with its reviews."""


class Wording:
    """One story's text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def words(self, spans: list[list[int]]) -> str:
        """The words of spans, on one line; " … " stands where some between them are left out."""
        parts = (" ".join(self.text[start:end].split()) for start, end in spans)
        return " … ".join(part for part in parts if part)


class Body(Wording):
    """One story's text and the values of its record by id."""

    def __init__(self, record: dict[str, Any]) -> None:
        super().__init__(record["text"])
        self.record = record
        self._values: dict[str, dict[str, Any]] = {}

    def value(self, ref: str) -> dict[str, Any]:
        """The value of the record whose id is `ref`."""
        if not self._values:
            families = (v for v in self.record.values() if isinstance(v, list))
            self._values = {v["id"]: v for family in families for v in family if "id" in v}
        return self._values[ref]


class Wordings:
    """Opens texts as they are asked for, each once: a tenth of what a record costs."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._open: dict[int, Wording] = {}

    def __getitem__(self, story: int) -> Wording:
        """The text of a story that the chronicle has."""
        found = self._open.get(story)
        if found is None:
            row = self._db.execute("SELECT text FROM wording WHERE story = ?", (story,)).fetchone()
            found = self._open[story] = Wording(zlib.decompress(row[0]).decode())
        return found


class Bodies:
    """Opens records as they are asked for. They are shared: nobody may change one."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __getitem__(self, story: int) -> Body:
        """The body of a story that the chronicle has."""
        return _opened(self._db.execute(WHOLE, (story,)).fetchone()[0])


@lru_cache(maxsize=KEPT)
def _opened(packed: bytes) -> Body:
    """By content, so that it is right whoever writes, and several questions open a record once."""
    text = zlib.decompress(packed)
    # A record is thousands of small things without a cycle; looking for one meanwhile takes several
    # times as long as reading it.
    looks = gc.isenabled()
    gc.disable()
    try:
        return Body(from_json(text))  # half as long again with `json.loads`
    finally:
        if looks:
            gc.enable()
