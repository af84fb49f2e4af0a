"""Stories that answer a question."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.store.bodies import Wordings
from dateline.store.conditions import Conditions
from dateline.store.names import MANY
from dateline.store.question import Question
from dateline.store.statements import on_side
from dateline.store.terms import match_of, sought

AROUND = 90
"""Characters of a snippet on either side of the first word found."""

FEW: Final = 20_000
"""Tellings of a period that are looked up rather than those of all stories that are asked for."""


@dataclass(frozen=True, slots=True)
class StoryFound:
    """A story, as a list of findings shows it."""

    story: int
    """Its number in the chronicle."""
    id: str
    """The id of its record."""
    title: str | None
    day: str | None
    """ISO day of publication."""
    place: str | None
    outlet: str | None
    url: str | None
    copies: int
    """Stories of the same wire copy, itself among them."""
    revision: int
    snippet: str
    """The words around what was looked for; else the story's first words."""


def stories(
    db: sqlite3.Connection, question: Question, *, snippets: bool = True
) -> Iterator[StoryFound]:
    """The stories for which all parts of `question` hold; without `snippets`, which are of the
    texts, sooner.

    With words the best match comes first (BM25), unless more than 20,000 stories have them; then,
    and without words, the newest does. Raises QueryError.
    """
    asked = Conditions(db, question)
    order = "story.day DESC, story.id DESC"
    source = "story"
    if question.words:
        source = "story_words JOIN story ON story.id = story_words.rowid"
        asked.add("story_words MATCH ?", match_of(question.words))
        _in_rows(db, asked)
        if _matches(db, asked) < MANY:
            order = "rank"
        else:
            source = "story"
            asked = Conditions(db, question)
            asked.text("story_words", "story.id", question.words)
    restrict(asked)
    rows = db.execute(
        "SELECT story.*, (SELECT begins FROM wording WHERE story = story.id) AS begins,"
        " (SELECT count(*) FROM story AS other WHERE other.family = story.family)"
        f" AS copies FROM {source} {asked.where} ORDER BY {order} LIMIT ? OFFSET ?",
        [*asked.values, question.limit, question.offset],
    )
    texts = Wordings(db)
    pattern = sought(question.words) if question.words else None
    for row in rows:
        yield StoryFound(
            story=row["id"],
            id=row["name"],
            title=row["title"],
            day=row["day"],
            place=row["place"],
            outlet=row["outlet"],
            url=row["url"],
            copies=row["copies"],
            revision=row["revision"],
            snippet=_snippet(texts[row["id"]].text, row["begins"], pattern) if snippets else "",
        )


def chosen_stories(
    db: sqlite3.Connection, question: Question, *, days: bool = True
) -> tuple[str, list[object]]:
    """SQL that selects the ids of the stories for which `question` holds, and its values.

    Without `days` the days of publication are left out: stories that tell of days in the period are
    enough, where few tell of them. An empty text where nothing else is asked: all stories.
    """
    asked = Conditions(db, question)
    if question.words:
        asked.text("story_words", "story.id", question.words)
    # In a period there are few stories to look at; without one, those with an actor are listed.
    bounded = bool(question.since and question.until)
    if bounded and not days:
        told, within = "SELECT story FROM telling WHERE day BETWEEN ? AND ?", question.days()
        few = db.execute(f"SELECT count(*) FROM ({told} LIMIT {FEW})", within).fetchone()[0] < FEW
        bounded = few
    restrict(asked, days, whole=not bounded)
    if bounded and not days and asked.where:
        asked.add(f"story.id IN ({told})", *within)
    return (f"SELECT story.id FROM story {asked.where}" if asked.where else ""), asked.values


def _in_rows(db: sqlite3.Connection, asked: Conditions) -> None:
    """Keep the full-text index to the rows in which the days asked for lie: stories often come in
    the order of days."""
    since, until = asked.question.days()
    if since or until:
        rows = "SELECT min(id), max(id) FROM story WHERE day BETWEEN ? AND ?"
        first, last = db.execute(rows, (since or "", until or "9999-99")).fetchone()
        asked.add("story_words.rowid BETWEEN ? AND ?", first, last)


def _matches(db: sqlite3.Connection, asked: Conditions) -> int:
    """How many stories match in these rows, counted no further than MANY."""
    count = f"SELECT count(*) FROM (SELECT 1 FROM story_words {asked.where} LIMIT ?)"
    return int(db.execute(count, [*asked.values, MANY]).fetchone()[0])


def restrict(asked: Conditions, days: bool = True, *, whole: bool = False) -> None:
    """Conditions on rows of `story`, but for the words that are looked for. `whole`: all of them
    will be read."""
    question = asked.question
    if days:
        asked.days("story.day")
    asked.outlet("story.outlet")
    for name in (question.actor, *(question.pair or ())):
        if name:
            asked.involved("appearance", "story.id", asked.actor(name), whole=whole)
    if question.place:
        asked.involved("named", "story.id", asked.place(question.place), whole=whole)
    if question.under:
        formats = asked.format(question.under).listed("format")
        asked.add(f"story.id IN (SELECT story FROM naming WHERE {formats})")
    kind, status = asked.type(), asked.status()
    if kind or status:
        asked.add(
            "EXISTS (SELECT 1 FROM event WHERE event.story = story.id"
            " AND event.type = coalesce(?, event.type)"
            " AND event.status = coalesce(?, event.status))",
            kind,
            status,
        )
    for column, name in (("speaker", question.by), ("addressee", question.to)):
        if name:
            said = on_side(column, asked.actor(name))
            # The + keeps the index of speakers out: it would read all that they said.
            asked.add(
                f"EXISTS (SELECT 1 FROM statement WHERE statement.story = story.id AND +{said})"
            )


def _snippet(text: str, begins: int, pattern: re.Pattern[str] | None) -> str:
    """Some words of a text, around the first that matches `pattern`, else its first ones."""
    match = pattern.search(text) if pattern else None
    if match is None:
        return _whole_words(text, begins, begins + 2 * AROUND)
    return _whole_words(text, max(0, match.start() - AROUND), match.start() + AROUND)


def _whole_words(text: str, start: int, end: int) -> str:
    """The words between two characters, without those that the ends cut."""
    cut = start > 0 and not text[start - 1].isspace()
    words = text[start:end].split(" ")[bool(cut) : None if end > len(text) else -1]
    said = " ".join(" ".join(words).split())
    return ("… " if cut else "") + said + (" …" if end < len(text) else "")
