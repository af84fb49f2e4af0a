"""The tables of the casualty rules, each a TSV file beside this one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

from dateline.errors import DataError

Category = Literal["civilian", "military"]
_FOLDER = "dateline.extract.casualties"


def _rows(name: str, cells: int) -> list[list[str]]:
    out = []
    for number, line in enumerate(files(_FOLDER).joinpath(name).read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != cells:
            raise DataError(f"casualties/{name}:{number}: {len(row)} cells, not {cells}")
        out.append(row)
    return out


@cache
def numbers() -> dict[str, tuple[str, int]]:
    """Word -> (kind, value)."""
    return {word: (kind, int(value)) for word, kind, value in _rows("numbers.tsv", 3)}


@cache
def bounds() -> dict[tuple[str, ...], str]:
    """The words before a number, as a tuple -> which bound they make of it."""
    return {tuple(words.split()): bound for words, bound in _rows("bounds.tsv", 2)}


@cache
def kinds() -> dict[tuple[str, str], tuple[str, str]]:
    """(lemma, V, N or A) -> (where the people stand, kind of loss)."""
    return {
        (lemma, pos): (where, kind)
        for lemmas, pos, where, kind in _rows("kinds.tsv", 4)
        for lemma in lemmas.split("|")
    }


@cache
def categories() -> dict[str, Category]:
    """Noun -> civilian or military."""
    out: dict[str, Category] = {}
    for category, lemmas in _rows("categories.tsv", 2):
        if category == "civilian":
            out.update(dict.fromkeys(lemmas.split(), "civilian"))
        elif category == "military":
            out.update(dict.fromkeys(lemmas.split(), "military"))
        else:
            raise DataError(f"casualties/categories.tsv: no category {category!r}")
    return out


@cache
def reporting() -> frozenset[str]:
    """Verbs whose subject vouches for losses."""
    return frozenset(row[0] for row in _rows("reporting.tsv", 1))
