"""The tables of the equipment rules, each a TSV file beside this one."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dateline.knowledge.tables import read_rows


class Fate(NamedTuple):
    """What a word says of equipment, and where the equipment stands."""

    where: str
    particles: frozenset[str]
    fate: str


@cache
def machines() -> dict[str, frozenset[str]]:
    """Kind of equipment -> its nouns, or pairs of words (`a_b`)."""
    rows = read_rows(__package__, "machines.tsv", 2)
    return {kind: frozenset(nouns.split()) for kind, nouns in rows}


@cache
def heads() -> frozenset[str]:
    """The nouns that stand for equipment, alone or with another word."""
    return frozenset(w.rpartition("_")[2] for nouns in machines().values() for w in nouns)


@cache
def mentioned() -> re.Pattern[str]:
    """Whether a text has the beginning of any such noun at all, so that most are soon done."""
    return re.compile(
        rf"\b(?:{'|'.join(re.escape(w.removesuffix('y')) for w in sorted(heads()))})", re.IGNORECASE
    )


@cache
def fates() -> dict[tuple[str, str], list[Fate]]:
    """(lemma, V or N) -> what befalls equipment."""
    out: dict[tuple[str, str], list[Fate]] = {}
    for lemmas, pos, where, particles, fate in read_rows(__package__, "fates.tsv", 5):
        prt = frozenset() if particles == "-" else frozenset(particles.split("|"))
        for lemma in lemmas.split("|"):
            out.setdefault((lemma, pos), []).append(Fate(where, prt, fate))
    return out


@cache
def civilian() -> frozenset[str]:
    """Words that make a vehicle or plane no military one."""
    return frozenset(
        w for _, words in read_rows(__package__, "words.tsv", 2) for w in words.split()
    )
