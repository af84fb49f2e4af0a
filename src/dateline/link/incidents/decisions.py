"""What a user decided: these two tellings are one happening, or they are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.link.incidents.happening import Happening

WordsKey = tuple[str, str]
"""Story key and digest of sentence and trigger: `Happening.words_key`."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A user's word on two tellings. It is kept by their wording, so it outlives a new reading,
    and lapses where the words are gone."""

    kind: Literal["join", "part"]
    a: WordsKey
    b: WordsKey


class Decided:
    """The decisions on a set of happenings, by their numbers in it. A later one overrules an
    earlier one that it contradicts, also by way of a third telling."""

    def __init__(self, happenings: Sequence[Happening], decisions: Iterable[Decision]) -> None:
        self.home = list(range(len(happenings)))
        """For each happening, the first of those that users joined with it."""
        self._parted: defaultdict[int, set[int]] = defaultdict(set)
        by_words: defaultdict[WordsKey, list[int]] = defaultdict(list)
        for number, h in enumerate(happenings):
            by_words[h.words_key].append(number)
        for decision in reversed(list(decisions)):
            for a in by_words.get(decision.a, ()):
                for b in by_words.get(decision.b, ()):
                    self._apply(decision.kind, self.root(a), self.root(b))

    def root(self, number: int) -> int:
        """The representative of those joined with a happening."""
        while self.home[number] != number:
            self.home[number] = self.home[self.home[number]]
            number = self.home[number]
        return number

    def parted(self, roots: Iterable[int], others: Iterable[int]) -> bool:
        """Whether a user keeps any of the first apart from any of the others."""
        wanted = {self.root(n) for n in others}
        return any(self._parted[self.root(n)] & wanted for n in list(roots))

    def _apply(self, kind: str, a: int, b: int) -> None:
        if a == b or (kind == "join" and b in self._parted[a]):
            return  # settled already, by a later decision
        if kind == "part":
            self._parted[a].add(b)
            self._parted[b].add(a)
            return
        first, second = sorted((a, b))
        self.home[second] = first
        for other in self._parted.pop(second, set()):
            self._parted[other].discard(second)
            self._parted[other].add(first)
            self._parted[first].add(other)
