"""The words behind rows: records opened as plain values, a few at a time."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import OrderedDict
from typing import Any, Final

KEPT: Final = 64
"""Records held open."""


class Body:
    """One story's text and the values of its record by id."""

    def __init__(self, record: dict[str, Any]) -> None:
        self.text: str = record["text"]
        self.record = record
        self._values: dict[str, dict[str, Any]] = {}

    def value(self, ref: str) -> dict[str, Any]:
        """The value of the record whose id is `ref`."""
        if not self._values:
            families = (
                "times",
                "places",
                "actors",
                "statements",
                "events",
                "casualties",
                "equipment",
                "formats",
                "territories",
            )
            self._values = {v["id"]: v for family in families for v in self.record.get(family, [])}
        return self._values[ref]

    def words(self, spans: list[list[int]]) -> str:
        """The words of spans, on one line; " … " stands where some between them are left out."""
        parts = (" ".join(self.text[start:end].split()) for start, end in spans)
        return " … ".join(part for part in parts if part)


class Bodies:
    """Opens records as they are asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._open: OrderedDict[int, Body] = OrderedDict()

    def __getitem__(self, story: int) -> Body:
        """The body of a story that the chronicle has."""
        if story in self._open:
            self._open.move_to_end(story)
            return self._open[story]
        row = self._db.execute("SELECT record FROM body WHERE story = ?", (story,)).fetchone()
        body = self._open[story] = Body(json.loads(zlib.decompress(row[0])))
        if len(self._open) > KEPT:
            self._open.popitem(last=False)
        return body
