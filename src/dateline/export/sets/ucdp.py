"""Lethal violence in the columns of UCDP's Georeferenced Event Dataset."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from dateline.export.deaths import CIVILIANS, deaths
from dateline.export.events import Told
from dateline.export.forces import STATE, kind_of, land
from dateline.export.lookup import country, number, table
from dateline.export.story import Party

CELLS: Final = 720
"""Cells of half a degree in a row of PRIO-GRID."""
MONTH: Final = 31


class Side(NamedTuple):
    """One side of an event."""

    party: Party | None
    ref: str | None
    """The actor's id in the record."""

    @property
    def state(self) -> bool:
        """Whether it is a government or its forces."""
        return kind_of(self.party).order == STATE and bool(self.party and self.party.country)

    @property
    def civilians(self) -> bool:
        """Whether it is people without arms."""
        return kind_of(self.party).force == "civilians"

    @property
    def armed(self) -> bool:
        """Whether it is an organised armed actor."""
        return kind_of(self.party).force == "armed"

    @property
    def name(self) -> str | None:
        """The name in UCDP's manner."""
        if self.party is None:
            return None
        if self.state and (name := land(self.party.country)):
            return f"Government of {name}"
        return "Civilians" if self.civilians else self.party.name

    @property
    def gw(self) -> int | None:
        """The state's number in Gleditsch and Ward's list."""
        return number(country(self.party.country).get("gw")) if self.party and self.state else None


def rows(event: Told) -> Iterator[dict[str, Any]]:
    """One row for each act of violence of a lethal kind with an armed side or with deaths."""
    if event.row["type"] != "ASSAULT" or (event.row["mode"] or "-") not in _modes():
        return
    one, two = _sides(event)
    place = event.place
    toll = deaths(event)
    if not (toll or one.armed or two.armed):
        return
    low, high = (toll.low, toll.high) if toll else (None, None)
    killed = {
        "deaths_a": toll.of(one.ref, None) if toll and one.ref else None,
        "deaths_b": toll.of(two.ref, None) if toll and two.ref and not two.civilians else None,
        "deaths_civilians": toll.of(None, CIVILIANS) if toll else None,
    }
    where = place.country if place else None
    begin, until = event.row["begin"], event.row["until"]
    story = event.story.row
    yield {
        "id": event.row["id"],
        "relid": event.id,
        "year": int(begin[:4]) if begin else None,
        "type_of_violence": _violence(one, two),
        "dyad_name": f"{one.name} - {two.name}" if one.name and two.name else None,
        "side_a": one.name,
        "side_b": two.name,
        "number_of_sources": 1,
        "source_article": _article([story["outlet"], story["day"], story["title"]]),
        "source_office": story["outlet"],
        "source_date": story["day"],
        "source_headline": story["title"],
        "source_original": event.said_by,
        "where_prec": number(place.scale.get("ucdp")) if place else None,
        "where_coordinates": place.name if place else None,
        "where_description": [spot.words for spot in event.places],
        "adm_1": place.name if place and place.scale.get("column") == "province" else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        **_grid(place.lat if place else None, place.lon if place else None),
        "country": land(where),
        "country_id": number(country(where).get("gw")),
        "region": country(where).get("ucdp_region") or None,
        "date_prec": _precision(begin, until, bool(event.row["own_date"])),
        "date_start": begin,
        "date_end": until or begin,
        **killed,
        "deaths_unknown": max(0, low - sum(n or 0 for n in killed.values())) if low else None,
        "best": low,
        "high": high,
        "low": low,
        "gwnoa": one.gw,
        "gwnob": two.gw,
    }


def _sides(event: Told) -> tuple[Side, Side]:
    """Side A and side B; a government stands first, as in UCDP."""
    refs = [*event.event["actors"][:2], None, None]
    if event.event["recipients"]:
        refs = [refs[0], event.event["recipients"][0]]
    one, two = (Side(event.story.party(ref), ref) for ref in refs[:2])
    return (two, one) if two.state and not one.state and one.armed else (one, two)


def _violence(one: Side, two: Side) -> int | None:
    """1 with a state, 2 without, 3 against civilians; None where a side is not known."""
    if one.armed and two.civilians:
        return 3
    if one.armed and two.armed:
        return 1 if one.state or two.state else 2
    return None


def _precision(begin: str | None, until: str | None, own: bool) -> int | None:
    """1 a day, 2 under a week, 3 a week, 4 a month, 5 more; 2 where the story's day stands in."""
    if begin is None:
        return None
    days = (date.fromisoformat(until or begin) - date.fromisoformat(begin)).days + 1
    if days == 1:
        return 1 if own else 2
    return 2 if days < 7 else 3 if days == 7 else 4 if days <= MONTH else 5


def _grid(lat: float | None, lon: float | None) -> dict[str, Any]:
    """The point as WKT, and the cell of PRIO-GRID that holds it (numbered from the south-west)."""
    if lat is None or lon is None:
        return {"geom_wkt": None, "priogrid_gid": None}
    row = min(math.floor((lat + 90) * 2), CELLS // 2 - 1)
    column = min(math.floor((lon + 180) * 2), CELLS - 1)
    return {"geom_wkt": f"POINT ({lon} {lat})", "priogrid_gid": row * CELLS + column + 1}


def _article(parts: Sequence[str | None]) -> str | None:
    return ",".join(f'"{part}"' for part in parts if part) or None


@cache
def _modes() -> frozenset[str]:
    return frozenset(row["mode"] for row in table("ucdp_modes.tsv", "mode"))
