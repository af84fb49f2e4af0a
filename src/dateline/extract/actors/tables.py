"""The small tables of actor reading."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from dateline.knowledge import Entry, lexicon
from dateline.knowledge.tables import Row, read_table, split


def _own(name: str, *columns: str) -> list[Row]:
    return read_table(name, *columns, folder=files("dateline.extract.actors") / "data")


@cache
def cues(role: str) -> frozenset[str]:
    """The words of one role in `words.tsv`."""
    return frozenset(r["word"] for r in _own("words.tsv", "role", "word") if r["role"] == role)


@cache
def prefixes() -> frozenset[str]:
    """Words before an office that belong to it ("deputy", "former")."""
    return frozenset(
        e.wording for found in lexicon().entries.values() for e in found if e.kind == "prefix"
    )


@cache
def descriptions() -> Mapping[str, tuple[str, ...]]:
    """For a noun of a definite description, wordings that a fitting office's title holds."""
    rows = _own("descriptions.tsv", "noun", "offices")
    return MappingProxyType({r["noun"]: split(r["offices"]) for r in rows})


@cache
def by_surname() -> Mapping[str, tuple[Entry, ...]]:
    """People of the roster by the folded last word of their names."""
    out: dict[str, dict[str, Entry]] = {}
    for key, entries in lexicon().entries.items():
        for entry in entries:
            last = key.rsplit(" ", 1)[-1]
            if entry.kind == "person" and last not in ("jr", "sr"):
                out.setdefault(last, {}).setdefault(entry.name, entry)
    return MappingProxyType({k: tuple(v.values()) for k, v in out.items()})
