"""Are two happenings one? The answer, how sure, and why in plain words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp
from typing import Final

import yaml

from dateline.errors import DataError
from dateline.link.incidents.bars import bar
from dateline.link.incidents.features import features
from dateline.link.incidents.ground import UNGROUNDED, grounded
from dateline.link.incidents.happening import Happening
from dateline.link.incidents.rarity import Rarity


@dataclass(frozen=True)
class Weights:
    """How much each feature says, and from where on two happenings are one."""

    threshold: float
    """A pair from here on is one happening."""
    together: float
    """The mean over pairs from which two incidents are one."""
    start: dict[str, float]
    """Relation of the words -> where the sum begins."""
    weights: dict[str, dict[str, float]]
    """Relation of the words -> feature -> weight."""


@dataclass(frozen=True)
class Verdict:
    """What a comparison says."""

    score: float
    """0 to 1: how surely the two are one happening; 0 where something rules it out."""
    same: bool
    why: list[str] = field(default_factory=list)
    """The reasons, weightiest first, in plain words."""
    barred: bool = False
    """Whether something rules it out."""


_SAID: Final = 0.05
"""A feature that moves the logit by less is not worth telling."""


@cache
def weights() -> Weights:
    """The shipped weights. Raises DataError where the file is broken."""
    values = yaml.safe_load(files(__package__).joinpath("weights.yaml").read_text("utf-8"))
    try:
        columns = values["relations"]
        rows = {name: dict(zip(columns, row, strict=True)) for name, row in values["rows"].items()}
        start = rows.pop("start")
        by_relation = {c: {name: row[c] for name, row in rows.items()} for c in columns}
        return Weights(values["threshold"], values["together"], start, by_relation)
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"incidents/weights.yaml: {error}") from error


@cache
def _wording() -> dict[str, str]:
    """Feature -> plain words."""
    values: dict[str, str] = yaml.safe_load(
        files(__package__).joinpath("wording.yaml").read_text("utf-8")
    )
    return values


_NO_RARITY: Final = Rarity()


def compare(
    a: Happening, b: Happening, rarity: Rarity = _NO_RARITY, by: Weights | None = None
) -> Verdict:
    """Whether two happenings are one. Symmetric, and pure: `rarity` says how rare words are.

    What rules it out comes first (`bars.py`); else the features are weighed by a logistic
    regression (`weights.yaml` says how its weights were found; `by` takes their place).
    """
    against = bar(a, b)
    if against:
        return Verdict(0.0, False, [against], barred=True)
    w = by or weights()
    relation, found = features(a, b, rarity)
    row = w.weights[relation]
    parts = {name: row[name] * value for name, value in found.items() if value}
    score = 1 / (1 + exp(-(w.start[relation] + sum(parts.values()))))
    if score > UNGROUNDED and not grounded(a, b, found, rarity):
        return Verdict(UNGROUNDED, False, ["no place, day, figure or wording in common"])
    told = sorted(parts, key=lambda name: (-abs(parts[name]), name))
    why = [
        _wording()[name].format(a=a, b=b, value=found[name])
        for name in told
        if name in _wording() and abs(parts[name]) >= _SAID
    ]
    return Verdict(score, score >= w.threshold, list(dict.fromkeys(why)))
