"""The words that a brief uses for the codes of a record: `labels.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

import yaml
from pydantic import BaseModel, ConfigDict

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Labels(BaseModel):
    """The table, checked when it is loaded. Every lookup falls back on the code itself."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    parts_of_year: Mapping[str, str]
    types: Mapping[str, str]
    modes: Mapping[str, Mapping[str, str]]
    statuses: Mapping[str, str]
    bases: Mapping[str, str]
    roles: Mapping[str, tuple[str, str]]
    relations: Mapping[str, str]
    territories: Mapping[str, str]
    kinds: Mapping[str, str]
    counts: tuple[str, ...]
    categories: Mapping[str, str]

    def part_of_year(self, code: str) -> str:
        """The name of a month ("01" to "12"), season or quarter; empty where there is none."""
        if code.isdigit() and 1 <= int(code) <= len(self.months):
            return self.months[int(code) - 1]
        return self.parts_of_year.get(code, "")

    def event(self, type_: str, mode: str | None) -> str:
        """What an event is, in plain words: its mode where it has one, else its type."""
        if not mode:
            return self.types.get(type_, type_.lower())
        own = self.modes.get(type_, {}).get(mode)
        return own or self.modes["any"].get(mode) or mode.replace("-", " ").replace("_", " ")

    def role(self, role: str, several: bool) -> str:
        """A member's role in a format, in the singular or the plural."""
        forms = self.roles.get(role)
        return forms[several] if forms else role

    def relation(self, kind: str) -> str:
        """How one format relates to another."""
        return self.relations.get(kind, kind.replace("_", " "))


@cache
def labels() -> Labels:
    """The table. A broken one raises pydantic's ValidationError."""
    text = resources.files(__package__).joinpath("labels.yaml").read_text(encoding="utf-8")
    return Labels.model_validate(yaml.load(text, Loader=_LOADER))  # noqa: S506  (a safe loader)
