"""The tables of formats."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from dateline.knowledge.lexicon import key_of
from dateline.knowledge.tables import Row, read_table, split


def _own(name: str, *columns: str) -> list[Row]:
    return read_table(name, *columns, folder=files("dateline.extract.formats") / "data")


class Named(NamedTuple):
    """One wording of a format of the table."""

    name: str
    wording: str
    theatre: tuple[str, ...]
    """Words of a story that it is about."""


@cache
def named() -> Mapping[str, tuple[Named, ...]]:
    """Folded wordings of named formats; one ("the Quad") may be several formats'."""
    out: dict[str, tuple[Named, ...]] = {}
    for row in _own("formats.tsv", "name", "variants", "theatre"):
        theatre = tuple(re.split(r",? and |, ", row["theatre"]))
        for wording in (row["name"], *split(row["variants"])):
            key = key_of(wording)
            out[key] = (*out.get(key, ()), Named(row["name"], wording, theatre))
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
def links() -> re.Pattern[str]:
    """What joins a described format to its parties and to who brings them together."""
    words = sorted((w for role in LINKS for w in cues(role)), key=len, reverse=True)
    return re.compile(r"(?:,? and|,)? (" + "|".join(map(re.escape, words)) + r") (?:the )?", re.I)


LINKS = ("link-party", "link-mediator", "link-host")


def link_role(word: str) -> str | None:
    """The role of the actors after a link; of the parties none."""
    low = word.lower()
    role = next(role for role in LINKS if low in cues(role))
    return None if role == "link-party" else role.removeprefix("link-")


@cache
def weak() -> re.Pattern[str]:
    """Nouns for talks of every kind."""
    longest = sorted(cues("adhoc-weak"), key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, longest)) + r")\b", re.I)


@cache
def adhoc() -> re.Pattern[str]:
    """Formats described in words."""
    longest = sorted(cues("adhoc"), key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, longest)) + r")\b", re.I)
