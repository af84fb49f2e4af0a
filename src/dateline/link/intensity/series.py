"""Daily series by pair of actors: how much conflict and cooperation, counted by incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.link.intensity.acts import Act, agreed_days, measures

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Day:
    """One measure of one pair on one day. Only days on which something happened have a row."""

    pair: Pair
    """Keys: actor and recipient of a directed series, in the order of the alphabet of another."""
    measure: str
    day: str
    """ISO date."""
    incidents: int
    reports: int
    """The naive count: acts as reported, one for each story that tells an incident."""
    sources: int
    """Different stories (or groups of copies)."""
    score: float
    """Sum over incidents of the PLOVER intensity, each incident once with its strongest act."""


def daily(
    acts: Iterable[Act], wanted: Iterable[str] = ("conflict", "cooperation"), directed: bool = False
) -> list[Day]:
    """The series of every pair, sorted by pair, measure and day. Linear in the number of acts.

    An incident counts once, on the day that most of its reports give. Acts of an actor towards
    itself are left out. `wanted` are names of measures; raises KeyError for another.
    """
    kinds = [measures()[name] for name in wanted]
    given = list(acts)
    day_of = agreed_days(given)
    cells: dict[tuple[Pair, str, str], list[Act]] = defaultdict(list)
    for act in given:
        if act.actor == act.recipient:
            continue
        pair = _pair(act, directed)
        for kind in kinds:
            if kind.counts(act.type):
                cells[pair, kind.name, day_of[act.incident]].append(act)
    return [_day(key, cells[key]) for key in sorted(cells)]


def _pair(act: Act, directed: bool) -> Pair:
    if directed or act.actor <= act.recipient:
        return act.actor, act.recipient
    return act.recipient, act.actor


def _day(key: tuple[Pair, str, str], acts: Sequence[Act]) -> Day:
    pair, measure, day = key
    strongest: dict[str, float] = {}
    for act in acts:
        if abs(act.score) > abs(strongest.get(act.incident, 0.0)):
            strongest[act.incident] = act.score
    return Day(
        pair=pair,
        measure=measure,
        day=day,
        incidents=len({act.incident for act in acts}),
        reports=len({(act.incident, act.source) for act in acts}),
        sources=len({act.source for act in acts}),
        score=round(sum(strongest.values()), 3),
    )


def dense(days: Sequence[Day], first: str, last: str, naive: bool = False) -> list[int]:
    """The count of every day from `first` to `last` (ISO, both within) of one pair and measure.

    `naive` gives reports for incidents. Days outside are left out; raises ValueError where `days`
    mixes pairs or measures, or `last` comes before `first`.
    """
    if len({(d.pair, d.measure) for d in days}) > 1:
        raise ValueError("the days are of more than one series")
    start = date.fromisoformat(first)
    length = (date.fromisoformat(last) - start).days + 1
    if length < 1:
        raise ValueError(f"{last} comes before {first}")
    out = [0] * length
    for day in days:
        at = (date.fromisoformat(day.day) - start).days
        if 0 <= at < length:
            out[at] = day.reports if naive else day.incidents
    return out


def calendar(first: str, length: int) -> list[str]:
    """ISO dates of `length` days from `first` on."""
    start = date.fromisoformat(first)
    return [(start + timedelta(days=n)).isoformat() for n in range(length)]
