"""A file of bytes becomes a document: plain text or a page, told by its content."""

from __future__ import annotations

import re

from dateline.errors import FormatError
from dateline.reading import encoding
from dateline.reading.document import Document
from dateline.reading.html import decode_html, looks_like_html, read_html
from dateline.reading.wording import checked

_XML = re.compile(r"\s{0,200}<\?xml\b(?:[^<]|<[!?]){0,4000}<([A-Za-z][\w.:-]{0,60})", re.IGNORECASE)


def read_data(
    data: bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
) -> Document:
    """The document in `data`.

    Plain text is kept as it is, line ends and all, save its byte-order mark. `url` and
    `content_type` (an HTTP header) are what the carrier said of it. Raises NotTextError,
    EmptyError, TooLargeError, and FormatError for XML that is no page.
    """
    charset = encoding.declared_in_header(content_type)
    plain = (content_type or "").strip().lower().startswith("text/plain")
    decoded = decode_html(data, charset)
    if not plain and looks_like_html(decoded.text):
        document = read_html(decoded.text, url)
        # The page's own offsets say nothing about the text that was made of it.
        decoded.warnings[:] = [w.model_copy(update={"span": None}) for w in decoded.warnings]
    else:
        _refuse_xml(decoded.text)
        document = checked(Document(text=decoded.text, url=url))
    document.warnings[:0] = decoded.warnings
    return document


def _refuse_xml(text: str) -> None:
    match = _XML.match(text[:8192])
    if match:
        raise FormatError(f"it is XML of a kind that is not read (its root is <{match[1]}>)")
