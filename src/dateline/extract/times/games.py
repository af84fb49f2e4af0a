"""Quarters of games: "the fourth quarter" of a match is no stretch of the year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.times.reading import Reading

_GAMES = re.compile(
    r"\b(?:coach|goals?|halftime|half-time|kick-?off|leagues?|match|midfielder|NBA|penalty|playoffs?|"
    r"quarterback|rebounds?|score[ds]?|season|striker|teams?|touchdowns?|victory|wins?)\b"
)
_BUSINESS = re.compile(
    r"\b(?:bank|budget|earnings|economy|growth|income|investors|market|per ?cent|profits?|"
    r"revenues?|sales|shares)\b"
)
_FEW = 3
"""So many different words of games make a text one about a game."""


def of_games(readings: Sequence[Reading], text: str) -> list[Reading]:
    """The bare quarters of a text that tells of a game rather than of business."""
    bare = [r for r in readings if r.kind == "QUARTERDATE" and r.index and not r.parts]
    bare = [r for r in bare if r.period is None]
    if not bare:
        return []
    games = {m[0] for m in _GAMES.finditer(text)}
    business = {m[0] for m in _BUSINESS.finditer(text)}
    return bare if len(games) >= _FEW and len(games) > len(business) else []
