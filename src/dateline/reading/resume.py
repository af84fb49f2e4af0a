"""What an output file holds already, and how one that was cut off is mended."""

from __future__ import annotations

import gzip
import json
import os
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO, NamedTuple, cast

from dateline.errors import FormatError
from dateline.reading.replace_file import replacing

_ID = re.compile(rb'\s{0,99}\{\s{0,99}"id"\s{0,99}:\s{0,99}("(?:[^"\\]|\\.)*")')
"""The id where it stands first, as in every record; so that no record need be parsed."""
_CHUNK = 1 << 16
_CUT_OFF = (EOFError, zlib.error, gzip.BadGzipFile)


class Repaired(NamedTuple):
    """What an output file held before."""

    ids: frozenset[str]
    """Ids of its whole records."""
    cut: int
    """Bytes of a half-written last line (unpacked) that were taken off."""


def existing_ids(path: str) -> frozenset[str]:
    """The ids of the whole records in an output file, which stays as it is.

    Raises FormatError where a line before the last is no record.
    """
    return frozenset(line.id for line in _records(path))


def repair(path: str) -> Repaired:
    """Take a half-written last line off an output file, and say what is left.

    A gzip file that was cut off is written anew from what can be unpacked, and put in the old
    one's place in one step. Raises FormatError, and leaves the file alone, where a line before
    the last is no record.
    """
    ids: set[str] = set()
    good = 0
    for line in _records(path):
        ids.add(line.id)
        good = line.end
    if path.endswith(".gz"):
        cut = _cut_packed(path, good)
    else:
        size = os.path.getsize(path)
        cut = max(0, size - good)
        with open(path, "r+b") as stream:
            if cut:
                stream.truncate(good)
            elif good > size:  # the last record is whole and only its line end is missing
                stream.seek(0, os.SEEK_END)
                stream.write(b"\n")
    return Repaired(frozenset(ids), cut)


class _Record(NamedTuple):
    id: str
    end: int
    """One past its line end, in bytes (unpacked)."""


def _records(path: str) -> Iterator[_Record]:
    end = 0
    broken_at = 0
    for number, line in enumerate(_lines(path), 1):
        if broken_at:
            raise FormatError(
                f"{path}:{broken_at} is no record: this is not a file that `annotate` wrote"
            )
        whole = line.endswith(b"\n")
        found = _id_of(line, whole)
        if found is None:
            broken_at = number
            if whole:
                raise FormatError(f"{path}:{number} is no record: not a file that `annotate` wrote")
            continue
        end += len(line) + (not whole)
        yield _Record(found, end)


def _id_of(line: bytes, whole: bool) -> str | None:
    """The id of the record in a line, or None where it is none.

    Only a last line without a line end is parsed: its beginning says nothing about its end.
    """
    match = _ID.match(line)
    try:
        if match and whole and line.rstrip().endswith(b"}"):
            return str(json.loads(match[1]))
        record = json.loads(line)
    except ValueError:
        return None
    found = record.get("id") if isinstance(record, dict) else None
    return found if isinstance(found, str) else None


def _lines(path: str) -> Iterator[bytes]:
    if not path.endswith(".gz"):
        with open(path, "rb") as stream:
            yield from stream
        return
    with gzip.open(path, "rb") as packed, suppress(*_CUT_OFF):
        yield from _whole_lines(cast("BinaryIO", packed))


def _whole_lines(packed: BinaryIO) -> Iterator[bytes]:
    """The lines of a gzip file that may be cut off, up to the last byte that can be unpacked."""
    rest = b""
    try:
        while chunk := packed.read1(_CHUNK):  # type: ignore[attr-defined]
            *whole, rest = (rest + chunk).split(b"\n")
            for line in whole:
                yield line + b"\n"
    except _CUT_OFF:
        if rest:
            yield rest
        raise
    if rest:
        yield rest


def _cut_packed(path: str, good: int) -> int:
    """Keep the first `good` bytes of a gzip file, unpacked; bring what was cut off."""
    size = 0
    sound = False
    with gzip.open(path, "rb") as packed, suppress(*_CUT_OFF):
        while chunk := packed.read1(_CHUNK):
            size += len(chunk)
        sound = True
    if sound and size == good:
        return 0
    left = good
    with replacing(path) as raw, gzip.GzipFile(fileobj=raw, mode="wb") as new:
        with gzip.open(path, "rb") as packed, suppress(*_CUT_OFF):
            while left > 0 and (chunk := packed.read1(_CHUNK)):
                new.write(chunk[:left])
                left -= min(left, len(chunk))
        new.write(b"\n" * left)  # at most one: the line end of a whole last record
    return max(0, size - good)
