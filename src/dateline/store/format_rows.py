"""The rows of one story's mediation formats."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from dateline.record import Format, Record, Span
from dateline.store.identity import format_key
from dateline.store.meetings import meetings
from dateline.store.sentences import Sentences


def write_formats(
    db: sqlite3.Connection,
    story: int,
    record: Record,
    actors: Mapping[str, int],
    events: Mapping[str, int],
) -> None:
    """Write what a story tells of formats. Call inside a transaction.

    `actors` and `events`: row numbers by the ids of the record; what has none is passed over.
    """
    if not record.formats:
        return
    sentences = Sentences(record)
    numbers: dict[str, int] = {}
    for found in record.formats:
        if found.spans:
            numbers[found.id] = _format(db, found.name)
            _Telling(db, story, record, found, numbers[found.id], sentences).write(actors)
    met = {
        (numbers[format], events[event]): how
        for format, event, how in meetings(record, sentences)
        if format in numbers and event in events
    }
    db.executemany(
        "INSERT OR IGNORE INTO meeting VALUES (?, ?, ?)",
        [(*both, how) for both, how in sorted(met.items())],
    )


def _format(db: sqlite3.Connection, name: str) -> int:
    """The row of a format, which is added where the chronicle has none of this name."""
    key = format_key(name)
    if row := db.execute("SELECT id FROM format WHERE key = ?", (key,)).fetchone():
        return int(row[0])
    added = db.execute("INSERT INTO format (key, name) VALUES (?, ?)", (key, name)).lastrowid
    db.execute("INSERT INTO format_name (rowid, name) VALUES (?, ?)", (added, name))
    return int(added or 0)


class _Telling:
    """What a story tells of one format."""

    def __init__(
        self,
        db: sqlite3.Connection,
        story: int,
        record: Record,
        found: Format,
        number: int,
        sentences: Sentences,
    ) -> None:
        self._db = db
        self._record = record
        self._found = found
        self._row = (story, found.id, number)
        self._sentences = sentences
        self._named = sentences.of(found.spans)

    def write(self, actors: Mapping[str, int]) -> None:
        """All its rows."""
        self._db.execute("INSERT INTO naming VALUES (?, ?, ?, ?, ?)", (*self._row, *self._named[0]))
        own = format_key(self._found.name)
        mentions = {actor.id: actor for actor in self._record.actors}
        members = {}
        for member in self._found.members:
            actor = mentions.get(member.actor)
            if actor and member.actor in actors and format_key(actor.name) != own:
                told = self._sentence(m.span for m in actor.mentions)
                members[actors[member.actor], member.role or ""] = told
        self._db.executemany(
            "INSERT INTO membership VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(*self._row, *who, *told) for who, told in sorted(members.items())],
        )
        facts = {(kind, value): told for kind, value, told in reversed(list(self._facts()))}
        self._db.executemany(
            "INSERT INTO format_fact VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(*self._row, *fact, *told) for fact, told in sorted(facts.items())],
        )

    def _facts(self) -> Iterator[tuple[str, str, Span]]:
        """Since when, what for, and how it stands to others, each with its sentence."""
        found = self._found
        if found.since:
            times = (t.span for t in self._record.times if found.since in (t.edtf, t.value))
            yield "since", found.since, self._sentence(times)
        if found.purpose:
            places = re.finditer(re.escape(found.purpose), self._record.text)
            yield "purpose", found.purpose, self._sentence(match.span() for match in places)
        for relation in found.relations:
            yield relation.kind, relation.to, self._sentence(relation.spans)

    def _sentence(self, spans: Iterable[Span]) -> Span:
        """The first sentence that names the format and has one of `spans`; else where it is named
        first."""
        named = set(self._named)
        both = (s for s in self._sentences.of(spans) if s in named)
        return next(both, self._named[0])
