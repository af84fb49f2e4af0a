"""Incidents that answer a question, each with all its sources."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from dateline.chronicle.happenings import Tellings
from dateline.errors import QueryError
from dateline.link.incidents import Claim, Happening, Voice, summarise
from dateline.store import Question, chosen_events, chosen_numbers


@dataclass(frozen=True, slots=True)
class Source:
    """A story that tells of an incident."""

    story: int
    event: int
    """Number of the event that does, for decisions on it."""
    title: str | None
    outlet: str | None
    published: str | None
    likeness: str | None
    """`copy` or `rewrite`, where the story is one; None for a story of its own."""
    status: str
    """As this story has it: occurred, denied, planned, ..."""
    speaker: str | None
    """On whose word; None where the story itself tells it."""
    sentence: str


@dataclass(frozen=True, slots=True)
class IncidentFound:
    """One happening as several stories tell it."""

    incident: int
    """Its number in the chronicle."""
    type: str | None
    mode: str | None
    status: str
    begin: str | None
    end: str | None
    dated: bool
    """Whether words of a story give the date; else it is that of the first story."""
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    stories: int
    independent: int
    """Sources that are independent as far as is known: copies and rewrites, and several stories
    of one outlet, count once."""
    asserted_by: tuple[Voice, ...]
    denied_by: tuple[Voice, ...]
    claims: tuple[Claim, ...]
    """Casualties as claimed, the latest figure of each claimant."""
    sources: tuple[Source, ...]
    """In order of publication."""
    why: tuple[str, ...]
    """Why the tellings are held to be of one happening."""


_STORIES: Final = "SELECT count(DISTINCT story) FROM event AS telling WHERE telling.incident ="
"""How many stories tell of an incident."""


def incidents(
    db: sqlite3.Connection, question: Question, *, least: int = 1, widest: bool = False
) -> Iterator[IncidentFound]:
    """The incidents with an event for which all parts of `question` hold, in order of happening.

    `least`: so many stories at least tell of it. `widest`: those told by most stories first.
    Raises QueryError.
    """
    tellings = Tellings(db)
    if widest:
        numbers: Iterator[int] = (number for *_, number in _widest(db, question, least))
    else:
        numbers = _in_order(db, question, least)
    for number in islice(numbers, question.offset, question.offset + question.limit):
        yield incident(db, number, tellings)


def widest_of(
    db: sqlite3.Connection, questions: Iterable[Question], most: int
) -> list[IncidentFound]:
    """The `most` incidents told by most stories, of those with an event for which one of
    `questions` holds; those told by most first. Raises QueryError."""
    found: dict[int, _Rank] = {}
    for question in questions:
        for rank in islice(_widest(db, question, 1), most):
            found.setdefault(rank[-1], rank)
    tellings = Tellings(db)
    return [incident(db, number, tellings) for *_, number in sorted(found.values())[:most]]


_Rank = tuple[int, str, int]
"""What incidents are ranked by: less the more stories tell of one, its day, its number."""


def _widest(db: sqlite3.Connection, question: Question, least: int) -> Iterator[_Rank]:
    """Incidents, those told by most stories first."""
    where, values = chosen_events(db, question)
    source = "event"
    if where:
        # Those that are asked for first, and not all events in the order of their incidents.
        numbers, values = chosen_numbers(db, question)
        source = f"({numbers}) AS chosen CROSS JOIN event ON event.id = chosen.id"
    rows = db.execute(
        "WITH found AS MATERIALIZED (SELECT event.incident, min(event.begin) AS begin"
        f" FROM {source} GROUP BY event.incident)"
        f" SELECT incident, begin, ({_STORIES} found.incident) AS stories FROM found"
        " WHERE incident IS NOT NULL AND stories >= ? ORDER BY stories DESC, begin, incident",
        [*values, least],
    )
    return ((-row["stories"], row["begin"] or "9999", row["incident"]) for row in rows)


def _in_order(db: sqlite3.Connection, question: Question, least: int) -> Iterator[int]:
    """Numbers of incidents in order of happening: by the first of the events that are asked for,
    which come in the order of an index, so that a first page costs no look at the rest."""
    where, values = chosen_events(db, question)
    rows = db.execute(
        f"SELECT event.incident FROM event JOIN story ON story.id = event.story {where}"
        " ORDER BY event.begin NULLS LAST, event.incident",
        values,
    )
    seen = {None}
    for (number,) in rows:
        if number not in seen:
            seen.add(number)
            if least < 2 or db.execute(f"{_STORIES} ?", (number,)).fetchone()[0] >= least:
                yield number


def incident(
    db: sqlite3.Connection, number: int, tellings: Tellings | None = None
) -> IncidentFound:
    """The incident with this number. Raises QueryError where there is none."""
    told = (tellings or Tellings(db)).of
    rows = db.execute(
        "SELECT event.id, event.story, event.ref, event.mode, story.family, story.likeness,"
        " story.title, story.outlet FROM event JOIN story ON story.id = event.story"
        " WHERE event.incident = ? ORDER BY coalesce(story.day, '9999'), event.story, event.id",
        (number,),
    ).fetchall()
    if not rows:
        raise QueryError(f"there is no incident {number} in this chronicle")
    members = [told(row["story"])[row["ref"]] for row in rows]
    whole = summarise(members, {str(row["story"]): str(row["family"]) for row in rows})
    why = db.execute("SELECT why FROM incident WHERE id = ?", (number,)).fetchone()[0]
    return IncidentFound(
        incident=number,
        type=whole.type,
        mode=_mode(members, whole.type),
        status=whole.status,
        begin=whole.begin,
        end=whole.end,
        dated=whole.dated,
        actors=tuple(p.name for p in whole.actors),
        recipients=tuple(p.name for p in whole.recipients),
        places=tuple(p.name for p in whole.places),
        stories=len(whole.stories),
        independent=whole.independent,
        asserted_by=whole.asserted_by,
        denied_by=whole.denied_by,
        claims=whole.claims,
        sources=tuple(_source(row, h) for row, h in zip(rows, members, strict=True)),
        why=tuple(dict.fromkeys(why.split("\n"))) if why else (),
    )


def _mode(members: Sequence[Happening], kind: str | None) -> str | None:
    """The mode that most tellings of the incident's type have."""
    modes = [h.mode for h in members if h.mode and h.type == kind]
    return max(sorted(set(modes)), key=modes.count, default=None)


def _source(row: sqlite3.Row, told: Happening) -> Source:
    return Source(
        story=row["story"],
        event=row["id"],
        title=row["title"],
        outlet=row["outlet"],
        published=told.published,
        likeness=row["likeness"],
        status=told.status,
        speaker=told.speaker.name if told.speaker else None,
        sentence=" ".join(told.quote.split()),
    )
