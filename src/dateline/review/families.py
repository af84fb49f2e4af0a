"""The families of values that may be reviewed, as data: `families.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from dateline.extract.events.ontology import ontology
from dateline.knowledge.tables import read_table
from dateline.record.brief.labels import labels

Verdict = Literal["accepted", "corrected", "rejected", "merged", "split", "added"]
"""accepted: right as the machine has it; corrected: some fields are other; rejected: no such value;
merged: one with another value of its story; split: some of its words are another value; added: the
machine missed it."""
Kind = Literal[
    "choice", "codes", "text", "words", "actor", "actors", "place", "places", "statement",
    "members", "date", "day", "days", "count", "number", "degrees", "flag", "country",
]  # fmt: skip
DOCUMENT: Final = "document"
"""The id of what is known of the story as a whole: its date and agency."""
WARNING: Final = "warning-"
"""Begins the id of a warning, which has none of its own: its number follows."""


class Field(BaseModel):
    """A field that may be corrected."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    label: str
    kind: Kind
    needed: bool = False
    """Whether it must have a value."""
    choices: Mapping[str, str] | str = ""

    @property
    def options(self) -> Mapping[str, str]:
        """What may be chosen: codes and words for them; nothing where it is no choice."""
        return tables()[self.choices] if isinstance(self.choices, str) else self.choices


class Family(BaseModel):
    """A family of values."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    one: str
    many: str
    words: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field | None:
        """The field of this name, if there is one."""
        return next((f for f in self.fields if f.name == name), None)


@cache
def families() -> Mapping[str, Family]:
    """All families by their name in the record. A broken table raises ValidationError."""
    text = resources.files(__package__).joinpath("families.yaml").read_text(encoding="utf-8")
    return TypeAdapter(dict[str, Family]).validate_python(yaml.safe_load(text))


@cache
def tables() -> Mapping[str, Mapping[str, str]]:
    """The choices that are tables elsewhere: codes and words for them."""
    known = labels()
    modes: dict[str, Any] = {}
    for type_, kind in ontology().items():
        for mode in kind.modes:
            modes.setdefault(mode, known.event(type_, mode))
    sectors = {r["word"]: r["meaning"] for r in read_table("sectors.tsv", "word", "meaning")}
    return {
        "": {},
        "types": dict(known.types),
        "statuses": dict(known.statuses),
        "modes": dict(sorted(modes.items())),
        "sectors": sectors,
    }
