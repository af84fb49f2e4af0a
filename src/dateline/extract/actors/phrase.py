"""An actor phrase on its own: "Russian Deputy Foreign Minister", "two Chinese warplanes".

    read_phrase(text) -> {"name", "kind", "country", "code", "sectors", "roles"}

Reads the shared tables alone, without the language model. What it cannot read comes back with no
country and no sector.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from dateline.extract.actors.extents import is_sponsor
from dateline.extract.actors.reading import combine, unique
from dateline.extract.actors.tables import by_surname, cues, prefixes
from dateline.extract.places.gazetteer import Spot, cities_named
from dateline.extract.places.tables import curated_spots
from dateline.knowledge import Entry, Match, lexicon, standing
from dateline.knowledge.countries import is_country
from dateline.knowledge.lexicon import key_of, words

_LINK = re.compile(r"\s(?:of|in|from|to|at|for|with|near|on|against|who|that|which|by)\s|,|\(")
_KINDS = {
    "country": "state",
    "historical": "state",
    "capital": "state",
    "seat": "state",
    "disputed": "organisation",
    "body": "organisation",
    "population": "population",
    "office": "person",
}
_HEADS = ("office", "population", "body")
_STANDING = ("person", "igo", "organisation", "armed_group", "media", "seat")
_LAND = ("country", "disputed", "historical", "capital")
LIMIT = 400
"""Characters of a phrase that are read."""


def read_phrase(text: str, date: str | None = None) -> dict[str, Any]:
    """Read one actor phrase; `date` (ISO) is when it was written, which decides who is in office.

    The head is the last office, group or body before the first "of", "in" or the like; what
    stands before and after it gives country and body. A known name stands for itself.
    """
    phrase = _plain(text[:LIMIT])
    cut = _cut(phrase)
    matches = lexicon().scan(phrase)
    left = [m for m in matches if m.start < cut]
    right = [m for m in matches if m.start >= cut]
    person = _person(phrase, left, cut, date)
    if person is not None:
        return person
    head = _head(left, phrase, cut)
    if head is None:
        return _by_name(phrase, left, right, cut)
    return _nominal(phrase, head, left, right, cut)


def _plain(text: str) -> str:
    """The phrase without article and quantity ("several of the", "a group of")."""
    out = " ".join(text.split()).replace(" 's", "'s").replace(" ’s", "’s")
    low = out.lower()
    for _ in range(2):
        for opener in (*sorted(cues("quantifier"), key=len, reverse=True), "the", "a", "an"):
            if low.startswith(opener + " "):
                out = out[len(opener) + 1 :]
                low = out.lower()
                break
    return re.sub(r"^(?:the )?(?:largest|biggest|main|major|leading) ", "", out)


def _cut(phrase: str) -> int:
    """Where the phrase's head part ends: at its first preposition that no name holds."""
    inside = [(m.start, m.end) for m in lexicon().scan(phrase)]
    for link in _LINK.finditer(phrase):
        if not any(s < link.end() - 1 and link.start() + 1 < e for s, e in inside):
            return link.start()
    return len(phrase)


def _answer(
    name: str | None,
    kind: str | None,
    country: str | None,
    sectors: Sequence[str],
    roles: list[Any],
) -> dict[str, Any]:
    return {
        "name": name,
        "kind": kind,
        "country": country if is_country(country) else None,
        "code": None if is_country(country) else country,
        "sectors": list(unique(sectors)),
        "roles": roles,
    }


def _role(title: str, organisation: str | None, country: str | None) -> dict[str, Any]:
    known = country if is_country(country) else None
    return {"title": title, "organisation": organisation, "country": known}


def _person(phrase: str, left: list[Match], cut: int, day: str | None) -> dict[str, Any] | None:
    """A person of the roster, by full name or by an office and a surname ("President Duterte")."""
    for i, match in enumerate(left):
        entry = next((e for e in match.entries if e.kind == "person"), None)
        if entry is not None and phrase[match.end : match.end + 2] not in ("'s", "’s"):
            return _with_office(phrase, entry, left[:i], day)
    offices = [m for m in left if m.entries[0].kind == "office" or _of(m, "office")]
    if not offices:
        return None
    office = offices[-1]
    rest = phrase[office.end : cut].strip()
    if not rest or not rest[:1].isupper():
        return None
    surname = words(rest)[-1].key
    title = _of(office, "office")
    known = [
        e
        for e in by_surname(surname)
        if title is not None and any(title.name in t.title.lower() for t in e.roles)
    ]
    if len(known) > 1:
        known = [e for e in known if "ELI" not in standing(e, day).sectors]
    if len(known) == 1:
        return _with_office(phrase, known[0], left, day)
    if all(m.end <= office.end for m in left) and re.fullmatch(r"[^\W\d_][\w.’'\- ]*", rest):
        named = _nominal(phrase, office, left, [], cut)
        return {**named, "name": rest, "kind": "person"}
    return None


def _with_office(
    phrase: str, entry: Entry, before: Sequence[Match], day: str | None
) -> dict[str, Any]:
    offices = [m for m in before if _of(m, "office")]
    then = standing(entry, day)
    sectors = list(then.sectors)
    held = then.titles if day else then.titles[:1]
    roles = [_role(title, None, then.country) for title in held]
    if offices:
        head = _of(offices[0], "office")
        if head is not None:
            left = [m.entries[0] for m in reversed(before) if m.start < offices[0].start]
            reading = combine(head, left, [])
            sectors = [*reading.sectors, *sectors] if not reading.former else ["ELI"]
            title = phrase[offices[0].start : offices[0].end]
            roles = [_role(title, reading.organisation, reading.country or then.country)]
            if any(s != "ELI" for s in sectors) and not reading.former:
                sectors = [s for s in sectors if s != "ELI"]
    return _answer(entry.name, "person", then.country, sectors, roles)


def _of(match: Match, *kinds: str) -> Entry | None:
    return next((e for kind in kinds for e in match.entries if e.kind == kind), None)


def _head(left: list[Match], phrase: str, cut: int) -> Match | None:
    """The last common noun of the head part, unless a proper name ends it."""
    for match in reversed(left):
        if _of(match, *_HEADS) and not _of(match, *_STANDING):
            tail = phrase[match.end : cut]
            if any(c.isupper() for c in tail):
                return None
            return match
        if _of(match, *_STANDING):
            rest = phrase[match.end : cut].strip(" 's’")
            if not rest:
                return None
    return None


def _nominal(
    phrase: str, head: Match, left: list[Match], right: list[Match], cut: int
) -> dict[str, Any]:
    entry = _of(head, "population", "office", "body") or head.entries[0]
    if len(head.entries) > 1 and not entry.plural:
        entry = _of(head, "office", "body") or entry
    before = [m for m in reversed(left) if m.end <= head.start]
    kept = [_best(m) for m in before if not is_sponsor(phrase, m.start, m.end)]
    to = phrase[cut : cut + 4].strip() == "to"
    reading = combine(entry, kept, [] if to else [_best(m) for m in right])
    country = reading.country or _town(_unread(phrase[: head.start], left))
    if country is None and not to:
        country = _town(_unread(phrase, right)[cut:])
    whole = entry.kind == "body" and phrase[head.start].isupper()
    name = phrase if whole else phrase[:cut].strip() or phrase
    roles = []
    if entry.kind == "office":
        roles.append(_role(phrase[_from(phrase, head) : head.end], reading.organisation, country))
    kind = "population" if entry.kind == "office" and entry.plural else _KINDS[entry.kind]
    if entry.kind == "population" and not entry.plural and "MIL" not in reading.sectors:
        kind = "person"
    return _answer(name, kind, country, reading.sectors, roles)


def _from(phrase: str, head: Match) -> int:
    """Where the office begins, its rank words included."""
    start = head.start
    for word in reversed(words(phrase[:start])):
        if word.key not in prefixes():
            break
        start = word.start
    return start


def _best(match: Match) -> Entry:
    return _of(match, "prefix", "igo", "organisation", "armed_group", "media") or match.entries[0]


def _by_name(phrase: str, left: list[Match], right: list[Match], cut: int) -> dict[str, Any]:
    """A phrase without a common noun as its head: a name, a land, a town, a people."""
    standing = next((e for m in reversed(left) if (e := _of(m, *_STANDING))), None)
    if standing is not None:
        kind = _KINDS.get(standing.kind, standing.kind)
        return _answer(standing.name, kind, standing.country, standing.sectors, [])
    whole = next((m for m in left if m.end >= cut and m.start == 0), None)
    land = _of(whole, *_LAND) if whole is not None else None
    if land is not None:
        sectors = land.sectors if land.kind not in ("country", "historical") else ()
        if land.kind == "capital":
            wording = phrase[: whole.end] if whole is not None else land.name
            return _answer(wording, "state", land.country, ("GOV",), [])
        return _answer(land.name, _KINDS[land.kind], land.country, sectors, [])
    country = next((m.entries[0].country for m in (*left, *right) if m.entries[0].country), None)
    if country is None:
        spot = _spot(phrase[:cut])
        country = spot.country if spot is not None else None
        if country is not None and cut == len(phrase):
            return _answer(phrase, "population", country, ("CVL",), [])
        country = country or _town(phrase[cut:])
    if country is None:
        return _answer(None, None, None, (), [])
    people = next((e for m in left if (e := _of(m, "demonym")) and m.end >= cut), None)
    sectors = ("CVL",) if people is not None or right or len(phrase[:cut].split()) > 1 else ()
    kind = "population" if people is not None else "organisation"
    if people is None and left and left[0].entries[0].kind == "demonym":
        sectors = ()
    return _answer(phrase[:cut].strip() or phrase, kind, country, sectors, [])


def _unread(text: str, matches: Sequence[Match]) -> str:
    """The text with what the tables know blanked out, so that "Union" is no town there."""
    for match in matches:
        if match.entries[0].kind != "prefix" and match.end <= len(text):
            text = text[: match.start] + " " * (match.end - match.start) + text[match.end :]
    return text


def _town(text: str) -> str | None:
    """The country of a town or region named in capitals; the largest of its namesakes."""
    found = [w for w in words(text) if text[w.start].isupper()]
    for i in range(len(found)):
        for n in (3, 2, 1):
            if i + n <= len(found):
                wording = text[found[i].start : found[i + n - 1].end]
                spot = _spot(wording)
                if spot is not None:
                    return spot.country
    return None


def _spot(wording: str) -> Spot | None:
    if not wording[:1].isupper():
        return None
    curated = curated_spots().get(key_of(wording))
    if curated is not None:
        return curated
    spots = cities_named(wording)
    return spots[0] if spots and (spots[0].population >= 5000 or len(spots) == 1) else None
