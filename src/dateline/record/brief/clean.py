"""Text from outside, made safe to show.

An article may hold anything: escape codes that recolour or clear a terminal, marks that turn the
direction of the rest of the line, stray surrogates. Words are never dropped: a control character
is shown by its picture, and only marks without a shape of their own are taken away.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_CONTROL_PICTURES: Final = 0x2400
_DELETE_PICTURE: Final = "\u2421"
_REPLACEMENT: Final = "\ufffd"

# Zero-width (non-)joiners shape Persian and Indic words; direction marks guard single characters.
_KEPT_FORMATS: Final = frozenset("\u200c\u200d\u200e\u200f\u061c")

_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"

_SHAPELESS: Final = frozenset(["Cc", "Cf", "Cs"])  # control, format, surrogate


def _safe(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc":
        code = ord(char)
        if code < 0x20:
            return chr(_CONTROL_PICTURES + code)
        return _DELETE_PICTURE if code == 0x7F else _REPLACEMENT
    if category == "Cf":
        return char if char in _KEPT_FORMATS else ""
    return _REPLACEMENT


def clean(text: str) -> str:
    """One line of `text`: white space folded to single spaces, nothing in it acts on its own."""
    line = " ".join(text.split())
    if line.isascii() and line.isprintable():
        return line
    return "".join(c if unicodedata.category(c) not in _SHAPELESS else _safe(c) for c in line)


_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")


def isolate(text: str) -> str:
    """`text` fenced so that right-to-left words do not reorder what stands beside them.

    For plain text; a web page has elements for it. Text without such words comes back as it is.
    """
    if not _RIGHT_TO_LEFT.search(text):
        return text
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
