"""Events in the columns of the public POLECAT files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from dateline.export.events import Told
from dateline.export.lookup import country
from dateline.export.story import Party, Spot
from dateline.export.version import PRODUCT

QUADS: Final = {
    1: "VERBAL COOPERATION",
    2: "MATERIAL COOPERATION",
    3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}

_PEOPLE: Final = frozenset({"person"})
_BODIES: Final = frozenset({"igo", "organisation", "armed_group", "media"})


def rows(event: Told) -> Iterator[dict[str, Any]]:
    """One row for each event; several actors stand in one field."""
    place = event.place
    record = event.story.body.record
    yield {
        "event_id": event.id,
        "begin": event.row["begin"],
        "type": event.row["type"],
        "mode": event.row["mode"],
        "intensity": event.row["intensity"],
        "quad": QUADS[event.quad],
        "contexts": list(event.event["contexts"]),
        **_side("actor", event.actors),
        **_side("recipient", event.recipients),
        **_where(place),
        "outlet": event.story.row["outlet"],
        "published": event.story.row["day"],
        "people": _names(record["actors"], _PEOPLE),
        "organisations": _names(record["actors"], _BODIES),
        "locations": _names(record["places"], None),
        "language": record["document"]["language"],
        "version": PRODUCT,
    }


def _side(side: str, parties: list[Party]) -> dict[str, Any]:
    return {
        side: [p.name for p in parties],
        f"{side}_country": [p.country or "" for p in parties],
        f"{side}_cow": [country(p.country).get("cow", "") for p in parties],
        f"{side}_sector": [p.sectors[0] if p.sectors else "" for p in parties],
        f"{side}_sectors": ["|".join(p.sectors) for p in parties],
        f"{side}_title": [p.title or "" for p in parties],
        f"{side}_words": [p.words for p in parties],
    }


def _where(place: Spot | None) -> dict[str, Any]:
    column = place.scale.get("column") if place else None
    return {
        "placename": place.name if place else None,
        "city": place.name if place and column == "city" else None,
        "province": place.name if place and column == "province" else None,
        "country": place.country if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geonames_id": place.geonames_id if place else None,
        "place_words": place.words if place else None,
        "feature": (place.scale.get("feature") or None) if place else None,
    }


def _names(values: list[dict[str, Any]], kinds: frozenset[str] | None) -> list[str]:
    """The names of a record's values of some kinds, each once."""
    return list(dict.fromkeys(v["name"] for v in values if kinds is None or v["kind"] in kinds))
