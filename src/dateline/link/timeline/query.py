"""A query: which stories a timeline is about, and which of their sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.link.timeline.telling import Telling
from dateline.link.timeline.words import content_words


@dataclass(frozen=True, slots=True)
class Query:
    """The words that are asked for."""

    words: frozenset[str]
    """Content words, as in tellings; a hyphenated word also in its parts."""

    @classmethod
    def of(cls, text: str) -> Query:
        """Read a query. Raises ValueError where it holds no word that says anything."""
        words = frozenset(parts(content_words(text)))
        if not words:
            raise ValueError(f"{text!r} holds no word to look for")
        return cls(words)

    def matching(self, tellings: Sequence[Telling]) -> list[Telling]:
        """The tellings with a word of the query, of stories that have them all."""
        found: dict[str, set[str]] = defaultdict(set)
        hits = []
        for t in tellings:
            words = self.words.intersection(parts(t.words))
            if words:
                found[t.story] |= words
                hits.append(t)
        return [t for t in hits if found[t.story] == self.words]

    def liking(self, weight: float) -> dict[str, float]:
        """How much more each word counts in the choice of sentences."""
        return {word: weight / len(self.words) ** 0.5 for word in self.words}


def parts(words: Sequence[str]) -> list[str]:
    """Words, those with a hyphen in their parts (`nagorno-karabakh`, `cease-fire`)."""
    return [part for word in words for part in word.split("-") if part]
