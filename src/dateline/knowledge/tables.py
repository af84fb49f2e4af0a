"""Reading the tables that ship with Dateline."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from dateline.errors import DataError

Row = dict[str, str]


def read_table(name: str, *columns: str, folder: Traversable | None = None) -> list[Row]:
    """The rows of the tab-separated table `name`, by column.

    Lines that begin with `#` say what the table is and where it comes from; the first other line
    names the columns, which must be `columns`. Raises DataError where the table is not so.
    """
    source = (folder or files("dateline.knowledge") / "data") / name
    try:
        text = source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"table {name} cannot be read: {error}") from error
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line and line[0] != "#"]
    if not lines or tuple(lines[0][1].split("\t")) != columns:
        raise DataError(f"table {name} lacks its head line {columns}")
    rows: list[Row] = []
    for number, line in lines[1:]:
        values = line.split("\t")
        if len(values) != len(columns):
            raise DataError(f"table {name}, line {number}: {len(values)} of {len(columns)} fields")
        rows.append(dict(zip(columns, values, strict=True)))
    return rows


def read_rows(package: str, name: str, cells: int) -> list[list[str]]:
    """The rows of the tab-separated table `name` beside the code of `package`, without comments.

    It has no head line; each row has `cells` cells. Raises DataError where the table is not so.
    """
    try:
        text = (files(package) / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{package}: table {name} cannot be read: {error}") from error
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != cells:
            raise DataError(f"{package}: {name}:{number}: {len(row)} cells, not {cells}")
        rows.append(row)
    return rows


def split(value: str) -> tuple[str, ...]:
    """The values of a field that holds several, parted by `;`."""
    return tuple(part for part in value.split(";") if part)


@cache
def cached_words(table: str) -> frozenset[str]:
    """The first column of a table of words with their meanings."""
    return frozenset(row["word"] for row in read_table(table, "word", "meaning"))
