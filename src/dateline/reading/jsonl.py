"""JSON Lines, and a JSON array for those who have one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from dateline.errors import FormatError, NotTextError, TooLargeError
from dateline.reading.document import Document
from dateline.reading.items import BadInput
from dateline.reading.limits import MAX_ROW
from dateline.reading.rows import read_row
from dateline.reading.streams import is_broken, lines


def read_lines(stream: IO[str], name: str) -> Iterator[Document | BadInput]:
    """The documents of JSON Lines, one row each; blank lines are passed over.

    A row that cannot be read comes out as a `BadInput` at `name:line`.
    """
    for line in lines(stream, MAX_ROW):
        where = f"{name}:{line.number}"
        if line.too_long:
            error = TooLargeError(f"the row has more than {MAX_ROW:,} characters, the cap")
            yield BadInput(where, error)
        elif is_broken(line.text):
            yield BadInput(where, NotTextError("the row is not UTF-8"))
        elif line.text.strip("\ufeff \t"):
            yield _read(where, line.text)


def read_array(text: str, name: str) -> Iterator[Document | BadInput]:
    """The documents of a JSON array of rows, or of one row on its own."""
    whole = _parsed(text.lstrip("\ufeff"))
    rows = whole if isinstance(whole, list) else [whole]
    for number, row in enumerate(rows, 1):
        yield read_row(name if len(rows) == 1 else f"{name}: item {number}", row)


def _read(where: str, text: str) -> Document | BadInput:
    try:
        row = _parsed(text)
    except FormatError as error:
        return BadInput(where, error)
    return read_row(where, row)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise FormatError("it is no JSON that can be read: nested too deep") from None
    except ValueError as error:  # also for numbers of thousands of digits
        raise FormatError(f"it is no JSON ({error})") from None
