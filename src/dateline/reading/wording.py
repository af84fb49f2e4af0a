"""What is looked for in every text, wherever it came from.

The wording itself is not changed, with one exception: lone surrogates (from JSON escapes such as
`\\ud83d` without their second half) are no Unicode characters and cannot be written as UTF-8. Each
is replaced by U+FFFD, one for one, so that all offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.errors import EmptyError, TooLargeError
from dateline.reading.document import Document
from dateline.reading.limits import MAX_CHARACTERS
from dateline.record import Caution

_SURROGATES = re.compile("[\ud800-\udfff]")
# UTF-8 bytes shown as Windows-1252. Lead byte and the characters that the bytes 80-BF become.
# Only runs that readers know as mojibake: marks such as the curly quotes (E2 80 ..), letters with
# accents (C3 ..), signs (C2 ..), and two letters or more of Cyrillic (D0, D1), since a single
# such pair can be real: a capital letter and a closing guillemet.
_TAIL = (
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013-\u203a\u20ac\u2122]"
)
_MOJIBAKE = re.compile(
    rf"\u00e2[\u20ac\u0080]{_TAIL}|\u00c3{_TAIL}|\u00c2[\u00a0-\u00bb]"
    rf"|(?:[\u00d0\u00d1]{_TAIL}){{2,40}}"
)
_INVISIBLE = "\ufeff\u200b"
_MOST = 1000
"""Places of mojibake that are counted before it is enough."""


def checked(document: Document) -> Document:
    """The document itself, its text made writable, with warnings for what looks wrong in it.

    Raises EmptyError where there is no text, TooLargeError where it is over the cap.
    """
    if len(document.text) > MAX_CHARACTERS:
        raise TooLargeError(
            f"the text has {len(document.text):,} characters; the cap is {MAX_CHARACTERS:,}"
        )
    if all(c.isspace() or c in _INVISIBLE for c in document.text):
        raise EmptyError("there is no text in it")
    _mend_surrogates(document)
    warning = _mojibake(document.text)
    if warning:
        document.warnings.append(warning)
    return document


def _mend_surrogates(document: Document) -> None:
    spans = [m.span() for m in _SURROGATES.finditer(document.text)]
    if spans:
        message = f"{len(spans)} lone surrogate(s) were replaced by U+FFFD"
        document.warnings.append(Caution(code="lone_surrogate", message=message, span=spans[0]))
        document.text = _SURROGATES.sub("\ufffd", document.text)
    for name in ("id", "title", "source", "url", "byline", "language", "date"):
        value = getattr(document, name)
        if value and _SURROGATES.search(value):
            setattr(document, name, _SURROGATES.sub("\ufffd", value))


def _mojibake(text: str) -> Caution | None:
    spans = [span for span, _ in zip(_suspects(text), range(_MOST), strict=False)]
    if not spans:
        return None
    start, end = spans[0]
    number = f"{len(spans)} or more" if len(spans) == _MOST else str(len(spans))
    message = (
        f"{number} place(s) look like UTF-8 read as Windows-1252, the first {text[start:end]!r}; "
        "the wording is kept as it is"
    )
    return Caution(code="mojibake", message=message, span=(start, end))


def _suspects(text: str) -> Iterator[tuple[int, int]]:
    for match in _MOJIBAKE.finditer(text):
        try:
            b"".join(_byte(c) for c in match[0]).decode("utf-8")
        except UnicodeError:
            continue
        yield match.span()


def _byte(character: str) -> bytes:
    # Windows-1252 leaves five bytes undefined; software shows them as the controls of Latin-1.
    codec = "latin-1" if "\u0080" <= character <= "\u009f" else "cp1252"
    return character.encode(codec)
