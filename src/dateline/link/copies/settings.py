"""The settings of the search for copies, as checked values."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

import yaml

from dateline.errors import DataError


@dataclass(frozen=True)
class Settings:
    """What `settings.yaml` says; the meaning of each is told there."""

    version: int
    shingle: int
    lead_words: int
    body_hashes: int
    body_rows: int
    lead_hashes: int
    lead_rows: int
    number_hashes: int
    fewest: int
    copy: float
    copy_lead: float
    rewrite_within: float
    rewrite_lead: float
    rewrite_alone: float
    brief_lead: float
    brief_within: float
    formula_numbers: int
    formula_share: float
    far_days: int
    far: float


@cache
def settings() -> Settings:
    """The shipped settings. Raises DataError where the file does not hold exactly these."""
    values = yaml.safe_load(files(__package__).joinpath("settings.yaml").read_text("utf-8"))
    names = {f.name for f in fields(Settings)}
    if not isinstance(values, dict) or set(values) != names:
        raise DataError(f"copies/settings.yaml must hold {sorted(names)}")
    made = Settings(**values)
    if made.body_hashes % made.body_rows or made.lead_hashes % made.lead_rows:
        raise DataError("copies/settings.yaml: rows must divide hashes")
    return made
