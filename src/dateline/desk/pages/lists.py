"""Lists with a form to narrow them: stories, statements, events."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Final, TypeVar, get_args

from starlette.requests import Request
from starlette.responses import Response

from dateline.desk import addresses, reply
from dateline.desk.asking import What, fields_of, given, question
from dateline.desk.bars import chart
from dateline.desk.counts import counted
from dateline.desk.opening import opened
from dateline.desk.pages.beside import beside
from dateline.desk.pages.order import in_order
from dateline.errors import QueryError
from dateline.record.claims import PloverType, Status
from dateline.store import Question, Store, events, statements, stories, tallies

Found = TypeVar("Found")

CHOICES: Final = {"type": get_args(PloverType), "status": get_args(Status)}


def search(request: Request) -> Response:
    """Stories by words, actors, events, places, speakers, outlets, days."""

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        return {"page": _page(request, asked, stories(store.db, _one_more(asked)))}

    return _list(request, "stories", "search.html", answer)


def said(request: Request) -> Response:
    """Statements, who says most of them, and when; with `beside`, two speakers side by side."""

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        other = request.query_params.get("beside", "").strip()
        if other:
            if not asked.by:
                raise QueryError("to put two speakers side by side, name both")
            return {"sides": beside(store, asked, other), "other": other, "by": asked.by}
        return {
            "page": _page(request, asked, statements(store.db, _one_more(asked))),
            "facets": counted(request, store, tallies.speakers, asked),
            "chart": chart(
                counted(request, store, tallies.days_of_statements, asked), asked.days()
            ),
        }

    return _list(request, "statements", "statements.html", answer, more=("beside",))


def happened(request: Request) -> Response:
    """Events, of which types, and when."""

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        page = _page(request, asked, events(store.db, _one_more(asked)))
        return {
            "page": page | {"items": in_order(page["items"])},
            "facets": counted(request, store, tallies.types, asked),
            "chart": chart(counted(request, store, tallies.days_of_events, asked), asked.days()),
        }

    return _list(request, "events", "events.html", answer)


def _list(
    request: Request,
    what: What,
    template: str,
    answer: Callable[[Store, Question], dict[str, Any]],
    more: tuple[str, ...] = (),
) -> Response:
    """The page of a list. A question that cannot be understood is told beside its form, as 400."""
    problem, found, status = "", {}, 200
    try:
        asked = question(request.query_params, what, more=more)
        with opened(request.app.state.path) as store:
            found = answer(store, asked)
    except QueryError as error:
        problem, status = str(error), 400
    nothing: dict[str, Any] = dict.fromkeys(("page", "chart", "sides"))
    nothing |= {"facets": [], "other": "", "by": ""}
    return reply.page(
        request,
        template,
        status,
        fields=fields_of(what),
        given=given(request.query_params, what),
        values={name: request.query_params.getlist(name) for name in request.query_params},
        choices=CHOICES,
        problem=problem,
        **(nothing | found),
    )


def _one_more(asked: Question) -> Question:
    """The question with one thing more than is shown, which tells whether there are more."""
    return replace(asked, limit=asked.limit + 1)


def _page(request: Request, asked: Question, found: Iterable[Found]) -> dict[str, Any]:
    """What is shown of a list, and where the pages before and after it are."""
    items = list(found)
    kept = [(n, v) for n, v in request.query_params.multi_items() if n != "offset" and v]
    before = max(0, asked.offset - asked.limit)
    return {
        "items": items[: asked.limit],
        "first": asked.offset + 1,
        "before": addresses.to(request.url.path, *kept, offset=before or None)
        if asked.offset
        else None,
        "after": addresses.to(request.url.path, *kept, offset=asked.offset + asked.limit)
        if len(items) > asked.limit
        else None,
    }
