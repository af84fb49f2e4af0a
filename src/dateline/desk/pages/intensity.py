"""Conflict and cooperation by day and pair."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dateline.chronicle.intensity import intensity
from dateline.chronicle.pages.intensity import intensity_page
from dateline.desk.pages.asked import asked_page, latest_days
from dateline.desk.tides import tides
from dateline.store import Question, Store


def show(request: Request) -> Response:
    """When conflict and cooperation rose and fell, and their busiest days."""

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        remembered = request.app.state.remembered
        found = remembered.get(("intensity", asked), lambda: intensity(store.db, asked))
        if not found.days:
            return {}
        drawn = tides(found, asked.days()) if asked.pair else None
        return {"outline": intensity_page(found, asked), "drawn": drawn}

    nothing = {"outline": None, "drawn": None}
    return latest_days(request, "events") or asked_page(
        request, "events", "intensity.html", answer, nothing
    )
