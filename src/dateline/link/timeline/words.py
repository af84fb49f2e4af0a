"""The content words of a sentence: what it is about, without the words that every sentence has."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from dateline.knowledge.tables import read_rows

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
SHORTEST: Final = 3
"""Letters of the shortest word that counts, unless it is written in capitals (UN, EU)."""


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing of what a sentence is about. Raises DataError."""
    return frozenset(row[0] for row in read_rows(__package__, "stop_words.tsv", 1))


def content_words(text: str) -> tuple[str, ...]:
    """The content words of a text in order: lower case, without possessive and plural endings.

    Numbers are left out, for figures of one thing differ from story to story.
    """
    out = []
    for word in _WORD.findall(text):
        if len(word) < SHORTEST and not (len(word) > 1 and word.isupper()):
            continue
        low = word.lower().replace("’", "'")
        if low in stop_words():
            continue
        out.append(stem(low))
    return tuple(out)


def stem(word: str) -> str:
    """A lower-case word without `'s` and plural `s` (the S-stemmer of Harman 1991)."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies") and word[-4] not in "ea":
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("es") and word[-3] not in "aeo":
        return word[:-1]
    if len(word) > 3 and word.endswith("s") and word[-2] not in "us":
        return word[:-1]
    return word


def figures(text: str) -> frozenset[str]:
    """The numbers that stand in a text, as written."""
    return frozenset(_NUMBER.findall(text))


@cache
def _saying() -> frozenset[str]:
    return frozenset(row[0] for row in read_rows(__package__, "saying.tsv", 1))


def passes_on_words(text: str) -> bool:
    """Whether a sentence passes on what somebody said: it has a past or present verb of saying."""
    return any(word.lower() in _saying() for word in _WORD.findall(text))
