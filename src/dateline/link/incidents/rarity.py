"""How much it says that two stories share a word: the rarer, the more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import fsum, log, prod, sqrt
from typing import Final, TypeVar

from dateline.link.incidents.happening import Happening

NAMES: Final = 2.5
"""A name tells stories apart that much better than another word (found on ECB+)."""
_Story = tuple[frozenset[str], frozenset[str]]
_REMEMBERED: Final = 200_000
_Key = TypeVar("_Key")


@dataclass(frozen=True)
class Rarity:
    """In how many stories each word stands. A store may keep the counts and add to them."""

    stories: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    _heavy: dict[str, float] = field(default_factory=dict, compare=False, repr=False)
    _squares: dict[frozenset[str], float] = field(default_factory=dict, compare=False, repr=False)
    _stories: dict[tuple[int, int], float] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, happenings: Iterable[Happening]) -> Rarity:
        """Counted over the stories of some happenings."""
        by_story: dict[str, set[str]] = {}
        for h in happenings:
            words = by_story.setdefault(h.story, set())
            if not words:
                words.update(h.story_names, h.story_words)
            words.update(h.names, h.words)
        counts = Counter(word for words in by_story.values() for word in words)
        return cls(len(by_story), counts)

    def weight(self, word: str) -> float:
        """The inverse document frequency, above 0; an unknown word weighs most."""
        return log((self.stories + 2) / (self.counts.get(word, 0) + 1))

    def share(self, word: str) -> float:
        """How rare a word is, 0 (in every story) to 1 (in one or none)."""
        most = log((max(self.stories, 1) + 2) / 2)
        return min(1.0, max(0.0, self.weight(word) / most))

    def likeness(self, a: Iterable[str], b: Iterable[str]) -> float:
        """The cosine of two sets of words weighted by rarity, 0 to 1. Symmetric."""
        one, other = frozenset(a), frozenset(b)
        both = one & other
        if not both:
            return 0.0
        return self._sum(both) / sqrt(self._square(one) * self._square(other))

    def stories_alike(self, a: Happening, b: Happening) -> float:
        """How alike two stories are in their names, numbers and words, 0 to 1; 1 for one story."""
        if a.story == b.story:
            return 1.0
        # By wording, not by name: a story may have been read anew with other words.
        one, other = (hash((h.story_names, h.story_words)) for h in (a, b))
        key = (one, other) if one < other else (other, one)
        known = self._stories.get(key)
        if known is None:
            known = self._cosine(
                (frozenset(a.story_names), frozenset(a.story_words)),
                (frozenset(b.story_names), frozenset(b.story_words)),
            )
            _room(self._stories)[key] = known
        return known

    def _cosine(self, a: _Story, b: _Story) -> float:
        """The cosine of two stories, their names and numbers weighing NAMES times as much."""
        if not (a[0] & b[0] or a[1] & b[1]):
            return 0.0
        both = NAMES**2 * self._sum(a[0] & b[0]) + self._sum(a[1] & b[1])
        sizes = (NAMES**2 * self._square(s[0]) + self._square(s[1]) for s in (a, b))
        return both / sqrt(prod(sizes))

    def _sum(self, words: frozenset[str]) -> float:
        # fsum: the same to the last digit in whatever order the set is walked.
        heavy = self._heavy
        for word in words:
            if word not in heavy:
                heavy[word] = self.weight(word) ** 2
        return fsum(map(heavy.__getitem__, words))

    def _square(self, words: frozenset[str]) -> float:
        known = self._squares.get(words)
        if known is None:
            known = _room(self._squares)[words] = self._sum(words)
        return known


def _room(memory: dict[_Key, float]) -> dict[_Key, float]:
    """The memory, emptied where it is full."""
    if len(memory) >= _REMEMBERED:
        memory.clear()
    return memory
