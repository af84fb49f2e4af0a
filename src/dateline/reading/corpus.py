"""Documents from all that a user may name.

Everything is read in a stream, in the order given; what cannot be read comes out as a `BadInput`
in its place, and the rest goes on.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from dateline.errors import FormatError, InputError
from dateline.reading import csv_file, jsonl, parquet, streams
from dateline.reading.address_parts import is_url
from dateline.reading.document import Document
from dateline.reading.feed import is_feed, read_feed
from dateline.reading.fetch import Fetched, fetch
from dateline.reading.items import BadInput
from dateline.reading.limits import MAX_ARRAY
from dateline.reading.sources import expand, kind_of
from dateline.reading.text import read_data
from dateline.record import Caution, document_id

_STDIN_NAME = "<stdin>"
_JSON_START = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}(?:(?=\{\s{0,200}\")|(?=\[\s{0,200}\{))(.)")


def read_document(source: str) -> Document:
    """The one document at `source`: a file's path, a web address, or `-` for standard input.

    Text or HTML, told by content. Its id is a digest of its text. Raises InputError (see
    `dateline.errors`) with a message that begins with the source's name; a corpus is refused.
    """
    name = _STDIN_NAME if source == streams.STDIN else source
    try:
        return _single(source)
    except InputError as error:
        raise type(error)(BadInput(name, error).message) from error


def read_documents(
    inputs: Iterable[str], stdin: str | None = None
) -> Iterator[Document | BadInput]:
    """The documents of all `inputs`: files, folders, patterns, web addresses, `-`.

    `stdin` says what standard input holds: `jsonl`, `json`, `csv` or `document`; by default JSON
    Lines where it begins with `{`, a JSON array where it begins with `[`, else one document.
    Each document has an id. Where one comes again it is kept, with a warning (`duplicate_id`).
    """
    seen: set[int] = set()  # hashes: a corpus of millions should not cost its ids' weight twice
    for name in inputs:
        for source in expand(name):
            if isinstance(source, BadInput):
                yield source
                continue
            for item in _read(source, stdin):
                if isinstance(item, Document):
                    _note_repetition(item, seen)
                yield item


def _note_repetition(document: Document, seen: set[int]) -> None:
    key = hash(document.id)
    if key in seen:
        message = f"the id {document.id!r} came before in this input"
        document.warnings.append(Caution(code="duplicate_id", message=message))
    seen.add(key)


def _read(source: str, stdin: str | None) -> Iterator[Document | BadInput]:
    name = _STDIN_NAME if source == streams.STDIN else source
    try:
        kind = "document" if is_url(source) else kind_of(source)
        if source == streams.STDIN:
            kind = stdin or _kind_of_stdin()
        if kind == "document":
            yield from _document_or_feed(source, name)
        else:
            yield from _rows(source, name, kind)
    except InputError as error:
        yield BadInput(name, error)


def _rows(source: str, name: str, kind: str) -> Iterator[Document | BadInput]:
    if kind == "parquet":
        yield from parquet.read_parquet(source)
    elif kind == "json":
        yield from _json(source, name)
    elif kind in ("jsonl", "csv"):
        read = jsonl.read_lines if kind == "jsonl" else csv_file.read_csv
        with (
            streams.opened(source) as stream,
            streams.text_stream(stream, utf8=kind == "jsonl") as text,
        ):
            yield from read(text, name)
    else:
        raise FormatError(f"{kind} is no kind of corpus that is read")


def _json(source: str, name: str) -> Iterator[Document | BadInput]:
    """A `.json` file: an array of rows, one row, or JSON Lines under the wrong name."""
    from dateline.reading import encoding

    text = encoding.decode(streams.read_bytes(source, MAX_ARRAY)).text
    if text.lstrip("\ufeff \t\r\n").startswith("{") and "\n{" in text:
        yield from jsonl.read_lines(StringIO(text), name)
    else:
        yield from jsonl.read_array(text, name)


def _kind_of_stdin() -> str:
    with streams.opened(streams.STDIN) as stream:
        sample = streams.head(stream)
    # A gazette may begin with "[": only what goes on like JSON counts.
    match = _JSON_START.match(streams.unpacked_head(sample))
    return {b"{": "jsonl", b"[": "json"}[match[1]] if match else "document"


def _single(source: str) -> Document:
    kind = "document" if is_url(source) else kind_of(source)
    if kind != "document":
        raise FormatError(f"it is a corpus ({kind}), which `dateline annotate` reads")
    answer = _answer(source)
    if is_feed(answer.data):
        raise FormatError("it is a feed, which `dateline annotate` reads")
    return _document(answer, source)


def _document_or_feed(source: str, name: str) -> Iterator[Document | BadInput]:
    answer = _answer(source)
    if not is_feed(answer.data):
        yield _document(answer, source)
        return
    for item in read_feed(answer.data, name):
        if isinstance(item, Document):
            item.id = item.id or document_id(item.text)
        yield item


def _answer(source: str) -> Fetched:
    """The bytes at an address, of a file or of standard input."""
    return fetch(source) if is_url(source) else Fetched(streams.read_bytes(source), "", None)


def _document(answer: Fetched, source: str) -> Document:
    document = read_data(answer.data, url=answer.url or None, content_type=answer.content_type)
    if not answer.url and source != streams.STDIN:
        document.origin = os.path.abspath(source)
    document.id = document.id or document_id(document.text)
    return document
