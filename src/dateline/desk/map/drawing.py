"""A map's window, the borders in it, and circles with names where events happened."""

from __future__ import annotations

from typing import Any, Final

from dateline.desk.map.borders import drawn
from dateline.desk.map.spots import Spot, radius
from dateline.desk.map.window import WIDTH, window_of

LABELS: Final = 14
"""Places whose name is written beside them."""
LETTER: Final = 8.5
"""Width of a letter of the names, in units of the drawing."""
OUTER: Final = 0.04
"""Of all events: the share in each direction that the first view may leave outside."""


def drawing(
    found: list[Spot], everything: bool = False, labels: int = LABELS, letter: float = LETTER
) -> dict[str, Any]:
    """The window, the borders in it and the circles; the smallest circles lie on top.

    `found`: places, those of most events first. `everything`: none of them is left outside.
    `labels`: names written at most, each of whose letters is `letter` units wide.
    """
    near = found if everything else _near(found)
    window = window_of([(s.lon, s.lat) for s in near])
    most = max((s.events for s in found), default=1)
    placed = [(spot, *window.place(spot.lon, spot.lat), radius(spot, most)) for spot in found]
    inside = [p for p in placed if 0 <= p[1] <= WIDTH and 0 <= p[2] <= window.height]
    return {
        "found": found,
        "areas": drawn(window),
        "height": round(window.height, 1),
        "circles": inside,
        "written": _labels(inside, labels, letter),
        "outside": len(found) - len(inside),
    }


def _near(found: list[Spot]) -> list[Spot]:
    """The places from south to north and west to east without the outermost: a single far-away
    meeting should not make a dot of the region where things happen."""
    near = found
    for key in (_east, _north):
        ranked = sorted(found, key=key)
        total, seen, kept = sum(s.events for s in ranked), 0, set()
        for spot in ranked:
            if seen + spot.events > OUTER * total and seen < (1 - OUTER) * total:
                kept.add(spot)
            seen += spot.events
        near = [spot for spot in near if spot in kept]
    return near or found


def _east(spot: Spot) -> float:
    return spot.lon


def _north(spot: Spot) -> float:
    return spot.lat


def _labels(
    placed: list[tuple[Spot, float, float, float]], most: int, letter: float
) -> list[tuple[str, float, float, str]]:
    """Names that are written beside circles, where, and which end of them stands there: those of
    most events, as long as none lies on another."""
    boxes: list[tuple[float, float, float, float]] = []
    found: list[tuple[str, float, float, str]] = []
    for spot, x, y, size in placed:
        length = letter * len(spot.name)
        left = x + size + 4 + length > WIDTH
        at = x - size - 4 if left else x + size + 4
        begin = at - length if left else at
        box = (begin, y - letter, begin + length, y + letter)
        if len(found) < most and not any(_meet(box, other) for other in boxes):
            boxes.append(box)
            found.append(
                (spot.name, round(at, 1), round(y + letter * 0.6, 1), "end" if left else "start")
            )
    return found


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    apart = one[0] > other[2] or other[0] > one[2] or one[1] > other[3] or other[1] > one[3]
    return not apart
