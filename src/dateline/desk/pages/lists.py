"""Lists with a form to narrow them: stories, statements, events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from dateline.desk import addresses
from dateline.desk.bars import chart
from dateline.desk.counts import counted
from dateline.desk.pages.asked import asked_page
from dateline.desk.pages.beside import beside
from dateline.desk.pages.order import in_order
from dateline.errors import QueryError
from dateline.store import Question, Store, events, statements, stories, tallies

Found = TypeVar("Found")

NOTHING: Final = dict.fromkeys(("page", "chart", "sides")) | {"facets": (), "other": "", "by": ""}


def search(request: Request) -> Response:
    """Stories by words, actors, events, places, speakers, outlets, days."""

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        return {"page": _page(request, asked, stories(store.db, _one_more(asked)))}

    return asked_page(request, "stories", "search.html", answer, NOTHING)


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

    return asked_page(request, "statements", "statements.html", answer, NOTHING, more=("beside",))


def happened(request: Request) -> Response:
    """Events, of which types, and when."""

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        page = _page(request, asked, events(store.db, _one_more(asked)))
        return {
            "page": page | {"items": in_order(page["items"])},
            "facets": counted(request, store, tallies.types, asked),
            "chart": chart(counted(request, store, tallies.days_of_events, asked), asked.days()),
        }

    return asked_page(request, "events", "events.html", answer, NOTHING)


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
