"""The small tables of places: countries, disputed territories, curated names, cues."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from dateline.extract.places.gazetteer import Spot
from dateline.knowledge.countries import countries
from dateline.knowledge.lexicon import key_of
from dateline.knowledge.tables import Row, read_table, split

_DISPUTED = (
    "name",
    "variants",
    "adjectives",
    "people",
    "capitals",
    "country",
    "claims",
    "lat",
    "lon",
    "status",
)
_HISTORICAL = (
    "name",
    "variants",
    "adjectives",
    "people",
    "country",
    "begin",
    "end",
    "lat",
    "lon",
)


def _own(name: str, *columns: str) -> list[Row]:
    return read_table(name, *columns, folder=files("dateline.extract.places") / "data")


@cache
def country_spots() -> Mapping[str, Spot]:
    """Countries, former countries and disputed territories by folded name."""
    out: dict[str, Spot] = {}
    for c in countries().values():
        spot = Spot(c.name, "country", c.lat, c.lon, c.iso3, "", 0, c.geonames_id, "countries")
        for name in (c.name, *c.variants):
            out[key_of(name)] = spot
    for row in read_table("disputed.tsv", *_DISPUTED):
        spot = _row_spot(row, "disputed" if row["claims"] else "region", "disputed")
        for name in (row["name"], *split(row["variants"])):
            out.setdefault(key_of(name), spot)
    for row in read_table("historical.tsv", *_HISTORICAL):
        spot = _row_spot(row, "former country", "historical")
        for name in (row["name"], *split(row["variants"])):
            out.setdefault(key_of(name), spot)
    return MappingProxyType(out)


@cache
def curated_spots() -> Mapping[str, Spot]:
    """The curated places by folded name."""
    out: dict[str, Spot] = {}
    for row in _own("curated.tsv", "name", "variants", "kind", "country", "lat", "lon"):
        spot = _row_spot(row, row["kind"], "curated")
        for name in (row["name"], *split(row["variants"])):
            out.setdefault(key_of(name), spot)
    return MappingProxyType(out)


def _row_spot(row: Row, kind: str, source: str) -> Spot:
    place = float(row["lat"]), float(row["lon"])
    return Spot(row["name"], kind, *place, row["country"] or None, source=source)


@cache
def cues(role: str) -> frozenset[str]:
    """The words of one role in `cues.tsv`."""
    return frozenset(r["word"] for r in _own("cues.tsv", "role", "word") if r["role"] == role)


@cache
def abbreviations() -> Mapping[str, str]:
    """Abbreviated names of US states, folded, and their postal codes ("calif": "CA")."""
    rows = _own("us_states.tsv", "code", "wordings")
    return MappingProxyType({key_of(w): r["code"] for r in rows for w in split(r["wordings"])})


@cache
def state_name(code: str) -> str:
    """The name of a US state by its postal code."""
    return next(
        split(r["wordings"])[0]
        for r in _own("us_states.tsv", "code", "wordings")
        if r["code"] == code
    )
