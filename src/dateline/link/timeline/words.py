"""The content words of a sentence: what it is about, without the words that every sentence has."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from dateline.knowledge.tables import read_rows
from dateline.link.words import plain, stem

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SHORTEST: Final = 3
"""Letters of the shortest word that counts, unless it is written in capitals (UN, EU)."""


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing of what a sentence is about. Raises DataError."""
    return frozenset(row[0] for row in read_rows(__package__, "stop_words.tsv", 1))


def content_words(text: str) -> tuple[str, ...]:
    """The content words of a text in order: lower case, without their endings (`link.words.stem`).

    Numbers are left out, for figures of one thing differ from story to story.
    """
    return tuple([stemmed for word in _WORD.findall(text) if (stemmed := _content(word))])


@lru_cache(maxsize=1 << 16)
def _content(word: str) -> str:
    """What a word, as written, counts as; empty where it says nothing."""
    if len(word) < SHORTEST and not (len(word) > 1 and word.isupper()):
        return ""
    low = plain(word)
    return "" if low in stop_words() else stem(low)


@cache
def _saying() -> frozenset[str]:
    return frozenset(row[0] for row in read_rows(__package__, "saying.tsv", 1))


def passes_on_words(text: str) -> bool:
    """Whether a sentence passes on what somebody said: it has a past or present verb of saying."""
    return any(word.lower() in _saying() for word in _WORD.findall(text))
