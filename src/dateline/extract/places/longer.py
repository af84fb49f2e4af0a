"""Names that the model took too much for: "Ukraine Trade" of "the first Ukraine Trade Mission"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.places.candidates import Toponym
from dateline.extract.places.resolve import candidates
from dateline.extract.places.tables import country_spots, cues
from dateline.language.parsed import Parsed


def trimmed(tops: Sequence[Toponym], parsed: Parsed) -> list[Toponym]:
    """The toponyms; of a name that no table has, only the place at its front or end.

    That is a country, or a place that the story names by itself. Streets and buildings keep their
    whole name ("Arvel Cathedral").
    """
    alone = {t.text for t in tops if candidates(t)}
    out = []
    for top in tops:
        part = _part(top, alone) if top.source == "model" else None
        if part is not None:
            top = replace(part, tokens=parsed.tokens_in(part.start, part.end))
        out.append(top)
    return out


def _part(top: Toponym, alone: set[str]) -> Toponym | None:
    words = top.key.split(" ")
    if len(words) < 2 or words[-1] in cues("facility") | cues("water") | cues("mountain"):
        return None
    if candidates(top):
        return None
    gaps = [at for at, char in enumerate(top.text) if char == " "]
    for at in reversed(gaps):
        front = replace(top, text=top.text[:at], end=top.start + at)
        if _known(front, alone):
            return front
    for at in gaps:
        back = replace(top, text=top.text[at + 1 :], start=top.start + at + 1)
        if _known(back, alone):
            return back
    return None


def _known(part: Toponym, alone: set[str]) -> bool:
    return part.text in alone or part.key in country_spots()
