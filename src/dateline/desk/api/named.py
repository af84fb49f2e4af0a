"""What is known by its name: actors and mediation formats, as the API answers."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final, get_args

from starlette.requests import Request

from dateline.desk.api.paging import page_of
from dateline.desk.asking import Field, only_known, page, question
from dateline.desk.opening import opened
from dateline.desk.pages.formats import found_in
from dateline.errors import QueryError
from dateline.record.values import ActorKind
from dateline.store import Question, formats, names, person
from dateline.store.overview import actors


def own_field(name: str, help: str) -> Field:
    """A parameter of a single address, which no form has."""
    return Field(name=name, field=name, kind="text", of=(), label=name, help=help)


OF_ACTORS: Final = (
    own_field("kind", f"One of {', '.join(get_args(ActorKind))}"),
    own_field("country", "A country's name or its ISO 3166-1 alpha-3 code"),
)
"""What may be asked of actors."""


def actors_asked(request: Request) -> dict[str, Any]:
    """A page of actors. Raises QueryError."""
    params = request.query_params
    only_known(params, ("kind", "country", "limit", "offset"), "actors")
    kind, country = params.get("kind") or None, params.get("country") or None
    if kind and kind not in get_args(ActorKind):
        raise QueryError(f"{kind!r} is no kind; there are {', '.join(get_args(ActorKind))}")
    code = names.country_of(country) if country else None
    if country and not code:
        raise QueryError(f"no country is called {country!r}")
    part = page(params)
    asked = Question(limit=part.limit, offset=part.offset)
    return page_of(
        request, asked, lambda store, more: actors(store.db, kind, code, more.limit, more.offset)
    )


def actor_asked(request: Request) -> dict[str, Any]:
    """One actor. Raises QueryError."""
    only_known(request.query_params, ("name",), "an actor")
    name = request.query_params.get("name", "").strip()
    if not name:
        raise QueryError("name an actor: /api/actor?name=...")
    with opened(request.app.state.path) as store:
        return asdict(person(store.db, name))


def formats_asked(request: Request) -> dict[str, Any]:
    """A page of mediation formats. Raises QueryError."""
    asked = question(request.query_params, "formats")
    return page_of(request, asked, lambda store, more: formats(store.db, more))


def format_asked(request: Request) -> dict[str, Any]:
    """One mediation format. Raises QueryError."""
    with opened(request.app.state.path) as store:
        return asdict(found_in(request, store))
