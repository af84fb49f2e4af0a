"""Records as they lie in the file: JSON, deflated."""

from __future__ import annotations

import zlib

from dateline.record import Record


def pack(record: Record) -> bytes:
    """A record as bytes, about a fifth of its JSON."""
    return zlib.compress(record.to_json().encode())


def unpack(body: bytes) -> Record:
    """The record in `body`."""
    return Record.from_json(zlib.decompress(body))
