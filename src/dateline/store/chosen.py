"""Which events answer a question, and in which order they are read."""

from __future__ import annotations

import sqlite3
from typing import Final, NamedTuple

from dateline.store.conditions import Conditions, takes_part
from dateline.store.names import MANY, Meant
from dateline.store.question import Question


class Part(NamedTuple):
    """Some of the events that answer a question: all that lie in one run of an index."""

    source: str
    """What follows FROM. It goes by the name of `event` and has at least id, begin, until, type and
    status; an event may come twice."""
    where: str
    """The WHERE clause."""
    values: list[object]
    """Of the question marks in it."""
    distinct: str
    """DISTINCT where an event may come twice, else nothing."""

    @property
    def counted(self) -> str:
        """What counts the events."""
        return f"count({self.distinct} event.id)" if self.distinct else "count(*)"


_COLUMNS: Final = {"party": "actor", "scene": "place"}
"""Tables of those who take part in events, and the column of their row number."""
_LASTING: Final = "event.until > event.begin AND event.until >= ? AND event.begin < ?"
"""What began before the days that are asked for and goes on in them."""


def chosen_events(db: sqlite3.Connection, question: Question) -> tuple[str, list[object]]:
    """A WHERE clause on `event` joined with `story`, and its values. Raises QueryError."""
    asked = Conditions(db, question)
    restrict(asked)
    return asked.where, asked.values


def restrict(asked: Conditions, *, whole: bool = False) -> None:
    """Conditions on rows of `event` joined with `story`. `whole`: all of them will be read."""
    asked.days("event.begin", "event.until")
    # In a short time there are few events to look at; without one, whoever takes part is listed.
    listed = whole and not (asked.question.since and asked.question.until)
    for table, meant in _members(asked):
        asked.involved(table, "event.id", meant, whole=listed)
    _restrict_rest(asked)


def first_events(db: sqlite3.Connection, question: Question) -> list[int]:
    """The numbers of the events that a list shows, in order of happening, those without a date
    last. Raises QueryError."""
    found: list[int] = []
    end = question.offset + question.limit
    for part in parts(db, question):
        rows = db.execute(
            f"SELECT {part.distinct} event.begin, event.id FROM {part.source} {part.where}"
            " ORDER BY event.begin NULLS LAST, event.id LIMIT ?",
            [*part.values, end - len(found)],
        )
        found += [row[1] for row in rows]
        if len(found) >= end:
            break
    return found[question.offset :]


def chosen_numbers(db: sqlite3.Connection, question: Question) -> tuple[str, list[object]]:
    """SQL that selects the numbers of the events for which `question` holds, each once, and its
    values: where all of them are read. Raises QueryError."""
    found = parts(db, question)
    each = (f"SELECT {part.distinct} event.id FROM {part.source} {part.where}" for part in found)
    return " UNION ALL ".join(each), [value for part in found for value in part.values]


def parts(db: sqlite3.Connection, question: Question, *, whole: bool = False) -> list[Part]:
    """The events for which `question` holds, in parts that follow one another in time and have none
    in common. `whole`: all of them will be read. Raises QueryError.

    Where somebody (or some place) takes part, that table is read that has the events' days beside
    them; of several the one with fewest rows.
    """
    asked = Conditions(db, question)
    members = _members(asked)
    # By whose word, in which words and by whom it is told stands in the event's own row alone.
    if not members or question.by or question.words or question.source:
        restrict(asked, whole=whole)
        return [Part(asked.source("event"), asked.where, asked.values, "")]
    _restrict_rest(asked)
    since, until = question.days()
    everyone = [takes_part(table, "event.id", meant) for table, meant in members]
    lead = _fewest(db, members, since, until)
    source = _beside(*members[lead])
    others = everyone[:lead] + everyone[lead + 1 :]

    def part(day: str, *days: object) -> Part:
        lasts = day == _LASTING
        where = " AND ".join([asked.where or "WHERE 1", day, *(everyone if lasts else others)])
        values = [*asked.values, *days]
        if lasts:
            return Part("event INDEXED BY event_long", where, values, "")
        return Part(source, where, values, "DISTINCT")

    if since and until:
        dated = part("event.begin BETWEEN ? AND ?", since, until)
        return [part(_LASTING, since, since), dated]
    if since:
        return [part(_LASTING, since, since), part("event.begin >= ?", since)]
    if until:
        return [part("event.begin <= ?", until)]
    return [part("event.begin IS NOT NULL"), part("event.begin IS NULL")]


_Member = tuple[str, Meant]
"""A table of those who take part, and who of them is asked for."""


def _members(asked: Conditions) -> list[_Member]:
    """All who are to take part. (Two who fight or talk with each other both stand on the actors'
    side.)"""
    question = asked.question
    names = (question.actor, *(question.pair or ()))
    members = [("party", asked.actor(name)) for name in names if name]
    return [*members, ("scene", asked.place(question.place))] if question.place else members


def _beside(table: str, meant: Meant) -> str:
    """Events as the table has them beside those who take part."""
    of = meant.among(_COLUMNS[table])
    return f"(SELECT event AS id, begin, until, type, status FROM {table} WHERE {of}) AS event"


def _fewest(
    db: sqlite3.Connection, members: list[_Member], since: str | None, until: str | None
) -> int:
    """Which of the members has fewest rows between two days; it is counted no further than MANY."""
    if len(members) == 1:
        return 0
    days = [since or "", until or "9999-99"]
    counts = []
    for member in members:
        rows = f"SELECT 1 FROM {_beside(*member)} WHERE begin BETWEEN ? AND ? LIMIT {MANY}"
        counts.append(db.execute(f"SELECT count(*) FROM ({rows})", days).fetchone()[0])
    return counts.index(min(counts))


def _restrict_rest(asked: Conditions) -> None:
    """Conditions on rows of `event` that have nothing to do with days or with who takes part."""
    question = asked.question
    asked.outlet("story.outlet")
    if kind := asked.type():
        asked.add("event.type = ?", kind)
    if status := asked.status():
        asked.add("event.status = ?", status)
    if question.under:
        formats = asked.format(question.under).listed("format")
        asked.add(f"event.id IN (SELECT event FROM meeting WHERE {formats})")
    if question.by:
        asked.one_of("event.speaker", asked.actor(question.by))
    if question.words:
        # In a period the events are looked at by their days (the + keeps the index of stories out:
        # many stories may have the words), else those of the stories that have the words.
        bounded = question.since and question.until
        asked.text("story_words", "+event.story" if bounded else "event.story", question.words)
