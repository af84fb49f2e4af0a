"""What the overview draws: conflict and cooperation of a pair, and where the latest events were."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from starlette.requests import Request

from dateline.chronicle.intensity import intensity
from dateline.desk.counts import counted
from dateline.desk.map.drawing import drawing
from dateline.desk.map.spots import spots
from dateline.desk.tides import Tides, tides
from dateline.errors import QueryError
from dateline.store import Question, Store, chosen_events, tallies
from dateline.store.overview import RECENT, Overview
from dateline.store.pairs import Busy

DAYS: Final = timedelta(days=90)
"""Before the last day on which the pair did anything: what is drawn of it."""
SPANS: Final = (RECENT, DAYS, timedelta(days=365), timedelta(days=3650))
"""Before the last day of the chronicle: what may be on the map."""
FEW: Final = 3
"""Places that make a map of the latest days worth looking at."""
PLACES: Final = 60
NAMED: Final = 6
"""Places whose name is written on the small map."""
LETTER: Final = 19.0
"""Width of a letter there, in units of the drawing: it is shown at less than half its size."""


@dataclass(frozen=True, slots=True)
class PairLately:
    """One pair's last days."""

    pair: tuple[str, str]
    since: str | None
    """ISO days that are drawn."""
    until: str | None
    drawn: Tides | None
    """None where nothing that counts happened on two days."""
    problem: str = ""
    """Why there is none, where the question cannot be understood."""


def pair_lately(
    request: Request, store: Store, seen: Overview, pairs: Sequence[Busy]
) -> PairLately | None:
    """The pair that the address asks for, else the busiest of `pairs`; None where there is none."""
    asked = [name.strip() for name in request.query_params.getlist("between") if name.strip()]
    if asked and len(asked) != 2:
        return PairLately((asked[0], ""), None, None, None, "between needs two names")
    if not asked and not pairs:
        return None
    one, other = asked or (pairs[0].one, pairs[0].other)
    remembered = request.app.state.remembered
    try:
        found = remembered.get(
            ("lately", one, other), lambda: _lately(store.db, (one, other), seen.last)
        )
    except QueryError as error:
        return PairLately((one, other), None, None, None, str(error))
    return found  # type: ignore[no-any-return]  # what `_lately` said


def _lately(db: sqlite3.Connection, pair: tuple[str, str], last: str | None) -> PairLately:
    where, values = chosen_events(db, Question(pair=pair, until=last))
    row = db.execute(
        f"SELECT event.begin FROM event JOIN story ON story.id = event.story {where}"  # noqa: S608
        " AND event.begin IS NOT NULL ORDER BY event.begin DESC LIMIT 1",
        values,
    ).fetchone()
    if row is None:
        return PairLately(pair, None, None, None)
    until = date.fromisoformat(row[0])
    since = until - DAYS if until - date.min > DAYS else date.min
    asked = Question(pair=pair, since=since.isoformat(), until=until.isoformat())
    drawn = tides(intensity(db, asked), asked.days())
    return PairLately(pair, asked.since, asked.until, drawn)


@dataclass(frozen=True, slots=True)
class MapLately:
    """The small map."""

    since: str
    """First ISO day of the events on it."""
    until: str
    drawn: dict[str, Any]
    """See `dateline.desk.map.drawing`."""


def map_lately(request: Request, store: Store, seen: Overview) -> MapLately | None:
    """The small map of the events of the chronicle's latest days: of the shortest of SPANS with a
    FEW places, else of all of them. None where no event has a place."""
    if not seen.last:
        return None
    last = seen.last
    remembered = request.app.state.remembered
    return remembered.get(  # type: ignore[no-any-return]  # what `_drawn` said
        ("map lately", last), lambda: _drawn(request, store, last)
    )


def _drawn(request: Request, store: Store, last: str) -> MapLately | None:
    until = date.fromisoformat(last)
    shown: MapLately | None = None
    for span in SPANS:
        since = (until - span if until - date.min > span else date.min).isoformat()
        found, _ = spots(counted(request, store, tallies.scenes, Question(since=since, until=last)))
        if found:
            shown = MapLately(since, last, drawing(found[:PLACES], labels=NAMED, letter=LETTER))
        if len(found) >= FEW:
            break
    return shown
