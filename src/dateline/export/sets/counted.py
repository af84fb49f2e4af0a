"""Incidents in the columns of ACLED and UCDP: one row for each happening, as these count.

The row is that of the telling whose sides are those that most tellings have, of such the one that
fills most columns (of like ones the latest), with what all
tellings add: outlets, sources, and the range of the deaths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dateline.chronicle.incidents import IncidentFound
from dateline.export.deaths import Deaths, deaths
from dateline.export.events import Told
from dateline.export.incidents import Incident
from dateline.export.sets import acled as of_acled
from dateline.export.sets import ucdp as of_ucdp

Row = dict[str, Any]


def acled(incident: Incident) -> Iterator[Row]:
    """A row of ACLED's for an incident of a kind that it codes."""
    row = _fullest(incident, of_acled.rows)
    if row is None:
        return
    first = incident.tellings[0]
    tolls = _tolls(incident)
    yield row | {
        "id": f"{row['id'].partition('-')[0]}-{first.id}",
        "source": _outlets(incident),
        "notes": f"{row['notes']} [{_sources(incident.found)}]",
        "fatalities": min((t.low for t in tolls if t.low is not None), default=None),
        "timestamp": max(t["timestamp"] for e in incident.tellings for t in of_acled.rows(e)),
    }


def ucdp(incident: Incident) -> Iterator[Row]:
    """A row of UCDP's for an incident of lethal violence."""
    row = _fullest(incident, of_ucdp.rows)
    if row is None:
        return
    tolls = _tolls(incident)
    highest = [t.high for t in tolls]
    yield row | {
        "id": incident.found.incident,
        "relid": incident.tellings[0].id,
        "number_of_sources": incident.found.independent,
        "source_article": "; ".join(
            dict.fromkeys(t["source_article"] or "" for e in incident.tellings
                          for t in of_ucdp.rows(e))
        ),
        "source_office": _outlets(incident),
        "low": min((t.low for t in tolls if t.low is not None), default=None),
        "high": max((h for h in highest if h is not None), default=None)
        if None not in highest
        else None,
    }  # fmt: skip


def _fullest(incident: Incident, rows: Callable[[Told], Iterator[Row]]) -> Row | None:
    """The row of the telling that says most of what all say; no row of a denial."""
    best: tuple[tuple[int, int], Row] | None = None
    for telling in incident.tellings:
        if telling.row["status"] != incident.found.status:
            continue
        for row in rows(telling):
            filled = sum(value not in (None, "", []) for value in row.values())
            worth = _agrees(telling, incident.found), filled
            if best is None or worth >= best[0]:
                best = worth, row
    return best[1] if best else None


def _agrees(telling: Told, found: IncidentFound) -> int:
    """On how many sides a telling has whom most tellings have."""
    sides = ((telling.actors, found.actors), (telling.recipients, found.recipients))
    return sum({party.name for party in mine[:1]} == set(most[:1]) for mine, most in sides)


def _tolls(incident: Incident) -> list[Deaths]:
    return [toll for telling in incident.tellings if (toll := deaths(telling))]


def _outlets(incident: Incident) -> list[str]:
    return list(dict.fromkeys(s.outlet for s in incident.found.sources if s.outlet))


def _sources(found: IncidentFound) -> str:
    """How many tell it, who says it and who denies it, in words."""
    stories = "1 story" if found.stories == 1 else f"{found.stories} stories"
    sources = "1 source" if found.independent == 1 else f"{found.independent} sources"
    told = f"{stories}, {sources}"
    denied = ", ".join(dict.fromkeys(voice.party.name for voice in found.denied_by))
    return f"{told}; denied by {denied}" if denied else told
