"""Persons by name: full names, short names, the roster."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.hits import Hit, Hits
from dateline.extract.actors.tables import by_surname, cues
from dateline.extract.found import Found
from dateline.knowledge import Entry, lexicon, standing
from dateline.knowledge.lexicon import SUFFIXES
from dateline.knowledge.lexicon import words as words_of
from dateline.knowledge.spelling import SHORTEST, sound
from dateline.knowledge.standing import Standing
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


def read_people(found: Found, hits: Hits, register: Register) -> list[Named]:
    """Enter every person by name; the mentions, each with its draft, in text order."""
    lands = {h.entry.country for h in hits.all if h.entry.kind != "person"}
    named = _mentions(found, hits, lands)
    _not_a_land(named, register)
    for name in named:
        if len(name.keys) > 1:
            name.draft = _full(found, name, register, lands)
    for i, name in enumerate(named):
        if name.draft is None:
            name.draft = _short(found, name, named, i, register)
    for name in named:
        if name.draft is not None:
            name.draft.mention(name.start, name.end, "name")
    return named


def _mentions(found: Found, hits: Hits, lands: set[str | None]) -> list[Named]:
    parsed = found.parsed
    ranges: dict[int, tuple[int, int, Entry | None]] = {}
    for entity in hits.entities:
        if entity.label != "PER":
            continue
        first, last = _trimmed(found, hits, entity.start, entity.end)
        if first < last:
            hit = hits.at.get(first)
            entry = hit.of("person") if hit and hit.first == first else None
            if hit and (hit.last - hit.first == 1 < last - first or not _at_home(entry, lands)):
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
        likely = hit.entry.kind == "person" and _at_home(person, lands)
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


def _at_home(entry: Entry | None, lands: set[str | None]) -> bool:
    """Whether a story names the country of an office holder whom the roster knows for the office
    alone: many a minister has a namesake elsewhere."""
    if entry is None or entry.country is None or entry.sectors or entry.where:
        return True
    return entry.country in lands


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


def _not_a_land(named: list[Named], register: Register) -> None:
    """Where a surname is also a capital ("Hamilton"), the person has the word."""
    spans = {(n.start, n.end) for n in named}
    for draft in register.drafts:
        if draft.kind == "state":
            for span in spans.intersection(draft.mentions):
                del draft.mentions[span]


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


def _full(found: Found, name: Named, register: Register, lands: set[str | None]) -> Draft:
    if name.entry is not None:
        draft = register.get(("person", name.entry.name), lambda: _from_roster(name.entry, found))
    else:
        known = _same_person(name.keys, register)
        heard = lexicon().by_sound(name.keys) if known is None else None
        if heard is not None and _at_home(heard, lands):
            known = register.get(("person", heard.name), lambda: _from_roster(heard, found))
        wording = " ".join(found.story.text[name.start : name.end].split())
        draft = known or register.get(
            ("person", " ".join(name.keys)),
            lambda: Draft(wording, "person", why="model: person"),
        )
    draft.words.update(name.keys)
    last = _surname(name.keys)
    draft.words.add("last:" + last)
    draft.words.add("sound:" + sound(last))
    draft.fullest = max(draft.fullest, name.keys, key=len)
    return draft


def _from_roster(entry: Entry | None, found: Found) -> Draft:
    if entry is None:
        raise ValueError("no roster entry")
    then = standing(entry, _day(found))
    return Draft(
        entry.name,
        "person",
        then.country,
        list(then.sectors),
        titles=then.titles,
        why=f"table: {_source(entry, then.titles)}",
    )


def _day(found: Found) -> str | None:
    """The story's date, which decides who is in office; None where it is not known."""
    value = found.story.facts.published.value
    return value if value and value[:4].isdigit() else None


def _source(entry: Entry, titles: tuple[str, ...]) -> str:
    """The office, and the line of a user's roster that has it."""
    office = titles[0] if titles else entry.note or entry.name
    return f"{office} ({entry.where})" if entry.where else office


def _same_person(keys: tuple[str, ...], register: Register) -> Draft | None:
    """A person of the story whose name this one only shortens or lengthens."""
    for draft in reversed(register.people()):
        last = _surname(keys)
        if "last:" + last not in draft.words and "sound:" + sound(last) not in draft.words:
            continue
        known = {w for w in draft.words if ":" not in w}
        known |= {sound(w) for w in known}
        given = [k for k in keys if k != last and k not in cues("particle") | SUFFIXES]
        if given and any(g in known for g in given[:1]) and len(draft.fullest) < len(keys):
            return draft  # a fuller name: "Jo Roe", then "Jo Ann Roe"
        if all(k in known or sound(k) in known or _initial(k, known) for k in given):
            return draft
        if len(draft.fullest) > 1 and keys[-len(draft.fullest) :] == draft.fullest:
            return draft  # a word before the name that is none of it: "PA Jo Roe"
    return None


def _surname(keys: tuple[str, ...]) -> str:
    """The last word of a name that is no "Jr." or the like."""
    return next((k for k in reversed(keys) if k not in SUFFIXES), keys[-1])


def _initial(key: str, known: set[str]) -> bool:
    return len(key) == 1 and any(w.startswith(key) for w in known)


def _short(found: Found, name: Named, named: list[Named], at: int, register: Register) -> Draft:
    key = name.keys[0]
    if name.entry is not None:
        draft = register.get(("person", name.entry.name), lambda: _from_roster(name.entry, found))
    else:
        earlier = [n.draft for n in reversed(named[:at])] + [n.draft for n in named[at + 1 :]]
        drafts = [d for d in earlier if d is not None]
        wording = found.story.text[name.start : name.end]
        draft = _of_short(key, drafts, {id(n.draft) for n in named if n.kin}) or register.get(
            ("person", key), lambda: Draft(wording, "person", why="model: person")
        )
    draft.words.add(key)
    draft.words.add("last:" + key)
    return draft


def _of_short(key: str, drafts: list[Draft], kin: set[int]) -> Draft | None:
    """The person that one word means: by surname, the relatives last; else by another name; else
    by a surname in another spelling."""
    heard = "sound:" + sound(key)
    shapes = [
        [d for d in drafts if "last:" + key in d.words],
        [d for d in drafts if key in d.words and len(key) > 1 and key not in cues("particle")],
        [d for d in drafts if len(key) >= SHORTEST and heard in d.words],
    ]
    for fitting in shapes:
        if fitting:
            return next((d for d in fitting if id(d) not in kin), fitting[0])
    return None


def adopt_roster(found: Found, register: Register, shares: dict[str, float]) -> None:
    """Give persons known by a short name alone their roster entry, where the story allows one."""
    for draft in register.people():
        if " " in draft.name or draft.why.startswith("table"):
            continue
        keys = [w for w in draft.words if ":" not in w]
        by_ear = [e for k in keys for e in lexicon().by_surname_sound(k)] if draft.offices else []
        options = [
            (e, then)
            for e in {
                e.name: e for e in [*by_ear, *(e for k in keys for e in by_surname(k))]
            }.values()
            if _agrees(found, e, then := standing(e, _day(found)), draft, shares)
        ]
        if len(options) > 1:
            options = [(e, then) for e, then in options if "ELI" not in then.sectors] or options
        if len(options) == 1:
            entry, then = options[0]
            draft.name = entry.name
            draft.country = draft.country or then.country
            draft.add_sectors(then.sectors)
            draft.titles = then.titles
            draft.why = f"table: surname of {_source(entry, then.titles)}, which the story fits"


def _agrees(
    found: Found, entry: Entry, then: Standing, draft: Draft, shares: dict[str, float]
) -> bool:
    if draft.country and entry.country and draft.country != entry.country:
        return False
    if draft.offices:
        return any(office in t.lower() for office in draft.offices for t in then.titles)
    if not entry.sectors and not entry.where and (_day(found) is None or "ELI" in then.sectors):
        return False  # known for an office alone, which is not theirs on the day
    fits = bool(then.country) and bool(then.titles or not entry.roles)
    return fits and shares.get(then.country or "", 0.0) >= 0.1
