"""One review: what a person said of one value of a story's record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from dateline.review.families import Verdict

Value = dict[str, Any]
"""A value of a record as plain values, in the form of the record's JSON."""


class Words(NamedTuple):
    """Words that a value stands on, with those around them in their sentence."""

    text: str
    before: str
    after: str
    at: int
    """Their first character in the text as it was."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a person said of a value. The machine's value stays as it is."""

    review: int
    """Its number in the chronicle."""
    story: int
    family: str
    """`statements`, `events`, ... as in the record; `document` for the story's date and agency."""
    value: str
    """The value's id in the record, as last found."""
    words: tuple[Words, ...]
    """By which the value is found again."""
    verdict: Verdict
    fields: Mapping[str, Any]
    """corrected: the fields that are other, as the record has them (words as texts, not spans);
    merged: `into`, the id of the other value; split: `words`, the numbers among `words` of those
    that are another value, and its `name`."""
    names: Mapping[str, str]
    """Names (or first words) of the actors, places and statements that ids here stand for."""
    machine: Value
    """The value as the machine had it when it was reviewed."""
    passage: str
    """The sentences that the value stood in."""
    offset: int
    """Where they began in the text."""
    reviewer: str
    made: str
    """UTC, ISO 8601."""
    note: str
    again: str | None
    """Why it is to be asked again; None while it holds."""
    later: int | None
    """The review that took its place."""
    undone: str | None
    """When it was taken back, UTC."""

    @property
    def holds(self) -> bool:
        """Whether it counts."""
        return self.again is None and self.later is None and self.undone is None
