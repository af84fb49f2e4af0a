"""What the user names as input: files, folders, patterns, addresses, standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from dateline.errors import EmptyError, NotFoundError
from dateline.reading.address_parts import is_url
from dateline.reading.items import BadInput
from dateline.reading.streams import STDIN

CORPORA = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".pq": "parquet",
}
"""Endings of files that hold many documents, and what they are."""
PAGES = {".txt", ".text", ".html", ".htm", ".xhtml", ".rss", ".atom"}
"""Endings of files that hold one document, for folders (a file named by itself may be called
anything)."""


def kind_of(path: str) -> str:
    """`jsonl`, `json`, `csv`, `parquet`, or `document` for a file with one document."""
    return CORPORA.get(_suffix(Path(path)), "document")


def expand(name: str) -> Iterator[str | BadInput]:
    """The files that `name` stands for, sorted; an address or `-` stands for itself.

    A pattern (`news/**/*.jsonl`) that fits nothing, and a folder without a file of a kind that is
    read, are bad input. Files whose names begin with a dot are passed over in folders.
    """
    if name == STDIN or is_url(name) or os.path.isfile(name):
        yield name
    elif os.path.isdir(name):
        found = sorted(str(p) for p in Path(name).rglob("*") if _is_input(p, Path(name)))
        yield from found
        if not found:
            kinds = ", ".join(sorted([*CORPORA, *PAGES]))
            yield BadInput(name, EmptyError(f"the folder holds no file of a known kind ({kinds})"))
    elif glob.has_magic(name):
        found = sorted(p for p in glob.iglob(name, recursive=True) if os.path.isfile(p))
        yield from found
        if not found:
            yield BadInput(name, NotFoundError("no file fits this pattern"))
    else:
        yield BadInput(name, NotFoundError("there is no such file"))


def _suffix(path: Path) -> str:
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix


def _is_input(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and _suffix(path) in CORPORA.keys() | PAGES and path.is_file()
