"""A first grouping of events across stories: same type, the same parties, dates within a day.

It is what a reader would try first, not a proof that two reports tell one happening; the brief
says so. Stories are never merged and no source is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, NamedTuple

from dateline.record.brief.clean import clean
from dateline.record.brief.dates import as_day
from dateline.record.brief.view import View
from dateline.record.claims import Event

NEAR: Final = timedelta(days=1)
"""Two reports of one happening may date it this far apart (time zones, "overnight")."""


class Told(NamedTuple):
    """An event as one story tells it."""

    story: int
    """Number of the story in the chronicle, from 1."""
    view: View
    event: Event


@dataclass
class Happening:
    """Events of one or more stories that look like one."""

    begin: date
    end: date
    parties: frozenset[str]
    places: frozenset[str]
    told: list[Told] = field(default_factory=list)


def together(views: Sequence[View]) -> list[Happening]:
    """All dated events of the stories, grouped, in order of date. Takes time linear in events."""
    dated: list[tuple[date, date, Told]] = []
    for number, view in enumerate(views, 1):
        for event in view.record.events:
            begin = as_day(event.date.begin) if event.date else None
            if begin and event.date:
                dated.append((begin, as_day(event.date.end) or date.max, Told(number, view, event)))
    dated.sort(key=lambda d: (d[0], d[1], d[2].story))
    happenings: list[Happening] = []
    latest: dict[tuple[str, str, str], Happening] = {}
    for begin, end, told in dated:
        parties, places = _parties(told), _places(told)
        keys = [(told.event.type, told.event.status, party) for party in sorted(parties)]
        near = {id(latest[key]): latest[key] for key in keys if key in latest}
        home = next((h for h in near.values() if _same(h, begin, end, parties, places)), None)
        if home is None:
            home = Happening(begin, end, parties, places)
            happenings.append(home)
        home.told.append(told)
        home.places |= places
        for key in keys:
            latest[key] = home
    return happenings


def _same(
    home: Happening, begin: date, end: date, parties: frozenset[str], places: frozenset[str]
) -> bool:
    # Measured from the first report: a chain of days would make one happening of a whole war.
    if begin - home.begin > NEAR or not _ends_near(home.end, end):
        return False
    if home.places and places and not home.places & places:
        return False
    needed = min(2, len(home.parties), len(parties))
    return len(home.parties & parties) >= needed


def _ends_near(one: date, other: date) -> bool:
    return abs(one - other) <= NEAR


def _parties(told: Told) -> frozenset[str]:
    """What an event's parties are compared by: their countries, else their names.

    An event of nobody in particular ("fighting broke out") is told by where it happened.
    """
    keys = set()
    for ref in (*told.event.actors, *told.event.recipients):
        actor = told.view.actors.get(ref)
        if actor:
            keys.add(actor.country or clean(actor.name).casefold())
    return frozenset(keys) or frozenset(f"in {place}" for place in _places(told))


def _places(told: Told) -> frozenset[str]:
    """The places of an event, countries left out: they say too little to keep two apart."""
    known = told.view.places
    found = (known[p] for p in told.event.places if p in known)
    return frozenset(clean(p.name).casefold() for p in found if p.kind != "country")
