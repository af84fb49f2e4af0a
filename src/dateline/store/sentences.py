"""The sentences of a record, found by what stands in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from dateline.record import Record, Span


class Sentences:
    """Finds the sentence around a character in time logarithmic in their number."""

    def __init__(self, record: Record) -> None:
        self._all = record.document.sentences
        self._starts = [start for start, _ in self._all]

    def around(self, at: int) -> Span:
        """The sentence that holds the character `at`, else the character alone."""
        index = bisect_right(self._starts, at) - 1
        if index >= 0 and at < self._all[index][1]:
            return self._all[index]
        return at, at + 1

    def of(self, spans: Iterable[Span]) -> list[Span]:
        """The sentences in which `spans` begin, each once, in their order."""
        return list(dict.fromkeys(self.around(start) for start, _ in spans))
