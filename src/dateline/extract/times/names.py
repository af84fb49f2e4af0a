"""Words of time that are parts of names: "Theresa May", "April Kern", "the Sunday Mirror"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dateline.extract.times.reading import Reading
from dateline.language.parsed import Parsed


def names(readings: Sequence[Reading], text: str, parsed: Parsed) -> list[Reading]:
    """The readings of a single word that the parse holds to be in a person's name, or a part of a
    body's."""
    kinds = {parsed.span(e.start, e.end): e.label for e in parsed.entities}
    called = sorted(span for span, label in kinds.items() if label in ("PER", "ORG"))
    starts = [start for start, _ in called]
    out = []
    for r in readings:
        at = bisect_right(starts, r.start) - 1
        if at < 0 or r.end > called[at][1] or not text[r.start : r.end].isalpha():
            continue
        if called[at] != (r.start, r.end) or kinds[called[at]] == "PER":
            out.append(r)
    return out
