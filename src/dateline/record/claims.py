"""Statements, events, casualties, formats and territories: what is said and done."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dateline.record.base import Reasoned, Spans, Value

Mode = Literal["direct", "indirect", "mixed"]
Status = Literal[
    "occurred", "ongoing", "planned", "called_for", "threatened", "denied", "hypothetical"
]
PloverType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
TerritoryKind = Literal[
    "part_of",
    "controls",
    "lost",
    "took",
    "claims",
    "declares_independence",
    "populated_by",
    "disputed",
]


class Statement(Reasoned):
    """An attribution relation: who says (or thinks, expects, promises) what."""

    speaker: str | None = None
    """Actor id."""
    source: Spans = Field(default_factory=list)
    cue: Spans = Field(default_factory=list)
    content: Spans = Field(default_factory=list)
    mode: Mode
    addressee: str | None = None
    """Actor id."""
    medium: str | None = None
    """The outlet or channel that the words were given to."""
    date: str | None = None
    """EDTF: when it was said."""
    within: str | None = None
    """Id of the statement that this one is part of."""
    same_as: list[str] = Field(default_factory=list)
    """Ids of other statements of this document that repeat it."""

    def evidence(self) -> Spans:
        """The spans of the words that the value stands on."""
        return [*self.source, *self.cue, *self.content]


class EventDate(Value):
    """When an event happened, and the time expression that says so."""

    edtf: str | None = None
    begin: str | None = None
    end: str | None = None
    time: str | None = None
    """Id in `times`; null where the document's own date stands in."""


class Event(Reasoned):
    """A PLOVER event."""

    type: PloverType
    mode: str | None = None
    contexts: list[str] = Field(default_factory=list)
    cameo: str | None = None
    """The closest CAMEO code."""
    trigger: Spans = Field(default_factory=list)
    actors: list[str] = Field(default_factory=list)
    recipients: list[str] = Field(default_factory=list)
    date: EventDate | None = None
    places: list[str] = Field(default_factory=list)
    status: Status = "occurred"
    attributed_to: str | None = None
    """Statement id; null where the document itself asserts it."""
    intensity: float | None = None
    """PLOVER score, -10 (conflict) to 10 (cooperation)."""
    confidence: float = 0.0
    """0 to 1."""

    def evidence(self) -> Spans:
        """The spans of the words that the value stands on."""
        return self.trigger


class Count(Value):
    """A number of people or things, as a range; an open end is null."""

    min: int | None = None
    max: int | None = None


Loss = Literal["killed", "injured", "captured", "missing", "displaced"]


class Together(Count):
    """One number for several kinds of loss, which the text does not tell apart."""

    of: list[Loss] = Field(default_factory=list)


class Casualty(Reasoned):
    """A claim about people killed, injured, captured, missing or displaced."""

    spans: Spans
    side: str | None = None
    """Actor id: whose people."""
    category: Literal["civilian", "military"] | None = None
    killed: Count | None = None
    injured: Count | None = None
    captured: Count | None = None
    missing: Count | None = None
    displaced: Count | None = None
    together: Together | None = None
    """A total such as "200 killed or captured" or "12 casualties": in none of the counts above."""
    by: str | None = None
    """Actor id: on whose word."""

    def evidence(self) -> Spans:
        """The spans of the words that the value stands on."""
        return self.spans


class EquipmentLoss(Reasoned):
    """A claim about military equipment destroyed, shot down, damaged, captured or lost."""

    spans: Spans
    what: str
    """tank, armoured_vehicle, artillery, air_defence, drone, helicopter, aircraft, ship, ..."""
    count: Count
    fate: str
    """destroyed, shot_down, damaged, captured, sunk or lost."""
    side: str | None = None
    """Actor id: whose equipment."""
    by: str | None = None
    """Actor id: on whose word."""

    def evidence(self) -> Spans:
        """The spans of the words that the value stands on."""
        return self.spans


class Member(Value):
    """A member of a mediation format."""

    actor: str
    """Actor id."""
    role: str | None = None
    """co-chair, mediator, party, host, guarantor or observer."""


class Relation(Value):
    """How one format relates to another."""

    kind: str
    """complements, not_a_substitute_for, under, replaces, ..."""
    to: str
    """As the text names it."""
    spans: Spans = Field(default_factory=list)


class Format(Reasoned):
    """A mediation format: who meets with whom, under whom, for what."""

    name: str
    spans: Spans
    members: list[Member] = Field(default_factory=list)
    purpose: str | None = None
    since: str | None = None
    """EDTF."""
    relations: list[Relation] = Field(default_factory=list)

    def evidence(self) -> Spans:
        """The spans of the words that the value stands on."""
        return self.spans


class Territory(Reasoned):
    """What the text says of a territory's status."""

    place: str | None = None
    """Place id."""
    kind: TerritoryKind
    holder: str | None = None
    """Actor id: who has, took or claims it; for `lost`, who has it now."""
    previous: str | None = None
    """Actor id: who had or lost it."""
    by: str | None = None
    """Actor id: who says so."""
    date: str | None = None
    """EDTF."""
    spans: Spans
    attributed_to: str | None = None
    """Statement id."""

    def evidence(self) -> Spans:
        """The spans of the words that the value stands on."""
        return self.spans


class Caution(Value):
    """What was seen and could not be decided."""

    code: str
    message: str
    span: tuple[int, int] | None = None
