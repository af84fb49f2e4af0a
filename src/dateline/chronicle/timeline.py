"""The days that matter in a chronicle, and the sentences that tell them best.

What `dateline.link.timeline` reckons from is kept as stories come: their tellings, and for each day
the number of stories that tell of it. So the whole chronicle's timeline costs a look at the days
and at the best few tellings of each; that of a question costs the stories that answer it.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from dateline.link.timeline import (
    Cell,
    Entry,
    Importance,
    Query,
    Telling,
    Totals,
    collect,
    count_story,
    entries,
    importance,
    ranked,
)
from dateline.link.timeline.days import Key
from dateline.link.timeline.sentences import prospect
from dateline.link.timeline.weights import sentence_weights
from dateline.link.timeline.words import content_words
from dateline.record import Record
from dateline.store import Question, chosen_stories

CANDIDATES = 60
"""Tellings of a day that are looked at: those with the best prospects."""


def keep(db: sqlite3.Connection, story: int, record: Record) -> None:
    """Keep what a story tells of which day. Call inside a transaction."""
    tellings = collect(record, str(story))
    db.executemany(
        "INSERT INTO telling (story, day, published, prospect, account, named, how, position, at,"
        " till, text, spoken, aside, fitness) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_row(story, t) for t in tellings],
    )
    _count(db, count_story(tellings), 1)


def renew(db: sqlite3.Connection, story: int, record: Record) -> None:
    """Keep anew what a story tells, where people's reviews have changed that."""
    columns = "day, published, prospect, account, named, how, position, at, till, text, spoken"
    rows = db.execute(
        f"SELECT {columns}, aside, fitness FROM telling WHERE story = ? ORDER BY id", (story,)
    )
    if [tuple(row) for row in rows] != [_row(story, t)[1:] for t in collect(record, str(story))]:
        withdraw(db, story)
        keep(db, story, record)


def withdraw(db: sqlite3.Connection, story: int) -> None:
    """Take away what a story tells, before it is read again."""
    rows = db.execute("SELECT * FROM telling WHERE story = ?", (story,)).fetchall()
    _count(db, count_story([_telling(row) for row in rows]), -1)
    db.execute("DELETE FROM telling WHERE story = ?", (story,))


def timeline(
    db: sqlite3.Connection, dates: int, sentences: int, question: Question | None = None
) -> list[Entry]:
    """The `dates` most important days, in order, with up to `sentences` sentences each.

    `question`: only what the stories that answer it tell; its `since` and `until` are the first and
    last day wanted. The stories of the tellings are numbers in the chronicle. Raises QueryError,
    and ValueError for counts below 1.
    """
    if dates < 1 or sentences < 1:
        raise ValueError("a timeline needs at least one day and one sentence")
    question = question or Question()
    since, until = question.days()
    asked = _Asked(db, question)
    found = asked.importance(since, until)
    return entries(ranked(found), found, dates, sentences, asked.tellings, asked.liking)


@dataclass
class _Asked:
    """A question about days."""

    db: sqlite3.Connection
    question: Question

    def __post_init__(self) -> None:
        # The days asked for are those told, and not those of publication.
        stories, values = chosen_stories(self.db, self.question, days=False)
        self._of = ""
        if stories:
            # Chosen once: the days are asked for one by one. A connection answers one at a time.
            with _aside(self.db):
                self.db.execute(
                    "CREATE TEMP TABLE IF NOT EXISTS chosen (story INTEGER PRIMARY KEY)"
                )
                self.db.execute("DELETE FROM chosen")
                self.db.execute(f"INSERT INTO chosen {stories}", values)
            self._of = " AND story IN chosen"
        self.liking = None
        if self.question.words:
            words = Query(frozenset(content_words(self.question.words)))
            self.liking = words.liking(sentence_weights().query) if words.words else None

    def importance(self, since: str | None, until: str | None) -> dict[str, Importance]:
        """The importance of each day from `since` to `until` that is told."""
        days, within = "", []
        for bound, day in ((">=", since), ("<=", until)):
            if day:
                days += f" AND day {bound} ?"
                within.append(day)
        if not self._of and not days:
            return ranks(self.db)
        if self._of:
            cells = (
                "SELECT day, published, count(*), sum(account), sum(named) FROM ("
                "SELECT day, published, max(account) AS account, max(named) AS named FROM telling"
                f" WHERE how <> 'published' AND published IS NOT NULL{self._of}{days}"
                " GROUP BY story, day) GROUP BY day, published"
            )
        else:
            cells = f"SELECT day, published, stories, accounts, named FROM cell WHERE 1{days}"
        # What is expected of a day follows from all that was published, not from the answers.
        totals = _totals(self.db.execute(cells, within).fetchall(), _published(self.db))
        return importance(totals, since, until)

    def tellings(self, day: str) -> list[Telling]:
        """The tellings of a day with the best prospects."""
        rows = self.db.execute(
            f"SELECT * FROM telling WHERE day = ? AND prospect > 0{self._of}"
            f" ORDER BY prospect DESC, id LIMIT {CANDIDATES}",
            [day],
        )
        return [_telling(row) for row in rows]


@contextmanager
def _aside(db: sqlite3.Connection) -> Iterator[None]:
    """Lets a connection that may only read (the desk's) write into tables of its own."""
    only = db.execute("PRAGMA query_only").fetchone()[0]
    db.execute("PRAGMA query_only = OFF")
    try:
        yield
    finally:
        db.execute(f"PRAGMA query_only = {only}")


def ranks(db: sqlite3.Connection) -> dict[str, Importance]:
    """The importance of the days of the whole chronicle, reckoned anew where it has grown.

    Kept until it grows again: whoever has added to it asks last, so that readers need not wait.
    """
    told = _noted(db, "told")
    if _noted(db, "ranked") != told:
        cells = db.execute("SELECT day, published, stories, accounts, named FROM cell").fetchall()
        found = importance(_totals(cells, _published(db)))
        with suppress(sqlite3.OperationalError):  # somebody writes: the next reader will keep it
            _keepranks(db, found, told)
        return found
    rows = db.execute("SELECT * FROM rank").fetchall()
    return {row["day"]: Importance(*row[1:]) for row in rows}


def _published(db: sqlite3.Connection) -> list[sqlite3.Row]:
    """Days of publication, and how many stories each has."""
    days = "SELECT day, count(*) FROM story WHERE day IS NOT NULL GROUP BY day"
    return db.execute(days).fetchall()


def _noted(db: sqlite3.Connection, name: str) -> int:
    row = db.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
    return int(row[0]) if row else 0


def _keepranks(db: sqlite3.Connection, found: dict[str, Importance], told: int) -> None:
    """Keep the ranks with the state that they were reckoned from."""
    db.execute("BEGIN IMMEDIATE")
    db.execute("DELETE FROM rank")
    db.executemany("INSERT INTO rank VALUES (?, ?, ?, ?, ?, ?)", [(d, *found[d]) for d in found])
    db.execute("INSERT OR REPLACE INTO note VALUES ('ranked', ?)", (told,))
    db.execute("COMMIT")


def _totals(cells: Sequence[sqlite3.Row], published: Sequence[sqlite3.Row]) -> Totals:
    table = {(row[0], row[1]): Cell(row[2], row[3], row[4]) for row in cells}
    return Totals(table, Counter({row[0]: row[1] for row in published}))


def _count(db: sqlite3.Connection, cells: dict[Key, Cell], times: int) -> None:
    """Add a story's counts to those of the chronicle, or take them away (`times` -1)."""
    db.executemany(
        "INSERT INTO cell VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " stories = stories + excluded.stories, accounts = accounts + excluded.accounts,"
        " named = named + excluded.named",
        [(*key, *(int(n) * times for n in cell)) for key, cell in cells.items()],
    )
    if times < 0:
        db.executemany(
            "DELETE FROM cell WHERE day = ? AND published = ? AND stories <= 0", list(cells)
        )
    db.execute("INSERT INTO note VALUES ('told', 1) ON CONFLICT DO UPDATE SET value = value + 1")


def _row(story: int, t: Telling) -> tuple[object, ...]:
    counted = count_story([t]).get((t.day, t.published or ""), Cell())
    return (
        story,
        t.day,
        t.published,
        prospect(t),
        int(counted.accounts),
        int(counted.named),
        t.how,
        t.position,
        *t.span,
        t.text,
        int(t.spoken),
        int(t.aside),
        t.fitness,
    )


def _telling(row: sqlite3.Row) -> Telling:
    return Telling(
        day=row["day"],
        story=str(row["story"]),
        position=row["position"],
        span=(row["at"], row["till"]),
        text=row["text"],
        published=row["published"],
        how=row["how"],
        words=content_words(row["text"]),
        spoken=bool(row["spoken"]),
        aside=bool(row["aside"]),
        fitness=row["fitness"],
    )
