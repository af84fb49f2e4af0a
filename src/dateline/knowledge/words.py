"""Words of a text, folded for comparison."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A word of a text, folded for comparison."""

    start: int
    end: int
    key: str


def fold(text: str) -> str:
    """Lower case without accents; letters that have no plain form stay."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


_LETTERS = str.maketrans(
    {"ı": "i", "ə": "a", "Ə": "A", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
)


def words(text: str) -> list[Word]:
    """The words of a text: runs of letters and digits."""
    plain = text.isascii()
    lower = text.lower() if plain else text
    if plain:
        return [Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(lower)]
    return [Word(m.start(), m.end(), fold(m.group())) for m in _WORD.finditer(text)]


def key_of(name: str) -> str:
    """The look-up key of a name: its folded words."""
    if name.isascii():
        return " ".join(_WORD.findall(name.lower()))
    return " ".join(w.key for w in words(name))
