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
from dateline.desk.map.drawing import drawing
from dateline.desk.map.spots import spots
from dateline.desk.pages.asked import asked_page
from dateline.store import Question, Store, tallies

MOST: Final = 300
"""Places drawn and listed."""


def show(request: Request) -> Response:
    """The map of the events that are asked for."""
    everything = request.query_params.get("view") == "all"

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        found, whole = spots(counted(request, store, tallies.scenes, asked))
        shape = chart(counted(request, store, tallies.kinds, asked).days, asked.days())
        always = replace(asked, since=None, until=None)
        days = chart(counted(request, store, tallies.kinds, always).days)
        steps = [bar for bar in days.bars if bar.number] if days else []
        return {
            "chart": shape,
            "whole": whole,
            "steps": steps,
            "at": _step(steps, asked),
            **drawing(found[:MOST], everything),
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
    return drawing([], everything=True)
