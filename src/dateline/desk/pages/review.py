"""The review of one value: its words, what the machine read in them, and what a person says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.chronicle import review as kept
from dateline.chronicle.keep import Keeper
from dateline.chronicle.timeline import ranks
from dateline.desk import addresses, reply
from dateline.desk.asking import whole
from dateline.desk.opening import opened
from dateline.desk.pages.story import facts_of
from dateline.desk.review.excerpt import each, excerpts
from dateline.desk.review.form import asked, sent_fields
from dateline.desk.review.who import remember, reviewer
from dateline.desk.text import Card, cards
from dateline.errors import QueryError
from dateline.record import Record
from dateline.record.brief.clean import clean
from dateline.review import Laid, by_id, described, families, names_of
from dateline.review.anchor import spans
from dateline.store import Store, reviews
from dateline.store.reviews import ReviewQuestion

_FIELDS = 2000
"""Fields of a form: an actor may have many mentions."""
_HISTORY = 100
_LISTS = re.compile(r"/(?:review|story/\d{1,12}/review)(?:[?#][\x21-\x7e]{0,500})?")
"""Where one may be led back to."""


def show(request: Request) -> Response:
    """The form of a value."""
    return _page(request, 200)


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
            given = _given(_family(store.laid(number), value), verdict, sent)
            keeper = Keeper(store)
            with keeper.writing():
                kept.review(
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
        return _page(request, 400, str(error), who, given if verdict == "corrected" else {})
    to = _back(request) or addresses.story(number, value)
    return remember(RedirectResponse(to, 303, background=_ranks(request)), who)


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
    to = _back(request) or addresses.review(found.story, found.value)
    return remember(RedirectResponse(to, 303, background=_ranks(request)), who)


def _ranks(request: Request) -> BackgroundTask:
    """Afterwards: reckon anew which days matter, so that readers need not wait for it."""

    def reckon() -> None:
        with Store(request.app.state.path, create=False) as store:
            ranks(store.db)

    return BackgroundTask(reckon)


def _family(laid: Laid, value: str) -> str:
    if value not in laid.base:
        raise HTTPException(404, "There is no such value in this story.")
    return laid.base[value][0]


def _back(request: Request) -> str:
    """The list of reviews that a form came from; empty where it came from a story."""
    back = request.query_params.get("back", "")
    return back if _LISTS.fullmatch(back) else ""


def _page(
    request: Request,
    status: int,
    problem: str = "",
    who: str = "",
    typed: Mapping[str, Any] | None = None,
) -> Response:
    """The page of a value, with what is wrong with what was sent."""
    value = request.path_params["value"]
    again = whole(request.query_params, "again", 0, 0, 10**12)
    with opened(request.app.state.path) as store:
        facts = facts_of(store.db, request.path_params["number"])
        laid = store.laid(facts["id"])
        machine = store.machine_record(facts["id"])
        family = _family(laid, value)
        history = reviews.reviews(
            store.db,
            ReviewQuestion(which="all", story=facts["id"], value=value, limit=_HISTORY),
        )
        earlier = reviews.review(store.db, again) if again else None
    base = laid.base[value][1]
    now = by_id(laid.record.to_dict())[family].get(value)
    names = names_of(laid, family, base)
    for one in history:
        names |= one.names
    found = spans(family, base)
    kind = families()[family]
    return reply.page(
        request,
        "review.html",
        status,
        facts=facts,
        title=_title(facts),
        value=value,
        family=family,
        kind=kind,
        card=card_of(value, laid.record, machine),
        why=clean(str(base.get("why", ""))),
        excerpts=excerpts(laid.anchors, found),
        mentions=each(laid.anchors, found) if "split" in kind.verdicts else [],
        fields=asked(kind, laid, base, now, names, typed or {}),
        others=_others(laid, family, value),
        gone=now is None,
        history=history,
        names=names,
        earlier=earlier,
        back=_back(request),
        here=f"{request.url.path}?{request.url.query}",
        reviewer=who or reviewer(request),
        problem=problem,
    )


def card_of(value: str, *records: Record) -> Card | None:
    """The card of a value in the first of some records that has it."""
    for record in records:
        if found := cards(record).get(value):
            return found
    return None


def _others(laid: Laid, family: str, value: str) -> list[tuple[str, str]]:
    """Other values of the family, by id, with what they are called."""
    if "merged" not in families()[family].verdicts:
        return []
    known = laid.record.to_dict()[family]
    return [
        (one["id"], clean(described(family, one, laid.record.text))[:90])
        for one in known
        if one["id"] != value
    ]


def _title(facts: Any) -> str:
    return clean(facts["title"] or "") or "Story without a headline"
