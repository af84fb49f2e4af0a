"""The record of one document: the output contract."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import ConfigDict, Field

from dateline.record.base import Value
from dateline.record.claims import (
    Casualty,
    Caution,
    EquipmentLoss,
    Event,
    Format,
    Statement,
    Territory,
)
from dateline.record.document import DocumentFacts
from dateline.record.values import Actor, Place, Time

SCHEMA: Literal["dateline/1"] = "dateline/1"


class Record(Value):
    """What Dateline says about one document. All spans index `text`, in Unicode code points."""

    model_config = ConfigDict(extra="forbid", title="Dateline record")

    id: str
    """The corpus row's id, else a digest of the text."""
    schema_: Literal["dateline/1"] = Field(default=SCHEMA, alias="schema")
    text: str
    """What all spans index."""
    document: DocumentFacts = Field(default_factory=DocumentFacts)
    """The anatomy of the text: headline, dateline, publication date, paragraphs."""
    times: list[Time] = Field(default_factory=list)
    places: list[Place] = Field(default_factory=list)
    actors: list[Actor] = Field(default_factory=list)
    statements: list[Statement] = Field(default_factory=list)
    events: list[Event] = Field(default_factory=list)
    casualties: list[Casualty] = Field(default_factory=list)
    equipment: list[EquipmentLoss] = Field(default_factory=list)
    """Equipment lost, apart from the people."""
    formats: list[Format] = Field(default_factory=list)
    territories: list[Territory] = Field(default_factory=list)
    warnings: list[Caution] = Field(default_factory=list)
    """What was seen and could not be decided."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values, in the order of the contract."""
        return self.model_dump(mode="json", by_alias=True)

    def to_json(self, indent: int | None = None) -> str:
        """The record as JSON: one line, or indented by `indent` spaces."""
        separators = (",", ":") if indent is None else None
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, separators=separators)

    @classmethod
    def from_json(cls, text: str | bytes) -> Record:
        """Read a record back. Raises pydantic's ValidationError on anything else."""
        return cls.model_validate_json(text)

    def brief(self, style: Literal["terminal", "markdown", "html"] = "terminal") -> str:
        """The record as a brief to read: plain text of 80 columns, Markdown, or an HTML page."""
        from dateline.record.brief import render

        return render(self, style)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the record."""
    schema = Record.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
