"""What a head noun and the names around it say together: the one reading of actor phrases.

"Azerbaijan's Defense Ministry spokesman", "Hamas gunmen", "former White House official": the head
gives the kind and the sector, the names beside it the country, and a body or group beside a weak
head ("official", "gunman") its sector. Used for phrases in a story and on their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.extract.actors.tables import cues
from dateline.knowledge import Entry
from dateline.knowledge.entries import PROPER

_BODY = frozenset(["igo", "organisation", "armed_group", "media", "body", "seat"])
_PRIVATE = frozenset(["organisation", "armed_group", "media"])
_STATELY = frozenset(["GOV", "MIL", "LEG", "COP", "JUD", "SPY"])
_OWN = frozenset(["REB", "UAF", "PRM", "OPP", "EDU", "LAB", "AGR", "CRM", "REL"])
"""Sectors of people whose officials are not a state's."""
_COUNTRY = PROPER - {"igo"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase read as an actor."""

    country: str | None
    sectors: tuple[str, ...]
    organisation: str | None
    former: bool
    why: str


def combine(head: Entry, left: Sequence[Entry], right: Sequence[Entry]) -> Reading:
    """Read a head noun with the entries before it (nearest first) and those after it in order."""
    near = [*left, *right]
    country = next((e.country for e in near if e.kind in _COUNTRY and e.country), None)
    body = next((e for e in near if e.kind in _BODY), None)
    former = any(e.kind == "prefix" and e.note == "former" for e in left)
    sectors = _sectors(head, left, right, body)
    if former and head.kind == "office":
        sectors = ("ELI",)
    reasons = [f"head '{head.name}'"]
    if country:
        source = next(e for e in near if e.kind in _COUNTRY and e.country)
        reasons.append(f"country of '{source.wording}'")
    if body is not None:
        reasons.append(f"body '{body.name}'")
    organisation = body.name if body is not None else None
    return Reading(country, sectors, organisation, former, "; ".join(reasons))


def _sectors(
    head: Entry, left: Sequence[Entry], right: Sequence[Entry], body: Entry | None
) -> tuple[str, ...]:
    sectors = list(head.sectors)
    if body is not None and (not sectors or head.name in cues("weak") | cues("anybody")):
        if body.kind in _PRIVATE and "GOV" not in body.sectors:
            sectors = [s for s in sectors if s != "GOV"]
        sectors = [*body.sectors, *sectors]
    people = [e for e in left[:1] if e.kind == "population" and _OWN & set(e.sectors)]
    if body is None and people and head.name in cues("weak"):  # "rebel negotiators"
        sectors = [*people[0].sectors, *(s for s in sectors if s != "GOV")]
    if head.kind == "office":
        sectors = [s for e in reversed(left) if e.kind == "office" for s in e.sectors] + sectors
    lands = [
        e for e in (*left, *right) if e.kind in ("country", "disputed", "historical", "demonym")
    ]
    declared = bool(lands) and lands[0].sectors[:1] == ("PRE",)
    if declared and _STATELY & set(sectors):
        sectors = ["PRE", *sectors]
    return unique(sectors)


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """The items without repeats, in order."""
    return tuple(dict.fromkeys(items))
