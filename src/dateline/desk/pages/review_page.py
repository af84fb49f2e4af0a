"""The page of a value: its words, its fields as a form, and what was said of it before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.chronicle.copied import copies_of
from dateline.desk import reply
from dateline.desk.asking import whole
from dateline.desk.opening import opened
from dateline.desk.pages.story import facts_of
from dateline.desk.review.excerpt import each, excerpts
from dateline.desk.review.form import asked
from dateline.desk.review.who import reviewer
from dateline.desk.text import Card, cards
from dateline.record import Record
from dateline.record.brief.clean import clean
from dateline.review import Laid, by_id, described, families, names_of
from dateline.review.anchor import spans
from dateline.review.missed import ADDED
from dateline.store import reviews
from dateline.store.reviews import ReviewQuestion

HISTORY: Final = 100
"""Earlier reviews of a value that are shown."""
_LISTS: Final = re.compile(r"/(?:review|story/\d{1,12}/review)(?:[?#][\x21-\x7e]{0,500})?")
"""Where one may be led back to."""


def review_page(
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
        family = family_of(laid, value)
        history = reviews.reviews(
            store.db,
            ReviewQuestion(which="all", story=facts["id"], value=value, limit=HISTORY),
        )
        earlier = reviews.review(store.db, again) if again else None
        copies = len(copies_of(store.db, facts["id"]))
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
        title=title_of(facts),
        value=value,
        family=family,
        kind=kind,
        card=_card(value, laid.record, machine),
        why=clean(str(base.get("why", ""))),
        excerpts=excerpts(laid.anchors, found),
        mentions=each(laid.anchors, found) if "split" in kind.verdicts else [],
        fields=asked(kind, laid, base, now, names, typed or {}),
        others=_others(laid, family, value),
        gone=now is None,
        copies=copies,
        history=history,
        names=names,
        earlier=earlier,
        back=back_of(request),
        here=f"{request.url.path}?{request.url.query}",
        reviewer=who or reviewer(request),
        problem=problem,
        added_mark=ADDED,
    )


def _card(value: str, *records: Record) -> Card | None:
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


def title_of(facts: Any) -> str:
    """The headline of a story, by its row."""
    return clean(facts["title"] or "") or "Story without a headline"


def family_of(laid: Laid, value: str) -> str:
    """The family of a value. Raises HTTPException (404) where the story has none of this id."""
    if value not in laid.base:
        raise HTTPException(404, "There is no such value in this story.")
    return laid.base[value][0]


def back_of(request: Request) -> str:
    """The list of reviews that a form came from; empty where it came from a story."""
    back = request.query_params.get("back", "")
    return back if _LISTS.fullmatch(back) else ""
