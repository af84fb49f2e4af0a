"""Lists in pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any, TypeVar

from starlette.requests import Request

from dateline.desk.opening import opened
from dateline.store import Question, Store
from dateline.store.reviews import ReviewQuestion

Asked = TypeVar("Asked", Question, ReviewQuestion)


def page_of(request: Request, asked: Asked, find: Callable[[Store, Asked], Any]) -> dict[str, Any]:
    """A page of findings, and the address of the next one, or null."""
    with opened(request.app.state.path) as store:
        found = [asdict(one) for one in find(store, replace(asked, limit=asked.limit + 1))]
    more = len(found) > asked.limit
    after = request.url.include_query_params(limit=asked.limit, offset=asked.offset + asked.limit)
    return {
        "items": found[: asked.limit],
        "limit": asked.limit,
        "offset": asked.offset,
        "next": f"{after.path}?{after.query}" if more else None,
    }
