"""Where to cut a run of words into windows that the encoder reads one at a time.

A window holds as many words as fit, and ends where a sentence probably does, so that neither a
sentence nor (as far as possible) a quotation is torn. Training packs its rows with the same rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.language.pieces import GAP_SEGMENT
from dateline.language.tokenize import keeps_stop

WINDOW: Final = 158
"""Pieces in a window, the two special ones not counted."""

_ENDS: Final = frozenset([".", "?", "!", "...", "…"])
_CLOSERS: Final = frozenset(['"', "”", "'", "’", ")", "]", "»"])


def likely_starts(words: Sequence[str], gaps: Sequence[int]) -> list[bool]:
    """For each word, whether a sentence probably starts there, by punctuation and case alone."""
    out = [False] * len(words)
    for i, gap in enumerate(gaps):
        if i == 0 or gap == GAP_SEGMENT:
            out[i] = True
            continue
        word = words[i]
        if word in _CLOSERS and (gap == 0 or word not in "\"'"):
            continue
        if not (word[0].isupper() or word[0].isdigit() or word in "\"“‘'([«"):
            continue
        k = i - 1
        while k > 0 and words[k] in _CLOSERS and k > i - 4 and not (words[k] in "\"'" and gaps[k]):
            k -= 1
        last = words[k]
        if last in _ENDS or (len(last) > 3 and last[-1] == "." and last[:-1].count(".") > 0):
            out[i] = last in _ENDS or not keeps_stop(last)
    return out


def windows(
    lengths: Sequence[int], starts: Sequence[bool], segments: Sequence[bool], limit: int = WINDOW
) -> list[tuple[int, int]]:
    """Cut words into consecutive windows of at most `limit` pieces (a longer word stands alone).

    `lengths` are pieces by word, `starts` the likely sentence starts, `segments` the segment
    starts. The cut is at the last segment start in the window's second half, or else at the last
    likely sentence start in its second two thirds, or else where the window is full.
    """
    out: list[tuple[int, int]] = []
    begin = 0
    total = len(lengths)
    while begin < total:
        used = 0
        end = begin
        segment = sentence = begin
        while end < total and (used + lengths[end] <= limit or end == begin):
            if end > begin:
                if segments[end] and used * 2 >= limit:
                    segment = end
                if starts[end] and used * 3 >= limit:
                    sentence = end
            used += lengths[end]
            end += 1
        if end < total and not segments[end]:
            if segment > begin:
                end = segment
            elif starts[end]:
                pass
            elif sentence > begin:
                end = sentence
        out.append((begin, end))
        begin = end
    return out
