"""What of a chronicle fits a question, as rows in the order of the stories. Nothing is cut off."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Final

from dateline.errors import QueryError
from dateline.store.chosen import restrict as restrict_events
from dateline.store.conditions import Conditions
from dateline.store.question import Question
from dateline.store.reviews import verdict_of
from dateline.store.statements import restrict as restrict_statements
from dateline.store.stories import restrict as restrict_stories

OPTIONS: Final = {"pair": "between", "words": "about", "since": "from"}
"""What the command line calls a part of a question, where it is not by its own name."""

_STORIES = {"words", "actor", "pair", "type", "status", "place", "under", "by", "to", "source"}
PARTS: Final[Mapping[str, frozenset[str]]] = {
    what: frozenset({"source", "since", "until", *parts})
    for what, parts in {
        "events": {"words", "actor", "pair", "type", "status", "place", "under", "by"},
        "incidents": {"words", "actor", "pair", "type", "status", "place", "under", "by"},
        "statements": {"words", "actor", "pair", "place", "by", "to"},
        "stories": _STORIES,
        "times": _STORIES,
        "casualties": {"words", "actor", "place", "by"},
        "intensity": {"words", "actor", "pair", "type", "status", "place", "under", "by"},
        "formats": {"words", "actor"},
        "actors": {"words", "actor", "place"},
        "places": {"words", "actor", "place"},
    }.items()
}
"""Which parts of a question choose among what can be exported."""


def check(what: str, question: Question) -> None:
    """Raises QueryError for a part of the question that says nothing about `what`."""
    for field in fields(Question):
        if field.name in ("limit", "offset") or getattr(question, field.name) is None:
            continue
        if field.name not in PARTS[what]:
            option = OPTIONS.get(field.name, field.name)
            raise QueryError(f"{what} cannot be chosen by {option!r}")


def select(
    db: sqlite3.Connection, table: str, question: Question, restrict: Callable[[Conditions], None]
) -> Iterator[sqlite3.Row]:
    """The rows of `table` that fit, in the order of stories, each with what a person said of it.

    The table has columns `story` and `ref`.
    """
    asked = Conditions(db, question)
    restrict(asked)
    return iter(
        db.execute(
            f"SELECT {table}.*, {verdict_of(table)} FROM {table}"
            f" JOIN story ON story.id = {table}.story {asked.where}"
            f" ORDER BY {table}.story, {table}.id",
            asked.values,
        )
    )


def events(db: sqlite3.Connection, question: Question) -> Iterator[sqlite3.Row]:
    """Rows of `event`."""
    return select(db, "event", question, restrict_events)


def statements(db: sqlite3.Connection, question: Question) -> Iterator[sqlite3.Row]:
    """Rows of `statement`."""
    return select(db, "statement", question, restrict_statements)


def casualties(db: sqlite3.Connection, question: Question) -> Iterator[sqlite3.Row]:
    """Rows of `casualty`: `actor` is whose people or on whose word, `by` the latter alone."""

    def restrict(asked: Conditions) -> None:
        asked.days("casualty.day")
        asked.outlet("story.outlet")
        if question.actor:
            meant = asked.actor(question.actor).condition
            mine = f"(SELECT id FROM actor WHERE {meant})"
            asked.add(f"(casualty.side IN {mine} OR casualty.claimant IN {mine})")
        if question.by:
            asked.one_of("casualty.claimant", asked.actor(question.by))
        if question.place:
            asked.involved("named", "casualty.story", asked.place(question.place))
        if question.words:
            asked.text("story_words", "casualty.story", question.words)

    return select(db, "casualty", question, restrict)


def stories(db: sqlite3.Connection, question: Question) -> Iterator[sqlite3.Row]:
    """Rows of `story`."""
    asked = in_stories(db, question)
    return iter(
        db.execute(f"SELECT story.* FROM story {asked.where} ORDER BY story.id", asked.values)
    )


def in_stories(db: sqlite3.Connection, question: Question) -> Conditions:
    """The question as conditions on rows of `story`."""
    asked = Conditions(db, question)
    if question.words:
        asked.text("story_words", "story.id", question.words)
    restrict_stories(asked)
    return asked
