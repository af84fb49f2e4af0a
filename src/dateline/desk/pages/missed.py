"""What the machine missed: words are marked, and it is said what they tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from dateline.chronicle import review as kept
from dateline.chronicle.copied import copies_of
from dateline.chronicle.keep import Keeper
from dateline.desk import addresses, reply
from dateline.desk.asking import only_known, whole
from dateline.desk.opening import opened
from dateline.desk.pages.review_page import title_of
from dateline.desk.pages.story import facts_of
from dateline.desk.review.after import led_on
from dateline.desk.review.excerpt import excerpts
from dateline.desk.review.form import asked, sent_fields
from dateline.desk.review.who import reviewer
from dateline.errors import QueryError
from dateline.review import Laid, families
from dateline.review.missed import MUST, blank, marked
from dateline.review.wording import nearest
from dateline.store import Store, reviews

FAMILIES: Final = {name: kind for name, kind in families().items() if "added" in kind.verdicts}
"""What may be added."""
USUAL: Final = "events"
"""What is missed most."""
_FIELDS: Final = 2000
_BEFORE: Final = 200
"""Characters before the words by which one of several places is told."""


def show(request: Request) -> Response:
    """A form to mark words with; with words, one to say what they are."""
    only_known(request.query_params, ("family", "words", "before", "again"), "what was missed")
    return _page(request, 200)


async def post(request: Request) -> Response:
    """Keep what was missed: leads to its words."""
    async with request.form(max_files=0, max_fields=_FIELDS) as sent:
        return await run_in_threadpool(_post, request, sent)


def _post(request: Request, sent: FormData) -> Response:
    number, who = request.path_params["number"], reviewer(request, sent)
    family = str(sent.get("family", ""))
    given: dict[str, Any] = {}
    try:
        if family not in FAMILIES:
            raise QueryError(f"{family!r} cannot be added to")
        given = sent_fields(families()[family], sent)
        with Store(request.app.state.path, create=False) as store:
            facts_of(store.db, number)
            again = whole({"again": str(sent.get("again", ""))}, "again", 0, 0, 10**12)
            text = store.machine_record(number).text
            said = given | _words(sent, text)
            keeper = Keeper(store)
            with keeper.writing():
                review = kept.review(
                    keeper,
                    number,
                    family,
                    "added",
                    said,
                    reviewer=who,
                    note=str(sent.get("note", "")),
                    again=again or None,
                )
            value = reviews.review(store.db, review).value
    except QueryError as error:
        return _page(request, 400, sent, str(error), given)
    to = addresses.story(number, value)
    return led_on(request, to, who, review if sent.get("copies") else None)


def _words(sent: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The words that were marked, a line for each stretch, and near which character they stand."""
    lines = [line for line in str(sent.get("words", "")).splitlines() if line.strip()]
    before = " ".join(str(sent.get("before", "")).split())[-_BEFORE:]
    for told in (f"{before} {lines[0]}", before + lines[0]) if lines and before else ():
        if found := nearest(text, told, 0):
            return {"words": lines, "at": found[1] - len(lines[0])}
    return {"words": lines, "at": 0}


def _page(
    request: Request,
    status: int,
    sent: Mapping[str, Any] | None = None,
    problem: str = "",
    typed: Mapping[str, Any] | None = None,
) -> Response:
    """The page, with what is wrong with what was sent."""
    given = request.query_params if sent is None else sent
    family = str(given.get("family", "")) or USUAL
    if family not in FAMILIES:
        problem, status, family = f"{family!r} cannot be added to", 400, USUAL
    with opened(request.app.state.path) as store:
        facts = facts_of(store.db, request.path_params["number"])
        laid = store.laid(facts["id"])
        copies = len(copies_of(store.db, facts["id"]))
    words = _words(given, laid.record.text)
    found: dict[str, Any] = {"excerpts": [], "fields": []}
    if words["words"]:
        try:
            found = _form(laid, family, words, typed or {})
        except QueryError as error:
            problem, status = problem or str(error), 400
    return reply.page(
        request,
        "missed.html",
        status,
        facts=facts,
        title=title_of(facts),
        kinds=FAMILIES,
        family=family,
        words=words["words"],
        before=str(given.get("before", "")),
        again=str(given.get("again", "")),
        note=str(given.get("note", "")),
        reviewer=reviewer(request),
        copies=copies,
        problem=problem,
        **found,
    )


def _form(
    laid: Laid, family: str, words: Mapping[str, Any], typed: Mapping[str, Any]
) -> dict[str, Any]:
    """The words in their sentence, and the fields of what they tell. Raises QueryError."""
    spans = marked(laid.anchors, laid.record.text, family, words)
    base = blank(family, "", spans, laid.record.text)
    to_say = dict.fromkeys(MUST.get(family, ()), "")  # nothing is chosen beforehand
    return {
        "excerpts": excerpts(laid.anchors, spans),
        "fields": asked(families()[family], laid, base, None, {}, to_say | dict(typed)),
    }
