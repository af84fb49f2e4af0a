"""What a briefing note on a subject stands on, gathered from the stories that tell of it."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from dateline.chronicle.incidents import IncidentFound, incidents, widest_of
from dateline.chronicle.intensity import intensity
from dateline.chronicle.timeline import timeline
from dateline.errors import QueryError
from dateline.link.timeline import Entry
from dateline.record import Casualty
from dateline.store import (
    Question,
    StatementFound,
    StoryFound,
    chosen_stories,
    statements_by_number,
    stories,
)
from dateline.store.identity import folded
from dateline.store.terms import match_of

SIDES: Final = 8
SAID: Final = 8
"""Statements of one side."""
TELLING: Final = 3
"""Words that a statement must have to be worth a line ("denied which")."""
WIDEST: Final = 12
CHANGES: Final = 6
MEETINGS: Final = 15
DAYS: Final = 15
READ: Final = 200
"""Stories that have any, the newest first, that casualty claims and formats are read from."""
COUNTED: Final = ("killed", "injured", "captured", "missing", "displaced", "together")
SOURCES: Final = 200
_WEIGHTS: Final = {"state": 10_000, "person": 1}
"""A side is called after its state, else after a body rather than after one of its people."""
DIPLOMACY: Final = ("CONSULT", "AGREE")


@dataclass(frozen=True, slots=True)
class Side:
    """Those who speak for one country, those apart from it (rebels, breakaway authorities), or one
    who speaks for none."""

    name: str
    statements: int
    shown: tuple[StatementFound, ...]
    """The first ones of those that speak of the subject itself, in order of saying."""


@dataclass(frozen=True, slots=True)
class ClaimFound:
    """A casualty claim, as the last story has it that tells it."""

    side: str
    """Whose people; empty where no story says."""
    by: str
    """On whose word; empty where it is the story's own."""
    casualty: Casualty
    wording: str
    story: int
    day: str | None


@dataclass(slots=True)
class FormatFound:
    """A format of mediation, as several stories have it."""

    name: str
    since: str | None = None
    members: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Roles (empty where a story gives none), and the names of those who have them."""
    stories: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Briefing:
    """All that a briefing note says."""

    question: Question
    stories: int
    first: str | None
    last: str | None
    changes: tuple[str, ...]
    """When conflict or cooperation rose or fell, in plain words; the clearest changes."""
    widest: tuple[IncidentFound, ...]
    """The incidents told by most stories."""
    sides: tuple[Side, ...]
    meetings: tuple[IncidentFound, ...]
    formats: tuple[FormatFound, ...]
    claims: tuple[ClaimFound, ...]
    days: tuple[Entry, ...]
    sources: tuple[StoryFound, ...]


def briefing(db: sqlite3.Connection, question: Question) -> Briefing:
    """Gather a briefing note on the stories for which `question` holds.

    Raises QueryError where no story does.
    """
    chosen, values = chosen_stories(db, question)
    ids = chosen or "SELECT id FROM story"
    count, first, last = db.execute(
        f"SELECT count(*), min(day), max(day) FROM story WHERE id IN ({ids})", values
    ).fetchone()
    if not count:
        raise QueryError("no story of this chronicle answers that")
    claims, formats = _read(db, ids, values)
    events = replace(question, limit=WIDEST, offset=0)
    return Briefing(
        question=question,
        stories=count,
        first=first,
        last=last,
        changes=_changes(db, question),
        widest=tuple(incidents(db, events, least=2, widest=True)),
        sides=_sides(db, question, ids, values),
        meetings=_meetings(db, question),
        formats=formats,
        claims=claims,
        days=tuple(timeline(db, DAYS, 2, question)),
        sources=tuple(stories(db, replace(question, limit=SOURCES, offset=0), snippets=False)),
    )


def _changes(db: sqlite3.Connection, question: Question) -> tuple[str, ...]:
    """The clearest changes, in order of day."""
    found = intensity(db, question)
    told = sorted(zip(found.changes, found.sentences, strict=True), key=lambda c: -c[0].gain)
    return tuple(text for _, text in sorted(told[:CHANGES], key=lambda c: c[0].day))


def _sides(
    db: sqlite3.Connection, question: Question, ids: str, values: Sequence[object]
) -> tuple[Side, ...]:
    """Who says what, those who speak most first."""
    rows = db.execute(
        "SELECT statement.id, actor.name, actor.country, actor.home, actor.kind FROM statement"
        " JOIN actor ON actor.id = statement.speaker JOIN story ON story.id = statement.story"
        f" WHERE statement.story IN ({ids}) AND story.likeness IS NOT 'copy'"
        " AND actor.kind <> 'media'"
        " ORDER BY statement.day, statement.id",
        values,
    ).fetchall()
    about = _about(db, question)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    told: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        key = row["country"] or (f"apart from {row['home']}" if row["home"] else row["name"])
        names[key][row["name"]] += _WEIGHTS.get(row["kind"], 100)
        told[key].append(row["id"])
    ranked = sorted(told, key=lambda key: (-len(told[key]), key))[:SIDES]
    return tuple(
        Side(names[key].most_common(1)[0][0], len(told[key]), _shown(db, told[key], about))
        for key in ranked
    )


def _about(db: sqlite3.Connection, question: Question) -> set[int]:
    """Statements that have words of the subject in what is said."""
    if not question.words:
        return set()
    query = "SELECT rowid FROM statement_words WHERE statement_words MATCH ?"
    return {row[0] for row in db.execute(query, (match_of(question.words),))}


def _shown(
    db: sqlite3.Connection, ids: Sequence[int], about: set[int]
) -> tuple[StatementFound, ...]:
    """Some statements, each wording once: those on the subject, then the rest."""
    ranked = sorted(ids, key=lambda i: i not in about)[: SAID * 4]
    kept: dict[str, StatementFound] = {}
    for said in statements_by_number(db, ranked):
        words = folded(said.content)
        if len(words.split()) >= TELLING:
            kept.setdefault(words, said)
        if len(kept) == SAID:
            break
    return tuple(sorted(kept.values(), key=lambda s: (s.day or "9999", s.statement)))


def _meetings(db: sqlite3.Connection, question: Question) -> tuple[IncidentFound, ...]:
    """Talks and agreements, those told by most stories first; then by day."""
    asked = [replace(question, type=kind) for kind in DIPLOMACY]
    widest = widest_of(db, asked, MEETINGS)
    return tuple(sorted(widest, key=lambda i: (i.begin or "9999", i.incident)))


def _read(
    db: sqlite3.Connection, ids: str, values: Sequence[object]
) -> tuple[tuple[ClaimFound, ...], tuple[FormatFound, ...]]:
    """Casualty claims (of one claimant on one side the latest) and formats of mediation."""
    latest = (
        f"SELECT id FROM story WHERE id IN ({ids}) AND likeness IS NOT 'copy'"
        " AND (EXISTS (SELECT 1 FROM casualty WHERE story = story.id)"
        " OR EXISTS (SELECT 1 FROM naming WHERE story = story.id))"
        " ORDER BY day DESC, id DESC LIMIT ?"
    )
    numbers = [row[0] for row in db.execute(latest, [*values, READ])]
    return _claims(db, numbers), _formats(db, numbers)


def _claims(db: sqlite3.Connection, stories: Sequence[int]) -> tuple[ClaimFound, ...]:
    """The casualty claims of some stories."""
    rows = db.execute(
        "SELECT casualty.story, casualty.day, value, words, coalesce(side.name, '') AS side,"
        " coalesce(claimant.name, '') AS claimant FROM casualty"
        " LEFT JOIN actor AS side ON side.id = casualty.side"
        " LEFT JOIN actor AS claimant ON claimant.id = casualty.claimant"
        f" WHERE casualty.story IN ({', '.join('?' * len(stories))})"
        " ORDER BY casualty.day DESC, casualty.story DESC, casualty.id",
        stories,
    )
    found: dict[tuple[str, str, str, tuple[str, ...]], ClaimFound] = {}
    for story, day, value, words, side, by in rows:
        casualty = Casualty.model_validate_json(value)
        counted = tuple(kind for kind in COUNTED if getattr(casualty, kind))
        key = (folded(side), folded(by), casualty.category or "", counted)
        found.setdefault(key, ClaimFound(side, by, casualty, words, story, day))
    return tuple(sorted(found.values(), key=lambda c: (folded(c.side), c.by, c.story)))


def _formats(db: sqlite3.Connection, stories: Sequence[int]) -> tuple[FormatFound, ...]:
    """The formats of mediation of some stories, given newest first; those of most stories first."""
    marks = ", ".join("?" * len(stories))
    order = {story: at for at, story in enumerate(stories)}

    def newest_first(query: str) -> list[sqlite3.Row]:
        rows = db.execute(f"{query} story IN ({marks})", stories)
        return sorted(rows, key=lambda row: order[row["story"]])

    found: dict[int, FormatFound] = {}
    named = "SELECT DISTINCT format.id, name, story FROM naming JOIN format"
    for number, name, story in newest_first(f"{named} ON format.id = naming.format WHERE"):
        found.setdefault(number, FormatFound(name)).stories.append(story)
    since = "SELECT format, value, story FROM format_fact WHERE kind = 'since' AND"
    for number, value, _ in newest_first(since):
        found[number].since = found[number].since or value
    members = "SELECT format, role, name FROM membership JOIN actor ON actor.id = membership.actor"
    for number, role, name in db.execute(f"{members} WHERE story IN ({marks})", stories):
        found[number].members[role].add(name)
    return tuple(sorted(found.values(), key=lambda f: (-len(f.stories), f.name)))
