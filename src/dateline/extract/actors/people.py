"""Persons by name: full names, short names, the roster."""

from __future__ import annotations

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.hits import Hits
from dateline.extract.actors.person_mentions import Named, mentions_of
from dateline.extract.actors.roster_people import from_roster, is_at_home
from dateline.extract.actors.tables import by_surname, cues
from dateline.extract.found import Found
from dateline.knowledge import Entry, lexicon
from dateline.knowledge.lexicon import SUFFIXES
from dateline.knowledge.spelling import SHORTEST, sound

_LONG = 3
"""Words of a name that one slip of a letter does not make another's."""


def read_people(found: Found, hits: Hits, register: Register) -> list[Named]:
    """Enter every person by name; the mentions, each with its draft, in text order."""
    lands = {h.entry.country for h in hits.all if h.entry.kind != "person"}
    named = mentions_of(found, hits, lands)
    _not_a_land(named, register)
    for name in named:
        if len(name.keys) > 1:
            name.draft = _full(found, name, register, lands)
    for i, name in enumerate(named):
        if name.draft is None:
            name.draft = _short(found, hits, name, named, i, register)
    for name in named:
        if name.draft is not None:
            name.draft.mention(name.start, name.end, "name")
    return named


def _not_a_land(named: list[Named], register: Register) -> None:
    """Where a surname is also a capital ("Hamilton"), the person has the word."""
    spans = {(n.start, n.end) for n in named}
    for draft in register.drafts:
        if draft.kind == "state":
            for span in spans.intersection(draft.mentions):
                del draft.mentions[span]


def _full(found: Found, name: Named, register: Register, lands: set[str | None]) -> Draft:
    if name.entry is not None:
        draft = register.get(("person", name.entry.name), lambda: from_roster(name.entry, found))
    else:
        known = _same_person(name.keys, register)
        heard = lexicon().by_sound(name.keys) if known is None else None
        if heard is not None and is_at_home(heard, lands):
            known = register.get(("person", heard.name), lambda: from_roster(heard, found))
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
        if _slip(keys, draft.fullest):
            return draft
    return None


def _slip(keys: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether a long name is another but for a letter that is one too many in one word."""
    if len(keys) != len(known) or len(keys) < _LONG:
        return False
    apart = [sorted(pair, key=len) for pair in zip(keys, known, strict=True) if len(set(pair)) > 1]
    if len(apart) != 1:
        return False
    ((short, long),) = apart
    return len(long) == len(short) + 1 and any(
        long[:i] + long[i + 1 :] == short for i in range(len(long))
    )


def _surname(keys: tuple[str, ...]) -> str:
    """The last word of a name that is no "Jr." or the like."""
    return next((k for k in reversed(keys) if k not in SUFFIXES), keys[-1])


def _initial(key: str, known: set[str]) -> bool:
    return len(key) == 1 and any(w.startswith(key) for w in known)


def _short(
    found: Found, hits: Hits, name: Named, named: list[Named], at: int, register: Register
) -> Draft:
    key = name.keys[0]
    others = [*reversed(named[:at]), *(n for n in named[at + 1 :] if not n.kin)]
    drafts = [n.draft for n in others if n.draft is not None]
    entry = name.entry or _in_office(hits, name, drafts)
    if entry is not None:
        draft = register.get(("person", entry.name), lambda: from_roster(entry, found))
    else:
        wording = found.story.text[name.start : name.end]
        kin = {id(n.draft) for n in named if n.kin}
        # "President Roe ... Ann Roe ... Roe": who has gone by the surname goes on with it.
        gone_by = [d for n in reversed(named[:at]) if n.keys == name.keys and (d := n.draft)]
        draft = _of_short(key, [*gone_by, *drafts], kin) or register.get(
            ("person", key), lambda: Draft(wording, "person", why="model: person")
        )
    draft.words.add(key)
    draft.words.add("last:" + key)
    return draft


def _in_office(hits: Hits, name: Named, drafts: list[Draft]) -> Entry | None:
    """ "President Roe", where the story names a Mary Roe and the roster has a President Jo Roe: the
    one of the office."""
    before = hits.at.get(name.first - 1)
    office = before.of("office") if before is not None and before.last == name.first else None
    named = [d for d in drafts if "last:" + name.keys[0] in d.words]
    if office is None or not named or any(d.why.startswith("table") for d in named):
        return None
    known = [
        e
        for e in by_surname(name.keys[0])
        if any(office.name in role.title.lower() for role in e.roles)
    ]
    return known[0] if len(known) == 1 else None


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
