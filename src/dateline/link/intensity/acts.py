"""Acts: who did what to whom on which day, as flat values; and what of them a measure counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

import yaml

from dateline.errors import DataError
from dateline.extract.events.ontology import ontology
from dateline.record.claims import PloverType

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Act(NamedTuple):
    """One report of an act of one actor towards another."""

    day: str
    """ISO date on which it happened, by this report."""
    actor: str
    """Key of who acts: an alpha-3 code, an actor's id in the store."""
    recipient: str
    """Key of who is acted upon."""
    type: PloverType
    score: float
    """PLOVER intensity, -10 (conflict) to 10 (cooperation)."""
    incident: str
    """Id of the happening; several reports share it."""
    source: str
    """Id of the story; give the id of its group of copies to count copies once."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of act that is counted together."""

    name: str
    label: str
    quads: frozenset[int]
    types: frozenset[str]

    def counts(self, type_: PloverType) -> bool:
        """Whether acts of this type are of the kind."""
        if self.types and type_ not in self.types:
            return False
        return not self.quads or ontology()[type_].quad in self.quads


@cache
def measures() -> Mapping[str, Measure]:
    """The measures of `measures.yaml` by name. Raises DataError."""
    try:
        text = (files(__package__) / "measures.yaml").read_text("utf-8")
        rows = yaml.load(text, Loader=_Loader)  # noqa: S506 (a safe loader)
        found = {
            name: Measure(
                name,
                str(row["label"]),
                frozenset(map(int, row.get("quads", ()))),
                frozenset(row.get("types", ())),
            )
            for name, row in rows.items()
        }
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise DataError(f"intensity/measures.yaml: {error!r}") from error
    unknown = {t for m in found.values() for t in m.types} - set(ontology())
    if unknown:
        raise DataError(f"intensity/measures.yaml: no PLOVER types: {sorted(unknown)}")
    return MappingProxyType(found)


def agreed_days(acts: Iterable[Act]) -> dict[str, str]:
    """The day of each incident: the one that most reports give, the earliest of several."""
    votes: dict[str, Counter[str]] = {}
    for act in acts:
        votes.setdefault(act.incident, Counter())[act.day] += 1
    return {i: min(days, key=lambda d: (-days[d], d)) for i, days in votes.items()}
