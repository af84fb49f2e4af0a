"""Whether two wordings say the same, apart from case, spacing and the style of quotation marks."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words of a text in plain form."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def condensed(text: str) -> str:
    """The words of a text, one space apart: what is left when style is taken away."""
    return " ".join(words(text))


def overlap(one: str, other: str) -> float:
    """The share of the shorter wording's words that the other has too (0 to 1)."""
    a, b = set(words(one)), set(words(other))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
