"""Raw text with character spans to words with label columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.language.pieces import GAP_NONE, GAP_SEGMENT, GAP_SPACE
from dateline.language.tokenize import tokenize
from dateline.language.windows import likely_starts


@dataclass
class Words:
    """The tokens of a text with character offsets and gaps."""

    text: str
    spans: list[tuple[int, int]]
    gaps: list[int]

    @property
    def words(self) -> list[str]:
        return [self.text[a:b] for a, b in self.spans]

    @cached_property
    def _ends(self) -> list[int]:
        return [b for _, b in self.spans]

    def covered(self, start: int, end: int) -> range:
        """Tokens that share a character with the span."""
        first = bisect_right(self._ends, start)
        last = first
        while last < len(self.spans) and self.spans[last][0] < end:
            last += 1
        return range(first, last)

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Token ranges of what probably are sentences."""
        starts = likely_starts(self.words, self.gaps)
        begin = 0
        for i in range(1, len(self.spans) + 1):
            if i == len(self.spans) or starts[i]:
                yield begin, i
                begin = i


def words_of(text: str) -> Words:
    """Tokenise a text; a line break starts a segment."""
    spans: list[tuple[int, int]] = []
    gaps: list[int] = []
    at = 0
    for line in text.split("\n"):
        found = tokenize(text, at, at + len(line))
        for k, (a, b) in enumerate(found):
            if k == 0:
                gaps.append(GAP_SEGMENT)
            else:
                gaps.append(GAP_NONE if found[k - 1][1] == a else GAP_SPACE)
            spans.append((a, b))
        at += len(line) + 1
    return Words(text, spans, gaps)
