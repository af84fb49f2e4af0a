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
STAMPS: Final = 4
"""So many stamps in a row are taken off the head of a sentence."""
_QUOTED: Final = re.compile(r'"[^"]{1,2000}"|“[^”]{1,2000}”')


@dataclass(frozen=True, slots=True)
class _Rules:
    least: int
    good: tuple[int, int]
    most: int
    never: tuple[re.Pattern[str], ...]
    weak: tuple[tuple[re.Pattern[str], float], ...]
    quoted: float
    stamps: tuple[re.Pattern[str], ...]
    before: re.Pattern[str]
    after: re.Pattern[str]


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
            stamps=tuple(re.compile(row["pattern"]) for row in table["stamps"]),
            before=re.compile(table["marks"]["before"], re.I),
            after=re.compile(table["marks"]["after"], re.I),
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


def clear_of_stamps(text: str) -> int:
    """Where a sentence begins behind bullets, clock stamps and dates that stand before it."""
    at = 0
    for _ in range(STAMPS):
        ends = (m.end() for p in _rules().stamps if (m := p.match(text, at)) and m.end() > at)
        end = next(ends, at)
        if end == at or end >= len(text):
            break
        at = end
    return at


def only_marks(before: str, after: str) -> bool:
    """Whether a time between these words is but a mark for something else ("since Tuesday")."""
    rules = _rules()
    return bool(rules.before.search(before) or rules.after.match(after))
