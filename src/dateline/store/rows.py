"""The rows of one story's values, from its record."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from datetime import date

from dateline.record import Event, Record, Span, Statement
from dateline.store.format_rows import write_formats
from dateline.store.parties import Register
from dateline.store.sentences import Sentences


class Rows:
    """Writes what one record holds. `story` is its row number; call inside a transaction.

    `numbers`: row numbers that values keep, by their ids.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        register: Register,
        story: int,
        record: Record,
        numbers: Mapping[str, int] | None = None,
    ) -> None:
        self._db = db
        self._story = story
        self._record = record
        self._actor = register.actors(record)
        self._place = register.places(record)
        self._stands_for = register.actor_country
        self._lies_in = register.place_country
        self._numbers = numbers or {}
        self._day = record.document.published.value
        self._sentences = Sentences(record)
        self._said = {time.id: time.span[0] for time in record.times}
        self._event: dict[str, int] = {}

    def write(self) -> None:
        """All rows of the story beside its own."""
        self._db.execute("INSERT INTO wording VALUES (?, ?, ?)", (self._story, *text(self._record)))
        self._appearances()
        self._statements()
        self._events()
        self._casualties()
        self._warnings()
        write_formats(self._db, self._story, self._record, self._actor, self._event)

    def _appearances(self) -> None:
        mentions: dict[int, int] = {}
        roles = set()
        for actor in self._record.actors:
            row = self._actor[actor.id]
            mentions[row] = mentions.get(row, 0) + len(actor.mentions)
            for role in actor.roles:
                of = role.organisation or role.country or ""
                roles.add((self._story, row, role.title, of))
        self._db.executemany(
            "INSERT INTO appearance VALUES (?, ?, ?, ?, ?)",
            [
                (self._story, actor, count, self._stands_for[actor], self._day)
                for actor, count in mentions.items()
            ],
        )
        self._db.executemany("INSERT INTO role VALUES (?, ?, ?, ?)", sorted(roles))
        places = sorted(set(self._place.values()))
        self._db.executemany(
            "INSERT INTO named VALUES (?, ?, ?, ?)",
            [(self._story, place, self._lies_in[place], self._day) for place in places],
        )

    def _statements(self) -> None:
        for said in self._record.statements:
            speaker = self._known(said.speaker)
            row = self._db.execute(
                "INSERT INTO statement (id, story, ref, speaker, country, addressee, mode, medium,"
                " day, dated, spans) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    self._numbers.get(said.id),
                    self._story,
                    said.id,
                    speaker,
                    self._stands_for[speaker] if speaker else None,
                    self._known(said.addressee),
                    said.mode,
                    said.medium,
                    _first_day(said.date) or self._day,
                    said.date,
                    statement_spans(said),
                ),
            ).lastrowid
            content = wording(self._record, said.content)
            insert = "INSERT INTO statement_words (rowid, content) VALUES (?, ?)"
            self._db.execute(insert, (row, content))

    def _shown(self, event: Event) -> tuple[int, int]:
        """The sentence that stands for an event: of several tellings the one that gives its day,
        else the first."""
        told = self._sentences.of(event.trigger) or [self._sentences.around(0)]
        time = event.date.time if event.date else None
        day = self._said.get(time, -1) if time else -1
        return next((span for span in told if span[0] <= day < span[1]), told[0])

    def _events(self) -> None:
        speakers = {s.id: s.speaker for s in self._record.statements}
        for event in self._record.events:
            when = event.date
            begin, until = (when.begin, when.end) if when else (None, None)
            at, till = self._shown(event)
            row = self._db.execute(
                "INSERT INTO event (id, story, ref, type, mode, cameo, status, begin, until,"
                " own_date, intensity, confidence, speaker, at, till, spans)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    self._numbers.get(event.id),
                    self._story,
                    event.id,
                    event.type,
                    event.mode,
                    event.cameo,
                    event.status,
                    begin,
                    until,
                    int(bool(when and when.time)),
                    event.intensity,
                    event.confidence,
                    self._known(speakers.get(event.attributed_to or "")),
                    at,
                    till,
                    event_spans(event),
                ),
            ).lastrowid
            self._event[event.id] = int(row or 0)
            kind = (begin, until, event.type, event.status)
            sides = {(0, self._actor[a]) for a in event.actors if a in self._actor}
            sides |= {(1, self._actor[a]) for a in event.recipients if a in self._actor}
            self._db.executemany(
                "INSERT INTO party VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [(row, side, a, self._stands_for[a], *kind) for side, a in sorted(sides)],
            )
            self._db.executemany(
                "INSERT INTO scene VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (row, p, self._lies_in[p], *kind)
                    for p in sorted({self._place[p] for p in event.places if p in self._place})
                ],
            )

    def _casualties(self) -> None:
        self._db.executemany(
            "INSERT INTO casualty (story, ref, side, claimant, day, value, words)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (self._story, c.id, self._known(c.side), self._known(c.by), self._day, *told)
                for c, told in zip(self._record.casualties, claims(self._record), strict=True)
            ],
        )

    def _warnings(self) -> None:
        self._db.executemany(
            "INSERT INTO doubt VALUES (?, ?, ?, ?, ?, ?)",
            [
                (self._story, number, w.code, w.message, *(w.span or (None, None)))
                for number, w in enumerate(self._record.warnings)
            ],
        )

    def _known(self, actor: str | None) -> int | None:
        return self._actor.get(actor) if actor else None


def claims(record: Record) -> Iterator[tuple[str, str]]:
    """Of each casualty claim, in the record's order, its JSON and the words that tell it."""
    for claim in record.casualties:
        words = " … ".join(wording(record, [span]) for span in claim.spans)
        yield claim.model_dump_json(), words


def text(record: Record) -> tuple[int, bytes]:
    """Where the story itself begins, and its text, deflated."""
    facts = record.document
    heads = [line.span for line in (facts.title, facts.standfirst) if line]
    begins = next((p[0] for p in facts.paragraphs if p not in heads), 0)
    return begins, zlib.compress(record.text.encode())


def event_spans(event: Event) -> str:
    """Where the trigger stands, as JSON."""
    return json.dumps(event.trigger, separators=(",", ":"))


def statement_spans(said: Statement) -> str:
    """Where source, cue and content stand, as JSON."""
    return json.dumps([said.source, said.cue, said.content], separators=(",", ":"))


def wording(record: Record, spans: list[Span]) -> str:
    """The words of several spans, on one line."""
    return " ".join(" ".join(record.text[start:end].split()) for start, end in spans)


def _first_day(edtf: str | None) -> str | None:
    """The first day of an EDTF date that is a day, month or year; None for seasons and the rest."""
    first = (edtf or "").split("/")[0].split("T")[0].rstrip("?~%")
    for candidate in (first, f"{first}-01", f"{first}-01-01"):
        try:
            if len(candidate) == len("YYYY-MM-DD"):
                return date.fromisoformat(candidate).isoformat()
        except ValueError:
            continue
    return None
