"""The routes of the API."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.desk import reply
from dateline.desk.api.openapi import document
from dateline.desk.api.paths import PATHS, Path


def routes() -> list[Route]:
    """One route for each address of the table, and that of the OpenAPI document."""
    return [
        *(Route(path.path, _endpoint(path), name=path.path) for path in PATHS),
        Route("/api/openapi.json", _document),
    ]


def _endpoint(path: Path) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        return reply.values(request, path.answer(request))

    return endpoint


def _document(request: Request) -> Response:
    return reply.values(request, document())
