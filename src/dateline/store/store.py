"""The store: stories with their records in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import Literal, NamedTuple, Self

from dateline.errors import StoreError
from dateline.reading.document import Document
from dateline.record import Record
from dateline.review import Laid, lay
from dateline.store import reviews
from dateline.store.alike import alike
from dateline.store.bodies import WHOLE
from dateline.store.connect import connect
from dateline.store.identity import story_digest, story_key
from dateline.store.kept import FACTS, clear, difference, facts, numbered, settled, title
from dateline.store.pack import pack, unpack
from dateline.store.parties import Register
from dateline.store.rows import Rows

Change = Literal["new", "revised", "same"]


class Kept(NamedTuple):
    """What became of a story."""

    story: int
    """Its row number."""
    change: Change


class Revision(NamedTuple):
    """An earlier revision of a story."""

    revision: int
    """1 for the first."""
    added: str
    """When it was kept, ISO 8601."""
    difference: str
    """Unified diff of its text to that of the next one; empty where the text stayed the same."""


class Store:
    """A chronicle's file. One writer at a time, any number of readers."""

    def __init__(self, path: str | PathLike[str], *, create: bool = True) -> None:
        """Open the file at `path`. Raises StoreError (see `connect`)."""
        self.path = Path(path)
        self.db = connect(self.path, create=create)
        self._register = Register(self.db)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. What was committed is in it."""
        self.db.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: all of it is kept, or nothing.

        Raises StoreError where somebody else has been writing for longer than one waits, or where
        the file may only be read.
        """
        try:
            self.db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise StoreError(f"{self.path}: cannot be written: {error}") from error
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            self._register.forget()
            raise
        self.db.execute("COMMIT")

    def known(self, document: Document) -> int | None:
        """The story that is this very document, if it is kept already."""
        return self._find(document).same

    def put(self, document: Document, record: Record, added: str) -> Kept:
        """Keep a story. Call inside `writing`.

        `added`: the moment, in ISO 8601. The same document again changes nothing; a changed one
        becomes the story's next revision, and the one before is kept with the difference.
        """
        place = self._find(document)
        if place.same is not None:
            return Kept(place.same, "same")
        if place.before is None:
            story = self._add(place.key, document, record, added)
        else:
            story = place.before
            record = self._replace(story, document, record, added)
        Rows(self.db, self._register, story, record).write()
        return Kept(story, "new" if place.before is None else "revised")

    def record(self, story: int) -> Record:
        """The record of a story, with what people said of its values laid over it.

        Raises StoreError where there is none of that number.
        """
        return self._unpacked(WHOLE, story)

    def machine_record(self, story: int) -> Record:
        """The record of a story as it was read. Raises StoreError as `record` does."""
        return self._unpacked("SELECT record FROM body WHERE story = ?", story)

    def laid(self, story: int) -> Laid:
        """A story's record with the reviews of its values. Raises StoreError as `record` does."""
        return lay(self.machine_record(story), reviews.to_lay(self.db, story))

    def lay(self, story: int) -> Record | None:
        """Lay the reviews of a story over its record anew, and write its rows so; None where that
        changes nothing. Values keep their numbers. Call inside `writing`."""
        before = self.record(story)
        after = settled(self.db, story, self.machine_record(story))
        if after == before:
            return None
        numbers = numbered(self.db, story, after)
        clear(self.db, story, before)
        self.db.execute(f"UPDATE story SET {FACTS} WHERE id = ?", (*facts(after), story))
        Rows(self.db, self._register, story, after, numbers).write()
        return after

    def _unpacked(self, query: str, story: int) -> Record:
        row = self.db.execute(query, (story,)).fetchone()
        if row is None:
            raise StoreError(f"{self.path}: there is no story {story}")
        return unpack(row[0])

    def changes(self, story: int) -> list[Revision]:
        """The earlier revisions of a story, oldest first; none where it was never changed."""
        rows = self.db.execute(
            "SELECT revision, added, difference FROM earlier WHERE story = ? ORDER BY revision",
            (story,),
        )
        return [Revision(*row) for row in rows]

    def _find(self, document: Document) -> _Place:
        """Where a document belongs."""
        digest = story_digest(document)
        base = key = story_key(document)
        number = 1
        while row := self._by_key(key):
            if row["digest"] == digest:
                return _Place(key, same=row["id"])
            # One id may be given to two stories, by two corpora; an address or file may not.
            if not base.startswith("id ") or alike(document.text, self.record(row["id"]).text):
                return _Place(key, before=row["id"])
            number += 1
            key = f"{base} #{number}"
        if base.startswith("file "):
            moved = "SELECT id, key FROM story WHERE digest = ? AND key LIKE 'file %'"
            if row := self.db.execute(moved, (digest,)).fetchone():
                return _Place(row["key"], same=row["id"])
        return _Place(key)

    def _by_key(self, key: str) -> sqlite3.Row | None:
        found = self.db.execute("SELECT id, digest FROM story WHERE key = ?", (key,)).fetchone()
        return found if isinstance(found, sqlite3.Row) else None

    def _add(self, key: str, document: Document, record: Record, added: str) -> int:
        row = self.db.execute(
            "INSERT INTO story (key, name, digest, revision, added, title, day, place, outlet, url)"
            " VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
            (key, record.id, story_digest(document), added, *facts(record)),
        ).lastrowid
        story = int(row or 0)
        self.db.execute("UPDATE story SET family = id WHERE id = ?", (story,))
        self.db.execute("INSERT INTO body (story, record) VALUES (?, ?)", (story, pack(record)))
        self._index(story, record)
        return story

    def _replace(self, story: int, document: Document, record: Record, added: str) -> Record:
        """Keep a story's next revision; its record with the reviews that hold for it."""
        before = self.machine_record(story)
        row = self.db.execute("SELECT revision, added FROM story WHERE id = ?", (story,)).fetchone()
        self.db.execute(
            "INSERT INTO earlier VALUES (?, ?, ?, ?, ?)",
            (story, *row, pack(before), difference(before.text, record.text)),
        )
        self.db.execute(
            "INSERT INTO story_words (story_words, rowid, title, text) VALUES ('delete', ?, ?, ?)",
            (story, title(before), before.text),
        )
        clear(self.db, story, self.record(story))
        self.db.execute("UPDATE body SET record = ? WHERE story = ?", (pack(record), story))
        reviewed = settled(self.db, story, self.machine_record(story))
        self.db.execute(
            f"UPDATE story SET revision = revision + 1, digest = ?, added = ?, {FACTS}"
            " WHERE id = ?",
            (story_digest(document), added, *facts(reviewed), story),
        )
        self._index(story, record)
        return reviewed

    def _index(self, story: int, record: Record) -> None:
        insert = "INSERT INTO story_words (rowid, title, text) VALUES (?, ?, ?)"
        self.db.execute(insert, (story, title(record), record.text))


class _Place(NamedTuple):
    """Where a document belongs in the store."""

    key: str
    same: int | None = None
    """The story that is the same in every respect."""
    before: int | None = None
    """The story that it is a changed version of."""
