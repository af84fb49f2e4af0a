"""A page with a form: what was asked, what answers it, and what could not be understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, get_args
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.desk import reply
from dateline.desk.asking import What, fields_of, given, question
from dateline.desk.opening import opened
from dateline.desk.pages.lately import DAYS
from dateline.errors import QueryError
from dateline.record.claims import PloverType, Status
from dateline.store import Question, Store

CHOICES: Final = {"type": get_args(PloverType), "status": get_args(Status)}

LARGE: Final = 50_000
"""Events from which on a page that counts shows the latest days where none are asked for: to count
all takes seconds, and a war of ten years by day is no page to read."""


def latest_days(request: Request, what: What) -> Response | None:
    """In a large chronicle the way from a question without days to the same one of the latest."""
    try:
        asked = question(request.query_params, what)
    except QueryError:
        return None  # the page tells it
    if asked.since or asked.until:
        return None
    with opened(request.app.state.path) as store:
        newest = "SELECT (SELECT max(id) FROM event), (SELECT max(day) FROM story)"
        events, last = store.db.execute(newest).fetchone()
    if last is None or events < LARGE:
        return None
    days = {"from": (date.fromisoformat(last) - DAYS).isoformat(), "until": last}
    pairs = [(name, text) for name, text in request.query_params.multi_items() if name not in days]
    return RedirectResponse(f"{request.url.path}?{urlencode([*pairs, *days.items()])}", 302)


def asked_page(
    request: Request,
    what: What,
    template: str,
    answer: Callable[[Store, Question], Mapping[str, Any]],
    nothing: Mapping[str, Any],
    **how: Any,
) -> Response:
    """The page of `template` with what `answer` finds, and with `nothing` where it finds less.

    A question that cannot be understood is told beside its form, as 400. `how`: see `question`.
    """
    problem, found, status = "", {}, 200
    try:
        asked = question(request.query_params, what, **how)
        with opened(request.app.state.path) as store:
            found = dict(answer(store, asked))
    except QueryError as error:
        problem, status = str(error), 400
    return reply.page(
        request,
        template,
        status,
        fields=fields_of(what),
        given=given(request.query_params, what),
        values={name: request.query_params.getlist(name) for name in request.query_params},
        choices=CHOICES,
        problem=problem,
        **(dict(nothing) | found),
    )
