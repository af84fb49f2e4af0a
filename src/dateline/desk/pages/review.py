"""The review of one value: what a person says of it is kept, or taken back."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from dateline.chronicle import review as kept
from dateline.chronicle.keep import Keeper
from dateline.desk import addresses
from dateline.desk.asking import whole
from dateline.desk.pages.review_page import back_of, family_of, review_page
from dateline.desk.pages.story import facts_of
from dateline.desk.review.after import led_on
from dateline.desk.review.form import sent_fields
from dateline.desk.review.who import reviewer
from dateline.errors import QueryError
from dateline.review import families
from dateline.store import Store, reviews

_FIELDS = 2000
"""Fields of a form: an actor may have many mentions."""


def show(request: Request) -> Response:
    """The form of a value."""
    return review_page(request, 200)


async def post(request: Request) -> Response:
    """Keep what a reader says of a value: leads back to its words, or to the list it came from."""
    async with request.form(max_files=0, max_fields=_FIELDS) as sent:
        return await run_in_threadpool(_post, request, sent)


async def undo(request: Request) -> Response:
    """Take a review back: leads to the value that it was of."""
    async with request.form(max_files=0, max_fields=10) as sent:
        return await run_in_threadpool(_undo, request, sent)


def _post(request: Request, sent: FormData) -> Response:
    number, value = request.path_params["number"], request.path_params["value"]
    verdict, who = str(sent.get("verdict", "")), reviewer(request, sent)
    given: dict[str, Any] = {}
    try:
        again = whole(request.query_params, "again", 0, 0, 10**12)
        with Store(request.app.state.path, create=False) as store:
            facts_of(store.db, number)
            given = _given(family_of(store.laid(number), value), verdict, sent)
            keeper = Keeper(store)
            with keeper.writing():
                made = kept.review(
                    keeper,
                    number,
                    value,
                    verdict,
                    given,
                    reviewer=who,
                    note=str(sent.get("note", "")),
                    again=again or None,
                )
    except QueryError as error:
        return review_page(request, 400, str(error), who, given if verdict == "corrected" else {})
    to = back_of(request) or addresses.story(number, value)
    return led_on(request, to, who, made if sent.get("copies") else None)


def _given(family: str, verdict: str, sent: FormData) -> dict[str, Any]:
    """What the form gives for a verdict."""
    if verdict == "corrected":
        return sent_fields(families()[family], sent)
    if verdict == "merged":
        return {"into": str(sent.get("into", ""))}
    if verdict == "split" and family == "statements":
        return {"from": str(sent.get("from", ""))}
    if verdict == "split":
        numbers = [str(one) for one in sent.getlist("mention")]
        return {"words": [int(n) for n in numbers if n.isascii() and n.isdigit() and len(n) < 9],
                "name": str(sent.get("name", ""))}  # fmt: skip
    return {}


def _undo(request: Request, sent: FormData) -> Response:
    who = reviewer(request, sent)
    number = request.path_params["number"]
    with Store(request.app.state.path, create=False) as store:
        found = reviews.review(store.db, min(number, 1 << 62))
        keeper = Keeper(store)
        with keeper.writing():
            kept.undo(keeper, number, who)
    to = back_of(request) or addresses.review(found.story, found.value)
    return led_on(request, to, who)
