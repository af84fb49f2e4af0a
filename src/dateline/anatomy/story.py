"""A story laid out: what anatomy hands to the stages after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dateline.record import DocumentFacts


class Segment(NamedTuple):
    """A stretch of text that is parsed on its own: no sentence crosses its ends."""

    start: int
    """First character."""
    end: int
    """One past the last character."""
    kind: str
    """`title`, `standfirst` or `body` (a paragraph without its dateline)."""


@dataclass(slots=True)
class Story:
    """A text with its parts told apart."""

    text: str
    facts: DocumentFacts
    segments: list[Segment]
    """What is read for content, in order: furniture, byline and dateline are left out."""

    @property
    def published(self) -> date | None:
        """The publication date, or None where it is unknown."""
        value = self.facts.published.value
        return date.fromisoformat(value[:10]) if value else None
