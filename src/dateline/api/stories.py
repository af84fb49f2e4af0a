"""Stories into records, for Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from os import PathLike, fspath
from os.path import isfile
from typing import Any

from dateline.errors import NotFoundError
from dateline.knowledge import roster
from dateline.pipeline import annotate_document
from dateline.pool import annotate_all
from dateline.reading import read_document
from dateline.reading.document import Document
from dateline.reading.items import BadInput
from dateline.reading.rows import read_row
from dateline.record import Record

LONGEST_PATH = 1024
"""A longer string is a text, not the name of a file."""


def read(
    source: str | PathLike[str] | Document, *, today: date | None = None, **known: str
) -> Record:
    """Read one story into a record.

    `source`: a path, an http(s) address, the text itself, or a Document. A string of one word that
    names no file raises NotFoundError; one with spaces or line breaks that names no file is text.
    `today`: the reading date (default: the day's date), which bounds the guess at a missing year.
    `known`: what you know of the story: `title`, `date` (ISO), `source`, `url`, `id`, ...
    Raises InputError (see `dateline.errors`) where nothing can be read.
    """
    document = source if isinstance(source, Document) else _document(source)
    for name, value in known.items():
        if name not in Document.__slots__ or name in ("text", "warnings"):
            raise TypeError(f"read() got an unexpected keyword argument {name!r}")
        setattr(document, name, value)
    return annotate_document(document, today or date.today())


def annotate(
    documents: Iterable[Document | Mapping[str, Any] | str],
    *,
    today: date | None = None,
    jobs: int = 1,
) -> Iterator[Record]:
    """The records of many documents, in order.

    `documents`: Documents, corpus rows (mappings with `text` and optionally `id`, `date`, `title`,
    `source`, `url`) or texts. `jobs`: number of processes. A document that cannot be read gives an
    empty record whose `warnings` say why.
    """
    items = (_item(number, entry) for number, entry in enumerate(documents, 1))
    for result in annotate_all(items, today or date.today(), jobs):
        yield result.record


def use_roster(*files: str | PathLike[str]) -> None:
    """Let rosters of your own (CSV, TSV or YAML) extend the built-in one from now on.

    Holds for this process and for the pools that it starts; without files, back to the built-in
    one and what the environment variable DATELINE_ROSTER names. Raises DataError with file and
    line where one is broken. See docs/roster.md.
    """
    roster.use(*files)


def _item(number: int, entry: Document | Mapping[str, Any] | str) -> Document | BadInput:
    """One entry of `annotate` as a document."""
    if isinstance(entry, Document):
        return entry
    row = {"text": entry} if isinstance(entry, str) else entry
    return read_row(f"document {number}", row)


def _document(source: str | PathLike[str]) -> Document:
    """A path, an address or a text as a document."""
    name = fspath(source)
    if not isinstance(source, str) or name.startswith(("http://", "https://")):
        return read_document(name)
    if len(name) <= LONGEST_PATH and "\n" not in name:
        if isfile(name):  # unlike Path.is_file, false for a name that is too long
            return read_document(name)
        if not any(c.isspace() for c in name.strip()):
            raise NotFoundError(f"{name}: no such file")
    return Document(text=name)
