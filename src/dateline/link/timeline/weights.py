"""The weights of `weights.yaml`, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.errors import DataError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class DayWeights:
    """What makes a day important (`days.py`); meanings as in the file."""

    edges: tuple[int, ...]
    later: int
    old: int
    prior: float
    recalled: float
    kept: float
    volume: float
    inside: float
    before: int


@dataclass(frozen=True, slots=True)
class SentenceWeights:
    """What makes a sentence tell a day well (`sentences.py`); meanings as in the file."""

    unsaid: float
    place: float
    undated: float
    ahead: float
    soon: int
    later: float
    spoken: float
    aside: float
    named: float
    form: float
    topic: float
    apart: float
    fresh: float
    same: float
    query: float


@cache
def _tables() -> dict[str, Any]:
    try:
        text = (files(__package__) / "weights.yaml").read_text("utf-8")
        return dict(yaml.load(text, Loader=_Loader))  # noqa: S506 (a safe loader)
    except (OSError, yaml.YAMLError, TypeError, ValueError) as error:
        raise DataError(f"timeline/weights.yaml: {error!r}") from error


@cache
def weights() -> DayWeights:
    """The weights of days. Raises DataError where the file is broken."""
    try:
        row = _tables()["days"]
        return DayWeights(**{**row, "edges": tuple(map(int, row["edges"]))})
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"timeline/weights.yaml, days: {error!r}") from error


@cache
def sentence_weights() -> SentenceWeights:
    """The weights of sentences. Raises DataError where the file is broken."""
    try:
        return SentenceWeights(**_tables()["sentences"])
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"timeline/weights.yaml, sentences: {error!r}") from error
