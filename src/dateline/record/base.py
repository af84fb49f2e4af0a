"""What all record types share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Span = Annotated[
    tuple[int, int],
    Field(description="Half-open range of Unicode code points in the record's text."),
]
Spans = list[Span]


class Value(BaseModel):
    """A value of the record. Unknown fields are an error, so that a typing slip cannot hide."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class Reasoned(Value, ABC):
    """A value that says how it came about."""

    id: str
    """Unique in the record; kept as long as the words it stands on are there."""
    why: str = ""
    """The rule, table entry or model output that read it."""

    @abstractmethod
    def evidence(self) -> Spans:
        """The spans of the words that the value stands on, in no particular order."""
