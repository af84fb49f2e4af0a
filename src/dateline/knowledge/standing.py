"""What a person of the roster is on a day: the offices held then, and their sectors.

standing(entry, "2004-11-03") -> Standing(titles, sectors, country)
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from dateline.knowledge.entries import Entry
from dateline.knowledge.lexicon import lexicon
from dateline.knowledge.roster.rows import Term
from dateline.knowledge.tables import read_table, split

OFFICIAL = frozenset(["GOV", "MIL", "LEG", "JUD", "COP", "SPY", "ELI"])
"""Sectors that come and go with an office."""
_SENT = ("co-chair", "permanent representative", "ambassador")
"""Offices at an organisation that a state fills with its own."""
_SMALL = ("acting ", "interim ", "first ", "transitional ", "caretaker ")


class Standing(NamedTuple):
    """A person on a day."""

    titles: tuple[str, ...]
    sectors: tuple[str, ...]
    country: str | None
    """ISO alpha-3; of an international office none."""


def standing(entry: Entry, day: str | None) -> Standing:
    """The offices and sectors of a person on a day (ISO to the year, month or day), or today.

    In office: the office's sectors; after it: ELI; before the first one: no office, and the sectors
    that hang on none. Without a day, the row's own sectors, or those of an office without an end.
    A person whose offices the roster does not date stays as the row has it.
    """
    if not any(term.dated for term in entry.roles):
        return Standing(tuple(t.title for t in entry.roles), entry.sectors, entry.country)
    own = tuple(s for s in entry.sectors if s not in OFFICIAL)
    if day is None:
        titles = tuple(t.title for t in entry.roles)
        held = [t for t in entry.roles if t.dated and not t.end]
        return Standing(titles, entry.sectors or _of(held) or ("ELI",), entry.country)
    held = [t for t in entry.roles if not t.dated or _holds(t, day)]
    if any(t.dated for t in held):
        sectors = _of(held) or tuple(s for s in entry.sectors if s != "ELI") or ("GOV",)
        titles = tuple(t.title for t in held)
        return Standing(titles, unique((*sectors, *own)), _land(held, entry.country))
    past = [t for t in entry.roles if t.end and t.end < day[: len(t.end)]]
    titles = tuple(t.title for t in (*held, *past))
    if held:
        return Standing(titles, entry.sectors, entry.country)
    return Standing(titles, unique(("ELI", *own)) if past else own, _land(past, entry.country))


def _holds(term: Term, day: str) -> bool:
    """Whether a term includes a day; to a year or month it is taken as a whole."""
    begun = not term.begin or term.begin <= day[: len(term.begin)] or day == term.begin[: len(day)]
    return begun and (not term.end or day[: len(term.end)] <= term.end)


def _land(terms: list[Term], country: str | None) -> str | None:
    """The country that offices are of: as their row says, else as their title says, else as the
    person's row says."""
    for term in sorted(terms, key=lambda t: t.begin, reverse=True):
        land = term.country or _named_land(term.title)
        if land is not None:
            return land or None
    return country


@lru_cache(maxsize=4096)
def _named_land(title: str) -> str | None:
    """The country in a title ("... of the Netherlands"), "" for an international organisation's,
    None where it names neither."""
    if title.lower().startswith(_SENT):
        return None
    last = title.rsplit(" of ", 1)[-1].removeprefix("the ")
    for name in (last, title.split(" ", 1)[0]):
        for entry in lexicon().get(name):
            if entry.kind == "country":
                return entry.country
            if entry.kind == "igo":
                return ""
    return None


def unique(items: tuple[str, ...]) -> tuple[str, ...]:
    """The items without repeats, in order."""
    return tuple(dict.fromkeys(items))


def _of(terms: list[Term]) -> tuple[str, ...]:
    return unique(tuple(s for t in terms for s in office_sectors(t.title)))


def office_sectors(title: str) -> tuple[str, ...]:
    """The sectors of an office by its title ("Defence Minister of Ruritania"); () if unknown."""
    head = title.lower()
    for start in _SMALL:
        head = head.removeprefix(start)
    words = head.split(" ")
    for n in range(min(len(words), 8), 0, -1):
        sectors = _offices().get(" ".join(words[:n]))
        if sectors:
            return sectors
    return _body_sectors(title)


def _body_sectors(title: str) -> tuple[str, ...]:
    """Those of the body that a weak office is in: "Director of the Federal Security Service"."""
    body = title.partition(" of ")[2].removeprefix("the ")
    while body:
        for entry in lexicon().get(body):
            if entry.kind == "organisation":
                return entry.sectors
        body = body.rpartition(" of ")[0]
    return ()


@cache
def _offices() -> Mapping[str, tuple[str, ...]]:
    rows = read_table("offices.tsv", "office", "plural", "sectors")
    return {row["office"].lower(): split(row["sectors"]) for row in rows}
