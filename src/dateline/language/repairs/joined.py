"""What is joined by "and"."""

from __future__ import annotations

from typing import Final

from dateline.language.parsed import Parsed
from dateline.language.repairs.reach import NOUNS, PHRASE, REACH

_ALONE: Final = frozenset(["two", "both", "these", "those", "all"])
"""With one of these a plural noun stands alone behind "between"."""
_HALVES: Final = frozenset(["North", "South", "East", "West"])
_RELATIVE: Final = frozenset(["who", "which", "whose", "whom"])
_AND: Final = frozenset(["and", "or"])


def between_two(parsed: Parsed) -> None:
    """Between takes two: the second does not hang on what only tells of the first
    ("fighting between rebels armed by Kenya and the army")."""
    heads, rels = parsed.heads, parsed.deprels
    alone: set[int] = set()
    for case, rel in enumerate(rels):
        if rel == "case" and parsed.word(case).lower() == "between":
            alone.add(heads[case])
    for token, rel in enumerate(rels):
        if rel == "conj" or parsed.word(token).lower() in _ALONE:
            alone.discard(heads[token])
    above = {heads[noun]: noun for noun in alone}  # the clause may hang there, too
    if not alone:
        return
    for cc, rel in enumerate(rels):
        second = heads[cc]
        joined = rel == "cc" and parsed.word(cc).lower() == "and" and rels[second] == "conj"
        if not joined or parsed.upos[second] not in NOUNS:
            continue
        first, clause = heads[second], False
        for _ in range(REACH):
            if first in alone or first in above or heads[first] == first:
                break
            clause = clause or rels[first].startswith("acl")
            first = heads[first]
        noun = above.get(first, first)
        if clause and noun in alone and noun < heads[second]:
            heads[second] = noun
            alone.discard(noun)


def joined(parsed: Parsed) -> None:
    """A noun behind "and" without a preposition is joined to what stands right before that, and no
    phrase of its own ("the government and the Liberation Front signed")."""
    heads, rels = parsed.heads, parsed.deprels
    led = {heads[t] for t, rel in enumerate(rels) if rel == "case"}
    for cc, rel in enumerate(rels):
        noun = heads[cc]
        head = heads[noun]
        bare = rel == "cc" and rels[noun] == "nmod" and noun not in led
        if not bare or not head < cc < noun or parsed.word(cc).lower() not in _AND:
            continue
        partner = cc - 1
        for _ in range(REACH):
            if partner == head or heads[partner] == head:
                break
            partner = heads[partner]
        if parsed.upos[partner] in NOUNS and (partner == head or heads[partner] == head):
            heads[noun], rels[noun] = partner, "conj"


def alike(parsed: Parsed) -> None:
    """Two who are each told of in a clause with "who" or "which" are joined to each other, and the
    second not to a noun of the first one's clause ("Togo, which backs Ghana, and Mali, which")."""
    heads, rels = parsed.heads, parsed.deprels
    told = {heads[t] for t, rel in enumerate(rels) if rel == "acl:relcl"}
    for cc, rel in enumerate(rels):
        second = heads[cc]
        first = heads[second]
        paused = rel == "cc" and rels[second] == "conj" and parsed.word(cc - 1) == ","
        if not paused or second not in told or first in told:
            continue
        if second + 2 >= len(rels) or parsed.word(second + 2).lower() not in _RELATIVE:
            continue
        for _ in range(REACH):
            clause = rels[first] == "acl:relcl"
            if heads[first] == first or (clause and parsed.upos[heads[first]] not in NOUNS):
                break
            first = heads[first]
            if clause:
                heads[second] = first
                break


def two_halves(parsed: Parsed) -> None:
    """ "North and South Korea" are two, of which the first stands for the whole name."""
    heads, rels = parsed.heads, parsed.deprels
    for north, tag in enumerate(parsed.upos[:-3]):
        cc, south, land = north + 1, north + 2, north + 3
        named = tag == parsed.upos[south] == parsed.upos[land] == "PROPN"
        if not named or parsed.word(cc) != "and" or heads[north] != land:
            continue
        if {parsed.word(north), parsed.word(south)} <= _HALVES and heads[south] in (north, land):
            heads[north] = north if heads[land] == land else heads[land]
            rels[north] = rels[land]
            for below in range(max(0, north - PHRASE), north):
                if heads[below] == land:
                    heads[below] = north
            heads[land], rels[land] = north, "conj"
            heads[south], rels[south] = land, "compound"
            heads[cc] = land
