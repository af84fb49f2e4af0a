"""Conflict and cooperation by day between actors of a chronicle, and when they rose or fell."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations, groupby, product
from typing import Final

from dateline.knowledge.countries import country_name
from dateline.link.intensity import Act, Day, Shift, daily, sentence, shifts
from dateline.store import Question, chosen_numbers
from dateline.store.names import actors

HAPPENED: Final = ("occurred", "ongoing")
LONGEST: Final = 2
"""Days that an event may span and still count for its first one: longer ones are periods."""
BEFORE: Final = timedelta(days=30)
"""So far back from the first story the days are held to be covered."""
DENSE: Final = 4
"""A rate of less than one incident in so many days is no news, before and after."""
MEASURES: Final = ("conflict", "cooperation", "fighting")


@dataclass(frozen=True, slots=True)
class Intensity:
    """The days of some pairs of actors, and the changes."""

    days: tuple[Day, ...]
    changes: tuple[Shift, ...]
    """In order of day."""
    sentences: tuple[str, ...]
    """One for each change."""
    names: dict[str, str]
    """What the actors of the pairs are called."""


def intensity(db: sqlite3.Connection, question: Question) -> Intensity:
    """The intensity of the events for which `question` holds, counted by incident.

    With a pair, of that pair alone. Events that did not happen (denied, planned, ...) and periods
    of more than two days are left out, and people who are of no country ("civilians", "forces").
    Raises QueryError.
    """
    names: dict[str, str] = {}
    acts = list(_acts(db, question, names))
    if question.pair:
        wanted = [_keys(db, name) for name in question.pair]
        acts = [a for a in acts if _between(a, *wanted)]
    if not acts:
        return Intensity((), (), (), names)
    first, last = _covered(db, question, acts)
    days = daily(acts, MEASURES)
    found = shifts(days, first, last) if first <= last else []
    found = [shift for shift in found if max(shift.before, shift.after) * DENSE >= 1]
    found.sort(key=lambda s: (s.day, s.pair, s.measure))
    told = tuple(sentence(shift, lambda key: names.get(key, key)) for shift in found)
    return Intensity(tuple(days), tuple(found), told, names)


def _covered(db: sqlite3.Connection, question: Question, acts: list[Act]) -> tuple[str, str]:
    """The first and the last day that the stories cover: a day without a story is not a day
    without fighting. They tell of some time before they begin."""
    begin, end = db.execute("SELECT min(day), max(day) FROM story").fetchone()
    days = [act.day for act in acts]
    first = (date.fromisoformat(begin) - BEFORE).isoformat() if begin else min(days)
    last = end or max(days)
    since, until = question.days()
    return max(filter(None, (since, first))), min(filter(None, (until, last)))


def _acts(db: sqlite3.Connection, question: Question, names: dict[str, str]) -> Iterator[Act]:
    """Each event as acts between its parties; what they are called goes to `names`."""
    found, values = chosen_numbers(db, question)
    rows = db.execute(
        f"WITH found AS MATERIALIZED ({found}) SELECT event.id, event.begin, event.until,"
        " event.type, event.intensity, event.incident, story.family, party.side, party.actor,"
        " party.country"
        # CROSS: those found first, and not all parties.
        " FROM found CROSS JOIN event ON event.id = found.id JOIN story ON story.id = event.story"
        " CROSS JOIN party ON party.event = event.id"
        " WHERE event.begin IS NOT NULL AND event.intensity IS NOT NULL"
        f" AND event.status IN {HAPPENED} ORDER BY event.id, party.side, party.actor",
        values,
    )

    @cache
    def known(actor: int) -> tuple[str, str]:
        """(name, kind) of an actor."""
        row = db.execute("SELECT name, kind FROM actor WHERE id = ?", (actor,)).fetchone()
        return row["name"], row["kind"]

    for event, told in groupby(rows, key=lambda row: row[:7]):
        _, begin, until, type_, score, incident, family = event
        if not _of_a_day(begin, until):
            continue
        sides: tuple[list[str], list[str]] = ([], [])
        for *_, side, actor, country in told:
            name, kind = known(actor)
            if country is None and kind == "population":
                continue
            key = country or f"actor {actor}"
            # Of a land that only its government or army stands for, its own name.
            own = name if country is None or kind == "state" else country_name(country)
            names.setdefault(key, own or key)
            sides[side].append(key)
        # Those who fight or talk with each other all stand on the actors' side.
        pairs = product(*sides) if sides[1] else combinations(sorted(set(sides[0])), 2)
        for doer, recipient in sorted(set(pairs)):
            yield Act(
                day=begin,
                actor=doer,
                recipient=recipient,
                type=type_,
                score=score,
                incident=str(incident or f"event {event[0]}"),
                source=str(family),
            )


def _of_a_day(begin: str, until: str | None) -> bool:
    if until is None or until == begin:
        return until is not None
    return (date.fromisoformat(until) - date.fromisoformat(begin)).days < LONGEST


def _keys(db: sqlite3.Connection, name: str) -> frozenset[str]:
    """The keys of the actors meant by a name."""
    meant = actors(db, name)
    return frozenset([meant.country] if meant.country else (f"actor {row}" for row in meant.rows))


def _between(act: Act, one: frozenset[str], other: frozenset[str]) -> bool:
    return (act.actor in one and act.recipient in other) or (
        act.actor in other and act.recipient in one
    )
