"""Stories into a chronicle: what is new is read and kept, what is known is passed over."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import Final, Literal, NamedTuple

from dateline.chronicle.keep import Keeper
from dateline.chronicle.timeline import ranks
from dateline.pool import Result, annotate_all
from dateline.reading.document import Document
from dateline.reading.items import BadInput
from dateline.store import Store

BATCH: Final = 16
"""Stories kept in one transaction: a flush to the disk for each would cost more than keeping it."""

Change = Literal["new", "revised", "same", "failed"]


class Ingested(NamedTuple):
    """What became of one input. It is on the disk when this is told."""

    change: Change
    story: int | None
    """Its number in the chronicle; None where it could not be read."""
    name: str
    """The id of its record, or where the input stood."""
    problem: str | None = None
    """What went wrong, in a sentence that names the input."""


def ingest(
    store: Store, items: Iterable[Document | BadInput], today: date, jobs: int = 1
) -> Iterator[Ingested]:
    """Keep all stories of `items`; tells of each once it is kept.

    A story that the chronicle has already, unchanged, is not read again, so that an ingestion
    that was cut off goes on where it stopped. What cannot be read is told with its problem, is not
    kept, and is tried again the next time. `today`: the reading date. `jobs`: processes.
    """
    waiting: deque[Document | None] = deque()
    skipped: list[Ingested] = []

    def unknown() -> Iterator[Document | BadInput]:
        for item in items:
            story = store.known(item) if isinstance(item, Document) else None
            if story is not None:
                skipped.append(Ingested("same", story, item.id or ""))
                continue
            waiting.append(item if isinstance(item, Document) else None)
            yield item

    keeper = Keeper(store)
    results = annotate_all(unknown(), today, jobs)
    while batch := list(islice(results, BATCH)):
        yield from _keep(keeper, [(waiting.popleft(), result) for result in batch])
        yield from skipped
        skipped.clear()
    yield from skipped
    ranks(store.db)


def _keep(keeper: Keeper, batch: list[tuple[Document | None, Result]]) -> list[Ingested]:
    """Keep the stories of one batch: all of them are on the disk when this returns."""
    told = []
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with keeper.writing():
        for document, result in batch:
            record = result.record
            if document is None or (result.problem and not record.document.sentences):
                told.append(Ingested("failed", None, record.id, result.problem))
                continue
            kept = keeper.keep(document, record, now)
            told.append(Ingested(kept.change, kept.story, record.id, result.problem))
    return told
