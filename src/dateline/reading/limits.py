"""The caps of reading. Each is far above any news story and far below what would hurt."""

from __future__ import annotations

MAX_BYTES = 20_000_000
"""Of one file, page or answer, unpacked."""
MAX_CHARACTERS = 1_000_000
"""Of one document's text: a thick book. A war's longest history page has a fifth of that."""
MAX_ROW = 8_000_000
"""Characters of one line of JSON Lines (text, escapes and other fields together)."""
MAX_FIELD = 64_000_000
"""Characters of one CSV field. Behind an unclosed quote the rest of a file is one field."""
MAX_ARRAY = 100_000_000
"""Bytes of a JSON array, which is held in memory as a whole (JSON Lines is streamed)."""
MAX_DEPTH = 100
"""Nested HTML elements; real pages stay below 60. libxml2 gives up at 256, and drops what is
inside without a word; the time that trafilatura takes grows with the square of the depth."""
MAX_ELEMENTS = 50_000
"""Tags that open in one page. Reading takes about 0.1 ms for each."""
MAX_SECONDS = 20.0
"""For the extraction of one page."""


def megabytes(size: int) -> str:
    """A size in bytes, in words: `51.2 MB`."""
    return f"{size / 1e6:.1f} MB"
