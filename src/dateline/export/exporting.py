"""A chronicle's values as rows, and rows as files."""

from __future__ import annotations

import gzip
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from os import PathLike, fspath
from typing import Any, BinaryIO, Final, cast

from dateline.errors import QueryError
from dateline.export import (
    casualties,
    events,
    incidents,
    intensity,
    mediation,
    people,
    select,
    statements,
    stories,
)
from dateline.export.columnset import DEFAULT, ColumnSet, column_set
from dateline.export.formats import delimited, geojson, ical, jsonl, parquet, timelinejs
from dateline.export.formats.written import Written
from dateline.export.sets import acled, counted, petrarch, polecat, ucdp
from dateline.reading.replace_file import replacing
from dateline.store.question import Question

Fields = dict[str, Any]
Teller = Callable[[sqlite3.Connection, Question], Iterator[Any]]

TELLERS: Final[Mapping[str, Teller]] = {
    "events": events.told,
    "incidents": incidents.told,
    "statements": statements.told,
    "stories": stories.told,
    "casualties": casualties.told,
    "intensity": intensity.told,
    "formats": mediation.told,
    "actors": people.actors,
    "places": people.places,
    "times": stories.times,
}
"""What can be exported, and what yields it."""
VIEWS: Final[Mapping[tuple[str, str], Callable[[Any], Iterator[Fields]]]] = {
    ("events", "dateline"): lambda event: iter([events.flat(event)]),
    ("events", "polecat"): polecat.rows,
    ("events", "petrarch"): petrarch.rows,
    ("events", "acled"): acled.rows,
    ("events", "ucdp"): ucdp.rows,
    ("incidents", "dateline"): lambda incident: iter([incidents.flat(incident)]),
    ("incidents", "acled"): counted.acled,
    ("incidents", "ucdp"): counted.ucdp,
}
"""The fields of one thing told, for a set of columns. Without one, the thing is its fields."""
TABLES: Final[Mapping[str, Callable[..., int]]] = {
    "csv": delimited.write,
    "tsv": partial(delimited.write, delimiter="\t"),
    "jsonl": jsonl.write,
    "parquet": parquet.write,
}
PICTURES: Final[Mapping[str, Callable[[BinaryIO, ColumnSet, Iterator[events.Told]], Written]]] = {
    "geojson": geojson.write,
    "ical": ical.write,
    "timelinejs": timelinejs.write,
}
"""Formats that hold events only, by rules of their own."""
FORMATS: Final = (*TABLES, *PICTURES)
ENDINGS: Final = {
    "csv": "csv",
    "tsv": "tsv",
    "tab": "tsv",
    "txt": "tsv",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "parquet": "parquet",
    "geojson": "geojson",
    "ics": "ical",
}
ZIPPED: Final = ".gz"


def export(
    db: sqlite3.Connection,
    what: str,
    path: str | PathLike[str],
    *,
    columns: str = DEFAULT,
    format: str | None = None,
    question: Question | None = None,
    header: bool = True,
    spreadsheet: bool = False,
) -> Written:
    """Write all of `what` that fits `question` to the file `path` (`-`: standard output).

    `format`: one of FORMATS; by the file's ending without one, CSV for standard output. `.gz` at
    the end of the name gives gzip. The file is there as a whole or as it was before. `header` and
    `spreadsheet` are of CSV and TSV (see `delimited.write`). The limit of `question` is not looked
    at. Raises QueryError where the question, the columns or the format do not fit `what`,
    InputError where the file cannot be written.
    """
    name = fspath(path)
    style = format or _by_ending(name)
    asked = question or Question()
    chosen = _checked(what, columns, style, asked)
    if style not in ("csv", "tsv") and (spreadsheet or not header):
        raise QueryError(f"{style} knows no spreadsheets and no header; CSV and TSV do")
    with _open(name) as stream, _steady(db):
        if style in PICTURES:
            return PICTURES[style](stream, chosen, TELLERS[what](db, asked))
        writer = TABLES[style]
        if style in ("csv", "tsv"):
            writer = partial(writer, header=header, spreadsheet=spreadsheet)
        fitting = fields(db, what, columns=columns, question=asked)
        return Written(writer(stream, chosen, map(chosen.row, fitting)))


def rows(
    db: sqlite3.Connection,
    what: str,
    *,
    columns: str = DEFAULT,
    question: Question | None = None,
) -> Iterator[Fields]:
    """All of `what` that fits, as dictionaries by column, in the order of the stories.

    Lists stay lists where the column is of the type `texts`. Raises QueryError.
    """
    asked = question or Question()
    chosen = _checked(what, columns, "jsonl", asked)
    names = [column.name for column in chosen.columns]
    for found in fields(db, what, columns=columns, question=asked):
        yield dict(zip(names, chosen.row(found), strict=True))


def fields(
    db: sqlite3.Connection, what: str, *, columns: str, question: Question
) -> Iterator[Fields]:
    """The fields that the columns of a set are taken from, row by row."""
    statuses = column_set(what, columns).statuses
    view = VIEWS.get((what, columns))
    for told in TELLERS[what](db, question):
        if statuses and told.row["status"] not in statuses:
            continue
        if view is None:
            yield told
        else:
            yield from view(told)


def _checked(what: str, columns: str, style: str, question: Question) -> ColumnSet:
    """The column set. Raises QueryError where the parts do not go together."""
    if what not in TELLERS:
        raise QueryError(f"there are no {what!r} to export; there are {', '.join(TELLERS)}")
    if style not in FORMATS:
        raise QueryError(f"{style!r} is no format; there are {', '.join(FORMATS)}")
    chosen = column_set(what, columns)
    select.check(what, question)
    if style in PICTURES and what != "events":
        raise QueryError(f"{style} holds events, and no {what}")
    if style in PICTURES and columns != DEFAULT:
        raise QueryError(f"{style} goes with Dateline's own columns only")
    status = question.status
    if status and chosen.statuses and status.casefold() not in chosen.statuses:
        held = ", ".join(chosen.statuses)
        raise QueryError(f"the columns {columns!r} hold only what is {held}, and not {status!r}")
    return chosen


def _by_ending(name: str) -> str:
    if name == "-":
        return "csv"
    ending = name.removesuffix(ZIPPED).rsplit(".", 1)[-1].casefold()
    if ending not in ENDINGS:
        raise QueryError(
            f"{name}: its ending names no format ({', '.join(ENDINGS)}); name one of"
            f" {', '.join(FORMATS)}"
        )
    return ENDINGS[ending]


@contextmanager
def _open(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield cast("BinaryIO", sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    with replacing(name) as stream:
        if not name.endswith(ZIPPED):
            yield stream
            return
        # Without name and time the same rows give the same bytes.
        with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as zipped:
            yield cast("BinaryIO", zipped)


@contextmanager
def _steady(db: sqlite3.Connection) -> Iterator[None]:
    """One state of the chronicle for all that is read, whoever writes beside it."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("ROLLBACK")
