"""The addresses of the API: one table that the routes and the OpenAPI document are made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from starlette.requests import Request

from dateline.chronicle.incidents import IncidentFound
from dateline.chronicle.intensity import Intensity, intensity
from dateline.desk.api.named import (
    OF_ACTORS,
    actor_asked,
    actors_asked,
    format_asked,
    formats_asked,
    own_field,
)
from dateline.desk.api.paging import page_of
from dateline.desk.api.reviews import OF_REVIEWS, reviews_asked
from dateline.desk.asking import Field, fields_of, only_known, question
from dateline.desk.opening import opened
from dateline.desk.pages.incidents import MORE, found_in, the_one
from dateline.desk.pages.story import facts_of
from dateline.record import Record
from dateline.review import Review
from dateline.store import (
    ActorFound,
    EventFound,
    FormatFound,
    FormatRow,
    StatementFound,
    StoryFound,
    events,
    statements,
    stories,
)
from dateline.store.overview import ActorRow, Overview, overview

Answer = Callable[[Request], Any]


@dataclass(frozen=True, slots=True)
class Path:
    """One address of the API."""

    path: str
    summary: str
    answer: Answer
    """Plain values for JSON. May raise QueryError and HTTPException."""
    holds: type
    """What it answers with, or what a page of it holds."""
    shape: Literal["one", "page"]
    fields: tuple[Field, ...] = ()
    """What may be asked of it, besides `limit` and `offset` for a page."""


def _stories(request: Request) -> dict[str, Any]:
    asked = question(request.query_params, "stories")
    return page_of(request, asked, lambda store, more: stories(store.db, more))


def _statements(request: Request) -> dict[str, Any]:
    asked = question(request.query_params, "statements")
    return page_of(request, asked, lambda store, more: statements(store.db, more))


def _events(request: Request) -> dict[str, Any]:
    asked = question(request.query_params, "events")
    return page_of(request, asked, lambda store, more: events(store.db, more))


def _incidents(request: Request) -> dict[str, Any]:
    asked = question(request.query_params, "events", more=MORE)
    return page_of(request, asked, lambda store, more: found_in(request, store, more))


def _incident(request: Request) -> dict[str, Any]:
    only_known(request.query_params, (), "an incident")
    return asdict(the_one(request))


def _intensity(request: Request) -> dict[str, Any]:
    with opened(request.app.state.path) as store:
        return asdict(intensity(store.db, question(request.query_params, "events")))


def _story(request: Request) -> dict[str, Any]:
    only_known(request.query_params, ("machine",), "a story")
    machine = request.query_params.get("machine", "") in ("1", "on", "true")
    with opened(request.app.state.path) as store:
        facts = facts_of(store.db, request.path_params["number"])
        read = store.machine_record if machine else store.record
        return read(facts["id"]).to_dict()


def _overview(request: Request) -> dict[str, Any]:
    only_known(request.query_params, (), "the overview")
    with opened(request.app.state.path) as store:
        return asdict(overview(store.db))


_OF_STORY = (own_field("machine", "1: as the machine read it, without reviews"),)

_OF_INCIDENTS = (
    own_field("told_by", "So many stories tell it at least (a whole number)"),
    own_field("widest", "1: those told by most stories first"),
)

PATHS = (
    Path(
        "/api/reviews",
        "What people said of single values, the latest first",
        reviews_asked,
        Review,
        "page",
        OF_REVIEWS,
    ),
    Path("/api/overview", "The chronicle at a glance", _overview, Overview, "one"),
    Path("/api/stories", "Stories", _stories, StoryFound, "page", fields_of("stories")),
    Path("/api/story/{number:int}", "The record of a story", _story, Record, "one", _OF_STORY),
    Path(
        "/api/statements",
        "Statements, in the order of saying",
        _statements,
        StatementFound,
        "page",
        fields_of("statements"),
    ),
    Path(
        "/api/events",
        "Events, in the order of happening",
        _events,
        EventFound,
        "page",
        fields_of("events"),
    ),
    Path(
        "/api/incidents",
        "Happenings, each once with all its sources",
        _incidents,
        IncidentFound,
        "page",
        (*fields_of("events"), *_OF_INCIDENTS),
    ),
    Path("/api/incident/{number:int}", "One happening", _incident, IncidentFound, "one"),
    Path(
        "/api/intensity",
        "Conflict and cooperation by day and pair, and when they rose or fell",
        _intensity,
        Intensity,
        "one",
        fields_of("events"),
    ),
    Path("/api/actors", "Actors named in most stories", actors_asked, ActorRow, "page", OF_ACTORS),
    Path(
        "/api/actor",
        "One actor across the stories",
        actor_asked,
        ActorFound,
        "one",
        (own_field("name", "Whose; a country means all of it"),),
    ),
    Path(
        "/api/formats",
        "Mediation formats, those that most stories name first",
        formats_asked,
        FormatRow,
        "page",
        fields_of("formats"),
    ),
    Path(
        "/api/format",
        "One mediation format across the stories, each value with its words",
        format_asked,
        FormatFound,
        "one",
        (own_field("name", "Its name, or words of it"),),
    ),
)
