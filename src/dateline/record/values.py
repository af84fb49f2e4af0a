"""Times, places and actors: what statements and events refer to."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dateline.record.base import Reasoned, Span, Spans, Value

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
ActorKind = Literal["person", "state", "igo", "organisation", "armed_group", "population", "media"]
MentionKind = Literal["name", "title", "pronoun", "metonym", "demonym"]


class Time(Reasoned):
    """An expression of time (TIMEX3) and the days that it covers."""

    span: Span
    text: str
    type: TimexType
    value: str
    """As in TIMEX3: `2020-10-01`, `2014-SU`, `1992/1994`, `P3D`, `PRESENT_REF`."""
    edtf: str | None = None
    """The same in EDTF (ISO 8601-2), where EDTF can say it."""
    begin: str | None = None
    """First ISO day."""
    end: str | None = None
    """Last ISO day."""

    def evidence(self) -> Spans:
        """The spans of the words that the value stands on."""
        return [self.span]


class Place(Reasoned):
    """A place that the text names."""

    span: Span
    text: str
    name: str
    kind: str
    """country, region, city, water, facility, disputed, ..."""
    lat: float | None = None
    """Degrees north (WGS 84)."""
    lon: float | None = None
    """Degrees east (WGS 84)."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    geonames_id: int | None = None
    metonym: bool = False
    """True where the name stands for a government ("Moscow expects")."""

    def evidence(self) -> Spans:
        """The spans of the words that the value stands on."""
        return [self.span]


class Role(Value):
    """An office or function that the text gives a person."""

    title: str
    organisation: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-3."""


class Mention(Value):
    """Words that refer to an actor."""

    span: Span
    how: MentionKind


class Actor(Reasoned):
    """Who acts, speaks or is acted upon."""

    name: str
    kind: ActorKind
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    code: str | None = None
    """The user's own code, from the roster, for a land or side that ISO 3166-1 does not know."""
    sectors: list[str] = Field(default_factory=list)
    """PLOVER sector codes (GOV, MIL, REB, ...)."""
    roles: list[Role] = Field(default_factory=list)
    mentions: list[Mention] = Field(default_factory=list)
    members: list[str] = Field(default_factory=list)
    """Actor ids, for a group of actors named as one ("both parties to the conflict")."""

    @property
    def land(self) -> str | None:
        """The country, or the user's own code for a land that ISO 3166-1 does not know."""
        return self.country or self.code

    def evidence(self) -> Spans:
        """The spans of the words that the value stands on."""
        return [m.span for m in self.mentions]
