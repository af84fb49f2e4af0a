"""One document through all stages: read -> anatomy -> language -> extract -> record.

Pure functions of the document, the reading date and the installed knowledge, so that one process,
a pool or a cluster run them the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from importlib import import_module

from dateline.anatomy.dissect import dissect
from dateline.anatomy.story import Story
from dateline.errors import EmptyError
from dateline.extract.found import Found
from dateline.language import parse, parse_many
from dateline.language.parsed import Parsed
from dateline.reading.document import Document
from dateline.reading.languages import language_of
from dateline.record import Notes, Record, document_id
from dateline.record.base import Reasoned

FAMILIES = (
    "times",
    "places",
    "actors",
    "statements",
    "events",
    "casualties",
    "equipment",
    "formats",
    "territories",
)
"""The families of values, each a module of `dateline.extract`, in the order in which they build
on one another."""

READABLE = "en"


def annotate_document(
    document: Document, today: date, families: Sequence[str] = FAMILIES
) -> Record:
    """The record of one document.

    `today` is the reading date, which bounds the guess at a missing year. `families` are those
    wanted, in the order of FAMILIES and with all that they build on; the others stay empty. Raises
    EmptyError where there is no text. A text that is not English gets its anatomy and a warning,
    no values.
    """
    return assemble(document, examine(document, today, families))


def annotate_documents(
    documents: Iterable[Document], today: date, families: Sequence[str] = FAMILIES
) -> Iterator[Record]:
    """The records of many documents, in order; the encoder sees them in one stream.

    A stage that fails on one document costs that document its remaining values and is named in
    its warnings (`internal_error`); the other documents go on.
    """
    laid = [(document, *lay_out(document, today)) for document in documents]
    parses = parse_many((story.text, story.segments) for _, story, _ in laid)
    for (document, story, notes), parsed in zip(laid, parses, strict=True):
        yield assemble(document, extract(story, parsed, notes, families, forgiving=True))


def examine(document: Document, today: date, families: Sequence[str] = FAMILIES) -> Found:
    """All that was found in one document, with what was rejected on the way."""
    story, notes = lay_out(document, today)
    return extract(story, parse(story.text, story.segments), notes, families)


def lay_out(document: Document, today: date) -> tuple[Story, Notes]:
    """The story's anatomy, and the notes that go with it from here on."""
    if not document.text.strip():
        raise EmptyError("there is no text in it")
    notes = Notes(warnings=list(document.warnings))
    story = dissect(document, notes, today)
    story.facts.language = language_of(document.text).language or document.language
    if story.facts.language not in (READABLE, None):
        notes.warn(
            "language",
            f"the text seems to be in '{story.facts.language}'; "
            "only English is read, so there are no values",
        )
        story.segments = []
    return story, notes


def extract(
    story: Story,
    parsed: Parsed,
    notes: Notes,
    families: Sequence[str] = FAMILIES,
    *,
    forgiving: bool = False,
) -> Found:
    """The families of values of a parsed story.

    With `forgiving`, an exception ends up as the warning `internal_error` instead of rising.
    """
    found = Found(story, parsed, notes)
    story.facts.sentences = [parsed.span(s.start, s.end) for s in parsed.sentences]
    for family in families:
        run: Callable[[Found], list[Reasoned]] = import_module(f"dateline.extract.{family}").extract
        try:
            values = run(found)
        except Exception as error:
            if not forgiving:
                raise
            notes.warn("internal_error", f"{family}: {type(error).__name__}: {error}")
            values = []
        setattr(found, family, sorted(values, key=_first_span))
    found.scene = None  # it refers back to `found`
    return found


def assemble(document: Document, found: Found) -> Record:
    """The record of what was found."""
    facts = found.story.facts
    facts.url = document.url
    facts.source = document.source
    return Record(
        id=document.id or document_id(document.text),
        text=document.text,
        document=facts,
        warnings=found.notes.warnings,
        **{family: getattr(found, family) for family in FAMILIES},
    )


def _first_span(value: Reasoned) -> tuple[int, int]:
    """Where a value first stands in the text: the sort key of every list of the record."""
    return min(value.evidence(), default=(0, 0))
