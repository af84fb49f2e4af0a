"""gzip and deflate unpacked in a stream, with a cap: 389 kB of gzip can be hundreds of MB."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from dateline.errors import FormatError, TooLargeError
from dateline.reading.limits import megabytes

_AUTO = zlib.MAX_WBITS | 32
"""zlib tells gzip from zlib by the header."""


def gunzip(chunks: Iterable[bytes], cap: int) -> bytes:
    """The unpacked content of gzip (one or more members) or zlib data that comes in `chunks`.

    Never holds more than `cap` bytes. Raises TooLargeError over the cap, FormatError where the
    data is damaged or cut off.
    """
    out = bytearray()
    machine = zlib.decompressobj(_AUTO)
    begun = False
    for chunk in chunks:
        data = chunk
        while data:
            if machine.eof:
                data = data.lstrip(b"\x00")  # padding between members
                if not data:
                    break
                machine = zlib.decompressobj(_AUTO)
            try:
                out += machine.decompress(data, cap + 1 - len(out))
            except zlib.error as error:
                raise FormatError(f"the packed data is damaged ({error})") from error
            begun = True
            if len(out) > cap:
                raise TooLargeError(f"it unpacks to more than {megabytes(cap)}, the cap")
            data = machine.unused_data if machine.eof else machine.unconsumed_tail
    if begun and not machine.eof:
        raise FormatError("the packed data is cut off before its end")
    return bytes(out)
