"""The chronicle by days."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.desk import addresses, reply
from dateline.desk.asking import given
from dateline.desk.bars import chart
from dateline.desk.counts import counted
from dateline.desk.opening import opened
from dateline.desk.pages.asked import asked_page
from dateline.desk.pages.order import in_order
from dateline.store import EventFound, Question, Store, events, statements, stories, tallies
from dateline.store.overview import RECENT

SHOWN: Final = 120
"""Events on the page of a timeline."""
OF_A_DAY: Final = 60
"""Stories, events and statements each on the page of a day."""


def timeline(request: Request) -> Response:
    """Events by day, with a chart to go nearer by."""

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        background = None if asked.since or asked.until else _news(store.db)
        if background:
            asked = replace(asked, since=background)
        found = list(events(store.db, replace(asked, limit=asked.limit + 1)))
        told = groupby(in_order(found[: asked.limit]), key=_period)
        kept = given(request.query_params, "events")
        return {
            "background": background,
            "asked_for": [*kept, ("from", background)] if background else kept,
            "chart": chart(counted(request, store, tallies.kinds, asked).days, asked.days()),
            "days": [(begin, until, list(each)) for (begin, until), each in told],
            "after": addresses.to("/timeline", *kept, offset=asked.offset + asked.limit)
            if len(found) > asked.limit
            else None,
        }

    nothing: dict[str, Any] = {"background": None, "chart": None, "days": (), "after": None}
    nothing["asked_for"] = []
    return asked_page(request, "events", "timeline.html", answer, nothing, most=SHOWN)


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
        statements=len(said),
        said=[(who, list(each)) for who, each in groupby(said, key=lambda s: s.speaker)],
        most=OF_A_DAY,
    )


def _on_this_day(event: EventFound, when: date) -> bool:
    """Whether an event is told to be of this day, not of a longer time that the day is in."""
    return event.begin == event.until == when.isoformat()
