"""Countries: codes, names and what stands for them in news writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.knowledge.tables import read_table, split

_COLUMNS = (
    "iso3",
    "iso2",
    "name",
    "variants",
    "adjectives",
    "people",
    "capitals",
    "seats",
    "lat",
    "lon",
    "geonames_id",
)


@dataclass(frozen=True, slots=True)
class Country:
    """A country or dependent territory of ISO 3166-1 (and Kosovo, XKX)."""

    iso3: str
    iso2: str
    name: str
    variants: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    """Nouns for nationals, beside the adjectives and their plurals."""
    capitals: tuple[str, ...]
    """Names of the capital, or of the cities where its government sits."""
    seats: tuple[str, ...]
    """Buildings and streets that stand for the government."""
    lat: float
    lon: float
    geonames_id: int | None


@cache
def countries() -> Mapping[str, Country]:
    """All countries by alpha-3 code."""
    table = {
        row["iso3"]: Country(
            iso3=row["iso3"],
            iso2=row["iso2"],
            name=row["name"],
            variants=split(row["variants"]),
            adjectives=split(row["adjectives"]),
            people=split(row["people"]),
            capitals=split(row["capitals"]),
            seats=split(row["seats"]),
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            geonames_id=int(row["geonames_id"]) if row["geonames_id"] else None,
        )
        for row in read_table("countries.tsv", *_COLUMNS)
    }
    return MappingProxyType(table)


def country_name(code: str | None) -> str | None:
    """The usual name of a country by its alpha-3 code; None for any other code."""
    country = countries().get(code or "")
    return country.name if country is not None else None


def is_country(code: str | None) -> bool:
    """Whether a code is one of ISO 3166-1 (or XKX), or none at all."""
    return code is None or code in countries()


@cache
def by_alpha2() -> Mapping[str, str]:
    """Alpha-2 code to alpha-3 code."""
    return MappingProxyType({c.iso2: c.iso3 for c in countries().values()})
