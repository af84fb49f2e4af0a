"""Timelines: the days of many stories that matter, and the sentences that tell them best.

    collect(record) -> [Telling]                     what one story tells of which day
    timeline(tellings, dates, sentences) -> [Entry]  the whole, for what fits into memory

The same in the steps that a store takes, which keeps tellings and the two tables of `Totals`:

    Totals.add(collect(record), published)           with each story; `times=-1` takes it away
    importance(totals, since, until) -> {day: Importance}    costs the days, not the tellings
    ranked(importance) -> [day]                      the most important first
    choose(tellings of those days, days, count)      looks at those tellings alone

All are pure functions of flat values; the weights are in `weights.yaml` and `wording.yaml`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.link.timeline.days import Cell, Importance, Totals, count_story, importance
from dateline.link.timeline.query import Query
from dateline.link.timeline.sentences import choose
from dateline.link.timeline.telling import How, Telling, collect
from dateline.link.timeline.weights import sentence_weights

__all__ = [
    "Cell", "Entry", "How", "Importance", "Query", "Telling", "Totals", "choose", "collect",
    "count_story", "entries", "importance", "ranked", "timeline", "totals",
]  # fmt: skip

_ROUNDS = 4
"""So often are days without a sentence to show replaced by the next in rank."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A day of a timeline."""

    day: str
    """ISO date."""
    importance: Importance
    sentences: tuple[Telling, ...]
    """The best first; each knows its story and its span there."""


def timeline(
    tellings: Iterable[Telling],
    dates: int,
    sentences: int,
    query: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Entry]:
    """The `dates` most important days, in order, with up to `sentences` sentences each.

    `query`: only stories that hold all its words, and sentences that hold one of them. `since` and
    `until`: ISO dates, the first and last day wanted. A day that no sentence tells well enough is
    left out for the next one. Raises ValueError for a query without content words and for counts
    below 1.
    """
    if dates < 1 or sentences < 1:
        raise ValueError("a timeline needs at least one day and one sentence")
    told = list(tellings)
    counts = totals(told)
    liking = None
    if query is not None:
        asked = Query.of(query)
        told = asked.matching(told)
        # The period, and what is usual for a day's age, stay those of the whole corpus.
        counts = Totals(totals(told).cells, counts.published)
        liking = asked.liking(sentence_weights().query)
    found = importance(counts, since, until)
    of_day: dict[str, list[Telling]] = defaultdict(list)
    for t in told:
        of_day[t.day].append(t)
    order = [day for day in ranked(found) if day in of_day]
    return entries(order, found, dates, sentences, of_day.__getitem__, liking)


def entries(
    order: Sequence[str],
    found: Mapping[str, Importance],
    dates: int,
    sentences: int,
    tellings: Callable[[str], list[Telling]],
    liking: Mapping[str, float] | None = None,
) -> list[Entry]:
    """The first `dates` days of `order` that their tellings tell well enough, in time's order.

    `tellings` gives those of a day, and is asked once for each day that is looked at; `liking`: see
    `choose`.
    """
    days = list(order[:dates])
    rest = iter(order[dates:])
    told: dict[str, list[Telling]] = {}
    chosen: dict[str, list[Telling]] = {}
    for _ in range(_ROUNDS):
        told |= {day: tellings(day) for day in days if day not in told}
        pool = [t for day in days for t in told[day]]
        chosen = choose(pool, sorted(days), sentences, liking)
        empty = [day for day in days if not chosen[day]]
        days = [day for day in days if chosen[day]]
        more = list(islice(rest, len(empty)))
        if not more:
            break
        days += more
    return [Entry(d, found[d], tuple(chosen[d])) for d in sorted(days) if chosen.get(d)]


def totals(tellings: Iterable[Telling]) -> Totals:
    """The counts of the stories that the tellings are of."""
    by_story: dict[str, list[Telling]] = defaultdict(list)
    for t in tellings:
        by_story[t.story].append(t)
    out = Totals()
    for own in by_story.values():
        out.add(own, own[0].published)
    return out


def ranked(found: Mapping[str, Importance]) -> list[str]:
    """The days, the most important first; of equals the earlier."""
    return sorted(found, key=lambda d: (-found[d].score, d))
