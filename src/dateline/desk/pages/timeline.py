"""The chronicle by days."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.desk import addresses, reply
from dateline.desk.asking import fields_of, given, question
from dateline.desk.bars import chart
from dateline.desk.counts import counted
from dateline.desk.opening import opened
from dateline.desk.pages.lists import CHOICES
from dateline.desk.pages.order import in_order
from dateline.errors import QueryError
from dateline.store import EventFound, Question, events, statements, stories, tallies
from dateline.store.overview import RECENT

SHOWN: Final = 120
"""Events on the page of a timeline."""
OF_A_DAY: Final = 200
"""Stories, events and statements each on the page of a day."""


def timeline(request: Request) -> Response:
    """Events by day, with a chart to go nearer by."""
    problem, status, background = "", 200, None
    days: list[tuple[str | None, str | None, list[EventFound]]] = []
    shape, after = None, None
    try:
        asked = question(request.query_params, "events", most=SHOWN)
        with opened(request.app.state.path) as store:
            background = None if asked.since or asked.until else _news(store.db)
            if background:
                asked = replace(asked, since=background)
            shape = chart(counted(request, store, tallies.days_of_events, asked), asked.days())
            found = list(events(store.db, replace(asked, limit=asked.limit + 1)))
        days = [
            (begin, until, list(told))
            for (begin, until), told in groupby(in_order(found[: asked.limit]), key=_period)
        ]
        if len(found) > asked.limit:
            kept = given(request.query_params, "events")
            after = addresses.to("/timeline", *kept, offset=asked.offset + asked.limit)
    except QueryError as error:
        problem, status = str(error), 400
    return reply.page(
        request,
        "timeline.html",
        status,
        fields=fields_of("events"),
        given=given(request.query_params, "events"),
        values={name: request.query_params.getlist(name) for name in request.query_params},
        choices=CHOICES,
        problem=problem,
        days=days,
        chart=shape,
        after=after,
        background=background,
    )


def _period(event: EventFound) -> tuple[str | None, str | None]:
    return event.begin, event.until


def _news(db: sqlite3.Connection) -> str | None:
    """The ISO day from which events are news, not history: RECENT before the first story."""
    first = db.execute("SELECT min(day) FROM story").fetchone()[0]
    return (date.fromisoformat(first) - RECENT).isoformat() if first else None


def day(request: Request) -> Response:
    """One day: what was published, what happened, who said what."""
    try:
        when = date.fromisoformat(request.path_params["day"])
    except ValueError:
        raise HTTPException(404, "That is no day (YYYY-MM-DD).") from None
    asked = Question(since=when.isoformat(), until=when.isoformat(), limit=OF_A_DAY)
    with opened(request.app.state.path) as store:
        told = list(events(store.db, asked))
        said = list(statements(store.db, asked))
        published = list(stories(store.db, asked))
    said.sort(key=lambda s: (s.speaker is None, s.speaker or "", s.statement))
    return reply.page(
        request,
        "day.html",
        day=when.isoformat(),
        before=(when - timedelta(days=1)).isoformat() if when > date.min else None,
        after=(when + timedelta(days=1)).isoformat() if when < date.max else None,
        stories=published,
        events=[e for e in told if _on_this_day(e, when)],
        lasting=[e for e in told if not _on_this_day(e, when)],
        said=[(who, list(each)) for who, each in groupby(said, key=lambda s: s.speaker)],
        most=OF_A_DAY,
    )


def _on_this_day(event: EventFound, when: date) -> bool:
    """Whether an event is told to be of this day, not of a longer time that the day is in."""
    return event.begin == event.until == when.isoformat()
