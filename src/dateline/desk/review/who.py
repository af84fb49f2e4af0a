"""Whose review it is: asked once, and remembered by the browser."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, unquote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from dateline.review.propose import NAME

COOKIE: Final = "dateline-reviewer"
_YEAR: Final = 365 * 24 * 3600


def reviewer(request: Request, sent: FormData | None = None) -> str:
    """The name that a form sent, else the one that the browser remembers; empty for none."""
    named = str(sent.get("reviewer", "")).strip() if sent is not None else ""
    return (named or unquote(request.cookies.get(COOKIE, "")).strip())[:NAME]


def remember(answer: Response, name: str) -> Response:
    """Let the browser remember a name. No script sees it, and no other site sends it."""
    answer.set_cookie(
        COOKIE, quote(name), max_age=_YEAR, httponly=True, samesite="strict", path="/"
    )
    return answer
