"""Words of time that are parts of people's names: "Theresa May", "April Kern"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dateline.extract.times.reading import Reading
from dateline.language.parsed import Parsed


def names(readings: Sequence[Reading], text: str, parsed: Parsed) -> list[Reading]:
    """The readings of a single word that the parse holds to be in a person's name."""
    people = sorted(parsed.span(e.start, e.end) for e in parsed.entities if e.label == "PER")
    starts = [start for start, _ in people]
    out = []
    for r in readings:
        at = bisect_right(starts, r.start) - 1
        if at >= 0 and r.end <= people[at][1] and text[r.start : r.end].isalpha():
            out.append(r)
    return out
