"""Many documents, one process or several, in input order and bounded memory."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dateline.errors import DatelineError, InputError
from dateline.knowledge import roster
from dateline.language import standin
from dateline.pipeline import FAMILIES, annotate_document, annotate_documents
from dateline.reading.document import Document
from dateline.reading.items import BadInput
from dateline.record import Caution, Record

Item = Document | BadInput
CHUNK = 16
"""Documents that travel together: enough to outweigh the trip, few enough to keep order cheap."""
AHEAD = 3
"""Chunks in flight for each process."""


@dataclass(slots=True)
class Result:
    """The record of one input, and whether it could be read whole."""

    record: Record
    problem: str | None = None
    """What went wrong, in a sentence that names the input; None where all was read."""


def annotate_all(
    items: Iterable[Item], today: date, jobs: int = 1, families: Sequence[str] = FAMILIES
) -> Iterator[Result]:
    """A result for each item, in order. `jobs` is the number of processes.

    `families` are those wanted, as for `annotate_document`.
    Raises DataError where the user's roster is broken.
    An item that cannot be read gives an empty record that carries the reason as a warning.
    A process that dies (out of memory, say) costs the document that killed it, no other.
    """
    roster.check()
    chunks = _chunks(items)
    if jobs <= 1:
        for chunk in chunks:
            yield from _annotate_chunk(chunk, today, families)
    else:
        yield from _annotate_in_pool(chunks, today, jobs, families)


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in lists of CHUNK."""
    source = iter(items)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


def _annotate_chunk(chunk: list[Item], today: date, families: Sequence[str]) -> list[Result]:
    """The results of one chunk, in this process."""
    documents = [item for item in chunk if isinstance(item, Document)]
    try:
        records = iter(list(annotate_documents(documents, today, families)))
    except Exception:  # one of them; find out which
        return [_annotate_one(item, today, families) for item in chunk]
    return [_judge(next(records)) if isinstance(i, Document) else failed(i) for i in chunk]


def _annotate_one(item: Item, today: date, families: Sequence[str]) -> Result:
    """The result of one item; any exception is its own."""
    if isinstance(item, BadInput):
        return failed(item)
    where = item.id or item.url or "document"
    try:
        return _judge(annotate_document(item, today, families))
    except InputError as error:
        return failed(BadInput(where, error, item.id), item)
    except Exception as error:
        reason = Caution(code="internal_error", message=f"{type(error).__name__}: {error}")
        return _empty(item.id or where, f"{where}: {reason.message}", reason, item)


def failed(bad: BadInput, document: Document | None = None) -> Result:
    """The result of an input that could not be read: an empty record that says why."""
    reason = Caution(code=bad.code, message=bad.message)
    return _empty(bad.id or bad.where, bad.message, reason, document)


def _empty(name: str, problem: str, reason: Caution, document: Document | None) -> Result:
    """A record without values that carries a reason."""
    warnings = [*(document.warnings if document else []), reason]
    text = document.text if document else ""
    return Result(Record(id=name, text=text, warnings=warnings), problem)


def _judge(record: Record) -> Result:
    """A record whose making failed at some stage is a problem to report."""
    errors = [w.message for w in record.warnings if w.code == "internal_error"]
    return Result(record, f"{record.id}: {'; '.join(errors)}" if errors else None)


def _annotate_in_pool(
    chunks: Iterator[list[Item]], today: date, jobs: int, families: Sequence[str]
) -> Iterator[Result]:
    """The results in order, with a bounded number of chunks in flight."""
    # Forked children would inherit this process's threads and locks; a fork server starts clean,
    # and loads model and tables once for all of its children.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if standin.only_here():
        raise DatelineError(
            "a spaCy pipeline given to standin.use() is known to this process alone; "
            f"set {standin.VARIABLE} to its name or folder, or use one job"
        )
    if method == "forkserver" and standin.VARIABLE not in os.environ:
        # A pipeline may start threads (torch does), which do not survive a fork.
        context.set_forkserver_preload(["__main__", "dateline.preload"])
    pool = _working_pool(jobs, context)
    flight: deque[tuple[list[Item], Future[list[Result]]]] = deque()
    try:
        while True:
            for chunk in islice(chunks, jobs * AHEAD - len(flight)):
                flight.append((chunk, pool.submit(_annotate_chunk, chunk, today, families)))
            if not flight:
                return
            chunk, future = flight.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                results = _retry_one_by_one(chunk, today, families, context)
                pool = _working_pool(jobs, context)
                again = [c for c, _ in flight]
                flight = deque((c, pool.submit(_annotate_chunk, c, today, families)) for c in again)
            yield from results
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _working_pool(jobs: int, context: multiprocessing.context.BaseContext) -> ProcessPoolExecutor:
    """A pool whose processes do start. Raises DatelineError where they end at once."""
    pool = ProcessPoolExecutor(jobs, context, roster.use, roster.chosen())
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool:
        pool.shutdown(wait=False)
        raise DatelineError(
            "the worker processes end as soon as they start; in a script, call annotate(jobs=...) "
            'below `if __name__ == "__main__":`, since each worker imports the script'
        ) from None
    return pool


def _retry_one_by_one(
    chunk: list[Item],
    today: date,
    families: Sequence[str],
    context: multiprocessing.context.BaseContext,
) -> list[Result]:
    """Each item of a chunk in a process of its own, so that only the deadly one is lost."""
    out = []
    for item in chunk:
        with ProcessPoolExecutor(1, context, roster.use, roster.chosen()) as single:
            try:
                out.append(single.submit(_annotate_one, item, today, families).result())
            except BrokenProcessPool:
                name = (item.id if isinstance(item, Document) else item.where) or "document"
                reason = Caution(code="internal_error", message="reading it ended the process")
                document = item if isinstance(item, Document) else None
                out.append(_empty(name, f"{name}: {reason.message}", reason, document))
    return out
