"""The map: where events happened, within borders that ship with Dateline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from dateline.desk.bars import Bar, chart
from dateline.desk.counts import counted
from dateline.desk.map.borders import drawn
from dateline.desk.map.spots import Spot, radius, spots
from dateline.desk.map.window import WIDTH, window_of
from dateline.desk.pages.asked import asked_page
from dateline.store import Question, Store, tallies

MOST: Final = 300
"""Places drawn and listed."""
LABELS: Final = 14
"""Places whose name is written beside them."""
OUTER: Final = 0.04
"""Of all events: the share in each direction that the first view may leave outside."""


def show(request: Request) -> Response:
    """The map of the events that are asked for."""
    everything = request.query_params.get("view") == "all"

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        found, whole = spots(counted(request, store, tallies.scenes, asked))
        shape = chart(counted(request, store, tallies.days_of_events, asked), asked.days())
        always = replace(asked, since=None, until=None)
        days = chart(counted(request, store, tallies.days_of_events, always))
        steps = [bar for bar in days.bars if bar.number] if days else []
        return {
            "chart": shape,
            "whole": whole,
            "steps": steps,
            "at": _step(steps, asked),
            **_drawing(found[:MOST], everything),
        }

    nothing: dict[str, Any] = {"everything": everything, "chart": None, "whole": {}}
    nothing |= {"steps": (), "at": None, **_blank()}
    return asked_page(request, "events", "map.html", answer, nothing, more=("view",))


def _step(steps: Sequence[Bar], asked: Question) -> int | None:
    """Which of the steps is asked for; None for none of them."""
    return next((n for n, bar in enumerate(steps) if (bar.first, bar.last) == asked.days()), None)


@cache
def _blank() -> dict[str, Any]:
    """The drawing of no places: borders take a while."""
    return _drawing([], everything=True)


def _drawing(found: list[Spot], everything: bool) -> dict[str, Any]:
    """The window, the borders in it and the circles; the smallest circles lie on top."""
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
        "written": _labels(inside),
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


def _labels(placed: list[tuple[Spot, float, float, float]]) -> list[tuple[str, float, float, str]]:
    """Names that are written beside circles, where, and which end of them stands there: those of
    most events, as long as none lies on another."""
    boxes: list[tuple[float, float, float, float]] = []
    found: list[tuple[str, float, float, str]] = []
    for spot, x, y, size in placed:
        length = 8.5 * len(spot.name)
        left = x + size + 4 + length > WIDTH
        at = x - size - 4 if left else x + size + 4
        begin = at - length if left else at
        box = (begin, y - 9, begin + length, y + 9)
        if len(found) < LABELS and not any(_meet(box, other) for other in boxes):
            boxes.append(box)
            found.append((spot.name, round(at, 1), round(y + 5, 1), "end" if left else "start"))
    return found


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    apart = one[0] > other[2] or other[0] > one[2] or one[1] > other[3] or other[1] > one[3]
    return not apart
