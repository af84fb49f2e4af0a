"""Reviews of single values, as the API answers."""

from __future__ import annotations

from typing import Any, Final, cast, get_args

from starlette.requests import Request

from dateline.desk.api.paging import page_of
from dateline.desk.asking import Field, only_known, page, whole
from dateline.errors import QueryError
from dateline.review import Verdict, families
from dateline.store import reviews
from dateline.store.reviews import ReviewQuestion, Which

_HELP: Final = {
    "which": f"One of {', '.join(get_args(Which))} (default: holding)",
    "story": "Of one story (its number)",
    "value": "Of one value (its id in the record)",
    "family": f"One of {', '.join(families())}",
    "verdict": f"One of {', '.join(get_args(Verdict))}",
    "reviewer": "Whose",
}
OF_REVIEWS: Final = tuple(
    Field(name=name, field=name, kind="text", of=(), label=name, help=help)
    for name, help in _HELP.items()
)
"""What may be asked of reviews."""


def reviews_asked(request: Request) -> dict[str, Any]:
    """A page of reviews. Raises QueryError."""
    params = request.query_params
    only_known(params, (*_HELP, "limit", "offset"), "reviews")
    part = page(params)
    given = {name: params.get(name) or None for name in ("value", "family", "verdict", "reviewer")}
    for name, known in (("family", tuple(families())), ("verdict", get_args(Verdict))):
        if given[name] and given[name] not in known:
            raise QueryError(f"{given[name]!r} is no {name}; there are {', '.join(known)}")
    asked = ReviewQuestion(
        which=cast("Which", params.get("which") or "holding"),
        story=whole(params, "story", 0, 0, 10**12) or None,
        limit=part.limit,
        offset=part.offset,
        **given,
    )
    return page_of(request, asked, lambda store, more: reviews.reviews(store.db, more))
