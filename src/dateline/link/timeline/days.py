"""How often each day is told, and how important that makes it.

The counts are additive: a story's own (`count_story`) are added when it comes and taken away when
it is withdrawn or read again, so that a store keeps one row for each (day told, day of publication)
and never looks at tellings to rank days. `importance` costs the number of such rows.

A day matters that later stories come back to more often than they come back to days of its age.
What is expected follows from the corpus itself: how many stories came out at each distance from the
day, times the share of stories that, over the whole corpus, name a day at that distance. The
surprise is the root of the likelihood-ratio statistic of a Poisson count (0 where no more than
expected was seen). It is taken twice: over stories that name the day by its date in an account of
their own (not in somebody's words), and over all that point back to it from `old` days or more.
Added are a little for the volume of accounts at any distance, and for days not before the corpus.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import log, log1p, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.link.timeline.telling import Telling
from dateline.link.timeline.weights import weights


class Cell(NamedTuple):
    """How many stories of one day of publication tell of one day."""

    stories: int = 0
    """All that point to it in a sentence."""
    accounts: int = 0
    """Those that do so in a sentence that passes on nobody's words."""
    named: int = 0
    """Those whose account names the day by its date."""

    def __add__(self, other: tuple[int, ...]) -> Cell:  # type: ignore[override]
        return Cell(*(a + b for a, b in zip(self, other, strict=True)))

    def __neg__(self) -> Cell:
        return Cell(*(-a for a in self))


_LAST = "9999-12-31"

Key = tuple[str, str]
"""The day told and the day of publication, as ISO dates."""


def count_story(tellings: Iterable[Telling]) -> dict[Key, Cell]:
    """What one story adds to the counts: at most 1 in each place.

    Tellings whose story is undated, or that only share its date, add nothing.
    """
    out: dict[Key, Cell] = {}
    for t in tellings:
        if t.how == "published" or t.published is None:
            continue
        old = out.get((t.day, t.published), Cell())
        account = not t.spoken and not (t.aside and t.how == "relative")
        out[t.day, t.published] = Cell(
            1, max(old.accounts, account), max(old.named, account and t.how == "named")
        )
    return out


@dataclass
class Totals:
    """The counts of a corpus. Both tables may be kept in a store, row by row."""

    cells: dict[Key, Cell] = field(default_factory=dict)
    published: Counter[str] = field(default_factory=Counter)
    """Number of stories by day of publication."""

    def add(self, tellings: Iterable[Telling], published: str | None, times: int = 1) -> None:
        """Count one story with its tellings; `times=-1` takes it away again."""
        if published is None:
            return
        self.published[published] += times
        if not self.published[published]:
            del self.published[published]
        for key, cell in count_story(tellings).items():
            new = self.cells.get(key, Cell()) + (cell if times > 0 else -cell)
            if any(new):
                self.cells[key] = new
            else:
                del self.cells[key]


class Importance(NamedTuple):
    """Why a day matters."""

    score: float
    recalled: float
    """Surprise at the stories that name it later."""
    kept: float
    """Surprise at the stories that come back to it from afar."""
    accounts: int
    """Stories that tell of it in their own account, on the day or later."""
    stories: int
    """Stories that point to it, on the day or later."""


def importance(
    totals: Totals, since: str | None = None, until: str | None = None
) -> dict[str, Importance]:
    """The importance of each day from `since` to `until` that is told in the past or published on.

    What is expected follows from these days alone. Days that lie ahead of all stories are left
    out. Empty where no story has a date.
    """
    if not totals.published:
        return {}
    w = weights()
    curve = _Curve(totals.published, w.edges)
    first, last = min(totals.published), max(totals.published)
    named: dict[str, Counter[int]] = defaultdict(Counter)
    kept: dict[str, Counter[int]] = defaultdict(Counter)
    since, until = since or "", until or _LAST
    volume: Counter[str] = Counter({d: 0 for d in totals.published if since <= d <= until})
    stories: Counter[str] = Counter()
    for (day, published), cell in totals.cells.items():
        if not since <= day <= until:
            continue
        lag = date.fromisoformat(published).toordinal() - date.fromisoformat(day).toordinal()
        if lag < 0:
            continue
        volume[day] += cell.accounts
        stories[day] += cell.stories
        if lag >= w.later:
            named[day][curve.bin(lag)] += cell.named
        if lag >= w.old:
            kept[day][curve.bin(lag)] += cell.stories
    days = sorted(volume)
    inside = [d for d in days if first <= d]
    reach = date.fromordinal(date.fromisoformat(first).toordinal() - w.before).isoformat()
    days = [d for d in days if reach <= d]
    of_named = curve.surprise(named, days, inside, w.later, w.prior)
    of_kept = curve.surprise(kept, days, inside, w.old, w.prior)
    out: dict[str, Importance] = {}
    for day in days:
        a, b = of_named[day], of_kept[day]
        score = w.recalled * a + w.kept * b + w.volume * log1p(volume[day])
        score += w.inside * (first <= day <= last)
        out[day] = Importance(score, a, b, volume[day], stories[day])
    return out


class _Curve:
    """How often stories come back to a day, by the days in between."""

    def __init__(self, published: Mapping[str, int], edges: tuple[int, ...]) -> None:
        self.edges = edges
        days = sorted(published)
        self.days = _ordinals(days)
        self.sums = np.concatenate([[0], np.cumsum([published[day] for day in days])])

    def bin(self, lag: int) -> int:
        """Number of the bin of distances that `lag` falls into."""
        return bisect_left(self.edges, lag + 1) - 1

    def exposed(self, days: list[str], least: int) -> NDArray[np.int64]:
        """Stories published in each bin of distances after each day, from `least` days on."""
        edges = np.maximum(np.array(self.edges), least)
        at = _ordinals(days)[:, None] + edges
        marks: NDArray[np.int64] = self.sums[np.searchsorted(self.days, at)]
        ends = np.concatenate([marks[:, 1:], np.full((len(days), 1), self.sums[-1])], axis=1)
        return ends - marks

    def surprise(
        self,
        seen: Mapping[str, Counter[int]],
        days: list[str],
        inside: list[str],
        least: int,
        prior: float,
    ) -> dict[str, float]:
        """Root of the likelihood-ratio statistic for each day, 0 where no more was seen.

        The rates are those of the days `inside` the corpus. `prior` stories are added to what was
        expected, so that one story about a day with no later ones to speak of is no surprise.
        """
        if not days:
            return {}
        exposed = self.exposed(days, least)
        hits = np.zeros(exposed.shape, np.int64)
        for row, day in enumerate(days):
            for number, count in seen.get(day, {}).items():
                hits[row, number] = count
        known = frozenset(inside)
        within = np.array([day in known for day in days])
        stories = exposed[within].sum(axis=0)
        rates = np.where(stories > 0, hits[within].sum(axis=0) / np.maximum(stories, 1), 0.0)
        means = (prior + exposed @ rates).tolist()
        out = {}
        for day, found, mean in zip(days, hits.sum(axis=1).tolist(), means, strict=True):
            gain = found * log(found / mean) - (found - mean) if found > mean else 0.0
            out[day] = sqrt(2 * gain)
        return out


def _ordinals(days: list[str]) -> NDArray[np.int64]:
    return np.array([date.fromisoformat(day).toordinal() for day in days], dtype=np.int64)
