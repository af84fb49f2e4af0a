"""What the repairs ask of a tree."""

from __future__ import annotations

from typing import Final

from dateline.language.parsed import Parsed

NOUNS: Final = frozenset(["NOUN", "PROPN"])
BEFORE: Final = frozenset(["det", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:desc"])
PHRASE: Final = 30
"""Words within which what hangs on a word is looked for."""
REACH: Final = 8
"""Steps up from one word to another."""


def below(parsed: Parsed, token: int, other: int) -> bool:
    """Whether a word hangs on another, or may: the way up is long."""
    for _ in range(REACH):
        if token == other:
            return True
        if parsed.heads[token] == token:
            return False
        token = parsed.heads[token]
    return True


def openings(parsed: Parsed) -> dict[int, int]:
    """The first word of each noun's phrase, where that is another."""
    out: dict[int, int] = {}
    for token, rel in enumerate(parsed.deprels):
        head = parsed.heads[token]
        if rel in BEFORE and token < head:
            out.setdefault(head, out.get(token, token))
    return out
