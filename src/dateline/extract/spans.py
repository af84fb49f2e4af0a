"""Looking values up by the characters that they stand on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")
Hit = tuple[tuple[int, int], T]


class SpanIndex(Generic[T]):
    """Values sorted by span, for look-ups in time logarithmic in their number."""

    def __init__(self, items: Iterable[Hit[T]]) -> None:
        self._items = sorted(items, key=lambda item: (item[0][0], -item[0][1]))
        self._starts = [span[0] for span, _ in self._items]
        self._longest = max((s[1] - s[0] for s, _ in self._items), default=0)

    def within(self, start: int, end: int) -> list[Hit[T]]:
        """The (span, value) pairs that lie wholly in [start, end), in text order."""
        out = []
        for i in range(bisect_left(self._starts, start), len(self._items)):
            span, value = self._items[i]
            if span[0] >= end:
                break
            if span[1] <= end:
                out.append((span, value))
        return out

    def over(self, start: int, end: int) -> list[Hit[T]]:
        """The (span, value) pairs that share a character with [start, end), in text order."""
        out = []
        for i in range(bisect_left(self._starts, start - self._longest), len(self._items)):
            span, value = self._items[i]
            if span[0] >= end:
                break
            if span[1] > start:
                out.append((span, value))
        return out
