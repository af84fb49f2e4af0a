"""One story into a chronicle: its record, and what it means for all the others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from dateline.chronicle import copies, timeline
from dateline.chronicle.linker import Linker
from dateline.reading.document import Document
from dateline.record import Record
from dateline.store import Kept, Store


class Keeper:
    """Keeps stories and links them with what is there. One writer of a chronicle has one."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.linker = Linker(store.db)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: all of it is kept, or nothing."""
        try:
            with self.store.writing():
                yield
                self.linker.tellings.flush()
        except BaseException:
            self.linker.tellings.forget()
            raise

    def keep(self, document: Document, record: Record, added: str) -> Kept:
        """Keep a story. Call inside `writing`.

        `added`: the moment, in ISO 8601. The same document again changes nothing.
        """
        kept = self.store.put(document, record, added)
        if kept.change == "same":
            return kept
        db, story = self.store.db, kept.story
        if kept.change == "revised":
            record = self.store.record(story)  # what people said of it holds on
            timeline.withdraw(db, story)
            self.linker.withdraw(story)
        if copies.link(db, story, record) != "copy":
            timeline.keep(db, story, record)
        self.linker.link(story, self.linker.tellings.keep(story, record))
        return kept
