"""What the extractors share: the parsed story, and what was found before them.

Every extractor is one module with one entry function `extract(found) -> list[...]`. It reads
`found`, may add to `found.notes`, and returns the values of its family; the caller puts them in
`found` for the next. None reads a file, a clock or a global.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from dateline.anatomy.story import Story
from dateline.extract.spans import SpanIndex
from dateline.knowledge import Match, lexicon
from dateline.language.parsed import Parsed
from dateline.record import (
    Actor,
    Casualty,
    EquipmentLoss,
    Event,
    Format,
    Ids,
    Notes,
    Place,
    Statement,
    Territory,
    Time,
)


@dataclass
class Found:
    """One story on its way through the extractors."""

    story: Story
    parsed: Parsed
    notes: Notes = field(default_factory=Notes)
    ids: Ids = field(default_factory=Ids)
    times: list[Time] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    casualties: list[Casualty] = field(default_factory=list)
    equipment: list[EquipmentLoss] = field(default_factory=list)
    formats: list[Format] = field(default_factory=list)
    territories: list[Territory] = field(default_factory=list)
    scene: object | None = field(default=None, repr=False, compare=False)
    """What the families after the statements share (`dateline.extract.events.scene`)."""

    @cached_property
    def names(self) -> list[Match]:
        """Names and nouns of the shared tables, in text order; none overlaps another."""
        return lexicon().scan(self.story.text)

    # The indexes below are made at the first look, so look only at families that are complete.

    @cached_property
    def time_at(self) -> SpanIndex[Time]:
        """Times by the characters they stand on."""
        return SpanIndex((t.span, t) for t in self.times)

    @cached_property
    def place_at(self) -> SpanIndex[Place]:
        """Places by the characters they stand on."""
        return SpanIndex((p.span, p) for p in self.places)

    @cached_property
    def actor_at(self) -> SpanIndex[Actor]:
        """Actors by the characters of their mentions; mentions may nest."""
        return SpanIndex((m.span, a) for a in self.actors for m in a.mentions)

    @cached_property
    def time_by_id(self) -> dict[str, Time]:
        """The times by id."""
        return {time.id: time for time in self.times}

    @cached_property
    def place_by_id(self) -> dict[str, Place]:
        """The places by id."""
        return {place.id: place for place in self.places}

    @cached_property
    def actor_by_id(self) -> dict[str, Actor]:
        """Actors by id."""
        return {a.id: a for a in self.actors}

    @cached_property
    def statement_by_id(self) -> dict[str, Statement]:
        """The statements by id."""
        return {statement.id: statement for statement in self.statements}
