"""A chronicle, for Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from os import PathLike
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from dateline.chronicle.ingest import Ingested, ingest
from dateline.errors import QueryError
from dateline.export import Written, export, frame
from dateline.reading import read_documents
from dateline.reading.document import Document
from dateline.reading.items import BadInput
from dateline.reading.rows import read_row
from dateline.record import Record
from dateline.store import (
    ActorFound,
    EventFound,
    Question,
    StatementFound,
    Store,
    StoryFound,
    events,
    person,
    statements,
    stories,
)

if TYPE_CHECKING:
    import pandas


class Chronicle:
    """Many stories in one file: what they tell of together, each with its sources.

        with dateline.Chronicle("war.db", create=True) as chronicle:
            chronicle.ingest(["wires/*.jsonl"])
            for said in chronicle.statements(by="Lavrov", words="ceasefire"):
                print(said.day, said.content)

    The keywords of `stories`, `statements` and `events` are the fields of `dateline.Question`;
    they raise QueryError where a name or a date cannot be understood.
    """

    def __init__(self, path: str | PathLike[str], *, create: bool = False) -> None:
        """Open the chronicle at `path`; with `create`, begin one where there is none.

        Raises StoreError where it is missing, damaged, or of a later version.
        """
        self._store = Store(path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def ingest(
        self,
        stories: Iterable[str | Document | Mapping[str, Any]],
        *,
        today: date | None = None,
        jobs: int = 1,
    ) -> list[Ingested]:
        """Keep stories: names of files, folders, patterns and addresses, documents, corpus rows.

        `today`: the reading date (default: the day's date). `jobs`: processes. What cannot be
        read is told (`change` is `failed`) and stops nothing.
        """
        return list(ingest(self._store, _items(stories), today or date.today(), jobs))

    def record(self, story: int) -> Record:
        """The record of the story with this number."""
        return self._store.record(story)

    def stories(self, words: str | None = None, **question: Any) -> list[StoryFound]:
        """Stories; with `words`, the best match first, else the newest."""
        return list(stories(self._store.db, Question(words=words, **question)))

    def statements(self, words: str | None = None, **question: Any) -> list[StatementFound]:
        """Statements, in the order of saying."""
        return list(statements(self._store.db, Question(words=words, **question)))

    def events(self, words: str | None = None, **question: Any) -> list[EventFound]:
        """Events, in the order of happening."""
        return list(events(self._store.db, Question(words=words, **question)))

    def actor(self, name: str) -> ActorFound:
        """One actor across the stories; a country means all of it. Raises QueryError for nobody."""
        return person(self._store.db, name)

    def export(
        self,
        what: str,
        path: str | PathLike[str],
        *,
        columns: str = "dateline",
        format: str | None = None,
        header: bool = True,
        spreadsheet: bool = False,
        **question: Any,
    ) -> Written:
        """Write all of `what` that fits to a file: see `dateline.export.export`.

        `what`: events, statements, stories, casualties, actors, places or times. Raises QueryError,
        and InputError where the file cannot be written.
        """
        return export(
            self._store.db,
            what,
            path,
            columns=columns,
            format=format,
            question=_whole(question),
            header=header,
            spreadsheet=spreadsheet,
        )

    def frame(self, what: str, *, columns: str = "dateline", **question: Any) -> pandas.DataFrame:
        """The same as a pandas frame (the extra `frames`)."""
        return frame(self._store.db, what, columns=columns, question=_whole(question))


def _whole(question: dict[str, Any]) -> Question:
    """A question to an export, which is never cut off."""
    for part in ("limit", "offset"):
        if part in question:
            raise QueryError(f"an export is of all that fits: it takes no {part!r}")
    return Question(**question)


def _items(
    stories: Iterable[str | Document | Mapping[str, Any]],
) -> Iterator[Document | BadInput]:
    """What `ingest` was given, as documents, in order."""
    for number, entry in enumerate(stories, 1):
        if isinstance(entry, Document):
            yield entry
        elif isinstance(entry, str):
            yield from read_documents([entry])
        else:
            yield read_row(f"story {number}", entry)
