"""The 16 PLOVER types as data: `ontology/*.yaml`, one file for each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import yaml

from dateline.errors import DataError
from dateline.record.claims import PloverType

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

TYPES: tuple[PloverType, ...] = get_args(PloverType)
VERBAL = frozenset(["AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE", "SUPPORT", "ACCUSE"])
"""Types of acts that are done in saying so."""
ABSORBING = frozenset(["AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"])
"""Verbal acts; what they are about is no event of its own, but decides their mode."""
HOSTILE = frozenset(["ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"])
"""The types of material conflict."""
PACT = "057"
"""CAMEO of signing or reaching an accord."""
COOPERATIVE = frozenset((1, 2))
"""The quad classes of cooperation, verbal and material."""


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of a type, with its own intensity and closest CAMEO code."""

    score: float
    cameo: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A PLOVER type."""

    type: PloverType
    label: str
    definition: str
    quad: int
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    score: float
    """Intensity, -10 (conflict) to 10 (cooperation)."""
    recipient_required: bool
    happens_somewhere: bool
    """False for verbal acts, which get no pin on a map."""
    cameo: str
    modes: dict[str, Mode]
    boundary: tuple[str, ...]


@cache
def ontology() -> dict[PloverType, Kind]:
    """All types. Raises DataError where a file is missing or broken."""
    folder = files("dateline.extract.events").joinpath("ontology")
    out: dict[PloverType, Kind] = {}
    for name in TYPES:
        path = folder.joinpath(f"{name.lower()}.yaml")
        try:
            row = yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader)
            out[name] = _kind(row)
        except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
            raise DataError(f"events/ontology/{name.lower()}.yaml: {error!r}") from error
        if out[name].type != name:
            raise DataError(f"events/ontology/{name.lower()}.yaml describes {out[name].type}")
    return out


def _kind(row: dict[str, Any]) -> Kind:
    return Kind(
        type=row["type"],
        label=str(row["label"]),
        definition=str(row["definition"]).strip(),
        quad=int(row["quad"]),
        score=float(row["score"]),
        recipient_required=bool(row["recipient_required"]),
        happens_somewhere=bool(row["happens_somewhere"]),
        cameo=str(row["cameo"]),
        modes={k: Mode(float(m["score"]), str(m["cameo"])) for k, m in row["modes"].items()},
        boundary=tuple(row["boundary"]),
    )


def intensity(type_: PloverType, mode: str | None) -> float:
    """The PLOVER score of a type, or of its mode."""
    kind = ontology()[type_]
    return kind.modes[mode].score if mode in kind.modes else kind.score


def cameo_of(type_: PloverType, mode: str | None) -> str:
    """The closest CAMEO code of a type, or of its mode."""
    kind = ontology()[type_]
    return kind.modes[mode].cameo if mode in kind.modes else kind.cameo
