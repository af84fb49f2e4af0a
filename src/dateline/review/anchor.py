"""How a reviewed value is known by its words, and found again in a record that was read anew.

A span is known by its words and those before and after them in the same sentence, without regard
to white space: elsewhere in a changed text it is the same, in a changed sentence it is not. Actors,
whose words are spread over a story, are those that share most mentions (any one will do); all other
values stand on the same words, no more and no fewer. Linear in the record and the words looked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from dateline.review.families import families
from dateline.review.review import Value, Words

AROUND: Final = 300
"""Characters of the sentence that are kept on either side."""
SPREAD: Final = ("actors", "formats")
"""Families that are the same where most of their words are, and any are."""

Span = Sequence[int]


def spans(family: str, value: Value) -> list[Span]:
    """The spans of the words that a value stands on, in the order of the record."""
    found: list[Span] = []
    for name in families()[family].words:
        held = value.get(name)
        if isinstance(held, dict):  # the dateline, or the title of a story without one
            found += [held["span"]] if held["span"] and not found else []
        elif held and isinstance(held[0], dict):
            found += [mention["span"] for mention in held]
        elif held and isinstance(held[0], int):
            found.append(held)
        else:
            found += held or []
    return found


class Anchors:
    """The values of one text by their words."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [start for start, _ in sentences]
        self._known: dict[tuple[str, object], list[tuple[int, str]]] = defaultdict(list)
        self._values: dict[tuple[str, str], Value] = {}
        self._sizes: dict[tuple[str, str], int] = {}

    def words(self, span: Span) -> Words:
        """A span's words with those around them."""
        start, end = span
        first, last = self._sentence(start)[0], self._sentence(max(start, end - 1))[1]
        text = self._text
        return Words(
            text[start:end],
            text[max(first, start - AROUND) : start],
            text[end : min(max(last, end), end + AROUND)],
            start,
        )

    def passage(self, found: Sequence[Span]) -> tuple[int, str]:
        """The sentences that hold all of some spans, and where they begin."""
        if not found:
            return 0, ""
        first = self._sentence(min(s for s, _ in found))[0]
        last = max(self._sentence(max(s, e - 1))[1] for s, e in found)
        return first, self._text[first:last]

    def place(self, words: Words) -> Span | None:
        """Where words stand in the sentence that they stood in; of several such places the one
        nearest to where they were, and None for none. Linear in the text."""
        parts = words.text.split()
        if not parts:
            return None
        pattern = re.compile(r"\s{1,100}".join(map(re.escape, parts)))
        wanted = _plain(words)
        found = (match.span() for match in pattern.finditer(self._text))
        same = (span for span in found if _plain(self.words(span)) == wanted)
        return min(same, key=lambda span: abs(span[0] - words.at), default=None)

    def same(self, family: str, value: Value, words: Sequence[Words]) -> list[tuple[int, int]]:
        """Those spans of a value whose words are among `words`, in the same sentences as then."""
        wanted = {_plain(w) for w in words}
        found = (span for span in spans(family, value) if _plain(self.words(span)) in wanted)
        return [(start, end) for start, end in found]

    def add(self, family: str, ref: str, value: Value) -> None:
        """Let a value be found by its words."""
        words = [self.words(span) for span in spans(family, value)]
        keys = _keys(family, words, _more(family, value))
        for key, at in keys:
            self._known[family, key].append((at, ref))
        self._values[family, ref] = value
        self._sizes[family, ref] = len(keys)

    def find(self, family: str, words: Sequence[Words], value: Value, ref: str) -> str | None:
        """The id of the value of a family that stands on these words; None where none does.

        `value` and `ref`: as it was. Of several on the same words those nearest to where it was,
        of these the one that is read most like it, and of equals that with its id.
        """
        votes: Counter[str] = Counter()
        keys = _keys(family, words, _more(family, value))
        for key, at in keys:
            known = self._known.get((family, key), ())
            nearest = min((abs(place - at) for place, _ in known), default=0)
            votes.update({other for place, other in known if abs(place - at) == nearest})

        def fits(other: str) -> tuple[float, int, bool]:
            all_ = len(keys) + self._sizes[family, other] - votes[other]
            now = self._values[family, other]
            alike = sum(now.get(name) == held for name, held in value.items() if name != "id")
            return votes[other] / all_, alike, other == ref

        return max(sorted(votes), key=fits, default=None)

    def _sentence(self, at: int) -> Span:
        index = bisect_right(self._starts, at) - 1
        if index >= 0 and at < self._sentences[index][1]:
            return self._sentences[index]
        return at, at + 1


def _plain(words: Words) -> tuple[str, ...]:
    """Words and those around them without regard to white space."""
    return tuple(" ".join(part.split()) for part in words[:3])


def _more(family: str, value: Value) -> str:
    """What tells values on the same words apart: the code of a warning."""
    return f"{value.get('code')} {value.get('message')}" if family == "warnings" else ""


def _keys(family: str, words: Sequence[Words], more: str) -> list[tuple[object, int]]:
    """By what a value is known, each with a place in the text."""
    plain = [_plain(w) for w in words]
    if family in SPREAD:
        return [(key, w.at) for key, w in zip(plain, words, strict=True)]
    first = min((w.at for w in words), default=0)
    return [((*sorted(plain), more), first)]
