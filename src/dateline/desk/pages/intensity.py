"""Conflict and cooperation by day and pair."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dateline.chronicle.intensity import intensity
from dateline.chronicle.pages.intensity import intensity_page
from dateline.desk import reply
from dateline.desk.asking import question
from dateline.desk.opening import opened
from dateline.desk.pages.incidents import form_values
from dateline.errors import QueryError


def show(request: Request) -> Response:
    """When conflict and cooperation rose and fell, and their busiest days."""
    problem, status, outline = "", 200, None
    try:
        asked = question(request.query_params, "events")
        with opened(request.app.state.path) as store:
            found = intensity(store.db, asked)
        outline = intensity_page(found, asked) if found.days else None
    except QueryError as error:
        problem, status = str(error), 400
    return reply.page(
        request, "intensity.html", status, **form_values(request), problem=problem, outline=outline
    )
