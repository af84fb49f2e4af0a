"""CSV and its kin: comma, semicolon or tab, told by the head line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import IO

from dateline.errors import FormatError, NotTextError
from dateline.reading.document import Document
from dateline.reading.items import BadInput
from dateline.reading.limits import MAX_FIELD
from dateline.reading.rows import FIELDS, read_row, row_id
from dateline.reading.streams import damaged_as_format_error, is_broken

_DELIMITERS = (",", ";", "\t", "|")


def read_csv(stream: IO[str], name: str) -> Iterator[Document | BadInput]:
    """The documents of a CSV file with a head line, which must name a column `text`.

    A row that cannot be read comes out as a `BadInput` at `name:line`, the line where it begins.
    Raises FormatError where the file as a whole is not to be read.
    """
    # The csv module has one limit for the whole process; it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_FIELD))
    with damaged_as_format_error():
        first = stream.readline(MAX_FIELD)
    delimiter = _delimiter(first)
    columns = [c.strip().lower() for c in next(csv.reader([first], delimiter=delimiter), [])]
    rows = csv.reader(stream, delimiter=delimiter)
    began = 2
    while True:
        where = f"{name}:{began}"
        try:
            with damaged_as_format_error():
                values = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise FormatError(f"from line {began} on it is no CSV ({error})") from error
        began = rows.line_num + 2
        if values:
            yield _read(where, columns, values)


def _delimiter(first: str) -> str:
    for delimiter in _DELIMITERS:
        columns = next(csv.reader([first], delimiter=delimiter), [])
        if "text" in (column.strip().lower() for column in columns):
            return delimiter
    shown = first.strip()[:100] or "nothing"
    raise FormatError(f"the head line names no column `text`: it has {shown!r}")


def _read(where: str, columns: list[str], values: list[str]) -> Document | BadInput:
    row = {k: v for k, v in zip(columns, values, strict=False) if k in FIELDS and v != ""}
    if any(is_broken(value) for value in row.values()):
        return BadInput(where, NotTextError("the row is not UTF-8"), row_id(row))
    if len(values) != len(columns):
        message = f"the row has {len(values)} fields where the head line has {len(columns)}"
        return BadInput(where, FormatError(message), row_id(row))
    row.setdefault("text", "")
    return read_row(where, row)
