"""Briefs: a story, or a dozen together, as a page to print."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from dateline.desk import reply
from dateline.desk.asking import fields_of, given, question
from dateline.desk.opening import opened
from dateline.desk.pages.lists import CHOICES
from dateline.desk.pages.story import facts_of
from dateline.errors import QueryError
from dateline.record.brief.chronicle import chronicle
from dateline.record.brief.outline import outline
from dateline.store import stories

STORIES: Final = 20
"""Put together in one brief."""


def brief_of_story(request: Request) -> Response:
    """The brief of one story."""
    with opened(request.app.state.path) as store:
        facts = facts_of(store.db, request.path_params["number"])
        record = store.record(facts["id"])
    return reply.page(request, "brief.html", outline=outline(record), story=facts["id"])


def brief(request: Request) -> Response:
    """The brief of the stories that are asked for, with a form to ask for others."""
    problem, status, told, numbers = "", 200, None, []
    try:
        asked = question(request.query_params, "stories", most=STORIES)
        with opened(request.app.state.path) as store:
            numbers = [found.story for found in stories(store.db, asked)][:STORIES]
            told = chronicle([store.record(number) for number in numbers]) if numbers else None
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
        most=STORIES,
        full=len(numbers) == STORIES,
    )
