"""The anatomy of a document: what kind of text it is, whose, from where and when."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dateline.record.base import Span, Spans, Value

Basis = Literal["metadata", "url", "dateline", "inferred", "unknown"]


class Line(Value):
    """A title, standfirst or byline. `span` is null where the carrier gave it outside the text."""

    text: str
    span: Span | None = None


class DatelineLine(Value):
    """The dateline: where the story was filed, when, by which agency."""

    span: Span
    place: str | None = None
    """As written; several places joined by `/`."""
    date: str | None = None
    """EDTF. Without a year in the text, that of the publication date."""
    agency: str | None = None


class Published(Value):
    """The publication date and what it stands on."""

    value: str | None = None
    """ISO date."""
    basis: Basis = "unknown"
    alternatives: list[str] = Field(default_factory=list)
    """Other ISO dates that fit the story as well, nearest first."""
    why: str = ""


class DocumentFacts(Value):
    """What is known of the document as a whole."""

    title: Line | None = None
    standfirst: Line | None = None
    byline: Line | None = None
    dateline: DatelineLine | None = None
    agency: str | None = None
    """The agency or outlet that wrote it, under its usual name."""
    language: str | None = None
    """ISO 639-1 code."""
    url: str | None = None
    source: str | None = None
    """The outlet that the carrier names."""
    published: Published = Field(default_factory=Published)
    paragraphs: Spans = Field(default_factory=list)
    sentences: Spans = Field(default_factory=list)
    furniture: Spans = Field(default_factory=list)
    """Navigation and other wording that is no part of the article."""
