"""Parquet, with pyarrow (the extra `parquet`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.errors import FormatError, InputError, NotTextError, TooLargeError
from dateline.reading.document import Document
from dateline.reading.items import BadInput
from dateline.reading.limits import MAX_CHARACTERS
from dateline.reading.rows import FIELDS, read_row

_BATCH = 64
"""Rows that are held at a time."""


def read_parquet(path: str) -> Iterator[Document | BadInput]:
    """The documents of a Parquet file; rows are counted from 1 over the whole file.

    Raises InputError where pyarrow is not installed, FormatError where the file is no Parquet
    or has no column `text`.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise InputError(
            "reading Parquet needs pyarrow: pip install 'dateline[parquet]'"
        ) from error
    try:
        with parquet.ParquetFile(path) as file:
            columns = [name for name in FIELDS if name in file.schema_arrow.names]
            if "text" not in columns:
                there = ", ".join(file.schema_arrow.names[:12])
                raise FormatError(f"it has no column `text` (its columns: {there})")
            number = 0
            for batch in file.iter_batches(batch_size=_BATCH, columns=columns):
                for index in range(batch.num_rows):
                    number += 1
                    yield _read(f"{path}:{number}", batch, index)
    except (pyarrow.ArrowException, OSError) as error:
        raise FormatError(f"it is no Parquet that can be read ({error})") from error


def _read(where: str, batch: Any, index: int) -> Document | BadInput:
    row: dict[str, Any] = {}
    for name in batch.schema.names:
        cell = batch.column(name)[index]
        # A dictionary-encoded file can hold one huge text a thousand times: look before copying.
        if name == "text" and _size(cell) > 4 * MAX_CHARACTERS:
            error = TooLargeError(f"the text is over the cap of {MAX_CHARACTERS:,} characters")
            return BadInput(where, error)
        try:
            row[name] = cell.as_py()
        except UnicodeDecodeError:
            return BadInput(where, NotTextError(f"`{name}` is not UTF-8"))
    return read_row(where, row)


def _size(cell: Any) -> int:
    """The bytes of a string cell, 0 for any other."""
    value = getattr(cell, "value", None) if hasattr(cell, "dictionary") else cell
    as_buffer = getattr(value, "as_buffer", None)
    buffer = as_buffer() if as_buffer else None
    return buffer.size if buffer is not None else 0
