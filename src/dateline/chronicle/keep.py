"""One story into a chronicle: its record, and what it means for all the others."""

from __future__ import annotations

from dateline.chronicle import timeline
from dateline.reading.document import Document
from dateline.record import Record
from dateline.store import Kept, Store


def keep(store: Store, document: Document, record: Record, added: str) -> Kept:
    """Keep a story and link it with what is there. Call inside `store.writing()`.

    `added`: the moment, in ISO 8601. The same document again changes nothing.
    """
    kept = store.put(document, record, added)
    if kept.change == "same":
        return kept
    if kept.change == "revised":
        timeline.withdraw(store.db, kept.story)
    timeline.keep(store.db, kept.story, record)
    return kept
