"""What type the words around a trigger speak for: a second opinion on what the lexicon read.

A linear model over the lower-cased words near the trigger (names are left out), fitted by
`training/type_words.py` on machine-written stories whose type is known; no word of them was chosen
by hand. It finds no event and gives none another type: it moves the confidence alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import cache

from dateline.extract.events.tables import rows
from dateline.language.parsed import Parsed

TABLE = "type_words.tsv"
TYPES_ROW = "*types"
PRIOR_ROW = "*prior"
SCALE = 100
"""The table holds a weight times this, as a whole number."""
BEFORE, AFTER = 6, 10
"""How many words on each side of a trigger are read, within its sentence."""
_LONGEST = 24
"""Tokens of a trigger; one told again far below is read at its first place."""
_WORD = re.compile(r"[a-z][a-z'-]{1,30}")


def plain(words: Iterable[str]) -> list[str]:
    """The words that count, each once: those in lower case, so that no name speaks for a type."""
    return sorted({w for w in words if _WORD.fullmatch(w)})


def around(parsed: Parsed, trigger: list[int]) -> list[str]:
    """The words of a trigger (tokens, sorted) and those near it in the sentence."""
    sentence = parsed.sentences[parsed.sentence_of[trigger[0]]]
    last = max(t for t in trigger if t < trigger[0] + _LONGEST)
    first = max(sentence.start, trigger[0] - BEFORE)
    return [parsed.word(t) for t in range(first, min(sentence.end, last + AFTER + 1))]


def opinion(words: Iterable[str]) -> dict[str, float]:
    """The probability of each PLOVER type, given the words near a trigger."""
    types, prior = _head()
    known = [w for word in plain(words) if (w := _weights(word)) is not None]
    size = math.sqrt(len(known) or 1) * SCALE
    sums = [p / SCALE + sum(column) / size for p, *column in zip(prior, *known, strict=True)]
    top = max(sums)
    grown = [math.exp(s - top) for s in sums]
    whole = sum(grown)
    return {name: value / whole for name, value in zip(types, grown, strict=True)}


@cache
def _table() -> dict[str, str]:
    return {word: numbers for word, numbers in rows(TABLE, 2)}  # noqa: C416 (typed)


@cache
def _head() -> tuple[list[str], list[int]]:
    """The names of the types, and what speaks for each before a word is read."""
    return _table()[TYPES_ROW].split(), _numbers(_table()[PRIOR_ROW])


@cache
def _weights(word: str) -> list[int] | None:
    """What a word speaks for; None where the table lacks it."""
    numbers = _table().get(word)
    return None if numbers is None else _numbers(numbers)


def _numbers(text: str) -> list[int]:
    return [int(n) for n in text.split()]
