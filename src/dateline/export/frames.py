"""Rows as a pandas frame."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any, Final

from dateline.errors import InputError
from dateline.export.columnset import DEFAULT, column_set
from dateline.export.exporting import rows
from dateline.store.question import Question

if TYPE_CHECKING:
    import pandas

TYPES: Final = {
    "text": "string",
    "texts": "object",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
}


def frame(
    db: sqlite3.Connection,
    what: str,
    *,
    columns: str = DEFAULT,
    question: Question | None = None,
) -> pandas.DataFrame:
    """All of `what` that fits, with types that keep what is absent apart; days as datetimes.

    Raises QueryError as `rows` does, InputError where pandas is not installed.
    """
    try:
        import pandas
    except ImportError:
        raise InputError(
            "frames need pandas, which is not installed: pip install 'dateline[frames]'"
        ) from None
    chosen = column_set(what, columns)
    found: list[dict[str, Any]] = list(rows(db, what, columns=columns, question=question))
    data = {}
    for column in chosen.columns:
        values = [row[column.name] for row in found]
        if column.type == "date":
            data[column.name] = pandas.to_datetime(
                pandas.Series(values, dtype="string"), errors="coerce"
            )
        else:
            data[column.name] = pandas.Series(values, dtype=TYPES[column.type])
    return pandas.DataFrame(data)
