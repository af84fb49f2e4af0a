"""Whether two texts are versions of one story."""

from __future__ import annotations

import re
from typing import Final

_WORD = re.compile(r"\w+")
RUN: Final = 3
"""Words in a row that are compared."""
SHARE: Final = 0.2
"""Of the runs of the shorter text that the longer one must have."""


def alike(one: str, other: str) -> bool:
    """True where a fifth of the shorter text's runs of three words stand in the longer one.

    A corrected or lengthened story keeps far more than that, two stories that merely got the same
    id share a few stock phrases. Takes time linear in both texts.
    """
    first, second = _runs(one), _runs(other)
    return len(first & second) >= SHARE * min(len(first), len(second))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))}
