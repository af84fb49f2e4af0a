"""Guess the gaps of a corpus that gives tokens only."""

from __future__ import annotations

_NO_GAP_BEFORE = frozenset([",", ".", ";", ":", "?", "!", ")", "]", "%", "...", "'", "’", "”"])
_NO_GAP_AFTER = frozenset(["(", "[", "$", "“", "‘", "#"])


def gaps(words: list[str]) -> list[int]:
    """0 or 1 for each word: whether white space probably stood before it."""
    out: list[int] = []
    inside = False
    no_gap_next = True
    for word in words:
        gap = 0 if no_gap_next else 1
        no_gap_next = word in _NO_GAP_AFTER
        if word in _NO_GAP_BEFORE or word.lower() in ("n't", "'s", "'re", "'ve", "'ll", "'m", "'d"):
            gap = 0
        if word in ('"', "``", "''"):
            if inside:
                gap = 0
            else:
                no_gap_next = True
            inside = not inside
        out.append(gap)
    return out
