"""The table of wordings about territory: `patterns.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import get_args

from dateline.errors import DataError
from dateline.record.claims import TerritoryKind


@dataclass(frozen=True, slots=True)
class Condition:
    """What has to stand in a slot of the word."""

    slot: str
    words: frozenset[str]
    """The lemmas that may stand there."""
    territory: bool
    """What stands there must be a territory."""
    place_name: bool
    """What stands there may also be the name of a place that is no country."""
    nothing: bool
    """Nothing may stand there."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row: what a word says of a territory, and where its parties stand."""

    row: str
    kind: TerritoryKind
    place: tuple[str, ...]
    holder: tuple[str, ...]
    previous: tuple[str, ...]
    conditions: tuple[Condition, ...]


@cache
def patterns() -> dict[tuple[str, str], tuple[Pattern, ...]]:
    """Patterns by (lemma, V, N or A). Raises DataError on a broken row."""
    out: dict[tuple[str, str], tuple[Pattern, ...]] = {}
    text = files("dateline.extract.territories").joinpath("patterns.tsv").read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 7:
            raise DataError(f"territories/patterns.tsv:{number}: {len(cells)} cells, not 7")
        pattern = _pattern(f"patterns.tsv:{number}", cells)
        for lemma in cells[0].split("|"):
            out[lemma, cells[1]] = (*out.get((lemma, cells[1]), ()), pattern)
    return out


def _pattern(row: str, cells: list[str]) -> Pattern:
    kind = next((k for k in get_args(TerritoryKind) if k == cells[2]), None)
    if kind is None:
        raise DataError(f"territories/{row}: unknown kind {cells[2]!r}")
    return Pattern(
        row=row,
        kind=kind,
        place=_slots(cells[3]),
        holder=_slots(cells[4]),
        previous=_slots(cells[5]),
        conditions=() if cells[6] == "-" else tuple(map(_condition, cells[6].split())),
    )


def _condition(cell: str) -> Condition:
    slot, _, words = cell.partition("=")
    named = frozenset(words.split("|"))
    return Condition(
        slot=slot,
        words=named - {"*", "@@territory", "@@place", "-"},
        territory="@@territory" in named,
        place_name="@@place" in named,
        nothing="-" in named,
    )


def _slots(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split("|"))
