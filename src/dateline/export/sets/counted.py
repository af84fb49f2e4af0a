"""Incidents in the columns of ACLED and UCDP: one row for each happening, as these count.

The row is that of the telling whose sides are those that most tellings have, of such the one that
fills most columns (of like ones the latest), with what all
tellings add: outlets, sources, and the range of the deaths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
    coded = _coded(incident, of_acled.rows)
    row = _fullest(coded, incident.found)
    if row is None:
        return
    first = incident.tellings[0]
    tolls = _tolls(incident)
    yield row | {
        "id": f"{row['id'].partition('-')[0]}-{first.id}",
        "source": _outlets(incident),
        "notes": f"{row['notes']} [{_sources(incident.found)}]",
        "fatalities": min((t.low for t in tolls if t.low is not None), default=None),
        "timestamp": max(one["timestamp"] for _, one in coded),
    }


def ucdp(incident: Incident) -> Iterator[Row]:
    """A row of UCDP's for an incident of lethal violence."""
    coded = _coded(incident, of_ucdp.rows)
    row = _fullest(coded, incident.found)
    if row is None:
        return
    tolls = _tolls(incident)
    highest = [t.high for t in tolls if t.high is not None]
    yield row | {
        "id": incident.found.incident,
        "relid": incident.tellings[0].id,
        "number_of_sources": incident.found.independent,
        "source_article": list(dict.fromkeys(one["source_article"] or "" for _, one in coded)),
        "source_office": _outlets(incident),
        "low": min((t.low for t in tolls if t.low is not None), default=None),
        "high": max(highest, default=None) if len(highest) == len(tolls) else None,
    }


def _coded(incident: Incident, rows: Callable[[Told], Iterator[Row]]) -> list[tuple[Told, Row]]:
    """The rows of all tellings, each with its telling."""
    return [(telling, row) for telling in incident.tellings for row in rows(telling)]


def _fullest(coded: Sequence[tuple[Told, Row]], found: IncidentFound) -> Row | None:
    """The row of the telling that says most of what all say; no row of a denial."""
    best: tuple[tuple[int, int], Row] | None = None
    for telling, row in coded:
        if telling.row["status"] != found.status:
            continue
        filled = sum(value not in (None, "", []) for value in row.values())
        worth = _agrees(telling, found), filled
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
