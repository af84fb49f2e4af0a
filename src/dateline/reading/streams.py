"""Files, and standard input, as bytes or as lines; gzip, told by its content, is unpacked.

Rows are read in a stream: a corpus may be larger than memory, a row may not (`MAX_ROW`).
"""

from __future__ import annotations

import codecs
import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple, cast

from dateline.errors import FormatError, InputError, NotFoundError, NotTextError, TooLargeError
from dateline.reading import encoding
from dateline.reading.limits import MAX_BYTES, megabytes
from dateline.reading.unpack import gunzip

_GZIP = b"\x1f\x8b"
_SAMPLE = 65_536
STDIN = "-"


def read_bytes(path: str, cap: int = MAX_BYTES) -> bytes:
    """All bytes of the file at `path` (or standard input, `-`), unpacked if it is gzip.

    Raises NotFoundError, InputError where it cannot be read, TooLargeError over `cap`.
    """
    with opened(path) as stream:
        if path != STDIN:
            size = Path(path).stat().st_size
            if size > cap:
                raise TooLargeError(f"the file has {megabytes(size)}; the cap is {megabytes(cap)}")
        data = stream.read(cap + 1)
    if len(data) > cap:
        raise TooLargeError(f"it has more than {megabytes(cap)}, the cap")
    return gunzip([data], cap) if data.startswith(_GZIP) else data


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file at `path` (or standard input, `-`) as it is, with `peek`."""
    if path == STDIN:
        yield cast("BinaryIO", sys.stdin.buffer)
        return
    try:
        stream = open(path, "rb")  # noqa: SIM115
    except FileNotFoundError:
        raise NotFoundError("there is no such file") from None
    except IsADirectoryError:
        raise InputError("it is a folder, not a file") from None
    except (OSError, ValueError) as error:
        raise InputError(f"it cannot be opened ({error})") from error
    with stream:
        yield stream


def head(stream: BinaryIO) -> bytes:
    """The first bytes of a stream, which stay to be read."""
    return cast("io.BufferedReader", stream).peek(_SAMPLE)[:_SAMPLE]


def unpacked_head(sample: bytes) -> bytes:
    """The first bytes of what `sample`, the beginning of a stream, holds unpacked."""
    if not sample.startswith(_GZIP):
        return sample
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(sample, 4096)
    except zlib.error:
        return b""


class Line(NamedTuple):
    """A line of a text file."""

    number: int
    """From 1."""
    text: str
    """Without its line end. Bytes that are not in the file's encoding are lone surrogates."""
    too_long: bool
    """Whether more of it was passed over unread."""


@contextmanager
def text_stream(stream: BinaryIO, *, utf8: bool) -> Iterator[IO[str]]:
    """A stream of bytes as text, unpacked and decoded as its first bytes suggest.

    `utf8`: whether the format is UTF-8 by its own rules (JSON); then a byte-order mark alone can
    say otherwise, and nothing is guessed.

    Broken bytes become lone surrogates (see `is_broken`), so that one bad row harms no other.
    """
    if head(stream).startswith(_GZIP):
        unpacked = io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=stream)))
        stream = cast("BinaryIO", unpacked)
    with damaged_as_format_error():
        sample = head(stream)
    codec = _codec_of(sample, utf8)
    errors = "surrogateescape" if codec.startswith("utf-8") else "replace"
    text = io.TextIOWrapper(stream, encoding=codec, errors=errors, newline="\n")
    try:
        yield text
    finally:
        text.detach()  # closing is for whoever opened the stream: it may be standard input


def _codec_of(sample: bytes, utf8: bool) -> str:
    if sample.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if sample.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if utf8:
        return "utf-8"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=False)
    except UnicodeDecodeError:
        return encoding.decode(sample).encoding
    if b"\x00" in sample or encoding.named_binary(sample):
        return encoding.decode(sample).encoding
    return "utf-8"


def is_broken(text: str) -> bool:
    """Whether a text from `text_stream` held bytes that are not UTF-8."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def lines(stream: IO[str], cap: int) -> Iterator[Line]:
    """The lines of `stream`; of one that is longer than `cap` characters only the beginning."""
    number = 0
    with damaged_as_format_error():
        while text := stream.readline(cap):
            number += 1
            too_long = len(text) == cap and not text.endswith("\n")
            if too_long:
                while (rest := stream.readline(_SAMPLE)) and not rest.endswith("\n"):
                    pass
            yield Line(number, text.rstrip("\r\n"), too_long)


@contextmanager
def damaged_as_format_error() -> Iterator[None]:
    """Say in our words that packed data is damaged, cut off or not in its encoding."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FormatError(f"the packed data is damaged or cut off ({error})") from error
    except UnicodeError as error:
        raise NotTextError(
            f"the text is not in the encoding that it begins in ({error})"
        ) from error
    except OSError as error:
        raise InputError(f"it cannot be read ({error})") from error
