"""A chronicle, for Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, Any, Self

from dateline.api.reviews import Reviewing
from dateline.chronicle.brief import briefing
from dateline.chronicle.incidents import IncidentFound, incident, incidents
from dateline.chronicle.ingest import Ingested, ingest
from dateline.chronicle.intensity import Intensity, intensity
from dateline.chronicle.keep import Keeper
from dateline.chronicle.linker import Ruling
from dateline.chronicle.pages.brief import brief_page
from dateline.chronicle.timeline import timeline
from dateline.errors import QueryError
from dateline.export import Written, export, frame
from dateline.link.timeline import Entry
from dateline.reading import read_documents
from dateline.reading.document import Document
from dateline.reading.items import BadInput
from dateline.reading.rows import read_row
from dateline.record import Record
from dateline.record.brief import Style, show
from dateline.store import (
    ActorFound,
    EventFound,
    FormatFound,
    FormatRow,
    Question,
    StatementFound,
    Store,
    StoryFound,
    events,
    formats,
    person,
    statements,
    stories,
)
from dateline.store import format as one_format

if TYPE_CHECKING:
    import pandas


class Chronicle(Reviewing):
    """Many stories in one file: what they tell of together, each with its sources.

        with dateline.Chronicle("war.db", create=True) as chronicle:
            chronicle.ingest(["wires/*.jsonl"])
            for said in chronicle.statements(by="Lavrov", words="ceasefire"):
                print(said.day, said.content)

    The keywords of all that is asked are the fields of `dateline.Question`; they raise QueryError
    where a name or a date cannot be understood, and TypeError for a keyword that there is not.
    """

    def __init__(self, path: str | PathLike[str], *, create: bool = False) -> None:
        """Open the chronicle at `path`; with `create`, begin one where there is none.

        Raises StoreError where it is missing, damaged, or of a later version.
        """
        self._store = Store(path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
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
        """The record of the story with this number, with its reviews laid over it."""
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

    def formats(self, words: str | None = None, **question: Any) -> list[FormatRow]:
        """Mediation formats, those that most stories name first; `words` are of their names."""
        return list(formats(self._store.db, Question(words=words, **question)))

    def format(self, name: str) -> FormatFound:
        """One mediation format across the stories. Raises QueryError where there is none."""
        return one_format(self._store.db, name)

    def incidents(
        self, words: str | None = None, *, least: int = 1, widest: bool = False, **question: Any
    ) -> list[IncidentFound]:
        """Incidents, in the order of happening, or (`widest`) those told by most stories first.

        `least`: so many stories at least tell of each.
        """
        asked = Question(words=words, **question)
        return list(incidents(self._store.db, asked, least=least, widest=widest))

    def incident(self, number: int) -> IncidentFound:
        """The incident with this number. Raises QueryError where there is none."""
        return incident(self._store.db, number)

    def timeline(
        self, words: str | None = None, *, dates: int = 20, sentences: int = 2, **question: Any
    ) -> list[Entry]:
        """The days that matter, in order, with the sentences that tell them best."""
        return timeline(self._store.db, dates, sentences, Question(words=words, **question))

    def intensity(self, words: str | None = None, **question: Any) -> Intensity:
        """Conflict and cooperation by day and pair, counted by incident, and the changes."""
        return intensity(self._store.db, Question(words=words, **question))

    def brief(self, words: str | None = None, *, style: Style = "terminal", **question: Any) -> str:
        """A cited briefing note: `style` is `terminal` (80 columns), `markdown` or `html`."""
        return show(brief_page(briefing(self._store.db, Question(words=words, **question))), style)

    def join(self, event: int, other: int, reviewer: str = "") -> None:
        """Decide that two events are one happening. Raises QueryError for one that is not there.

        The decision is kept with the words that tell the events, and outlives a new reading.
        """
        self._rule("join", event, other, reviewer)

    def part(self, event: int, other: int, reviewer: str = "") -> None:
        """Decide that two events are two happenings; the same holds as for `join`."""
        self._rule("part", event, other, reviewer)

    def _rule(self, kind: Ruling, event: int, other: int, reviewer: str) -> None:
        keeper = Keeper(self._store)
        with keeper.writing():
            keeper.linker.rule(kind, event, other, reviewer)

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

        `what`: events, incidents, statements, stories, casualties, actors, places or times.
        Raises QueryError,
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
