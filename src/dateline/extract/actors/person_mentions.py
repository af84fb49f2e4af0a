"""Where persons are named: the model's entities, the roster, and surnames that the model left."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.actors.drafts import Draft
from dateline.extract.actors.hits import Hit, Hits
from dateline.extract.actors.roster_people import is_at_home
from dateline.extract.actors.tables import cues
from dateline.extract.found import Found
from dateline.knowledge import Entry
from dateline.knowledge.lexicon import words as words_of
from dateline.language.parsed import Parsed

_NOT_PEOPLE = frozenset(
    ["country", "disputed", "historical", "igo", "organisation", "armed_group", "media", "seat"]
)


@dataclass(slots=True)
class Named:
    """A person's name in the text."""

    first: int
    last: int
    start: int
    end: int
    keys: tuple[str, ...]
    """Folded words."""
    entry: Entry | None
    draft: Draft | None = None
    kin: bool = False
    """Brought in as a relative of another ("his son Ben Roe")."""


def mentions_of(found: Found, hits: Hits, lands: set[str | None]) -> list[Named]:
    parsed = found.parsed
    ranges: dict[int, tuple[int, int, Entry | None]] = {}
    for entity in hits.entities:
        if entity.label != "PER":
            continue
        first, last = _trimmed(found, hits, entity.start, entity.end)
        if first < last:
            hit = hits.at.get(first)
            entry = hit.of("person") if hit and hit.first == first else None
            if hit and (hit.last - hit.first == 1 < last - first or not is_at_home(entry, lands)):
                entry = None
            if hit is not None and entry is not None:
                last = max(last, hit.last)
            if hit is not None and hit.last >= last and _no_person(hit):
                continue
            if _no_name(found, first, last):
                continue
            if entry is None and found.place_at.within(*parsed.span(first, last)):
                continue
            ranges[first] = (first, last, entry)
    for hit in hits.all:
        person = hit.of("person")
        inside = any(f <= hit.first and hit.last <= e for f, e, _ in ranges.values())
        likely = hit.entry.kind == "person" and is_at_home(person, lands)
        if person is not None and likely and not inside:
            ranges[hit.first] = (hit.first, hit.last, person)
    _add_surnames(found, hits, ranges)
    out = []
    for first, last, entry in sorted(ranges.values(), key=lambda r: r[0]):
        start, end = parsed.span(first, last)
        keys = tuple(w.key for w in words_of(found.story.text[start:end]))
        if keys and found.story.text[start : start + 1].isupper():
            out.append(Named(first, last, start, end, keys, entry, kin=_is_kin(parsed, first)))
    return out


def _no_person(hit: Hit) -> bool:
    entry = hit.entry
    return entry.kind in _NOT_PEOPLE or (entry.kind == "demonym" and entry.note == "people")


def _no_name(found: Found, first: int, last: int) -> bool:
    """Whether what the model takes for a person is a god, a storm or a mere word."""
    parsed = found.parsed
    if last - first == 1:
        word = parsed.word(first).lower()
        if word.rstrip(".") in cues("deity") | cues("honorific") or parsed.upos[first] in (
            "PRON",
            "DET",
        ):
            return True
    before = parsed.word(first - 1).lower() if first else ""
    return before in cues("storm")


def _is_kin(parsed: Parsed, first: int) -> bool:
    """Whether "his son" or the like stands right before a name."""
    at = first - 1
    if at > 0 and parsed.word(at) == ",":
        at -= 1
    return at >= 0 and parsed.word(at).lower() in cues("kin")


def _add_surnames(
    found: Found, hits: Hits, ranges: dict[int, tuple[int, int, Entry | None]]
) -> None:
    """Add words that the model left alone, but that are the surname of one person named in full."""
    parsed = found.parsed
    full = [(f, e) for f, e, _ in ranges.values() if e - f > 1]
    surnames = {parsed.word(e - 1) for _, e in full if len(parsed.word(e - 1)) > 3}
    covered = {t for f, e, _ in ranges.values() for t in range(f, e)}
    bodies = {t for e in hits.entities if e.label != "PER" and e.end - e.start > 1
              for t in range(e.start, e.end)}  # fmt: skip
    for token in range(len(parsed)):
        follower = parsed.upos[token + 1] if token + 1 < len(parsed) else ""
        name = parsed.upos[token] == "PROPN" or follower in ("AUX", "VERB")
        if not name or token in covered or token in bodies:
            continue
        if parsed.word(token) not in surnames:
            continue
        hit = hits.at.get(token)
        if hit is not None and (hit.last - hit.first > 1 or hit.entry.kind != "capital"):
            continue
        follows = follower == "PROPN"
        lead = token > 0 and parsed.upos[token - 1] == "PROPN"
        if follows or (
            lead and parsed.word(token - 1).rstrip(".").lower() not in cues("honorific")
        ):
            continue
        places = found.place_at.over(*parsed.span(token, token + 1))
        if any(not place.metonym for _, place in places) and hit is None:
            continue
        ranges[token] = (token, token + 1, None)


def _trimmed(found: Found, hits: Hits, first: int, last: int) -> tuple[int, int]:
    """The name without titles before it and a possessive after it."""
    parsed = found.parsed
    while first < last:
        hit = hits.at.get(first)
        word = parsed.word(first).lower().rstrip(".")
        office = hit is not None and hit.of("office") and hit.last < last and not hit.of("person")
        land = hit is not None and hit.of("country") and hit.last + 1 < last
        land = land and first > 0 and parsed.upos[first - 1] == "ADP"  # "the envoy to Chad Jo Roe"
        if land and hit is not None:
            first = hit.last
            continue
        if not (office or (word in cues("honorific") and first + 1 < last)):
            break
        first = hit.last if office and hit is not None else first + 1
    while last > first and parsed.upos[last - 1] in ("PART", "PUNCT"):
        last -= 1
    return first, last
