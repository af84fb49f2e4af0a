"""The same statement told twice: in the headline, the standfirst and the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Protocol

from dateline.extract.statements.lexicon import words

SHARE: Final = 0.6
"""Repeats share so much of the shorter content's words."""
FEWEST: Final = 3
"""Contents with fewer words of weight are not compared."""
MOST_HEADS: Final = 12
"""Statements of headline and standfirst that are compared with the body's."""
_WORD: Final = re.compile(r"\w+")


class Said(Protocol):
    """What is compared."""

    @property
    def head(self) -> bool:
        """Whether it stands in the headline or standfirst."""

    @property
    def speaker_id(self) -> str | None:
        """The speaker's actor id."""

    @property
    def content_text(self) -> str:
        """The words said."""


def heavy(text: str) -> frozenset[str]:
    """The words of weight of a text."""
    return frozenset(w for w in _WORD.findall(text.lower()) if w not in words("light"))


def repeats(said: Sequence[Said]) -> list[tuple[int, int]]:
    """Pairs of indices that say the same, at least one of them in the headline or standfirst."""
    weights = [heavy(s.content_text) for s in said]
    heads = [i for i, s in enumerate(said) if s.head][:MOST_HEADS]
    out = []
    for i in heads:
        for j in range(len(said)):
            if (j <= i and said[j].head) or not _same(weights[i], weights[j]):
                continue
            a, b = said[i].speaker_id, said[j].speaker_id
            if a is None or b is None or a == b:
                out.append((i, j))
    return out


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    shorter = min(len(a), len(b))
    return shorter >= FEWEST and len(a & b) >= SHARE * shorter
