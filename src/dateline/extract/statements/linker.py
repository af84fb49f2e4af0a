"""Joins sources, cues and contents to attributions.

In PolNeAR's training part, nine in ten attributions are runs of neighbouring marks in one
paragraph, with one cue each. So a paragraph's marks are cut into runs: the best cut under the
odds of `joins`; `repairs` settles what a run lacks.
"""

from __future__ import annotations

import math
from typing import Final

from dateline.extract.statements.joins import Joins
from dateline.extract.statements.marks import Link, Mark
from dateline.extract.statements.repairs import settle
from dateline.language.parsed import Parsed

LONGEST_RUN: Final = 6
MOST_CONTENTS: Final = 4
# What a run costs that lacks a part, as log odds.
_LACKS: Final = {
    "cst": 0.0,
    "ct": -1.5,
    "cs": -4.0,
    "st": -4.0,
    "c": -5.0,
    "s": -5.0,
    "t": -5.0,
}
_WALL: Final = -1e9


def link(parsed: Parsed, marks: list[Mark]) -> list[Link]:
    """The attributions that the marks make, in text order. A content that no cue and no source
    takes stands alone; a cue with a source but without a content is left open."""
    joins = Joins(parsed, marks)
    out: list[Link] = []
    for begin, end in joins.paragraphs():
        runs = [_as_link(marks[a:b]) for a, b in _cut(joins, begin, end)]
        out.extend(settle(parsed, runs))
    return out


def _as_link(run: list[Mark]) -> Link:
    out = Link()
    for mark in run:
        out.add(mark)
    return out


def _cut(joins: Joins, begin: int, end: int) -> list[tuple[int, int]]:
    """The best cut of the marks [begin, end) into runs."""
    count = end - begin
    together = [0.0] * count
    apart = [0.0] * count
    for k in range(count - 1):
        odds = joins.score(begin + k)
        together[k], apart[k] = _log_sigmoid(odds), _log_sigmoid(-odds)
    best = [0.0] + [_WALL] * count
    back = [0] * (count + 1)
    for stop in range(1, count + 1):
        roles, inside = "", 0.0
        for start in range(stop - 1, max(-1, stop - 1 - LONGEST_RUN), -1):
            roles += joins.marks[begin + start].role
            if roles.count("c") > 1 or roles.count("s") > 1 or roles.count("t") > MOST_CONTENTS:
                break
            if start < stop - 1:
                inside += together[start]
            value = best[start] + inside + _LACKS["".join(sorted(set(roles)))]
            if start:
                value += apart[start - 1]
            if value > best[stop]:
                best[stop], back[stop] = value, start
    out = []
    stop = count
    while stop:
        out.append((begin + back[stop], begin + stop))
        stop = back[stop]
    return out[::-1]


def _log_sigmoid(x: float) -> float:
    return -math.log1p(math.exp(-x)) if x > -30 else x
