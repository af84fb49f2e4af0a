"""What a user gives the desk to read, as a document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.errors import EmptyError, FormatError
from dateline.reading import read_document
from dateline.reading.address_parts import is_url
from dateline.reading.document import Document
from dateline.reading.streams import read_bytes
from dateline.reading.text import read_data
from dateline.record import document_id
from dateline.store import Question


@dataclass(frozen=True, slots=True)
class Given:
    """A text, a file or an address, and what the user knows of the story."""

    text: str = ""
    file: Path | None = None
    """A copy of the user's file."""
    name: str = ""
    """What the user calls it."""
    address: str = ""
    title: str = ""
    date: str = ""
    source: str = ""

    @property
    def label(self) -> str:
        """What it is, in a few words."""
        return self.name or self.address or " ".join(self.text.split())[:60]


def document(given: Given) -> Document:
    """The document that was given; an address is fetched, under the guard of `reading.fetch`.

    Raises InputError, and QueryError where the date is none.
    """
    found = _read(given)
    Question(since=given.date or None).days()
    found.title = given.title or found.title
    found.date = given.date or found.date
    found.source = given.source or found.source
    found.id = found.id or document_id(found.text)
    return found


def _read(given: Given) -> Document:
    if given.file:
        return read_data(read_bytes(str(given.file)))
    if given.address:
        if not is_url(given.address):
            raise FormatError(f"{given.address!r} is no web address (http:// or https://)")
        return read_document(given.address)
    if not given.text.strip():
        raise EmptyError("there is no text in it")
    # What a form sends has the line ends of HTTP.
    return read_data(given.text.replace("\r\n", "\n").encode("utf-8", "replace"))
