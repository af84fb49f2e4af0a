"""Direct quotations by their marks, each with who speaks it: whoever does is no "he" inside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from dateline.extract.found import Found

_QUOTED = re.compile(r"“[^”“]{1,2000}(?:”|$)|\"[^\"]{1,2000}(?:\"|$)|„[^“”]{1,2000}(?:[“”]|$)")
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
            for match in _QUOTED.finditer(text, segment.start, segment.end):
                if match.group(0).count(" ") < SHORTEST - 1:
                    continue
                source = self._source(found, sources, starts, match.start(), match.end())
                source = source or before
                before = source
                self.all.append(Quotation(match.start(), match.end(), source))
        self._starts = [q.start for q in self.all]

    @staticmethod
    def _source(
        found: Found, sources: list[tuple[int, int]], starts: list[int], start: int, end: int
    ) -> tuple[int, int] | None:
        """The source next after a quotation, or else next before it."""
        at = bisect_right(starts, end)
        if at < len(sources) and starts[at] - end <= NEAR:
            return sources[at]
        earlier = bisect_right(starts, start) - 1
        if earlier >= 0 and start - found.parsed.ends[sources[earlier][1] - 1] <= NEAR:
            return sources[earlier]
        return None

    def at(self, offset: int) -> Quotation | None:
        """The quotation that a character lies in."""
        i = bisect_right(self._starts, offset) - 1
        return self.all[i] if i >= 0 and offset < self.all[i].end else None
