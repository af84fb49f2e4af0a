"""Which words may tell one and the same event: forms of one word, and words near in meaning."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from dateline.errors import DataError
from dateline.extract.lemma import irregular

_ENDINGS: Final = (("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""))
_VERBAL: Final = ("ed", "ing")


class Meanings(NamedTuple):
    """What a word can mean, as numbers."""

    own: frozenset[str]
    above: frozenset[str]


_NO_MEANING: Final = Meanings(frozenset(), frozenset())


@cache
def kin() -> dict[str, Meanings]:
    """Lemma -> meanings. Raises DataError where the table is broken."""
    out = {}
    text = files(__package__).joinpath("kin.tsv").read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 3:
            raise DataError(f"kin.tsv:{number}: {len(cells)} cells, not 3")
        out[cells[0]] = Meanings(frozenset(cells[1].split()), frozenset(cells[2].split()))
    return out


@lru_cache(maxsize=50_000)
def lemma_of(word: str) -> str:
    """The base form of a lower-case word, as far as the table knows it; else the word."""
    if word in irregular():
        return irregular()[word]
    stems = [word[: -len(e)] + a for e, a in _ENDINGS if word.endswith(e)]
    for ending in _VERBAL:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            bare = word[: -len(ending)]
            stems += [bare, bare + "e"]
            if bare[-1] == bare[-2]:
                stems.insert(-2, bare[:-1])
    return next((s for s in stems if s in kin()), word)


@lru_cache(maxsize=200_000)
def relation(a: str, b: str) -> str:
    """How two base forms are related: `same`, `near` (one meaning), `broad` (one is above the
    other, or both have one above them) or `none`. Symmetric."""
    if a == b:
        return "same"
    one, other = kin().get(a, _NO_MEANING), kin().get(b, _NO_MEANING)
    if one.own & other.own:
        return "near"
    if one.own & other.above or one.above & other.own:
        return "broad"
    return "none"


LEVELS: Final = {"same": 3, "near": 2, "broad": 1, "none": 0}


def closest(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    """The closest relation between any word of one trigger and any of the other."""
    found = (relation(x, y) for x in a for y in b)
    return max(found, key=LEVELS.__getitem__, default="none")
