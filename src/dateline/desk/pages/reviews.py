"""What there is to review, what was reviewed, and all values of one story."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

from starlette.requests import Request
from starlette.responses import Response

from dateline.desk import addresses, reply
from dateline.desk.asking import only_known, page, whole
from dateline.desk.opening import opened
from dateline.desk.pages.story import facts_of
from dateline.desk.review.who import reviewer
from dateline.desk.review.words import judged, title
from dateline.desk.text import cards
from dateline.errors import QueryError
from dateline.record.brief.clean import clean
from dateline.record.claims import PloverType
from dateline.review import Review, Verdict, families
from dateline.store import Store, doubts, reviews
from dateline.store.reviews import ReviewQuestion

SHOWN: Final = {
    "unsure": "Unsure events",
    "warnings": "Warnings",
    "again": "To be asked again",
    "done": "Reviewed",
    "past": "Superseded or taken back",
}
"""What the page lists, with the labels of the choices."""
_FILTERS: Final = ("type", "code", "family", "verdict", "reviewer")


@dataclass(frozen=True, slots=True)
class _Asked:
    show: str
    type: str | None
    code: str | None
    family: str | None
    verdict: str | None
    reviewer: str | None
    limit: int
    offset: int


def worklist(request: Request) -> Response:
    """What is to be done, or was; one kind at a time, filtered and in pages."""
    problem, status, items = "", 200, []
    asked = _Asked("unsure", None, None, None, None, None, 0, 0)
    with opened(request.app.state.path) as store:
        try:
            asked = _asked(request)
            items = _LISTS[asked.show](store, asked)
        except QueryError as error:
            problem, status = str(error), 400
        counts = reviews.counts(store.db) | doubts.counts(store.db)
        known = {"reviewers": reviews.reviewers(store.db), "codes": doubts.codes(store.db)}
    return reply.page(
        request,
        "reviews.html",
        status,
        tabs=_tabs(counts),
        asked=asked,
        page=_part(request, items, asked),
        here=f"{request.url.path}?{request.url.query}".rstrip("?"),
        verdicts=get_args(Verdict),
        types=get_args(PloverType),
        reviewer=reviewer(request),
        problem=problem,
        **known,
    )


def values(request: Request) -> Response:
    """All values of a story, each with what was said of it."""
    only_known(request.query_params, ("again",), "a story's values")
    number = whole(request.query_params, "again", 0, 0, 10**12)
    with opened(request.app.state.path) as store:
        facts = facts_of(store.db, request.path_params["number"])
        laid = store.laid(facts["id"])
        machine = store.machine_record(facts["id"])
        known = reviews.to_lay(store.db, facts["id"])
        asked = reviews.review(store.db, number) if number else None
    said = {one.value: one for one in known if one.again is None}
    shown = cards(machine) | cards(laid.record)
    listed: dict[str, list[tuple[str, str, str, Review | None]]] = {}
    for value, (family, base) in laid.base.items():
        card = shown.get(value)
        name = card.title if card else title(family, base)
        words = judged(laid, value)
        listed.setdefault(family, []).append((value, name, words, said.get(value)))
    return reply.page(
        request,
        "values.html",
        facts=facts,
        title=clean(facts["title"] or "") or "Story without a headline",
        listed={family: listed[family] for family in families() if family in listed},
        again=[one for one in known if one.again],
        asked=asked if asked and asked.again and asked.story == facts["id"] else None,
        reviewer=reviewer(request),
    )


def _asked(request: Request) -> _Asked:
    params = request.query_params
    only_known(params, ("show", *_FILTERS, "limit", "offset"), "reviews")
    show = params.get("show") or "unsure"
    if show not in SHOWN:
        raise QueryError(f"there is no list {show!r}; there are {', '.join(SHOWN)}")
    filters = {name: (params.get(name) or "").strip() or None for name in _FILTERS}
    for name, choices in (
        ("type", get_args(PloverType)),
        ("family", tuple(families())),
        ("verdict", get_args(Verdict)),
    ):
        if filters[name] and filters[name] not in choices:
            raise QueryError(f"{filters[name]!r} is no {name}; there are {', '.join(choices)}")
    part = page(params)
    return _Asked(show, **filters, limit=part.limit, offset=part.offset)


def _kept(which: str) -> Callable[[Store, _Asked], list[Any]]:
    def found(store: Store, asked: _Asked) -> list[Any]:
        return reviews.reviews(
            store.db,
            ReviewQuestion(
                which=which,  # type: ignore[arg-type]
                family=asked.family,
                verdict=asked.verdict,
                reviewer=asked.reviewer,
                limit=asked.limit + 1,
                offset=asked.offset,
            ),
        )

    return found


_LISTS: Final[Mapping[str, Callable[[Store, _Asked], list[Any]]]] = {
    "unsure": lambda store, asked: list(
        doubts.unsure_events(store.db, asked.type, asked.limit + 1, asked.offset)
    ),
    "warnings": lambda store, asked: list(
        doubts.warnings(store.db, asked.code, asked.limit + 1, asked.offset)
    ),
    "again": _kept("again"),
    "done": _kept("holding"),
    "past": _kept("past"),
}


def _tabs(counts: Mapping[str, int]) -> list[tuple[str, str, int | None]]:
    """What may be listed: its name, its label, and how many there are where that is counted."""
    numbers = {**counts, "done": counts["holding"]}
    return [(name, label, numbers.get(name)) for name, label in SHOWN.items()]


def _part(request: Request, items: list[Any], asked: _Asked) -> dict[str, Any]:
    """The page's part of a list, and where those before and after it are."""
    kept = [(n, v) for n, v in request.query_params.multi_items() if n != "offset" and v]
    before = max(0, asked.offset - asked.limit)
    more = asked.limit and len(items) > asked.limit
    return {
        "items": items[: asked.limit],
        "first": asked.offset + 1,
        "before": addresses.to("/review", *kept, offset=before or None) if asked.offset else None,
        "after": addresses.to("/review", *kept, offset=asked.offset + asked.limit)
        if more
        else None,
    }
