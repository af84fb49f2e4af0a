"""Times: every expression of time in a story, found and resolved.

`extract` is the stage as the pipeline calls it; `find` is the same without story, model or record.
The way of a text: `cascade.py` finds expressions by the rules in `rules/` over the words of
`lexicon.yaml`, `builders/` makes readings of them, `mode.py` chooses how the text tells time,
`resolve.py` gives each reading its place in the calendar, `write.py` writes TIMEX3 and EDTF.
"""

from __future__ import annotations

from dateline.extract.found import Found
from dateline.extract.times.find import find
from dateline.record import Time

__all__ = ["extract", "find"]


def extract(found: Found) -> list[Time]:
    """The times of a story, those of its dateline among them, sorted by span."""
    story = found.story
    segments = [(s.start, s.end) for s in story.segments]
    line = story.facts.dateline
    if line is not None:
        segments.append(line.span)
    out = []
    for t in find(story.text, sorted(segments), story.published, found.parsed, found.notes):
        words = story.text[t.start : t.end]
        out.append(
            Time(
                id=found.ids.new("t", words),
                why=t.why,
                span=(t.start, t.end),
                text=words,
                type=t.type,
                value=t.value,
                edtf=t.edtf,
                begin=t.begin,
                end=t.end_day,
            )
        )
    return out
