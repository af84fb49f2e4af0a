"""The sentences that tell best what happened on each day of a timeline."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from math import log
from typing import Final, NamedTuple

from dateline.link.timeline.telling import Telling
from dateline.link.timeline.vectors import (
    Vector,
    counted,
    inner,
    length,
    mean,
    nearest,
    postings,
    unit,
    weighted,
)
from dateline.link.timeline.weights import SentenceWeights, sentence_weights

CANDIDATES: Final = 200
"""Sentences of a day that are looked at: those with the best prospects."""
NEIGHBOURS: Final = 12
"""Sentences of the days before that those of a day should differ from."""


def prospect(t: Telling) -> float:
    """How well a telling may serve by its form and date alone, whatever it says; 0 for never.

    A store may keep it beside the telling and hand out the best CANDIDATES of a day.
    """
    w = sentence_weights()
    lag = t.lag
    if t.how == "published":
        out = w.unsaid * float(w.place ** (t.position / 3))
    elif lag is None:
        out = w.undated
    elif lag < 0:
        out = w.ahead
    else:
        out = 1.0 if lag <= w.soon else w.later
    if t.how == "named" and not t.aside:
        out *= w.named
    return out * t.fitness * (w.spoken if t.spoken else 1.0) * (w.aside if t.aside else 1.0)


class _Candidate(NamedTuple):
    worth: float
    telling: Telling
    vector: Vector


@dataclass
class _Taken:
    """What the timeline says so far."""

    texts: set[str] = field(default_factory=set)
    recent: deque[Vector] = field(default_factory=lambda: deque(maxlen=NEIGHBOURS))


def choose(
    tellings: Iterable[Telling],
    days: Sequence[str],
    count: int,
    liking: Mapping[str, float] | None = None,
) -> dict[str, list[Telling]]:
    """Up to `count` sentences for each of `days`, which come in order; best first.

    A sentence is good by its prospect, its likeness to what all sentences of the day say (cosine
    with their centroid; words count less the more days have them) and to the whole timeline. It is
    taken where it adds to those taken before: nothing is said twice, hardly anything that the day
    has already, and what the days before had counts less. `liking` adds words of a query to each
    centroid, as a share of its length. Costs the tellings, and CANDIDATES for each day.
    """
    wanted = set(days)
    pools: dict[str, list[tuple[float, Telling]]] = defaultdict(list)
    for t in tellings:
        if t.day in wanted and (worth := prospect(t)):
            pools[t.day].append((worth, t))
    for day, pool in pools.items():
        pools[day] = nlargest(CANDIDATES, pool, key=_order)
    spread = Counter(word for pool in pools.values() for word in _words(pool))
    rarity = {word: log(1 + len(pools) / n) for word, n in spread.items()}
    topic = _topic(pools)
    taken = _Taken()
    return {
        day: _best(pools.get(day, []), rarity, topic, liking or {}, count, taken) for day in days
    }


def _order(item: tuple[float, Telling]) -> tuple[float, int, str, str]:
    """Worth first; then whatever gives the same order each time."""
    worth, t = item
    return worth, -t.position, t.story, t.text


def _words(pool: Sequence[tuple[float, Telling]]) -> set[str]:
    return {word for _, t in pool for word in t.words}


def _topic(pools: Mapping[str, Sequence[tuple[float, Telling]]]) -> Vector:
    """What the whole timeline is about: each word by the number of stories that have it."""
    stories: dict[str, set[str]] = defaultdict(set)
    for pool in pools.values():
        for _, t in pool:
            for word in t.words:
                stories[word].add(t.story)
    return unit({word: float(len(ids)) for word, ids in stories.items() if len(ids) > 1})


def _best(
    pool: Sequence[tuple[float, Telling]],
    rarity: Mapping[str, float],
    topic: Vector,
    liking: Mapping[str, float],
    count: int,
    taken: _Taken,
) -> list[Telling]:
    """The sentences of one day, which are added to `taken`."""
    w = sentence_weights()
    bags = [counted(t.words) for _, t in pool]
    rows = [
        _Candidate(worth, t, weighted(bag, rarity))
        for (worth, t), bag in zip(pool, bags, strict=True)
    ]
    centroid = mean((row.worth, row.vector) for row in rows)
    if liking:
        centroid = mean([(1.0, centroid), (1.0, dict(liking))])
    said = postings(taken.recent)
    value = []
    alike = []
    for row, bag in zip(rows, bags, strict=True):
        about = (w.apart + inner(bag, topic) / (length(bag) or 1.0)) ** w.topic
        value.append(inner(row.vector, centroid) * row.worth**w.form * about)
        alike.append(nearest(row.vector, said))
    return _pick(rows, value, alike, count, taken, w)


def _pick(
    rows: Sequence[_Candidate],
    value: Sequence[float],
    alike: list[float],
    count: int,
    taken: _Taken,
    w: SentenceWeights,
) -> list[Telling]:
    """The best one after the other, each weighed against those taken already."""
    left = {i for i, row in enumerate(rows) if row.telling.text not in taken.texts}
    chosen: list[Telling] = []
    while left and len(chosen) < count:
        best = max(left, key=lambda i: (value[i] * (1 - w.fresh * alike[i]), -i))
        telling, vector = rows[best].telling, rows[best].vector
        chosen.append(telling)
        taken.texts.add(telling.text)
        taken.recent.append(vector)
        left.discard(best)
        for i in list(left):
            likeness = inner(rows[i].vector, vector)
            if likeness > w.same or rows[i].telling.text == telling.text:
                left.discard(i)
            alike[i] = max(alike[i], likeness)
    return chosen
