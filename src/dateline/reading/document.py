"""A document as it was read: its text, and what the carrier knew of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.record import Caution


@dataclass(slots=True)
class Document:
    """What goes into `annotate`. Only `text` is needed."""

    text: str
    """All spans of the record index this very string."""
    id: str | None = None
    """Default: a digest of the text."""
    title: str | None = None
    """The headline, where the carrier gave one (it need not stand in `text`)."""
    date: str | None = None
    """ISO date of publication, where the carrier gave one."""
    source: str | None = None
    """Outlet or agency, where the carrier gave one."""
    url: str | None = None
    byline: str | None = None
    language: str | None = None
    """ISO 639-1 code, where the carrier gave one."""
    origin: str | None = None
    """Absolute path of the file that it is the whole of; None for pages, rows and other texts."""
    warnings: list[Caution] = field(default_factory=list)
    """What was seen while reading; the record keeps them."""
