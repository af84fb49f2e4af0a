"""CSV and TSV, with or without a guard for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any, BinaryIO, Final

from dateline.export.columnset import BETWEEN, ColumnSet

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""
MARK: Final = "\ufeff"
"""Tells a spreadsheet that the text is UTF-8."""


def write(
    stream: BinaryIO,
    columns: ColumnSet,
    rows: Iterable[list[Any]],
    *,
    delimiter: str = ",",
    header: bool = True,
    spreadsheet: bool = False,
) -> int:
    """Write rows as delimited text (RFC 4180, UTF-8, lines end in LF); returns how many.

    `spreadsheet`: begin with a byte order mark, and put an apostrophe before texts that a
    spreadsheet would take for a formula. Without it, every cell is as the chronicle has it.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    if spreadsheet:
        text.write(MARK)
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    if header:
        writer.writerow([column.name for column in columns.columns])
    count = 0
    for row in rows:
        cells = [_cell(value, columns.missing) for value in row]
        writer.writerow(
            [_guarded(c, v) for c, v in zip(cells, row, strict=True)] if spreadsheet else cells
        )
        count += 1
    text.flush()
    text.detach()
    return count


def _cell(value: Any, missing: str) -> str:
    if value is None:
        return missing
    if isinstance(value, list):
        return BETWEEN.join(value) or missing
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _guarded(cell: str, value: Any) -> str:
    """A text that looks like a formula, as text. Numbers stay."""
    if isinstance(value, (int, float)) or not cell.startswith(FORMULA):
        return cell
    return f"'{cell}"
