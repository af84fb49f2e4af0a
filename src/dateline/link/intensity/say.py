"""A change in plain words, with the figures that it stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.knowledge.countries import countries
from dateline.link.intensity.acts import measures
from dateline.link.intensity.changes import changes
from dateline.link.intensity.series import Day, Pair, calendar, dense
from dateline.record.brief.dates import say as spell

_DIGITS_BELOW = 10
"""Rates below this are given with one digit after the point."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A change of one measure between two actors."""

    pair: Pair
    measure: str
    day: str
    """ISO date of the first day of the new rate."""
    until: str
    """ISO date of its last day."""
    rise: bool
    before: float
    """Incidents a day before."""
    after: float
    """Incidents a day from `day` to `until`."""
    incidents: int
    """Incidents on `day`."""
    sources: int
    """Stories (or groups of copies) that tell of them."""
    total: int
    """Incidents from `day` to `until`."""
    gain: float
    """How clear it is: twice the gain in log likelihood."""


def shifts(days: Iterable[Day], first: str, last: str) -> list[Shift]:
    """All changes of all pairs from day `first` to `last` (ISO), sorted by pair, measure and day.

    `days` are those of `daily`, in its order. `first` and `last` are those of the corpus: a day
    without a story is not a day without fighting. Raises ValueError where `last` comes first.
    """
    out: list[Shift] = []
    for _, rows in groupby(days, key=lambda d: (d.pair, d.measure)):
        out.extend(of_series(list(rows), first, last))
    return out


def of_series(days: Sequence[Day], first: str, last: str) -> list[Shift]:
    """The changes of one pair and one measure."""
    if not days:
        return []
    counts = dense(days, first, last)
    names = calendar(first, len(counts))
    by_day = {d.day: d for d in days}
    out = []
    for change in changes(counts):
        row = by_day.get(names[change.at])
        out.append(
            Shift(
                pair=days[0].pair,
                measure=days[0].measure,
                day=names[change.at],
                until=names[change.end - 1],
                rise=change.rise,
                before=change.before,
                after=change.after,
                incidents=row.incidents if row else 0,
                sources=row.sources if row else 0,
                total=sum(counts[change.at : change.end]),
                gain=change.gain,
            )
        )
    return out


def sentence(shift: Shift, name: Callable[[str], str] | None = None, directed: bool = False) -> str:
    """The change as a sentence.

    `name` gives the name of a key; by default that of the country with the code, else the key.
    "Fighting between Ostland and Westland rose on 5 March 2021: 14 incidents, 9 sources, and 11 a
    day to 9 March, against 0.4 a day before."
    """
    say = name or country_name
    label = measures()[shift.measure].label
    who = "from {} towards {}" if directed else "between {} and {}"
    parties = who.format(*map(say, shift.pair))
    verb = "rose" if shift.rise else "fell"
    now = f"{_count(shift.incidents, 'incident')}, {_count(shift.sources, 'source')}"
    if shift.day != shift.until:
        now += f", and {_rate(shift.after)} a day to {spell(shift.until)}"
    before = f"against {_rate(shift.before)} a day before"
    head = f"{label[0].upper()}{label[1:]} {parties} {verb} on {spell(shift.day)}"
    return f"{head}: {now}, {before}."


def country_name(key: str) -> str:
    """The name of the country with that alpha-3 code, else the key itself."""
    country = countries().get(key)
    return country.name if country else key


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _rate(value: float) -> str:
    if value == 0:
        return "none"
    if value < 0.05:
        return "fewer than 0.1"
    return f"{value:.1f}".removesuffix(".0") if value < _DIGITS_BELOW else f"{value:.0f}"
