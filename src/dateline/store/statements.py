"""Statements that answer a question."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.store.bodies import Wordings
from dateline.store.conditions import Conditions, is_one_of
from dateline.store.names import Meant
from dateline.store.question import Question
from dateline.store.reviews import verdict_of


@dataclass(frozen=True, slots=True)
class StatementFound:
    """Who said what to whom, and the story that has it."""

    statement: int
    """Its number in the chronicle."""
    story: int
    id: str
    """Its id in the story's record."""
    speaker: str | None
    """The name of the speaker; where no actor could be told, the words for the source."""
    addressee: str | None
    mode: str
    cue: str
    content: str
    medium: str | None
    day: str | None
    """ISO day of saying, the first possible one; without one, that of the story."""
    dated: str | None
    """EDTF, where the story dates it."""
    title: str | None
    outlet: str | None
    published: str | None
    reviewed: str | None
    """What a person said of it: accepted or corrected; None where nobody did."""
    identified: bool
    """Whether the speaker is an actor of the chronicle."""


def statements(db: sqlite3.Connection, question: Question) -> Iterator[StatementFound]:
    """The statements for which all parts of `question` hold, in the order of saying.

    `words` are looked for in what was said. Raises QueryError.
    """
    asked = Conditions(db, question)
    restrict(asked)
    order = "ORDER BY statement.day NULLS LAST, statement.id"
    rows = db.execute(  # only those that are shown are looked at whole
        f"{_SELECT} WHERE statement.id IN (SELECT statement.id FROM {asked.source('statement')}"
        f" {asked.where} {order} LIMIT ? OFFSET ?) {order}",
        [*asked.values, question.limit, question.offset],
    )
    yield from _found(db, rows)


def statements_by_number(
    db: sqlite3.Connection, numbers: Sequence[int]
) -> Iterator[StatementFound]:
    """The statements with these numbers, in the order given; those that are not there left out."""
    marks = ", ".join("?" * len(numbers))
    rows = db.execute(f"{_SELECT} WHERE statement.id IN ({marks})", list(numbers)).fetchall()
    by_number = {row["id"]: row for row in rows}
    yield from _found(db, (by_number[n] for n in numbers if n in by_number))


_SELECT = (
    f"SELECT statement.*, {verdict_of('statement')}, story.title, story.outlet,"
    " story.day AS published, speaker.name AS who, addressee.name AS whom FROM statement"
    " JOIN story ON story.id = statement.story"
    " LEFT JOIN actor AS speaker ON speaker.id = statement.speaker"
    " LEFT JOIN actor AS addressee ON addressee.id = statement.addressee"
)


def _found(db: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> Iterator[StatementFound]:
    texts = Wordings(db)
    for row in rows:
        text = texts[row["story"]]
        source, cue, content = json.loads(row["spans"])
        yield StatementFound(
            statement=row["id"],
            story=row["story"],
            id=row["ref"],
            speaker=row["who"] or text.words(source) or None,
            addressee=row["whom"],
            mode=row["mode"],
            cue=text.words(cue),
            content=text.words(content),
            medium=row["medium"],
            day=row["day"],
            dated=row["dated"],
            title=row["title"],
            outlet=row["outlet"],
            published=row["published"],
            reviewed=row["reviewed"],
            identified=row["who"] is not None,
        )


def on_side(side: str, meant: Meant) -> str:
    """SQL that holds for a row of `statement` whose speaker or addressee is one of those meant. The
    speaker's country stands beside it."""
    speaks = side == "speaker"
    return meant.among("statement.speaker") if speaks else is_one_of(f"statement.{side}", meant)


def restrict(asked: Conditions) -> None:
    """Conditions on rows of `statement` joined with `story`."""
    question = asked.question
    if question.words:
        asked.text("statement_words", "statement.id", question.words)
    asked.days("statement.day")
    asked.outlet("story.outlet")
    for column, name in (("speaker", question.by), ("addressee", question.to)):
        if name:
            asked.add(on_side(column, asked.actor(name)))
    for name in (question.actor, *(question.pair or ())):
        if name:
            meant = asked.actor(name)
            asked.add(f"({on_side('speaker', meant)} OR {on_side('addressee', meant)})")
    if question.place:
        asked.involved("named", "statement.story", asked.place(question.place))
