"""Words that a person gives, found where they stand in a text."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 5000
"""Characters of words that are looked for."""


def nearest(text: str, words: str, near: int) -> tuple[int, int] | None:
    """The span of `words` that begins nearest to the character `near`; None where they stand
    nowhere. White space is as it comes. Linear in the text."""
    parts = words[:LONGEST].split()
    if not parts:
        return None
    pattern = re.compile(r"\s{1,100}".join(map(re.escape, parts)))
    best: tuple[int, int] | None = None
    for match in pattern.finditer(text):
        if best is None or abs(match.start() - near) < abs(best[0] - near):
            best = match.span()
        elif match.start() > near:
            break
    return best
