"""What is said where a request cannot be answered: a page, or JSON under /api/."""

from __future__ import annotations

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.desk import reply


def http_error(request: Request, error: Exception) -> Response:
    """An HTTPException as it is: 404, 405, 413, ..."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else ""
    headers = getattr(error, "headers", None) or {}
    answer = told(request, status, detail if detail != HTTPStatus(status).phrase else "")
    answer.headers.update(headers)
    return answer


def bad_question(request: Request, error: Exception) -> Response:
    """A QueryError: 400 with its message."""
    return told(request, 400, str(error))


def bad_store(request: Request, error: Exception) -> Response:
    """A StoreError: the chronicle cannot be read."""
    return told(request, 503, str(error))


def too_slow(request: Request, error: Exception) -> Response:
    """A SlowError: the chronicle took too long."""
    return told(request, 503, "This takes the chronicle too long. Ask for less: fewer days, say.")


def broken(request: Request, error: Exception) -> Response:
    """Anything else: a defect of the desk. Nothing of it is shown but its kind."""
    return told(request, 500, f"The desk has a defect ({type(error).__name__}).")


def told(request: Request, status: int, message: str) -> Response:
    """The answer for one status."""
    phrase = HTTPStatus(status).phrase
    message = message or f"{phrase}."
    if request.url.path.startswith("/api/"):
        return reply.values(request, {"error": message}, status)
    return reply.page(request, "problem.html", status, phrase=phrase, message=message)
