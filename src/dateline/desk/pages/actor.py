"""Actors: all of them, and the page of one."""

from __future__ import annotations

from typing import Final, get_args

from starlette.requests import Request
from starlette.responses import Response

from dateline.desk import addresses, reply
from dateline.desk.asking import only_known, page
from dateline.desk.bars import chart
from dateline.desk.counts import counted
from dateline.desk.fan import fan
from dateline.desk.opening import opened
from dateline.errors import QueryError
from dateline.record.values import ActorKind
from dateline.store import Question, events, names, person, statements, tallies
from dateline.store.overview import actors as most_named

SAID: Final = 30
"""Statements and events on an actor's page."""


def actors(request: Request) -> Response:
    """The actors named in most stories."""
    params = request.query_params
    only_known(params, ("kind", "country", "limit", "offset"), "actors")
    kind, country = params.get("kind") or None, params.get("country") or None
    limit, offset = page(params)
    code = names.country_of(country) if country else None
    if country and not code:
        raise QueryError(f"no country is called {country!r}")
    with opened(request.app.state.path) as store:
        found = request.app.state.remembered.get(
            ("actors", kind, code, limit, offset),
            lambda: most_named(store.db, kind, code, limit + 1, offset),
        )
    return reply.page(
        request,
        "actors.html",
        found=found[:limit],
        first=offset + 1,
        after=addresses.to("/actors", kind=kind, country=country, offset=offset + limit)
        if len(found) > limit
        else None,
        before=addresses.to("/actors", kind=kind, country=country, offset=max(0, offset - limit))
        if offset
        else None,
        kinds=get_args(ActorKind),
        kind=kind or "",
        country=country or "",
    )


def actor(request: Request) -> Response:
    """One actor: names, offices, counterparts, words and deeds."""
    only_known(request.query_params, ("name",), "an actor")
    name = request.query_params.get("name", "").strip()
    if not name:
        raise QueryError("name an actor: /actor?name=...")
    with opened(request.app.state.path) as store:
        deeds = counted(request, store, tallies.kinds, Question(actor=name))
        found = request.app.state.remembered.get(
            ("person", name), lambda: person(store.db, name, deeds)
        )
        said = list(statements(store.db, Question(by=name, limit=SAID)))
        done = list(events(store.db, Question(actor=name, limit=SAID)))
        days = chart(counted(request, store, tallies.days_of_statements, Question(by=name)))
    return reply.page(
        request,
        "actor.html",
        name=name,
        found=found,
        said=said,
        done=done,
        said_chart=days,
        done_chart=chart(deeds.days),
        fan=fan(found.counterparts),
        most=max((c.events for c in found.counterparts), default=1),
    )
