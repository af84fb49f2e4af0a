"""The tables of formats."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from dateline.knowledge.lexicon import key_of
from dateline.knowledge.tables import Row, read_table, split


def _own(name: str, *columns: str) -> list[Row]:
    return read_table(name, *columns, folder=files("dateline.extract.formats") / "data")


@cache
def named() -> Mapping[str, tuple[str, str]]:
    """Folded wordings of named formats: (usual name, the wording as the table has it)."""
    out: dict[str, tuple[str, str]] = {}
    for row in _own("formats.tsv", "name", "variants", "theatre"):
        for wording in (row["name"], *split(row["variants"])):
            out.setdefault(key_of(wording), (row["name"], wording))
    return MappingProxyType(out)


@cache
def starts() -> Mapping[str, tuple[int, ...]]:
    """First words of the wordings, with how many words the wordings have, longest first."""
    out: dict[str, set[int]] = {}
    for key in named():
        out.setdefault(key.split(" ", 1)[0], set()).add(key.count(" ") + 1)
    return MappingProxyType({k: tuple(sorted(v, reverse=True)) for k, v in out.items()})


@cache
def cues(role: str) -> frozenset[str]:
    """The words of one role in `words.tsv`."""
    return frozenset(r["word"] for r in _own("words.tsv", "role", "word") if r["role"] == role)


@cache
def role_words() -> re.Pattern[str]:
    """Words that tell what the actors listed after them are to a format."""
    words: set[str] = set()
    for role in ROLES:
        words |= cues(role)
    longest = sorted(words, key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, longest)) + r")\b", re.I)


ROLES = ("co-chair", "mediator", "host", "guarantor", "observer", "party", "member", "chair")


def role_of(word: str) -> str | None:
    """The record's role for a word; "members" and "led by" give none of their own."""
    low = word.lower()
    for role in ROLES[:6]:
        if low in cues(role):
            return role
    return None


@cache
def adhoc() -> re.Pattern[str]:
    """Formats described in words."""
    longest = sorted(cues("adhoc"), key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, longest)) + r")\b", re.I)
