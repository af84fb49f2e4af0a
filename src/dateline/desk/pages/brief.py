"""Briefs: of a story, or of all that is asked for, as a page to print."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from dateline.chronicle.brief import briefing
from dateline.chronicle.pages.brief import brief_page
from dateline.desk import reply
from dateline.desk.asking import fields_of, given, question
from dateline.desk.opening import opened
from dateline.desk.pages.asked import CHOICES
from dateline.desk.pages.story import facts_of
from dateline.errors import QueryError
from dateline.record.brief.outline import outline
from dateline.store import stories


def brief_of_story(request: Request) -> Response:
    """The brief of one story."""
    with opened(request.app.state.path) as store:
        facts = facts_of(store.db, request.path_params["number"])
        record = store.record(facts["id"])
    return reply.page(request, "brief.html", outline=outline(record), story=facts["id"])


def brief(request: Request) -> Response:
    """The brief of the stories that are asked for, with a form to ask for others."""
    problem, status, told = "", 200, None
    try:
        asked = question(request.query_params, "stories")
        with opened(request.app.state.path) as store:
            if any(stories(store.db, replace(asked, limit=1))):
                told = brief_page(briefing(store.db, asked))
    except QueryError as error:
        problem, status = str(error), 400
    return reply.page(
        request,
        "briefs.html",
        status,
        fields=fields_of("stories"),
        given=given(request.query_params, "stories"),
        values={name: request.query_params.getlist(name) for name in request.query_params},
        choices=CHOICES,
        problem=problem,
        outline=told,
    )
