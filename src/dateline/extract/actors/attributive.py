"""Whose the next noun is: "a rebel attack", "an army base", "police gunfire"."""

from __future__ import annotations

from dateline.extract.actors.coordination import NATIONAL
from dateline.extract.actors.extents import HYPHENS, OWNER, extent
from dateline.extract.actors.hits import Hit, Hits
from dateline.extract.actors.nominal_links import Phrase
from dateline.extract.actors.tables import cues, plurals
from dateline.knowledge import Entry
from dateline.language.parsed import Parsed

_BEFORE = frozenset(["compound", "amod"])
_BODIES = frozenset(["GOV", "MIL", "COP", "LEG", "JUD", "SPY", "REB", "UAF", "PRM", "OPP", "CRM"])
_GROUPS = frozenset(["REB", "UAF", "PRM", "OPP", "REF", "LAB", "EDU", "MED", "AGR", "REL", "CRM"])
"""Sectors of people who act in groups: "student protests", but no "soldier deaths"."""
IN_ARMS = frozenset(["REB", "UAF", "PRM"])
_ACTORS = ("office", "body", "population", "person", "organisation", "igo", "armed_group", "media")
_REACH = 4
"""Tokens from such a noun to the one that it describes."""


def attributive(parsed: Parsed, hits: Hits, hit: Hit) -> Phrase | None:
    """ "An army offensive", "guerrilla camps": the phrase of who acts, or owns what follows.

    A noun before a noun often stands to it as a subject to its verb, or as an owner (Quirk et al.,
    Comprehensive Grammar, 17.104-110). Not so before what befalls people ("student arrests").
    """
    noun = _described(parsed, hits, hit)
    if noun is None:
        return None
    entry = _owner(parsed, hit, parsed.lemmas[noun].lower())
    if entry is None:
        return None
    lands = tuple(e for e in extent(parsed, hits, hit.first)[1] if e.kind in NATIONAL)
    first = _beginning(parsed, hits, hit)
    owned = first > 0 and parsed.xpos[first - 1] == "PRP$"
    first -= owned  # "its military positions"
    return Phrase(hit, entry, first, noun + 1, lands, (), True, owned, beside=True)


def _described(parsed: Parsed, hits: Hits, hit: Hit) -> int | None:
    """The noun that a noun describes, where that is nobody of its own ("army officers")."""
    token = hit.last - 1
    noun = parsed.heads[token]
    if parsed.deprels[token] == "conj" and parsed.deprels[noun] in _BEFORE:
        token, noun = noun, parsed.heads[noun]  # "police and army raids"
    named = hits.body_at.keys() | hits.person_at | hits.other_at
    if parsed.deprels[token] not in _BEFORE or not hit.last <= noun < hit.last + _REACH:
        return None
    if not named.isdisjoint((hit.last - 1, noun)) or parsed.upos[noun] not in ("NOUN", "PROPN"):
        return None
    whole = hit.end == parsed.ends[hit.last - 1] or _holds(parsed, hit)
    if hit.start != parsed.starts[hit.first] or not whole:
        return None  # "anti-government protests", "rebel-backed forces"
    between = (hits.at.get(t) for t in range(hit.last, noun + 1))
    return None if any(h is not None and h.of(*_ACTORS) for h in between) else noun


def _holds(parsed: Parsed, hit: Hit) -> bool:
    """ "A rebel-held town": whoever holds what is struck or taken."""
    hyphen, verb = parsed.text[hit.end : hit.end + 1], parsed.text[hit.end + 1 : hit.end + 12]
    return hyphen in HYPHENS and verb.partition(" ")[0].lower() in cues("holding")


def _owner(parsed: Parsed, hit: Hit, noun: str) -> Entry | None:
    """The body or the people whose act or thing a noun is; of people the plural."""
    body, people = hit.of("body"), hit.of("population")
    if body is not None:
        house = body.name in cues("housed") and noun not in cues("property")
        if house or body.name in cues("vague") or not _BODIES & set(body.sectors):
            return None
        whose = parsed.upos[hit.last - 1] != "ADJ" or noun in cues("property")
        whose = whose or _holds(parsed, hit)
        return body if whose and noun not in cues("undergone") else None
    if people is None or people.plural:
        return None
    groups = IN_ARMS if parsed.upos[hit.last - 1] == "ADJ" else _GROUPS
    acts = bool(groups & set(people.sectors)) and noun not in cues("undergone") | cues("befalls")
    theirs = acts or (people.name == "civilian" and noun in cues("property"))
    return plurals().get(people.name) if theirs and people.name not in cues("label") else None


def _beginning(parsed: Parsed, hits: Hits, hit: Hit) -> int:
    """Where the lands begin that stand right before a noun ("the Kenyan army base")."""
    at = hit.first
    while at > 0:
        owner = at - 1 if parsed.word(at - 1) in OWNER else at
        land = hits.at.get(owner - 1)
        if land is None or land.last != owner or land.entry.kind not in NATIONAL:
            break
        at = land.first
    return at
