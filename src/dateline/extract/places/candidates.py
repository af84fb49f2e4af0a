"""Toponyms in a text: where they stand, before it is decided which place they mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.found import Found
from dateline.extract.places.airports import airports_named
from dateline.extract.places.tables import country_spots, cues, curated_spots
from dateline.knowledge import Match
from dateline.knowledge.lexicon import key_of, words
from dateline.language.parsed import Parsed

_ARTICLE = re.compile(r"\b[Tt]he (?:[a-z]+ern )?\Z")
_AIRPORT = re.compile(r"(?:['’]s)? (?:international )?airport\b", re.IGNORECASE)
_BEFORE = 20  # characters
_NAMES = frozenset(["country", "disputed", "historical", "capital"])

_BODIES = frozenset(["igo", "organisation", "armed_group", "media", "person", "seat"])


@dataclass(slots=True)
class Toponym:
    """A place name as written."""

    start: int
    end: int
    text: str
    tokens: tuple[int, int] | None
    """Token range; None in the dateline, which is not parsed."""
    source: str
    """dateline, table or model: what found it."""

    article: bool = False
    """Whether "the" stands before it: seas and mountains have it, towns do not."""
    airport: bool = False
    """Whether the word "airport" follows: "at Heathrow airport"."""
    key: str = ""
    """The folded name."""

    def __post_init__(self) -> None:
        self.key = key_of(self.text)


def toponyms(found: Found) -> list[Toponym]:
    """All toponyms, in text order; none overlaps another."""
    out = list(_of_dateline(found))
    filed = [(t.start, t.end) for t in out]
    whole = _wholes(found.parsed)
    for start, end, source in _spans(found, whole):
        tokens = found.parsed.tokens_in(start, end)
        if tokens[0] < tokens[1] and not any(start < e and s < end for s, e in filed):
            name = found.story.text[start:end]
            article = bool(_ARTICLE.search(found.story.text[max(0, start - _BEFORE) : start]))
            airport = bool(_AIRPORT.match(found.story.text, end))
            out.append(Toponym(start, end, name, tokens, source, article, airport))
    out += _of_bodies(found, out, whole)
    return sorted(out, key=lambda t: t.start)


def _of_bodies(
    found: Found, known: list[Toponym], whole: list[tuple[int, int, str]]
) -> Iterator[Toponym]:
    """Places that the story names elsewhere, at the front of a body's name: "Arvel Police"."""
    text = found.story.text
    names = {t.text for t in known if t.tokens is not None}
    filed = {t.start for t in known}
    for start, end, label in whole:
        if label != "ORG" or start in filed:
            continue
        body = text[start:end]
        ends = [at for at, char in enumerate(body) if char == " "]
        front = next((body[:at] for at in reversed(ends) if body[:at] in names), None)
        if front is not None:
            tokens = found.parsed.tokens_in(start, start + len(front))
            yield Toponym(start, start + len(front), front, tokens, "table, in a body's name")


def _of_dateline(found: Found) -> Iterator[Toponym]:
    line = found.story.facts.dateline
    if line is None or not line.place:
        return
    text = found.story.text
    at = line.span[0]
    for part in line.place.replace(",", "/").split("/"):
        name = part.strip()
        start = text.find(name, at, line.span[1]) if name else -1
        if start >= 0:
            at = start + len(name)
            yield Toponym(start, at, text[start:at], None, "dateline")


def _wholes(parsed: Parsed) -> list[tuple[int, int, str]]:
    """Entities by characters; what lies inside a longer person or body is not a place."""
    return [(*parsed.span(e.start, e.end), e.label) for e in parsed.entities]


def _spans(found: Found, whole: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Candidate spans: table names first, then what the model calls a place."""
    text = found.story.text
    out: list[tuple[int, int, str]] = []
    at = 0
    for match in found.names:
        if match.entries[0].kind not in _NAMES:
            continue
        while at < len(whole) and whole[at][1] <= match.start:
            at += 1
        inside = whole[at] if at < len(whole) and whole[at][0] <= match.start else None
        if inside is not None and _part_of_a_name(text, match, inside):
            continue
        out.append((match.start, match.end, "table"))
    tables = [(a, b) for a, b, _ in out]
    bodies = {m.start for m in found.names if m.entries[0].kind in _BODIES}
    for start, end, label in whole:
        if start in bodies:
            continue
        if label == "LOC" and text[start : start + 1].isupper() and not _pair(tables, start, end):
            out.append((start, start + len(text[start:end].rstrip(".,;:'’ ")), "model"))
        elif label != "LOC" and _is_known(text, start, end):
            out.append((start, end, "table"))
    return _without_overlaps(text, out)


def _pair(tables: list[tuple[int, int]], start: int, end: int) -> bool:
    """Two names that the model took for one ("the Kenya-Somalia border")."""
    first = bisect_left(tables, (start, 0))
    inside = [t for t in tables[first : first + 3] if t[1] <= end]
    return len(inside) == 2 and inside[1][0] - inside[0][1] == 1


def _is_known(text: str, start: int, end: int) -> bool:
    """A curated place or an airport, whatever the model takes it for; none after a title."""
    key = key_of(text[start:end])
    before = text[max(0, start - 5) : start]
    known = key in curated_spots() or bool(airports_named(key))
    return known and not before.endswith((". ", "Mr ", "Ms "))


def _part_of_a_name(text: str, match: Match, inside: tuple[int, int, str]) -> bool:
    """Whether a table name is only a part of a person's or body's name ("Bank of Mexico")."""
    start, end, label = inside
    if label not in ("PER", "ORG") or (end <= match.end and start >= match.start):
        return False
    if end == match.end:
        return label == "PER" or text[max(0, match.start - 8) : match.start].endswith(
            (" of ", " of the ")
        )
    return end > match.end and text[match.end : match.end + 2] not in ("'s", "’s")


def _without_overlaps(text: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Of overlapping spans the longest, so that "New York City" wins over "New York"."""
    out: list[tuple[int, int, str]] = []
    for start, end, source in sorted(spans, key=lambda s: (s[0], -s[1], s[2] != "table")):
        if out and start < out[-1][1]:
            if end - start > out[-1][1] - out[-1][0]:
                out[-1] = (start, end, source)
            continue
        out.append((start, end, source))
    return [span for span in out if not _only_generic(text[span[0] : span[1]])]


def _only_generic(name: str) -> bool:
    rest = [w.key for w in words(name)]
    plain = cues("direction") | cues("generic") | {"the"}
    return not rest or (key_of(name) not in country_spots() and all(w in plain for w in rest))
