"""A story that is pasted, uploaded or named by its address: its record at once, then to keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.desk import addresses, reply
from dateline.desk.limits import BODY, WAIT_SECONDS
from dateline.desk.pages.story import reading
from dateline.desk.work.given import Given
from dateline.desk.work.jobs import Job
from dateline.desk.work.room import FullError, Room
from dateline.reading.limits import MAX_CHARACTERS

_FIELDS = ("text", "address", "title", "date", "source")


def form(request: Request) -> Response:
    """The form, and what is being worked on."""
    return _form(request, 200)


async def post(request: Request) -> Response:
    """What the form sent: leads to the page of the job."""
    room: Room = request.app.state.room
    async with request.form(max_files=1, max_fields=10, max_part_size=4 * MAX_CHARACTERS) as sent:
        given = await run_in_threadpool(_given, room, sent)
    try:
        job = room.take(given)
    except FullError:
        if given.file:
            given.file.unlink(missing_ok=True)
        message = "Too much is being read already. Try again when some of it is done."
        return await run_in_threadpool(_form, request, 503, message)
    if job.kind == "story":
        await run_in_threadpool(job.ended.wait, WAIT_SECONDS)
    return RedirectResponse(f"/paste/{job.id}", 303)


def job(request: Request) -> Response:
    """What came of it, or how far it is."""
    found = _job(request)
    if found.kind == "story" and found.state == "failed":
        return _form(request, 400, f"{found.label}: {found.problem}")
    if found.story is not None:
        return RedirectResponse(addresses.story(found.story), 303)
    values: dict[str, Any] = reading(found.record) if found.record else {}
    return reply.page(request, "job.html", job=found, read=found.record is not None, **values)


def keep(request: Request) -> Response:
    """Put the story into the chronicle: leads to its page."""
    room: Room = request.app.state.room
    return RedirectResponse(addresses.story(room.keep(_job(request))), 303)


def stop(request: Request) -> Response:
    """End an ingestion: what it told of stays kept."""
    found = _job(request)
    halt: Callable[[], None] | None = found.stop
    if halt:
        halt()
        found.ended.wait(WAIT_SECONDS)
    return RedirectResponse(f"/paste/{found.id}", 303)


def _form(request: Request, status: int, problem: str = "") -> Response:
    jobs = request.app.state.room.jobs.all()
    return reply.page(request, "paste.html", status, jobs=jobs, problem=problem)


def _job(request: Request) -> Job:
    room: Room = request.app.state.room
    found = room.jobs.get(request.path_params["job"])
    if found is None:
        raise HTTPException(404, "The desk no longer knows that: paste it again.")
    return found


def _given(room: Room, sent: FormData) -> Given:
    """The form's fields; a file is copied, no further than the cap of a form."""
    fields = {name: sent.get(name) for name in _FIELDS}
    texts = {name: value if isinstance(value, str) else "" for name, value in fields.items()}
    upload = sent.get("file")
    if not isinstance(upload, UploadFile) or not upload.filename:
        return _of(texts)
    copy = room.copy(upload.filename)
    copy.write_bytes(upload.file.read(BODY))
    return replace(_of(texts), file=copy, name=upload.filename)


def _of(texts: dict[str, str]) -> Given:
    return Given(
        text=texts["text"],
        address=texts["address"].strip(),
        title=texts["title"].strip(),
        date=texts["date"].strip(),
        source=texts["source"].strip(),
    )
