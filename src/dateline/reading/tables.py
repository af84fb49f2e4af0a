"""The tables beside this code."""

from __future__ import annotations

from functools import cache
from importlib import resources

from dateline.errors import DataError


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated table of this folder, without comments and head line.

    Raises DataError if the table is missing or a row has not as many fields as the head line.
    """
    try:
        text = resources.files("dateline.reading").joinpath(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{name}: cannot be read: {error}") from error
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    table = [tuple(line.split("\t")) for line in lines]
    for row in table:
        if len(row) != len(table[0]):
            raise DataError(f"{name}: {len(row)} fields, not {len(table[0])}, in {row}")
    return tuple(table[1:])
