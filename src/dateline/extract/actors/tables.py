"""The small tables of actor reading."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from dateline.knowledge import Entry, lexicon
from dateline.knowledge.entries import table_entries
from dateline.knowledge.tables import Row, read_table, split


def _own(name: str, *columns: str) -> list[Row]:
    return read_table(name, *columns, folder=files("dateline.extract.actors") / "data")


@cache
def cues(role: str) -> frozenset[str]:
    """The words of one role in `words.tsv`."""
    return frozenset(r["word"] for r in _own("words.tsv", "role", "word") if r["role"] == role)


def may_be_of(wording: str, home: str) -> bool:
    """Whether a body or office of no named country may be that of a state (ISO alpha-3): what is
    "federal" is of a federation."""
    return "federal" not in wording.lower().split() or home.lower() in cues("federation")


@cache
def prefixes() -> frozenset[str]:
    """Words before an office that belong to it ("deputy", "former")."""
    return frozenset(e.wording for e in table_entries() if e.kind == "prefix")


@cache
def plurals() -> Mapping[str, Entry]:
    """The plural of each noun for people, by its singular."""
    people = (e for e in table_entries() if e.kind == "population" and e.plural)
    return MappingProxyType({entry.name: entry for entry in people})


@cache
def descriptions() -> Mapping[str, tuple[str, ...]]:
    """For a noun of a definite description, wordings that a fitting office's title holds."""
    rows = _own("descriptions.tsv", "noun", "offices")
    return MappingProxyType({r["noun"]: split(r["offices"]) for r in rows})


@cache
def kinds_of(role: str) -> Mapping[str, frozenset[str]]:
    """The words of a role in `kinds.tsv` (noun, plural, modifier), with the kinds they allow."""
    rows = _own("kinds.tsv", "word", "role", "kinds")
    return MappingProxyType(
        {r["word"]: frozenset(split(r["kinds"])) for r in rows if r["role"] == role}
    )


@cache
def lands_meant(role: str) -> Mapping[str, frozenset[str]]:
    """For the nouns (`noun`) or modifiers (`modifier`) of `lands.tsv`, the lands they may mean (ISO
    alpha-3); `*` stands for any."""
    rows = _own("lands.tsv", "word", "role", "lands")
    return MappingProxyType(
        {r["word"]: frozenset(split(r["lands"])) for r in rows if r["role"] == role}
    )


@cache
def given_names() -> Mapping[str, str]:
    """Folded given names: m or f."""
    rows = _own("given_names.tsv", "name", "gender")
    return MappingProxyType({row["name"]: row["gender"] for row in rows})


@cache
def lands_of_surnames() -> Mapping[str, str]:
    """Folded surnames that name a leader without more words: the leader's country (ISO alpha-3)."""
    rows = _own("surnames.tsv", "surname", "country")
    return MappingProxyType({row["surname"]: row["country"] for row in rows})


def by_surname(key: str) -> tuple[Entry, ...]:
    """People of the roster by the folded last word of their names."""
    return lexicon().by_surname(key)
