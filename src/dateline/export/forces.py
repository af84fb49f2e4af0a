"""What kind of force an actor is, in the terms of ACLED and UCDP: `tables/forces.tsv`."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from dateline.export.lookup import table
from dateline.export.story import Party
from dateline.knowledge.countries import countries
from dateline.knowledge.tables import Row

STATE: Final = 1
"""The order of a state's forces."""


class Kind(NamedTuple):
    """What an actor is taken for."""

    order: int
    """ACLED's number of the kind; 0 where it has none for it."""
    inter: str
    """ACLED's word for the kind; empty where it has none for it."""
    force: str
    """armed, civilians, or empty."""


UNKNOWN: Final = Kind(0, "", "")


def kind_of(party: Party | None) -> Kind:
    """The kind of an actor."""
    if party is not None:
        for row in _rows():
            known = party.sectors if row["by"] == "sector" else (party.kind,)
            if row["by"] in ("sector", "kind") and row["value"] in known:
                return _kind(row)
    return UNKNOWN


@cache
def named(value: str) -> Kind:
    """A kind that no sector and no kind of actor stands for: Rioters, Protesters, Abroad."""
    return next(_kind(r) for r in _rows() if r["by"] == "-" and r["value"] == value)


def land(code: str | None) -> str | None:
    """The name of a country; None for none."""
    country = countries().get(code or "")
    return country.name if country else None


def _kind(row: Row) -> Kind:
    return Kind(int(row["order"]), row["inter"], row["force"])


@cache
def _rows() -> list[Row]:
    return table("forces.tsv", "by", "value", "order", "inter", "force")
