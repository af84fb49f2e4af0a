"""Column sets: which columns an export has, and which field of a row goes into each.

A set is a table, `columns/WHAT.NAME.tsv`. Lines that begin with `#:` steer the set (`missing`: what
stands for an absent value in CSV and TSV; `status`: the only statuses that it holds), lines that
begin with `#` say what the set is; then come columns, one a line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final, Literal, get_args

from dateline.errors import DataError, QueryError

Type = Literal["text", "texts", "integer", "number", "date", "boolean"]
Fields = Mapping[str, Any]
UNKNOWN: Final = "-"
"""The field of a column that Dateline cannot fill."""
BETWEEN: Final = "; "
"""Between the values of a list where it must be one text."""
DEFAULT: Final = "dateline"


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    name: str
    field: str | None
    """The field of the row that it holds; None where it stays empty."""
    type: Type
    description: str


@dataclass(frozen=True, slots=True)
class ColumnSet:
    """The columns of one export."""

    what: str
    name: str
    about: tuple[str, ...]
    """What it is, where its names come from: sentences."""
    columns: tuple[Column, ...]
    missing: str = ""
    statuses: tuple[str, ...] = ()
    """Statuses of the events that it holds; empty for all."""

    def row(self, fields: Fields) -> list[Any]:
        """The values of one row, in order. A list becomes one text where the column wants text."""
        return [self._value(column, fields) for column in self.columns]

    def _value(self, column: Column, fields: Fields) -> Any:
        if column.field is None:
            return None
        value = fields[column.field]
        if column.type == "text" and isinstance(value, list):
            return BETWEEN.join(part or self.missing for part in value) or None
        return value


def set_names(what: str) -> tuple[str, ...]:
    """The names of the column sets that there are for `what`, Dateline's own first."""
    names = sorted(
        entry.name.removesuffix(".tsv").split(".")[1]
        for entry in _folder().iterdir()
        if entry.name.endswith(".tsv") and entry.name.split(".")[0] == what
    )
    return tuple(sorted(names, key=lambda name: name != DEFAULT))


@cache
def column_set(what: str, name: str = DEFAULT) -> ColumnSet:
    """The set `name` of `what`. Raises QueryError for none, DataError for a broken table."""
    if name not in set_names(what):
        raise QueryError(f"{what} have no columns {name!r}; there are {', '.join(set_names(what))}")
    about: list[str] = []
    steer: dict[str, str] = {}
    rows: list[list[str]] = []
    path = f"{what}.{name}.tsv"
    for line in (_folder() / path).read_text(encoding="utf-8").splitlines():
        if line.startswith("#:"):
            key, _, value = line[2:].strip().partition(" ")
            steer[key] = value
        elif line.startswith("#"):
            about.append(line[1:].strip())
        elif line:
            rows.append(line.split("\t"))
    if not rows or rows[0] != ["name", "field", "type", "description"]:
        raise DataError(f"export/columns/{path} lacks its head line")
    return ColumnSet(
        what,
        name,
        tuple(about),
        tuple(_column(path, row) for row in rows[1:]),
        steer.get("missing", ""),
        tuple(steer.get("status", "").split()),
    )


def _folder() -> Traversable:
    return files("dateline.export") / "columns"


def _column(path: str, row: list[str]) -> Column:
    if len(row) != 4 or row[2] not in get_args(Type):
        raise DataError(f"export/columns/{path}: {row} is no column")
    name, field, kind, description = row
    return Column(name, None if field == UNKNOWN else field, kind, description)  # type: ignore[arg-type]
