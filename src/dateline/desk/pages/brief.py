"""Briefs: of a story, or of all that is asked for, as a page to print."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dateline.chronicle.brief import briefing
from dateline.chronicle.pages.brief import brief_page
from dateline.desk import reply
from dateline.desk.opening import opened
from dateline.desk.pages.asked import asked_page, latest_days
from dateline.desk.pages.story import facts_of
from dateline.record.brief.outline import outline
from dateline.store import Question, Store, stories


def brief_of_story(request: Request) -> Response:
    """The brief of one story."""
    with opened(request.app.state.path) as store:
        facts = facts_of(store.db, request.path_params["number"])
        record = store.record(facts["id"])
    return reply.page(request, "brief.html", outline=outline(record), story=facts["id"])


def brief(request: Request) -> Response:
    """The brief of the stories that are asked for, with a form to ask for others."""

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        if not any(stories(store.db, replace(asked, limit=1))):
            return {}
        remembered = request.app.state.remembered
        told = remembered.get(("brief", asked), lambda: briefing(store.db, asked))
        return {"outline": brief_page(told)}

    return latest_days(request, "stories") or asked_page(
        request, "stories", "briefs.html", answer, {"outline": None}
    )
