"""Table matches as token ranges, and the model's entities beside them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.found import Found
from dateline.knowledge import Entry
from dateline.language.parsed import Entity, Parsed

_ORGANISED = frozenset(["igo", "organisation", "armed_group", "media", "seat"])
_WATERS = frozenset(["sea", "gulf", "strait", "straits", "bay"])
_LAY_OF_THE_LAND = _WATERS | {
    *("ocean", "channel", "canal", "river", "lake", "basin", "delta", "peninsula", "plateau"),
    *("valley", "mountains", "range", "desert", "current", "shelf", "trench"),
}
"""Nouns for waters and land forms that bear a land's name."""
_AMERICAS = frozenset(["latin", "central", "south", "north"])
"""Before "America" and "American"."""
_NATIONAL = frozenset(["country", "disputed", "historical", "capital", "demonym"])


@dataclass(slots=True)
class Hit:
    """A table match on tokens [first, last)."""

    first: int
    last: int
    start: int
    end: int
    entries: tuple[Entry, ...]
    inner: bool = False
    """A part of a body's name ("Karabakh" in "Karabakh Ministry of Defense"), no mention."""

    @property
    def entry(self) -> Entry:
        """The likeliest entry."""
        return self.entries[0]

    def of(self, *kinds: str) -> Entry | None:
        """The first entry of one of the kinds."""
        return next((e for e in self.entries if e.kind in kinds), None)


class Hits:
    """All matches of a story that lie on its tokens, by token."""

    def __init__(self, found: Found) -> None:
        parsed = found.parsed
        self.entities = list(parsed.entities)
        self.all: list[Hit] = []
        self.at: dict[int, Hit] = {}
        self.body_at = {
            t: e for e in self.entities if e.label == "ORG" for t in range(e.start, e.end)
        }
        self.person_at = {
            t for e in self.entities if e.label == "PER" for t in range(e.start, e.end)
        }
        self.person_starts = {e.start for e in self.entities if e.label == "PER"}
        self.other_at = {
            t
            for e in self.entities
            if e.label in ("EVENT", "MISC") and e.end - e.start > 2
            for t in range(e.start, e.end)
        }
        cover = {t: e for e in self.entities for t in range(e.start, e.end)}
        for match in found.names:
            first, last = parsed.tokens_in(match.start, match.end)
            if first >= last:
                continue
            hit = Hit(first, last, match.start, match.end, match.entries)
            hit.inner = _is_inner(parsed, hit, cover.get(first))
            if _plausible(parsed, hit, cover.get(first)):
                self.all.append(hit)
                for token in range(first, last):
                    self.at.setdefault(token, hit)


def _plausible(parsed: Parsed, hit: Hit, entity: Entity | None) -> bool:
    """Leave out names that the model sees as a part of something else, and common words."""
    kind = hit.entry.kind
    if kind in _ORGANISED and hit.entry.kind != "seat" and _is_common_word(parsed, hit, entity):
        return False
    if kind in _NATIONAL and any(
        of(parsed, hit) for of in (_of_a_sea, _names_a_delta, _of_a_continent, _takes_sides)
    ):
        return False
    if entity is None:
        return True
    longer = entity.start < hit.first or entity.end > hit.last
    if not longer:
        return True
    if entity.label == "PER" and kind in _NATIONAL:
        return entity.end <= hit.last or _leads(parsed, hit, entity)
    return True


def _of_a_sea(parsed: Parsed, hit: Hit) -> bool:
    """ "The Sea of Oman", "the Strait of Taiwan": water that bears a land's name is no land."""
    before = [parsed.word(t).lower() for t in range(max(0, hit.first - 2), hit.first)]
    return before[1:] == ["of"] and before[0] in _WATERS


def _of_a_continent(parsed: Parsed, hit: Hit) -> bool:
    """ "Latin American leaders", "South America": of no United States."""
    before = parsed.word(hit.first - 1).lower() if hit.first else ""
    return before in _AMERICAS and parsed.word(hit.first).lower().startswith("america")


def _takes_sides(parsed: Parsed, hit: Hit) -> bool:
    """ "Anti- Syrian lawmakers", as some agencies space it: of no Syria."""
    before = [parsed.word(t).lower() for t in range(max(0, hit.first - 2), hit.first)]
    return bool(before) and "".join(before).endswith(("anti-", "pro-"))


def _names_a_delta(parsed: Parsed, hit: Hit) -> bool:
    """ "The Niger Delta", "the South China Sea", "the Korean peninsula", but "a Kenyan river"."""
    word = parsed.word(hit.last) if hit.last < len(parsed) else ""
    named = word[:1].isupper() or word == "peninsula"
    return named and word.lower() in _LAY_OF_THE_LAND


def _leads(parsed: Parsed, hit: Hit, entity: Entity) -> bool:
    """Whether a country stands before a name that the model ran together with it ("the envoy to
    Chad Ann Roe")."""
    before = hit.first - 1
    leads = hit.first == entity.start and before >= 0 and parsed.upos[before] == "ADP"
    return leads and entity.end - hit.last > 1 and hit.entry.kind == "country"


def _is_inner(parsed: Parsed, hit: Hit, entity: Entity | None) -> bool:
    if entity is None or entity.label != "ORG" or entity.end <= hit.last:
        return False
    if hit.entry.kind not in ("country", "disputed", "capital"):
        return False
    following = parsed.word(hit.last) if hit.last < len(parsed) else ""
    return following not in ("'s", "’s", "'")


def _is_common_word(parsed: Parsed, hit: Hit, entity: Entity | None) -> bool:
    """A single capitalised word ("Trend", "Labour") needs the model's word that it is a name."""
    if hit.last - hit.first > 1 or entity is not None:
        return False
    word = parsed.word(hit.first)
    if len(word) > 1 and word.upper() == word:
        return False
    starts = parsed.sentences[parsed.sentence_of[hit.first]].start
    return parsed.upos[hit.first] != "PROPN" or hit.first == starts
