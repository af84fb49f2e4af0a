"""Countries and bodies that share one head noun: "Armenian and Azerbaijani forces"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dateline.extract.actors.extents import OWNER
from dateline.extract.actors.hits import Hit, Hits
from dateline.extract.actors.tables import cues
from dateline.knowledge import Entry, lexicon
from dateline.language.parsed import Entity, Parsed

NATIONAL = frozenset(["country", "demonym", "disputed"])
"""Kinds of entries that are of a land."""
_DESCRIBERS = frozenset(["armed_group", "igo", "organisation", "body", "population"])
_CLIMB = 5
"""Steps up the tree from a name to the noun that it describes."""
_INSIDE = frozenset(["compound", "amod", "nmod", "nmod:poss", "conj", "flat"])
_ETHNIC = "ethnic"
"""Before a nationality that shares its noun with a land ("Kenyan and ethnic Togolese forces")."""
_LINKS = frozenset([",", "and", "&", "or", "the", "both", "'s", "\u2019s", _ETHNIC])
MOST = 8


@dataclass(frozen=True, slots=True)
class Coordination:
    """The countries or bodies, and the whole phrase as a token range."""

    parts: tuple[Hit, ...]
    first: int
    last: int
    before: bool
    """They stand before the noun."""
    plain: bool = False
    """The noun has one more of no country ("Afghan and foreign soldiers")."""


def coordinated(
    parsed: Parsed, hits: Hits, first: int, last: int, entry: Entry
) -> Coordination | None:
    """The countries or bodies of a plural noun's phrase [first, last), where there are two or more.

    Before it ("Russian and Turkish ministers", "NATO and Afghan troops") or after "of" ("the
    presidents of Russia and Turkey").
    """
    if not entry.plural:
        return None
    return (
        _before(parsed, hits, first, last)
        or _describers_before(parsed, hits, first, last)
        or _after(parsed, hits, first, last)
    )


def _describers_before(parsed: Parsed, hits: Hits, first: int, last: int) -> Coordination | None:
    """Two of which one is no land, where the tree has both before the noun and not one beside it
    ("Hamas and Fatah supporters", "army and police officers", but not "Hamas, and supporters of
    Fatah")."""
    at_first = hits.at.get(first)
    for joint in (first - 1, at_first.last if at_first is not None else first - 1):
        if not 0 < joint < last - 1 or parsed.word(joint).lower() not in ("and", "or", "&"):
            continue
        left, right = _describer(parsed, hits, joint - 1), _describer(parsed, hits, joint + 1)
        if left is None or right is None or left.last != joint or right.first != joint + 1:
            continue
        if right.last >= last:  # "police officers" has a row of its own
            right = _without_noun(parsed, right)
        lands = [h for h in (left, right) if _is_national(h)]
        alike = len(lands) < 2 and all(_adjectival(parsed, h) for h in lands)
        if alike and right.last < last and _is_before(parsed, left, right, last):
            return Coordination((left, right), left.first, last, True)
    return None


def _describer(parsed: Parsed, hits: Hits, token: int) -> Hit | None:
    """The land, body or kind of people at a token that may describe a noun."""
    hit = hits.at.get(token)
    if hit is not None:
        plural = hit.entry.plural and hit.entry.kind in ("office", "population")
        if plural or hit.entry.kind == "office":  # "soldiers and" is no describer of what follows
            return hit if plural and hit.last - hit.first > 1 else None
        return hit if hit.entry.kind in NATIONAL | _DESCRIBERS else None
    entity = hits.body_at.get(token)
    return None if entity is None else _body(parsed, entity)


def _body(parsed: Parsed, entity: Entity, country: str | None = None) -> Hit:
    """A body that only the text names, of the land that its name begins with."""
    start, end = parsed.span(entity.start, entity.end)
    name = parsed.words(entity.start, entity.end)
    entry = Entry(name, name, "organisation", country=country)
    return Hit(entity.start, entity.end, start, end, (entry,))


def _without_noun(parsed: Parsed, hit: Hit) -> Hit:
    """Of "police officers" what describes the noun; itself where it is one word."""
    end = parsed.ends[hit.last - 2] if hit.last - hit.first > 1 else hit.end
    entries = lexicon().get(parsed.text[hit.start : end])
    known = entries and end < hit.end
    return Hit(hit.first, hit.last - 1, hit.start, end, entries) if known else hit


def _is_before(parsed: Parsed, left: Hit, right: Hit, last: int) -> bool:
    """Whether the tree has the first of two names before the noun, and no owner behind it."""
    if parsed.word(right.last) in ("'s", "\u2019s"):
        return False
    at = left.last - 1
    for _ in range(_CLIMB):
        if parsed.deprels[at] not in _INSIDE or right.last <= at < last:
            break
        at = parsed.heads[at]
    return right.last <= at < last


def _is_national(hit: Hit) -> bool:
    return hit.entry.kind in NATIONAL and bool(hit.entry.country)


def _national(hits: Hits, token: int) -> Hit | None:
    hit = hits.at.get(token)
    return hit if hit is not None and _is_national(hit) else None


def _named(parsed: Parsed, hits: Hits, token: int) -> Hit | None:
    """The land at a token, or a body that is named there and is no common noun."""
    land = _national(hits, token)
    entity = hits.body_at.get(token)
    if land is not None and (entity is None or entity.end <= land.last):
        return land
    hit = _body(parsed, entity, land.entry.country) if land and entity else None
    hit = hit or _describer(parsed, hits, token)
    common = hit is not None and hit.entry.kind in ("body", "population", "office")
    return None if common else hit


def _before(parsed: Parsed, hits: Hits, first: int, last: int) -> Coordination | None:
    start = first
    while start < last and (parsed.upos[start] == "DET" or parsed.word(start).lower() == _ETHNIC):
        start += 1
    own = _national(hits, start)
    if own is None and parsed.word(start).lower() in cues("landless"):
        nation = _national(hits, start - 2) if start > 1 else None
        joined = parsed.word(start - 1).lower() == "and"
        if nation is None or not joined or nation.entry.kind != "demonym":
            return None
        return Coordination((nation,), nation.first, last, True, plain=True)
    if own is None or own.first != start:
        return None
    parts = [own]
    at = own.first
    while at > 0 and len(parts) < MOST:
        back = at - 1
        while back > 0 and parsed.word(back).lower() in _LINKS and at - back < 3:
            back -= 1
        hit = _national(hits, back)
        alike = hit is not None and _adjectival(parsed, hit) == _adjectival(parsed, own)
        if hit is None or back == at - 1 or not alike:
            break
        parts.insert(0, hit)
        at = hit.first
    if len(parts) < 2 or all(p.entry.country == own.entry.country for p in parts):
        return None
    if parsed.word(own.last) in ("'s", "\u2019s") and parts[0].entry.kind == "country":
        return Coordination(tuple(parts), at, last, True)
    return Coordination(tuple(parts), at, last, True) if _adjectival(parsed, own) else None


def _adjectival(parsed: Parsed, hit: Hit) -> bool:
    """Whether a name of a land stands for its adjective: "British", and the "US" beside it."""
    if hit.entry.kind == "demonym":
        return True
    letters = parsed.words(hit.first, hit.last).replace(".", "").replace(" ", "")
    return letters.isupper() and len(letters) < 4


def _after(parsed: Parsed, hits: Hits, first: int, last: int) -> Coordination | None:
    parts = [h for t in range(first, last) if (h := _named(parsed, hits, t)) and h.first == t]
    if not parts:
        return None
    if parts[-1].entry.kind == "demonym":
        # "Members of the Kenyan and Togolese parliaments": the noun behind them is shared, too.
        listed = len(parts) > 1 and all(
            b.first - a.last < 3
            and all(parsed.word(t).lower() in _LINKS for t in range(a.last, b.first))
            for a, b in pairwise(parts)
        )
        return Coordination(tuple(parts), first, last, False) if listed else None
    if parts[-1].last != last:
        return None
    parts = parts[-1:]
    at = last
    while at < len(parsed) and len(parts) < MOST:
        ahead = at
        while ahead < len(parsed) and parsed.word(ahead).lower() in _LINKS and ahead - at < 3:
            ahead += 1
        hit = _named(parsed, hits, ahead) if ahead < len(parsed) else None
        if hit is None or ahead == at or hit.entry.kind == "demonym":
            break
        if hit.last < len(parsed) and parsed.word(hit.last) in OWNER:
            break  # "officials of NATO and Kenya's president"
        if _is_national(hit) and not _is_national(parts[-1]) and parsed.word(at) == ",":
            break  # "the chairs of the group, Kenya and Togo"
        parts.append(hit)
        at = hit.last
    joined = any(parsed.word(t).lower() in ("and", "&") for t in range(parts[0].last, at))
    return Coordination(tuple(parts), first, at, False) if len(parts) > 1 and joined else None
