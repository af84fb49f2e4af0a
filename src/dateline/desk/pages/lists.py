"""Lists with a form to narrow them: stories, statements, events."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from dateline.desk.bars import chart
from dateline.desk.counts import counted
from dateline.desk.pages.asked import asked_page
from dateline.desk.pages.beside import beside
from dateline.desk.pages.order import in_order
from dateline.desk.pages.parts import part
from dateline.errors import QueryError
from dateline.store import Question, Store, events, statements, stories, tallies

NOTHING: Final = dict.fromkeys(("page", "chart", "sides")) | {"facets": (), "other": "", "by": ""}


def search(request: Request) -> Response:
    """Stories by words, actors, events, places, speakers, outlets, days."""

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        return {"page": part(request, asked, stories(store.db, _one_more(asked)))}

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
            "page": part(request, asked, statements(store.db, _one_more(asked))),
            "facets": counted(request, store, tallies.speakers, asked),
            "chart": chart(
                counted(request, store, tallies.days_of_statements, asked), asked.days()
            ),
        }

    return asked_page(request, "statements", "statements.html", answer, NOTHING, more=("beside",))


def happened(request: Request) -> Response:
    """Events, of which types, and when."""

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        page = part(request, asked, events(store.db, _one_more(asked)))
        found = counted(request, store, tallies.kinds, asked)
        return {
            "page": page | {"items": in_order(page["items"])},
            "facets": found.types,
            "chart": chart(found.days, asked.days()),
        }

    return asked_page(request, "events", "events.html", answer, NOTHING)


def _one_more(asked: Question) -> Question:
    """The question with one thing more than is shown, which tells whether there are more."""
    return replace(asked, limit=asked.limit + 1)
