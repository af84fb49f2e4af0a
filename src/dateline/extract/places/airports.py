"""Airports by name, in full and short: "Heathrow Airport" is London Heathrow Airport."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from dateline.extract.places.gazetteer import Spot
from dateline.knowledge.countries import by_alpha2
from dateline.knowledge.lexicon import key_of
from dateline.knowledge.tables import read_table

KINDS = frozenset(["airport", "airfield", "airbase", "aerodrome"])
"""What ends the folded name of an airport."""


def airports_named(key: str) -> tuple[Spot, ...]:
    """The airports of a folded name that ends in one of KINDS; empty for other names."""
    plain = _plain(key)
    return _airports().get(plain, ()) if plain.rpartition(" ")[2] in KINDS else ()


def _plain(key: str) -> str:
    """A folded name without "international", with its kind in one word."""
    name = key.replace(" international", "").replace(" intl", "")
    return name.replace(" air base", " airbase").replace(" air field", " airfield")


@cache
def _airports() -> Mapping[str, tuple[Spot, ...]]:
    """Airports by each end of their names that has a word before the kind."""
    out: dict[str, list[Spot]] = defaultdict(list)
    folder = files("dateline.extract.places") / "data"
    for row in read_table("airports.tsv", "name", "country", "lat", "lon", folder=folder):
        country = by_alpha2().get(row["country"])
        place = float(row["lat"]), float(row["lon"])
        spot = Spot(row["name"], "facility", *place, country, source="airports")
        words = _plain(key_of(row["name"])).split(" ")
        for first in range(len(words) - 1):
            out[" ".join(words[first:])].append(spot)
    return MappingProxyType({key: tuple(spots) for key, spots in out.items()})
