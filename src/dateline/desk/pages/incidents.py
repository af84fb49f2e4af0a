"""Incidents: a list to narrow, one with all its sources, and what a reader decides on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.chronicle.incidents import IncidentFound, incident, incidents
from dateline.chronicle.keep import Keeper
from dateline.chronicle.pages.incidents import incident_list, incident_page
from dateline.desk import addresses, reply
from dateline.desk.asking import whole
from dateline.desk.opening import opened
from dateline.desk.pages.asked import asked_page
from dateline.errors import QueryError
from dateline.store import Question, Store

MORE: Final = ("told_by", "widest")
"""What incidents may be asked for beside the fields of events."""
MOST_SOURCES: Final = 1000
_NAME: Final = 100
"""Characters of a reviewer's name."""


def found_in(request: Request, store: Store, asked: Question) -> list[IncidentFound]:
    """The incidents that a request asks for. Raises QueryError."""
    params = request.query_params
    least = whole(params, "told_by", 1, 1, MOST_SOURCES)
    widest = params.get("widest", "") in ("1", "on", "true")
    return list(incidents(store.db, asked, least=least, widest=widest))


def happened(request: Request) -> Response:
    """Incidents, each once with its first sources."""

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        more = replace(asked, limit=asked.limit + 1)
        found = found_in(request, store, more)
        after = None
        if len(found) > asked.limit:
            kept = [(n, v) for n, v in request.query_params.multi_items() if n != "offset" and v]
            after = addresses.to("/incidents", *kept, offset=asked.offset + asked.limit)
        return {"outline": incident_list(found[: asked.limit], more), "after": after}

    nothing = {"outline": None, "after": None}
    return asked_page(request, "events", "incidents.html", answer, nothing, more=MORE)


def the_one(request: Request) -> IncidentFound:
    """The incident of the address. Raises HTTPException (404) where there is none."""
    try:
        with opened(request.app.state.path) as store:
            return incident(store.db, request.path_params["number"])
    except QueryError as error:
        raise HTTPException(404, f"{error}.") from None


def one(request: Request) -> Response:
    """An incident with all its sources."""
    found = the_one(request)
    return reply.page(
        request, "incident.html", found=found, outline=incident_page(found), problem=""
    )


async def rule(request: Request) -> Response:
    """Keep what a reader decides on two events: leads back to the incident of the first."""
    async with request.form(max_files=0, max_fields=6) as sent:
        return await run_in_threadpool(_rule, request, sent)


def _rule(request: Request, sent: FormData) -> Response:
    kind = str(sent.get("kind", ""))
    if kind not in ("join", "part"):
        raise QueryError("a decision is join or part")
    texts = {name: str(sent.get(name, "")).strip().removeprefix("e") for name in ("event", "other")}
    event, other = (whole(texts, name, 0, 1, 10**11) for name in ("event", "other"))
    reviewer = str(sent.get("reviewer", "")).strip()[:_NAME]
    with Store(request.app.state.path, create=False) as store:
        keeper = Keeper(store)
        with keeper.writing():
            keeper.linker.rule("join" if kind == "join" else "part", event, other, reviewer)
        row = store.db.execute("SELECT incident FROM event WHERE id = ?", (event,)).fetchone()
    return RedirectResponse(f"/incident/{row['incident']}", 303)
