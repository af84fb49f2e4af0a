"""Bytes become text.

The order of evidence: a byte-order mark; valid UTF-8; the charset that the carrier declares (HTTP
header, then HTML or XML); UTF-16 without a mark; UTF-8 with a few broken bytes; Windows-1252 for
text that is nearly all ASCII; charset-normalizer for the rest.

The text is kept as it is: CRLF, no-break spaces, soft hyphens and curly quotes stay, so that a
span can be found again in the file. Only the byte-order mark is no part of the text.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import NamedTuple

from dateline.errors import NotTextError
from dateline.reading import tables
from dateline.record import Caution

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 50_000
"""Bytes that a guess looks at; more does not change it."""
_MOSTLY_ASCII = 0.95
_BROKEN_SHARE = 0.25
"""Of the characters above ASCII, how many may be broken for the text to be UTF-8 still."""
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_META = re.compile(
    rb"<(?:meta[^>]{0,300}?charset|\?xml[^>]{0,100}?encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}"
    rb"([A-Za-z0-9_.:-]{2,40})",
    re.IGNORECASE,
)
_IN_HEADER = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


class Decoded(NamedTuple):
    """A text and how it was read."""

    text: str
    encoding: str
    """Python's name of the encoding."""
    warnings: list[Caution]


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Read `data` as text.

    `declared`: the charset that the carrier names (see `declared_in_header`, `declared_in_page`).
    Raises NotTextError for binary data.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], codec)
    if b"\x00" in data[:_SAMPLE]:
        return _wide(data)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", [])
    except UnicodeDecodeError:
        pass
    return _by_declaration(data, declared) or _broken_utf8(data) or _guessed(data)


def declared_in_header(content_type: str | None) -> str | None:
    """The charset in an HTTP `Content-Type`, if any."""
    match = _IN_HEADER.search(content_type or "")
    return match[1] if match else None


def declared_in_page(data: bytes) -> str | None:
    """The charset that an HTML page or XML file declares in its first 2,048 bytes, if any."""
    match = _META.search(data[:2048])
    return match[1].decode("ascii") if match else None


def named_binary(data: bytes) -> str | None:
    """What kind of binary file begins like `data` ("a PDF file"), or None."""
    controls = _CONTROLS.search(data[:_SAMPLE]) is not None
    for signature, name, printable in _signatures():
        if data.startswith(signature) and (controls or printable):
            return name
    return None


@cache
def _signatures() -> tuple[tuple[bytes, str, bool], ...]:
    rows = tables.rows("signatures.tsv")
    return tuple((bytes.fromhex(sig), name, printable == "yes") for sig, name, printable in rows)


@cache
def _labels() -> dict[str, str]:
    return {label: codec for label, codec in tables.rows("charsets.tsv")}  # noqa: C416


def _codec(label: str) -> str | None:
    label = label.strip().lower()
    try:
        info = codecs.lookup(_labels().get(label, label))
    except LookupError:
        return None
    # Python also has codecs that are no charsets (rot13, zip).
    return info.name if getattr(info, "_is_text_encoding", True) else None


def _refuse_binary(data: bytes) -> None:
    name = named_binary(data)
    if name:
        raise NotTextError(f"this is {name}, not text")
    sample = data[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > max(2, len(sample) * 0.01):
        raise NotTextError("this is binary data, not text")


def _marked(data: bytes, codec: str) -> Decoded:
    text = data.decode(codec, errors="replace")
    broken = text.count("\ufffd") - data.decode(codec, errors="ignore").count("\ufffd")
    if broken > max(1, len(text) * _BROKEN_SHARE):
        raise NotTextError(f"it begins like {codec} text, but is not")
    return Decoded(text, codec, [_replaced(text, codec, broken)] if broken else [])


def _wide(data: bytes) -> Decoded:
    """UTF-16 without a mark: every second byte of mostly Latin text is null."""
    sample = data[:_SAMPLE]
    half = max(1, len(sample) // 2)
    for codec, first, other in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if sample[first::2].count(0) > 0.4 * half and sample[other::2].count(0) < 0.01 * half:
            try:
                text = data.decode(codec)
            except UnicodeDecodeError:
                continue
            latin = text[:_SAMPLE].encode("latin-1", "replace")
            if len(_CONTROLS.findall(latin)) <= 0.01 * len(latin):
                return Decoded(text, codec, [])
    _refuse_binary(data)
    raise NotTextError("it holds null bytes: binary data, not text")


def _by_declaration(data: bytes, declared: str | None) -> Decoded | None:
    codec = _codec(declared) if declared else None
    if codec is None or codec.startswith(("utf-16", "utf-32")):
        # A page whose declaration could be read as ASCII is in neither of the two.
        return None
    try:
        return Decoded(data.decode(codec), codec, [])
    except (UnicodeDecodeError, ValueError):
        return None


def _broken_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with some broken bytes (a cut page, a stray byte of another encoding)."""
    text = data.decode("utf-8", errors="replace")
    good = data.decode("utf-8", errors="ignore")
    broken = text.count("\ufffd") - good.count("\ufffd")
    above_ascii = len(good) - len(good.encode("ascii", "ignore"))
    if broken > _BROKEN_SHARE * above_ascii:
        return None
    return Decoded(text, "utf-8", [_replaced(text, "utf-8", broken)])


def _replaced(text: str, codec: str, number: int) -> Caution:
    at = text.index("\ufffd")
    message = f"{number} broken byte sequence(s) of {codec} were replaced by U+FFFD"
    return Caution(code="broken_bytes", message=message, span=(at, at + 1))


def _guessed(data: bytes) -> Decoded:
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    candidates = ["cp1252"] if high < (1 - _MOSTLY_ASCII) * len(data) else []
    # charset-normalizer can tell little from ASCII: show it what lies around the high bytes.
    at = re.search(rb"[\x80-\xff]", data)
    start = max(0, at.start() - 200) if at else 0
    candidates += _by_charset_normalizer(data[start : start + _SAMPLE])
    for codec in candidates:
        try:
            text = data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
        first = next((i for i, c in enumerate(text) if c > "\x7f"), None)
        message = f"no encoding was declared and it is not UTF-8: read as {codec}"
        span = None if first is None else (first, first + 1)
        caution = Caution(code="encoding_guessed", message=message, span=span)
        return Decoded(text, codec, [caution])
    raise NotTextError("no encoding could be told: not UTF-8, and nothing else fits")


def _by_charset_normalizer(sample: bytes) -> list[str]:
    from charset_normalizer import from_bytes

    guesses = [match.encoding for match in from_bytes(sample)]
    # Not the mainframes' encodings, which almost any bytes are valid in.
    return [codec for codec in guesses if b"a1 ".decode(codec, "replace") == "a1 "][:5]
