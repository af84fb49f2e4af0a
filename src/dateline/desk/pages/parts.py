"""A page's part of a list, and where the parts before and after it are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from starlette.requests import Request

from dateline.desk import addresses
from dateline.store import Question

Found = TypeVar("Found")


def part(request: Request, asked: Question, found: Iterable[Found]) -> dict[str, Any]:
    """What is shown of a list of which one thing more than that was asked for."""
    items = list(found)
    kept = [(n, v) for n, v in request.query_params.multi_items() if n != "offset" and v]
    before = max(0, asked.offset - asked.limit)
    return {
        "items": items[: asked.limit],
        "first": asked.offset + 1,
        "before": addresses.to(request.url.path, *kept, offset=before or None)
        if asked.offset
        else None,
        "after": addresses.to(request.url.path, *kept, offset=asked.offset + asked.limit)
        if len(items) > asked.limit
        else None,
    }
