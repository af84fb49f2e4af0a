"""Definite descriptions of persons: "the senior Russian diplomat" for the minister named before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.tables import cues, descriptions
from dateline.extract.found import Found
from dateline.knowledge import Entry

AHEAD = 600
"""Characters within which a name may follow its description."""
FAR = 6000
"""The same for an office that one person of a country holds."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a description leads to."""

    draft: Draft | None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A description that was read as one, with its person where that could be decided."""

    span: tuple[int, int]
    draft: Draft | None


def described(
    found: Found,
    register: Register,
    entry: Entry,
    definite: bool,
    start: int,
    country: str | None,
    pretended: bool = False,
) -> Link | None:
    """The person that a definite description takes up; None where it is no description.

    Persons fit by office and country. Of those named before, the latest; in the headline and the
    standfirst, which come before the names, the only one that fits. Two that fit equally well
    leave it open, with a warning. An office that one person holds at a time ("the prime minister
    of Armenia") also looks ahead. `pretended`: it is one of an entity that declared itself a state,
    whose officials are taken up by no other descriptions.
    """
    if not definite or entry.plural or entry.kind == "body":
        return None
    noun = _plain(entry.name)
    wanted = descriptions().get(noun)
    if wanted is None:
        if entry.kind != "office":
            return None
        wanted = (noun,)
    anyrank = noun in cues("anyrank")
    fitting = [
        d
        for d in register.people()
        if _fits(d, wanted, country, anyrank)
        and (anyrank or country is None or pretended == ("PRE" in d.sectors))
    ]
    if not fitting:
        return None
    before = [(_latest(d, start), d) for d in fitting]
    named = [(at, d) for at, d in before if at is not None]
    if named:
        return Link(max(named, key=lambda item: item[0])[1])
    if len(fitting) == 1 and (
        _is_head_matter(found, start) or _soon(fitting[0], start, country, noun)
    ):
        return Link(fitting[0])
    if _is_head_matter(found, start):
        names = ", ".join(d.name for d in fitting[:4])
        found.notes.warn(
            "description_open", f"'{entry.name}' may be any of {names}", (start, start + 1)
        )
        return Link(None, doubtful=True)
    return None


def holder_of(register: Register, entry: Entry, country: str | None) -> Draft | None:
    """The person of the story that holds an office in a country, and not in an entity that broke
    away from it."""
    wanted = descriptions().get(entry.name)
    if wanted is None or country is None or entry.kind != "office":
        return None
    fitting = (d for d in reversed(register.people()) if _fits(d, wanted, country))
    return next((d for d in fitting if "PRE" not in d.sectors), None)


def counterpart_of(register: Register, start: int, country: str | None) -> Draft | None:
    """The person that "his Armenian counterpart" means: who holds in that country the office of
    the person named last before. None where the story names no one person so."""
    if country is None:
        return None
    before = [(at, d) for d in register.people() if (at := _latest(d, start)) is not None]
    if not before:
        return None
    holder = max(before, key=lambda item: item[0])[1]
    wanted = tuple(holder.offices) or tuple(t.lower().split(" of ")[0] for t in holder.titles[:1])
    if not wanted or holder.country == country:
        return None
    fitting = [d for d in register.people() if d is not holder and _fits(d, wanted, country)]
    return fitting[0] if len(fitting) == 1 else None


def _plain(name: str) -> str:
    """The office without its rank words ("senior official", "top diplomat")."""
    for prefix in ("senior ", "top ", "chief "):
        if name.startswith(prefix) and name.removeprefix(prefix) in descriptions():
            return name.removeprefix(prefix)
    return name


def _fits(
    draft: Draft, wanted: tuple[str, ...], country: str | None, anyrank: bool = False
) -> bool:
    if country and draft.country != country:
        return False
    titles = [*draft.offices, *(r.title.lower() for r in draft.roles)]
    titles.extend(title.lower() for title in draft.titles)
    if anyrank:
        return any(w in title for title in titles for w in wanted)
    return any(_same_rank(title, w) for title in titles for w in wanted)


def _same_rank(title: str, wanted: str) -> bool:
    """Whether a title holds an office, and not only its vice or former one, nor a place beside it
    ("assistant to the president", "head of the presidential administration")."""
    at = re.search(rf"\b{re.escape(wanted)}\b", title)
    if at is None:
        return False
    before = title[: at.start()]
    if re.search(r"\b(?:to|of|for)(?: the)? $", before):
        return False
    return not any(w in before for w in ("vice", "deputy", "former", "ex-"))


def _latest(draft: Draft, start: int) -> int | None:
    before = [s for s, _ in draft.mentions if s < start]
    return max(before) if before else None


def _soon(draft: Draft, start: int, country: str | None, noun: str) -> bool:
    """Whether a person of the same country is named right after: "the Russian minister said ...
    Lavrov added". One who holds the country's one office of the kind may be named much later, or
    the country's name be left to the sentence ("the country's prime minister")."""
    first = min((s for s, _ in draft.mentions if s > start), default=None)
    if first is None:
        return False
    if noun in cues("sole"):
        return first - start < (AHEAD if country is None else FAR)
    return country is not None and first - start < AHEAD


def _is_head_matter(found: Found, start: int) -> bool:
    for segment in found.story.segments:
        if segment.start <= start < segment.end:
            return segment.kind in ("title", "standfirst")
    return False
