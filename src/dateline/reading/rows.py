"""A row of a corpus becomes a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dateline.errors import FormatError, InputError
from dateline.reading.dates import iso_day
from dateline.reading.document import Document
from dateline.reading.items import BadInput
from dateline.reading.wording import checked
from dateline.record import Caution, document_id

FIELDS = ("id", "text", "date", "title", "source", "url", "byline", "language")
"""What is read of a row; `text` is required, `id` asked for. Other fields are passed over."""

_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].{0,20})?", re.IGNORECASE)


def document_of(row: Mapping[str, Any]) -> Document:
    """The document in a row (see `FIELDS`). Its text is taken as it is.

    Without an `id` it gets a digest of its text. Raises FormatError where `text` is missing or no
    string, EmptyError, TooLargeError.
    """
    text = row.get("text")
    if text is None:
        there = ", ".join(sorted(str(name) for name in row)[:12]) or "none"
        raise FormatError(f"the row has no `text` (its fields: {there})")
    if not isinstance(text, str):
        raise FormatError(f"`text` is {_kind(text)}, not a string")
    document = Document(text=text, id=row_id(row))
    for name in ("title", "source", "url", "byline"):
        setattr(document, name, _string(document, name, row.get(name)))
    document.date = _date(document, row.get("date"))
    document.language = _language(document, row.get("language"))
    checked(document)
    document.id = document.id or document_id(document.text)
    return document


def read_row(where: str, row: Any) -> Document | BadInput:
    """The document in a row, or what is wrong with it."""
    if not isinstance(row, Mapping):
        return BadInput(where, FormatError(f"the row is {_kind(row)}, not an object with `text`"))
    try:
        return document_of(row)
    except InputError as error:
        return BadInput(where, error, row_id(row))


def row_id(row: Mapping[str, Any]) -> str | None:
    """The row's id as a string: numbers are written out."""
    value = row.get("id")
    if isinstance(value, str):
        return value or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _string(document: Document, name: str, value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value or None
    _warn(document, "bad_field", f"`{name}` is {_kind(value)}, not a string: passed over")
    return None


def _date(document: Document, value: Any) -> str | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    day = iso_day(value)
    if day is None:
        _warn(document, "bad_date", f"`date` is {str(value)[:40]!r}, not an ISO date: passed over")
    return day


def _language(document: Document, value: Any) -> str | None:
    value = _string(document, "language", value)
    if value is None:
        return None
    match = _LANGUAGE.fullmatch(value.strip())
    if match is None:
        message = f"`language` is {value[:40]!r}, not an ISO 639-1 code: passed over"
        _warn(document, "bad_field", message)
        return None
    return match[1].lower()


def _warn(document: Document, code: str, message: str) -> None:
    document.warnings.append(Caution(code=code, message=message))


def _kind(value: Any) -> str:
    names = {list: "a list", dict: "an object", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number" if isinstance(value, int | float) else "no text")
