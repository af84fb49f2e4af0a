"""Events in the columns of PETRARCH2's event files as Phoenix publishes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import permutations, product
from typing import Any, Final, NamedTuple

from dateline.export.events import Told
from dateline.export.lookup import by_key
from dateline.export.story import Party
from dateline.knowledge.tables import Row

NOBODY: Final = "---"
"""CAMEO's code for a country that is not known."""
CODE: Final = 3
"""Letters of a part of an actor's code."""


class Code(NamedTuple):
    """The CAMEO code of an actor."""

    full: str
    entity: str
    role: str
    attributes: str

    @property
    def known(self) -> bool:
        """Whether it says anything."""
        return self.full != NOBODY


def rows(event: Told) -> Iterator[dict[str, Any]]:
    """One row for each pair of one who acts and one who is acted upon.

    Where nobody is acted upon, those who act do so upon one another (two who fight, two who
    talk): each pair both ways, as PETRARCH has it. Actors that CAMEO has no code for give no row.
    """
    actors = list(dict.fromkeys(code_of(party) for party in event.actors))
    recipients = list(dict.fromkeys(code_of(party) for party in event.recipients))
    pairs = product(actors, recipients) if recipients else permutations(actors, 2)
    cameo: str | None = event.row["cameo"]
    place = event.place
    begin = event.row["begin"]
    day = date.fromisoformat(begin) if begin else None
    sentence = event.story.sentence(event.row["at"])
    known = [(s, t) for s, t in pairs if s.known and t.known and s != t]
    for number, (source, target) in enumerate(known, 1):
        yield {
            "id": f"{event.id}-{number}",
            "date": day.strftime("%Y%m%d") if day else None,
            "year": day.year if day else None,
            "month": day.month if day else None,
            "day": day.day if day else None,
            **{f"source_{part}": value or None for part, value in source._asdict().items()},
            **{f"target_{part}": value or None for part, value in target._asdict().items()},
            "cameo": cameo,
            "root": cameo[:2] if cameo else None,
            "quad": _quad(cameo),
            "goldstein": _goldstein(cameo),
            "issues": list(event.event["contexts"]),
            "latitude": place.lat if place else None,
            "longitude": place.lon if place else None,
            "location": place.name if place else None,
            "country": place.country if place else None,
            "sentence_id": f"{event.story.id}_{sentence}" if sentence else None,
            "url": event.story.row["url"],
            "outlet": event.story.row["outlet"],
        }


def code_of(party: Party) -> Code:
    """The CAMEO code of an actor: its country and the roles of its sectors.

    A state is its country's code alone. A body above countries has a code of its own
    (`tables/cameo_actors.tsv`), else IGO. Without country and role it is `---`.
    """
    if party.kind == "igo":
        own = by_key("cameo_actors.tsv", "name", "code").get(party.name)
        parts = own["code"] if own else "IGO"
        return _code([parts[i : i + CODE] for i in range(0, len(parts), CODE)])
    if party.kind == "state" and party.country:
        return _code([party.country])
    table = _roles()
    known = [table[sector] for sector in party.sectors if sector in table]
    alone = [row["role"] for row in known if row["alone"] == "yes"]
    roles = list(dict.fromkeys(alone[:1] or [row["role"] for row in known]))
    return _code([party.country or NOBODY, *roles])


def _code(parts: list[str]) -> Code:
    entity, *rest = parts
    kept = {row["role"] for row in _roles().values() if row["phoenix"] == "role"}
    roles = [part for part in rest if part in kept]
    others = [part for part in rest if part not in kept]
    return Code("".join(parts), entity, ";".join(roles), ";".join(others))


def _roles() -> Mapping[str, Row]:
    return by_key("cameo_roles.tsv", "sector", "role", "alone", "phoenix")


def _quad(cameo: str | None) -> int | None:
    row = by_key("cameo_quads.tsv", "root", "quad").get((cameo or "")[:2])
    return int(row["quad"]) if row else None


def _goldstein(cameo: str | None) -> float | None:
    """The score of a code, else of the nearest code above it."""
    table = by_key("cameo_goldstein.tsv", "code", "score")
    for length in range(len(cameo or ""), 1, -1):
        if row := table.get((cameo or "")[:length]):
            return float(row["score"])
    return None
