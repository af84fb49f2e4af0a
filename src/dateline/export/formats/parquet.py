"""Parquet, in groups of rows, so that no more than one group is in memory."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import Any, BinaryIO, Final

from dateline.errors import InputError
from dateline.export.columnset import Column, ColumnSet

BATCH: Final = 1_000
"""Rows turned into columns at a time."""
GROUP: Final = 20_000
"""Rows of a group at most."""
OCTETS: Final = 1 << 26
"""Size from which on a group is written, whatever its rows."""


def write(stream: BinaryIO, columns: ColumnSet, rows: Iterable[list[Any]]) -> int:
    """Write rows as Parquet (zstd), each column with its description; returns how many.

    Raises InputError where pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise InputError(
            "Parquet needs pyarrow, which is not installed: pip install 'dateline[parquet]'"
        ) from None
    types = {
        "text": pyarrow.string(),
        "texts": pyarrow.list_(pyarrow.string()),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "date": pyarrow.date32(),
        "boolean": pyarrow.bool_(),
    }
    schema = pyarrow.schema(
        [
            pyarrow.field(c.name, types[c.type], metadata={"description": c.description})
            for c in columns.columns
        ]
    )
    left, count = iter(rows), 0
    group: list[pyarrow.Table] = []
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while some := list(islice(left, BATCH)):
            values = zip(*some, strict=True)
            arrays = [
                pyarrow.array(_column(c, v), type=types[c.type])
                for c, v in zip(columns.columns, values, strict=True)
            ]
            group.append(pyarrow.Table.from_arrays(arrays, schema=schema))
            count += len(some)
            if sum(table.num_rows for table in group) >= GROUP or _octets(group) >= OCTETS:
                writer.write_table(pyarrow.concat_tables(group), GROUP)
                group = []
        if group:
            writer.write_table(pyarrow.concat_tables(group), GROUP)
    return count


def _octets(tables: list[Any]) -> int:
    return sum(table.nbytes for table in tables)


def _column(column: Column, values: tuple[Any, ...]) -> Iterable[Any]:
    if column.type == "date":
        return [day(value) for value in values]
    return values


def day(text: str | None) -> date | None:
    """An ISO day; None for none, and for one that no calendar of this kind has (before year 1)."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
