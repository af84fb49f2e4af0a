"""How well a sentence can stand alone in a timeline, by its wording."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import yaml

from dateline.errors import DataError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTED: Final = re.compile(r'"[^"]{1,2000}"|“[^”]{1,2000}”')


@dataclass(frozen=True, slots=True)
class _Rules:
    least: int
    good: tuple[int, int]
    most: int
    never: tuple[re.Pattern[str], ...]
    weak: tuple[tuple[re.Pattern[str], float], ...]
    quoted: float


@cache
def _rules() -> _Rules:
    try:
        text = (files(__package__) / "wording.yaml").read_text("utf-8")
        table = yaml.load(text, Loader=_Loader)  # noqa: S506 (a safe loader)
        length = table["length"]
        return _Rules(
            least=int(length["least"]),
            good=(int(length["good"][0]), int(length["good"][1])),
            most=int(length["most"]),
            never=tuple(re.compile(row["pattern"], re.I) for row in table["never"]),
            weak=tuple(
                (re.compile(row["pattern"], re.I), float(row["times"])) for row in table["weak"]
            ),
            quoted=float(table["quoted"]),
        )
    except (OSError, yaml.YAMLError, re.error, KeyError, TypeError, ValueError) as error:
        raise DataError(f"timeline/wording.yaml: {error!r}") from error


def fitness(text: str) -> float:
    """How well a sentence stands alone, from 0 (not at all) to 1. Raises DataError."""
    rules = _rules()
    count = len(text.split())
    if not rules.least <= count <= rules.most or any(p.search(text) for p in rules.never):
        return 0.0
    out = 1.0
    for pattern, times in rules.weak:
        if pattern.search(text):
            out *= times
    quoted = sum(b - a for a, b in (m.span() for m in _QUOTED.finditer(text)))
    out *= 1.0 - (1.0 - rules.quoted) * quoted / len(text)
    short, long = rules.good
    return out * min(1.0, count / short, long / count)
