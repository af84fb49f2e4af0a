"""JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from dateline.export.columnset import ColumnSet


def write(stream: BinaryIO, columns: ColumnSet, rows: Iterable[list[Any]]) -> int:
    """Write one JSON object a line, UTF-8; absent values are null. Returns how many."""
    names = [column.name for column in columns.columns]
    count = 0
    for row in rows:
        line = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False)
        stream.write(line.encode() + b"\n")
        count += 1
    return count
