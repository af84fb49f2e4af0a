"""The words that a value stands on, in their sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dateline.review.anchor import Anchors, Span

LONGEST: Final = 1500
"""Characters of a passage that is shown as a whole."""
MOST: Final = 100


class Excerpt(NamedTuple):
    """Some text with words marked in it."""

    parts: tuple[tuple[str, bool], ...]
    """Pieces of it, and whether each is marked."""


def excerpts(anchors: Anchors, found: Sequence[Span]) -> list[Excerpt]:
    """The passage with all words of a value; where that is long, a sentence for each of them."""
    ordered = sorted((start, end) for start, end in found)
    offset, passage = anchors.passage(ordered)
    if len(passage) <= LONGEST:
        return [_marked(passage, offset, ordered)] if passage else []
    return each(anchors, ordered[:MOST])


def each(anchors: Anchors, found: Sequence[Span]) -> list[Excerpt]:
    """Each of some words in its own sentence, in the order given."""
    return [_marked(*anchors.passage([span])[::-1], [span]) for span in found]


def _marked(text: str, offset: int, found: Sequence[Span]) -> Excerpt:
    parts, at = [], 0
    for start, end in found:
        start, end = max(start - offset, at), max(end - offset, at)
        parts += [(text[at:start], False), (text[start:end], True)]
        at = end
    return Excerpt(tuple(part for part in (*parts, (text[at:], False)) if part[0]))
