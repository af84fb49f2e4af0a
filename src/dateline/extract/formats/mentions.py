"""Where a story names a format of the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dateline.extract.formats.tables import named, starts
from dateline.extract.found import Found
from dateline.knowledge.lexicon import Word, words
from dateline.record import Actor

_GAP = re.compile(r"[ \u00a0\n+\-‐‑–/'’]{1,3}|'s |’s ")


@dataclass(slots=True)
class Mention:
    """A format's words in the text."""

    start: int
    end: int
    name: str
    named: bool
    members: list[tuple[Actor, str | None]] = field(default_factory=list)
    why: str = ""


def named_mentions(found: Found) -> Iterator[Mention]:
    """Mentions of formats of the table."""
    text = found.story.text
    for segment in found.story.segments:
        spelt = words(text[segment.start : segment.end])
        i = 0
        while i < len(spelt):
            used = 1
            for n in starts().get(spelt[i].key, ()):
                hit = _match(text, segment.start, spelt[i : i + n], n)
                if hit is not None:
                    start, end, name, wording = hit
                    used = n
                    yield Mention(start, end, name, True, why=f"table: '{wording}'")
                    break
            i += used


def _match(text: str, base: int, run: Sequence[Word], n: int) -> tuple[int, int, str, str] | None:
    if len(run) < n:
        return None
    spans = [(base + w.start, base + w.end) for w in run]
    for (_, a), (b, _) in pairwise(spans):
        if not _GAP.fullmatch(text, a, b):
            return None
    options = named().get(" ".join(w.key for w in run))
    if options is None:
        return None
    start, end = spans[0][0], spans[-1][1]
    about = next((o for o in options if any(word in text for word in o.theatre)), options[0])
    name, wording = about.name, about.wording
    capital = any(c.isupper() for c in wording)
    if capital and not any(c.isupper() for c in text[start:end]):
        return None
    if wording.isupper() and text[start:end] != wording:
        return None
    return start, end, name, wording
