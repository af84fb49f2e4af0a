"""The tables of the casualty rules, each a TSV file beside this one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from dateline.errors import DataError

Category = Literal["civilian", "military"]
_FOLDER = "dateline.extract.casualties"


class Kind(NamedTuple):
    """What a word says of people, and where those people stand."""

    where: str
    kind: str


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
    """Word -> (sort of number word, value)."""
    return {word: (sort, int(value)) for word, sort, value in _rows("numbers.tsv", 3)}


@cache
def bounds() -> dict[tuple[str, ...], str]:
    """The words before a number, as a tuple -> which bound they make of it."""
    return _bounds("before")


@cache
def later_bounds() -> dict[tuple[str, ...], str]:
    """The words after a number, as a tuple of two -> which bound they make of it."""
    return _bounds("after")


def _bounds(side: str) -> dict[tuple[str, ...], str]:
    rows = _rows("bounds.tsv", 3)
    return {tuple(words.split()): bound for words, bound, where in rows if where == side}


@cache
def kinds() -> dict[tuple[str, str], Kind]:
    """(lemma, V, N or A) -> where the people stand, and the kind of loss."""
    return {
        (lemma, pos): Kind(where, kind)
        for lemmas, pos, where, kind in _rows("kinds.tsv", 4)
        for lemma in lemmas.split("|")
    }


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of `words.tsv`, by name."""
    for label, listed in _rows("words.tsv", 2):
        if label == name:
            return frozenset(listed.split())
    raise DataError(f"casualties/words.tsv: no list {name!r}")


@cache
def categories() -> dict[str, Category]:
    """Noun or adjective -> civilian or military."""
    out: dict[str, Category] = {}
    for category, lemmas in _rows("categories.tsv", 2):
        if category == "civilian":
            out.update(dict.fromkeys(lemmas.split(), "civilian"))
        elif category == "military":
            out.update(dict.fromkeys(lemmas.split(), "military"))
        else:
            raise DataError(f"casualties/categories.tsv: no category {category!r}")
    return out
