"""A view of ALL CAPS headlines that the encoder reads better: the case that the story gives.

The pieces are uncased, so only the shape classes of the words change; offsets and wording stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def shouted(words: Sequence[str]) -> bool:
    """Whether a segment's words are in capitals throughout: three or more, none with a lower-case
    letter."""
    if any(c.islower() for word in words for c in word):
        return False
    return sum(len(word) > 1 and word.isupper() for word in words) >= 3


def view(words: Sequence[str], segments: Sequence[tuple[int, int]]) -> Sequence[str]:
    """The words, those of shouted segments (token ranges) in the case that is most frequent in
    the others; a word that occurs nowhere else is left as it is."""
    loud = [(a, b) for a, b in segments if shouted(words[a:b])]
    if not loud:
        return words
    forms: dict[str, Counter[str]] = {}
    for a, b in segments:
        if (a, b) not in loud:
            for word in words[a:b]:
                forms.setdefault(word.lower(), Counter())[word] += 1
    out = list(words)
    for a, b in loud:
        for i in range(a, b):
            known = forms.get(words[i].lower())
            if known is not None:
                out[i] = min(known, key=lambda form: (-known[form], form))
    return out
