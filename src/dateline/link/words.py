"""The words by which texts are compared across stories."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import Final, NamedTuple

from dateline.extract.lemma import irregular
from dateline.knowledge.tables import read_rows

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDS: Final = frozenset(".!?:\"“”‘’'`\n")
"""A capital after one of these says nothing."""
_LONGEST: Final = 40


class Words(NamedTuple):
    """The words of a text that carry weight, lower-cased, by number of uses."""

    names: Counter[str]
    """Names and numbers."""
    common: Counter[str]
    """Other words, without their endings."""


@cache
def light() -> frozenset[str]:
    """Words that say too little to tell one story from another."""
    return frozenset(
        w for _, words in read_rows("dateline.link", "light.tsv", 2) for w in words.split()
    )


def plain(text: str) -> str:
    """Lower case, without accents and possessive endings."""
    if not text.isascii():
        text = "".join(
            c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)
        )
        text = text.replace("’", "'")
    return text.casefold().removesuffix("'s")


def weigh(text: str) -> Words:
    """The words of a text that carry weight. Linear in its length."""
    names: Counter[str] = Counter()
    common: Counter[str] = Counter()
    for match in _WORD.finditer(text):
        word = match.group()
        low = plain(word)
        if len(word) > _LONGEST or low in light():
            continue
        if word[0].isdigit():
            names[low.replace(",", "")] += 1
        elif len(low) > 1:
            named = word[0].isupper() and not _starts(text, match.start())
            (names if named else common)[low if named else stem(low)] += 1
    # A name at the start of a sentence is known by its other uses.
    for word in [w for w in common if w in names]:
        names[word] += common.pop(word)
    return Words(names, common)


def _starts(text: str, at: int) -> bool:
    """Whether a sentence or a quotation may start at a character."""
    before = text[max(0, at - 4) : at].rstrip(" \t")
    return not before.strip() or before[-1] in _ENDS


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A lower-case word without its ending of inflection: equal for the forms of one word, as a
    rule, and not always a word itself. The ways of English spelling: doubled letters, silent e,
    y that turned i."""
    if word in irregular():
        word = irregular()[word]
    if len(word) < 4:
        return word
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    if word.endswith("i"):
        word = word[:-1] + "y"
    return word.removesuffix("e") if len(word) > 3 else word
