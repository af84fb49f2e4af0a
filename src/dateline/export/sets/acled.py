"""Events in the columns of ACLED's export, by `tables/acled_types.tsv` and `tables/forces.tsv`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from dateline.export.deaths import deaths
from dateline.export.events import Told
from dateline.export.forces import STATE, UNKNOWN, Kind, kind_of, land, named
from dateline.export.lookup import country, number, table
from dateline.export.story import Party
from dateline.knowledge.tables import Row

VIOLENCE: Final = "Political violence"
WEEK: Final = 7
"""Days within which a date has precision 2."""


def rows(event: Told) -> Iterator[dict[str, Any]]:
    """One row for each event of a kind that ACLED codes, where a party or a place is known."""
    where = event.place.country if event.place else None
    kinds = [_kind(p, where) for p in event.actors]
    others = [_kind(p, where) for p in event.recipients]
    row = _type(event, _against(kinds, others))
    if row is None or not (kinds or others or event.places):
        return
    one, two = _sides(event)
    first = named(row["inter1"]) if row["inter1"] else _main(one, where)
    second = _main(two, where)
    begin = event.row["begin"]
    place = event.place
    code = where or next((p.country for p in event.actors if p.country), None)
    kinds_of_both = sorted(k for k in (first, second) if k.inter)
    toll = deaths(event)
    violent = row["disorder_type"] == VIOLENCE
    yield {
        "id": f"{where or 'XXX'}-{event.id}",
        "date": begin,
        "year": int(begin[:4]) if begin else None,
        "time_precision": _precision(event),
        "disorder_type": row["disorder_type"] or None,
        "event_type": row["event_type"] or None,
        "sub_event_type": row["sub_event_type"] or None,
        "actor1": _called(one, first, code),
        "assoc_actor_1": _beside(one, first),
        "inter1": first.inter or None,
        "actor2": _called(two, second, code),
        "assoc_actor_2": _beside(two, second),
        "inter2": second.inter or None,
        "interaction": _interaction(kinds_of_both, alone=not two and not violent),
        "civilian_targeting": "Civilian targeting" if violent and _civilians(others) else None,
        "iso": number(country(where).get("numeric")),
        "region": country(where).get("acled_region") or None,
        "country": land(where),
        "admin1": place.name if place and place.scale.get("column") == "province" else None,
        "location": place.name if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geo_precision": number(place.scale.get("acled")) if place else None,
        "source": event.story.row["outlet"],
        "notes": _notes(event),
        "fatalities": toll.low if toll else None,
        "timestamp": int(datetime.fromisoformat(event.story.row["added"]).timestamp()),
    }


def _type(event: Told, against: str) -> Row | None:
    """The first row of the table that fits the event."""
    for row in _types():
        mode = event.row["mode"] or "-"
        if (
            row["type"] == event.row["type"]
            and row["mode"] in ("*", mode)
            and row["against"] in ("*", against)
        ):
            return row
    return None


def _against(actors: Sequence[Kind], recipients: Sequence[Kind]) -> str:
    """civilians, armed, or nothing: what `against` of the table asks for."""
    struck = {kind.force for kind in recipients}
    if _civilians(recipients):
        return "civilians"
    if "armed" in struck and any(kind.force == "armed" for kind in actors):
        return "armed"
    both = sum(kind.force == "armed" for kind in actors)
    return "armed" if not recipients and both > 1 else ""


def _sides(event: Told) -> tuple[list[Party], list[Party]]:
    """Actor 1 and those beside it, actor 2 and those beside it. Two who fight face each other."""
    if event.recipients or len(event.actors) < 2:
        return event.actors, event.recipients
    return event.actors[:1], event.actors[1:]


def _main(side: Sequence[Party], where: str | None) -> Kind:
    return _kind(side[0], where) if side else UNKNOWN


def _kind(party: Party, where: str | None) -> Kind:
    """What an actor is. Forces of a state outside its country are external ones."""
    kind = kind_of(party)
    abroad = where and party.country and party.country != where
    return named("Abroad") if kind.order == STATE and abroad else kind


def _collective(kind: Kind) -> bool:
    """Protesters, rioters and civilians: ACLED names the kind, and who it was beside it."""
    return kind.inter in ("Rioters", "Protesters", "Civilians")


def _called(side: Sequence[Party], kind: Kind, code: str | None) -> str | None:
    if _collective(kind):
        name = land((side[0].country if side else None) or code)
        return f"{kind.inter} ({name})" if name else kind.inter
    return side[0].name if side else None


def _beside(side: Sequence[Party], kind: Kind) -> list[str]:
    return [party.name for party in (side if _collective(kind) else side[1:])]


def _interaction(kinds: Sequence[Kind], *, alone: bool) -> str | None:
    """Both kinds, in ACLED's order; or the one that is `alone` (violence always has two)."""
    if len(kinds) == 2:
        return f"{kinds[0].inter}-{kinds[1].inter}"
    return f"{kinds[0].inter} only" if kinds and alone else None


def _civilians(recipients: Sequence[Kind]) -> bool:
    struck = {kind.force for kind in recipients}
    return "civilians" in struck and "armed" not in struck


def _precision(event: Told) -> int | None:
    """1 for a day that the text gives, 2 within a week or where the story's day stands in, 3."""
    begin, until = event.row["begin"], event.row["until"]
    if begin is None:
        return None
    days = (date.fromisoformat(until or begin) - date.fromisoformat(begin)).days + 1
    if days == 1 and event.row["own_date"]:
        return 1
    return 2 if days <= WEEK else 3


def _notes(event: Told) -> str:
    """The sentence, and on whose word."""
    by = event.said_by
    return f"{event.sentence} [according to {by}]" if by else event.sentence


@cache
def _types() -> list[Row]:
    columns = ("type", "mode", "against", "disorder_type", "event_type", "sub_event_type", "inter1")
    return table("acled_types.tsv", *columns)
