"""Countries and bodies that share one head noun: "Armenian and Azerbaijani forces"."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.actors.hits import Hit, Hits
from dateline.extract.actors.tables import cues
from dateline.knowledge import Entry
from dateline.language.parsed import Parsed

NATIONAL = frozenset(["country", "demonym", "disputed"])
"""Kinds of entries that are of a land."""
_BODIES = frozenset(["armed_group", "igo", "organisation"])
_INSIDE = frozenset(["compound", "amod", "nmod", "nmod:poss", "conj", "flat"])
_LINKS = frozenset([",", "and", "&", "or", "the", "both", "'s", "\u2019s"])
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
        or _bodies_before(parsed, hits, first, last)
        or _after(parsed, hits, first, last)
    )


def _bodies_before(parsed: Parsed, hits: Hits, first: int, last: int) -> Coordination | None:
    """Two of which one is a body, where the tree has both before the noun and not one beside it
    ("Hamas and Fatah supporters", but not "Hamas, and supporters of Fatah")."""
    own = hits.at.get(first)
    other = hits.at.get(first - 2) if first > 1 else None
    if own is None or other is None or own.first != first or own.last >= last:
        return None
    if other.last != first - 1 or parsed.word(first - 1).lower() not in ("and", "or", "&"):
        return None
    bodies = [h.entry.kind in _BODIES for h in (other, own)]
    lands = [_is_national(h) and _adjectival(parsed, h) for h in (other, own)]
    alike = all(b or land for b, land in zip(bodies, lands, strict=True))
    if not any(bodies) or not alike or parsed.word(own.last) in ("'s", "\u2019s"):
        return None
    at = other.last - 1
    while parsed.deprels[at] in _INSIDE and not own.last <= at < last:
        at = parsed.heads[at]
    within = own.last <= at < last
    return Coordination((other, own), other.first, last, True) if within else None


def _is_national(hit: Hit) -> bool:
    return hit.entry.kind in NATIONAL and bool(hit.entry.country)


def _national(hits: Hits, token: int) -> Hit | None:
    hit = hits.at.get(token)
    return hit if hit is not None and _is_national(hit) else None


def _before(parsed: Parsed, hits: Hits, first: int, last: int) -> Coordination | None:
    start = first
    while start < last and parsed.upos[start] == "DET":
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
    parts = [h for t in range(first, last) if (h := _national(hits, t)) and h.first == t]
    if not parts or parts[-1].last != last or parts[-1].entry.kind == "demonym":
        return None
    parts = parts[-1:]
    at = last
    while at < len(parsed) and len(parts) < MOST:
        ahead = at
        while ahead < len(parsed) and parsed.word(ahead).lower() in _LINKS and ahead - at < 3:
            ahead += 1
        hit = _national(hits, ahead) if ahead < len(parsed) else None
        if hit is None or ahead == at or hit.entry.kind == "demonym":
            break
        parts.append(hit)
        at = hit.last
    joined = any(parsed.word(t).lower() in ("and", "&") for t in range(parts[0].last, at))
    return Coordination(tuple(parts), first, at, False) if len(parts) > 1 and joined else None
