"""The application: routes, guard and errors."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources
from os import PathLike
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dateline.desk.ahead import Ahead
from dateline.desk.api.routes import routes as api_routes
from dateline.desk.guard import Guard
from dateline.desk.limits import BODY
from dateline.desk.opening import SlowError
from dateline.desk.pages import (
    actor,
    brief,
    exported,
    formats,
    incidents,
    intensity,
    lists,
    map,
    missed,
    overview,
    paste,
    problems,
    review,
    reviews,
    story,
    timeline,
)
from dateline.desk.remembered import Remembered
from dateline.desk.work.room import Room
from dateline.errors import QueryError, StoreError


def desk(path: str | PathLike[str]) -> Starlette:
    """The desk of the chronicle at `path`, as an ASGI application.

    The file is opened with each request, so that what others write into it is seen at once; a
    missing or damaged one is told on the page (503).
    """
    app = Starlette(
        routes=[
            Route("/", overview.overview),
            Route("/stories", lists.search),
            Route("/story/{number:int}", story.story),
            Route("/story/{number:int}/brief", brief.brief_of_story),
            Route("/story/{number:int}/review", reviews.values),
            Route("/story/{number:int}/missed", missed.show, methods=["GET"]),
            Route("/story/{number:int}/missed", missed.post, methods=["POST"]),
            Route("/story/{number:int}/review/{value}", review.show, methods=["GET"]),
            Route("/story/{number:int}/review/{value}", review.post, methods=["POST"]),
            Route("/review", reviews.worklist),
            Route("/review/{number:int}/undo", review.undo, methods=["POST"]),
            Route("/statements", lists.said),
            Route("/events", lists.happened),
            Route("/incidents", incidents.happened),
            Route("/incident/{number:int}", incidents.one),
            Route("/incident/{number:int}/rule", incidents.rule, methods=["POST"]),
            Route("/intensity", intensity.show),
            Route("/timeline", timeline.timeline),
            Route("/day/{day}", timeline.day),
            Route("/map", map.show),
            Route("/actors", actor.actors),
            Route("/actor", actor.actor),
            Route("/formats", formats.formats),
            Route("/format", formats.one),
            Route("/brief", brief.brief),
            Route("/export/{file}", exported.exported),
            Route("/paste", paste.form, methods=["GET"]),
            Route("/paste", paste.post, methods=["POST"]),
            Route("/paste/{job}", paste.job),
            Route("/paste/{job}/keep", paste.keep, methods=["POST"]),
            Route("/paste/{job}/stop", paste.stop, methods=["POST"]),
            *api_routes(),
            Mount("/static", StaticFiles(directory=_static())),
        ],
        middleware=[
            Middleware(Guard),
            Middleware(RequestBodyLimitMiddleware, max_body_size=BODY),
        ],
        exception_handlers={
            HTTPException: problems.http_error,
            QueryError: problems.bad_question,
            StoreError: problems.bad_store,
            SlowError: problems.too_slow,
            Exception: problems.broken,
        },
        lifespan=_life,
    )
    app.state.path = Path(path)
    app.state.remembered = Remembered(app.state.path)
    app.state.room = Room(app.state.path)
    return app


@asynccontextmanager
async def _life(app: Starlette) -> AsyncIterator[None]:
    """What runs beside the pages ends with them."""
    ahead = Ahead(app)
    ahead.start()
    yield
    ahead.close()
    app.state.room.close()


def _static() -> str:
    """The folder of style and scripts."""
    return str(resources.files("dateline.desk").joinpath("static"))
