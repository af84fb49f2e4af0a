"""A page with a form: what was asked, what answers it, and what could not be understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from starlette.requests import Request
from starlette.responses import Response

from dateline.desk import reply
from dateline.desk.asking import What, fields_of, given, question
from dateline.desk.opening import opened
from dateline.errors import QueryError
from dateline.record.claims import PloverType, Status
from dateline.store import Question, Store

CHOICES: Final = {"type": get_args(PloverType), "status": get_args(Status)}


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
