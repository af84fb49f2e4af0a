"""Where a range of words begins and ends: punctuation, quotation marks, sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dateline.extract.statements.quotation import Quotation, Quotations
from dateline.language.parsed import Parsed

SNAP: Final = 4
"""A content that misses at most so many tokens of a quotation's start or end gets them."""
QUOTE_CHARS: Final = frozenset("\"“”„‟«»‘’'")


def trim(parsed: Parsed, start: int, end: int) -> tuple[int, int] | None:
    """The range without punctuation at its ends; None where nothing else is in it."""
    while start < end and parsed.upos[start] == "PUNCT":
        if parsed.word(start) == "(" and ")" in (parsed.word(t) for t in range(start, end)):
            break
        start += 1
    while start < end and parsed.upos[end - 1] == "PUNCT":
        if parsed.word(end - 1) == ")" and "(" in (parsed.word(t) for t in range(start, end)):
            break
        end -= 1
    return (start, end) if start < end else None


def by_quotation(
    parsed: Parsed, quotations: Quotations, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """A content with its edges moved to those of the quotations it nearly fills, cut between
    two quotations that nothing but punctuation separates, and where a sentence ends outside
    quotation."""
    chars = parsed.starts[start], parsed.ends[end - 1]
    inside = quotations.within(*chars)
    cut_at: list[int] = []
    for before, after in pairwise(inside):
        if not any(c.isalnum() for c in parsed.text[before.end : after.start]):
            cut_at.append(bisect_right(parsed.ends, after.start))
    cut_at += [
        t
        for t in range(start + 1, end)
        if parsed.sentence_of[t] != parsed.sentence_of[t - 1]
        and quotations.at(parsed.ends[t - 1]) is None
        and parsed.word(t)[0] not in QUOTE_CHARS
    ]
    if inside:
        start = min(start, _nearer(parsed, inside[0], start, first=True))
        end = max(end, _nearer(parsed, inside[-1], end, first=False))
    for cut in sorted(set(cut_at)):
        if start < cut < end:
            quoted = parsed.word(cut - 1)[0] in QUOTE_CHARS
            piece = (start, cut) if quoted else trim(parsed, start, cut)
            if piece:
                yield piece
            start = cut
    trimmed = trim(parsed, start, end)
    if trimmed is not None:
        yield _with_marks(parsed, quotations, *trimmed)


def _nearer(parsed: Parsed, quotation: Quotation, edge: int, first: bool) -> int:
    """The quotation's edge in tokens where it is near, and the quotation closed; else `edge`."""
    if first:
        target = bisect_right(parsed.ends, quotation.start)
    else:
        target = bisect_left(parsed.starts, quotation.end)
    return target if quotation.closed and abs(target - edge) <= SNAP else edge


def _with_marks(parsed: Parsed, quotations: Quotations, start: int, end: int) -> tuple[int, int]:
    """The range with the quotation marks that belong to its words."""
    opening = quotations.at(parsed.starts[start])
    if opening and start and parsed.starts[start - 1] == opening.start:
        start -= 1
    closing = quotations.at(parsed.ends[end - 1] - 1)
    if closing and closing.closed:
        stop = end
        while stop < len(parsed) and parsed.ends[stop] <= closing.end and stop - end < 3:
            stop += 1
        if stop > end and parsed.ends[stop - 1] == closing.end:
            end = stop
    return start, end
