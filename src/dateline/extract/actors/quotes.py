"""Direct quotations by their marks, each with who speaks it: whoever does is no "he" inside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.found import Found

_MARK = re.compile(r"[“”„\"]")
_BEFORE = "([—–-:"
"""What may stand right before an opening mark."""
LONGEST = 1500
"""Characters of a quotation; one that nothing closes ends where the next opens, or here."""
SHORTEST = 4
"""Words below which quotation marks only set a term apart."""
NEAR = 90
"""Characters between a quotation and the words that say whose it is."""


@dataclass(slots=True)
class Quotation:
    """A stretch in quotation marks, and the tokens that name its speaker."""

    start: int
    end: int
    source: tuple[int, int] | None


class Quotations:
    """The quotations of a story, by character."""

    def __init__(self, found: Found) -> None:
        text, parsed = found.story.text, found.parsed
        sources = sorted(parsed.sources)
        starts = [parsed.starts[first] for first, _ in sources]
        self.all: list[Quotation] = []
        for segment in found.story.segments:
            before: tuple[int, int] | None = None
            for start, end in _stretches(text, segment.start, segment.end):
                if text.count(" ", start, end) < SHORTEST - 1:
                    continue
                source = self._source(found, sources, starts, start, end)
                if source is not None and before is not None and _pronoun(found, source):
                    source = before  # "..., Roe said. "He lied," he added": Roe goes on
                before = source or before
                self.all.append(Quotation(start, end, before))
        self._starts = [q.start for q in self.all]

    @staticmethod
    def _source(
        found: Found, sources: list[tuple[int, int]], starts: list[int], start: int, end: int
    ) -> tuple[int, int] | None:
        """The source before a quotation that a comma or colon leads to; else the one right after
        it, in the sentence that it ends in; else the one right before it."""
        text, parsed = found.story.text, found.parsed
        at, earlier = bisect_right(starts, end), bisect_right(starts, start) - 1
        before = earlier >= 0 and start - parsed.ends[sources[earlier][1] - 1] <= NEAR
        if before and text[max(0, start - 3) : start].rstrip()[-1:] in (",", ":"):
            return sources[earlier]
        if at < len(sources) and starts[at] - end <= NEAR:
            last = parsed.tokens_in(start, end)[1] - 1
            goes_on = text[end - 2 : end - 1] in (",", "?", "!") or (
                parsed.sentence_of[last] == parsed.sentence_of[sources[at][0]]
            )
            if goes_on:
                return sources[at]
        return sources[earlier] if before else None

    def at(self, offset: int) -> Quotation | None:
        """The quotation that a character lies in."""
        i = bisect_right(self._starts, offset) - 1
        return self.all[i] if i >= 0 and offset < self.all[i].end else None


def _pronoun(found: Found, source: tuple[int, int]) -> bool:
    """Whether a source is but "he" or "she"."""
    first, last = source
    return last - first == 1 and found.parsed.word(first).lower() in ("he", "she")


def _stretches(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """What stands in quotation marks; each paragraph of a long quotation may open anew."""
    opened: int | None = None
    for match in _MARK.finditer(text, begin, stop):
        at, mark = match.start(), match.group()
        if opened is not None and at - opened > LONGEST:
            opened = None
        after = mark == '"' and (at == begin or text[at - 1].isspace() or text[at - 1] in _BEFORE)
        spaced = at + 1 < stop and text[at + 1].isspace()  # " He left, " Roe said: one by one
        opens = mark in "“„" or (after and at + 1 < stop and (not spaced or opened is None))
        if opened is not None:
            yield opened, at if opens else at + 1
        opened = at if opens else None
    if opened is not None and stop - opened <= LONGEST:
        yield opened, stop
