"""Events as incidents are compared by: kept with each story, opened as they are needed."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Final

from pydantic_core import from_json

from dateline.link.incidents import Happening, Rarity, happenings
from dateline.record import Record

OPEN: Final = 3000
"""Stories whose happenings are held in memory: those of a few days' news."""

_SHARED: Final = ("story_names", "story_words")
"""Fields that all happenings of a story have alike."""
_OWN: Final = tuple(f.name for f in fields(Happening) if f.name not in _SHARED)


class Tellings:
    """The happenings of a chronicle, by story, and how rare its words are."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._open: OrderedDict[int, Mapping[str, Happening]] = OrderedDict()
        self._counts: Counter[str] | None = None
        self._changed: Counter[str] = Counter()
        self._stories = 0

    def forget(self) -> None:
        """Read everything again: a transaction was rolled back."""
        self._open.clear()
        self._counts = None
        self._changed.clear()

    def read(self, story: int, record: Record) -> list[Happening]:
        """The happenings of a story's record, in its order."""
        return [replace(h, story=str(story)) for h in happenings(record)]

    def keep(self, story: int, record: Record) -> list[Happening]:
        """Keep a story's happenings, and count its words. Call inside a transaction."""
        made = self.read(story, record)
        rows = [(story, ref, packed) for ref, packed in _packed(made)]
        self._db.executemany("INSERT INTO told VALUES (?, ?, ?)", rows)
        self._remember(story, {h.event: h for h in made})
        self._count(made, 1)
        return made

    def withdraw(self, story: int) -> None:
        """Forget a story's happenings, before it is read again."""
        self._count(self.of(story).values(), -1)
        self._open.pop(story, None)
        self._db.execute("DELETE FROM told WHERE story = ?", (story,))

    def of(self, story: int) -> Mapping[str, Happening]:
        """A story's happenings by the id of their event; none where it has none."""
        if story in self._open:
            self._open.move_to_end(story)
            return self._open[story]
        return self._remember(story, Told(self._db, story))

    def rarity(self) -> Rarity:
        """How rare words are in the chronicle as it is now."""
        return Rarity(self._stories, self._known())

    def flush(self) -> None:
        """Write the counts that have changed. Call inside the transaction that changed them."""
        self._db.executemany(
            "INSERT INTO rarity VALUES (?, ?) ON CONFLICT DO UPDATE"
            " SET stories = stories + excluded.stories",
            sorted(self._changed.items()),
        )
        self._changed.clear()

    def _remember(self, story: int, made: Mapping[str, Happening]) -> Mapping[str, Happening]:
        self._open[story] = made
        if len(self._open) > OPEN:
            self._open.popitem(last=False)
        return made

    def _known(self) -> Counter[str]:
        if self._counts is None:
            self._counts = Counter(dict(self._db.execute("SELECT word, stories FROM rarity")))
            told = "EXISTS (SELECT 1 FROM told WHERE story = story.id)"
            count = f"SELECT count(*) FROM story WHERE {told}"
            self._stories = self._db.execute(count).fetchone()[0]
        return self._counts

    def _count(self, made: Iterable[Happening], times: int) -> None:
        """Add a story to the counts of its words, or take it away (`times` -1)."""
        counts = self._known()
        words: set[str] = set()
        for h in made:
            words.update(h.story_names, h.story_words, h.names, h.words)
        for word in words:
            counts[word] += times
            self._changed[word] += times
        self._stories += times


@lru_cache(maxsize=1 << 14)
def number(key: str) -> int:
    """A blocking key as a signed 64-bit number; those of one day or month lie side by side."""
    digest = blake2b(key.encode("utf-8", "replace"), digest_size=5).digest()
    parts = key.split("|")
    when = parts[1] if len(parts) > 2 else ""
    try:
        day = date.fromisoformat(f"{when}-01"[:10] if len(when) == 7 else when).toordinal()
    except ValueError:
        day = 0
    return (day << 40) | int.from_bytes(digest, "big")


_EVERY: Final = ""
"""In place of an event's id, for what all happenings of a story share. Every story has that row."""


def _packed(made: list[Happening]) -> Iterator[tuple[str, bytes]]:
    """A story's happenings as rows: what they share, and each by its event's id."""
    yield _EVERY, _deflated({name: getattr(made[0], name) for name in _SHARED} if made else {})
    for h in made:
        yield h.event, _deflated([getattr(h, name) for name in _OWN])


def _deflated(value: object) -> bytes:
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(told.encode("utf-8", "replace"))


def _inflated(body: bytes) -> Any:
    return from_json(zlib.decompress(body))


class Told(Mapping[str, Happening]):
    """A story's happenings in the file, each read when it is asked for: most never are."""

    def __init__(self, db: sqlite3.Connection, story: int) -> None:
        self._db = db
        self._story = story
        self._shared: dict[str, Any] | None = None
        self._made: dict[str, Happening] = {}

    def __getitem__(self, event: str) -> Happening:
        made = self._made.get(event)
        if made is None:
            told = dict(zip(_OWN, self._row(event), strict=True))
            if self._shared is None:
                self._shared = self._row(_EVERY)
            made = self._made[event] = Happening.from_dict({**told, **self._shared})
        return made

    def __iter__(self) -> Iterator[str]:
        query = "SELECT ref FROM told WHERE story = ? AND ref <> ?"
        return iter([row[0] for row in self._db.execute(query, (self._story, _EVERY))])

    def __len__(self) -> int:
        return len(list(iter(self)))

    def _row(self, ref: str) -> Any:
        query = "SELECT happening FROM told WHERE story = ? AND ref = ?"
        row = self._db.execute(query, (self._story, ref)).fetchone()
        if row is None:
            raise KeyError(ref)
        return _inflated(row[0])
