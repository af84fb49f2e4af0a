"""The sentences that tell best what happened on each day of a timeline."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from math import log, sqrt
from typing import Final

from dateline.link.timeline.telling import Telling
from dateline.link.timeline.weights import SentenceWeights, sentence_weights
from dateline.link.timeline.wording import fitness

Vector = dict[str, float]
CANDIDATES: Final = 400
"""Sentences of a day that are looked at: those with the best prospects by form and date."""


def prospect(t: Telling, w: SentenceWeights) -> float:
    """How well a telling may serve by its form and date alone, whatever it says."""
    fit = fitness(t.text)
    if not fit:
        return 0.0
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
    return out * fit * (w.spoken if t.spoken else 1.0) * (w.aside if t.aside else 1.0)


def choose(
    tellings: Iterable[Telling],
    days: Sequence[str],
    count: int,
    liking: Mapping[str, float] | None = None,
) -> dict[str, list[Telling]]:
    """Up to `count` sentences for each of `days`, best first.

    A sentence is good by its prospect and its likeness to what all sentences of the day say
    (cosine with their centroid, TF-IDF over the days of the timeline), and is taken where it adds
    to those taken before, of this day and the others. `liking` weighs words by a query. Linear in
    the number of tellings but for CANDIDATES and `count`, which are bounds.
    """
    w = sentence_weights()
    wanted = set(days)
    pools: dict[str, list[tuple[float, Telling]]] = defaultdict(list)
    for t in tellings:
        if t.day in wanted:
            worth = prospect(t, w)
            if worth:
                pools[t.day].append((worth, t))
    for day, pool in pools.items():
        pools[day] = nlargest(
            CANDIDATES, pool, key=lambda p: (p[0], -p[1].position, p[1].story, p[1].text)
        )
    spread = Counter(word for pool in pools.values() for word in _words(pool))
    idf = {word: log(1 + len(pools) / n) for word, n in spread.items()}
    topic = _topic(pools)
    taken: list[Vector] = []
    out: dict[str, list[Telling]] = {}
    for day in days:
        out[day] = _best(pools.get(day, []), idf, count, w, taken, topic, liking)
    return out


def _words(pool: Sequence[tuple[float, Telling]]) -> set[str]:
    return {word for _, t in pool for word in t.words}


def _topic(pools: Mapping[str, Sequence[tuple[float, Telling]]]) -> Vector:
    """What the whole timeline is about: each word by the share of stories that have it."""
    stories: dict[str, set[str]] = defaultdict(set)
    for pool in pools.values():
        for _, t in pool:
            for word in t.words:
                stories[word].add(t.story)
    return _unit({word: float(len(ids)) for word, ids in stories.items() if len(ids) > 1})


def _unit(raw: Vector) -> Vector:
    norm = sqrt(sum(v * v for v in raw.values())) or 1.0
    return {word: v / norm for word, v in raw.items()}


def vector(words: Sequence[str], idf: Mapping[str, float] | None = None) -> Vector:
    """Term frequencies (their log), by `idf` where it is given, of length 1."""
    raw = {word: 1 + log(n) for word, n in Counter(words).items()}
    if idf is not None:
        raw = {word: v * idf.get(word, 0.0) for word, v in raw.items()}
    return _unit(raw)


def cosine(a: Vector, b: Vector) -> float:
    """Inner product of two vectors."""
    if len(a) > len(b):
        a, b = b, a
    return sum(v * b.get(word, 0.0) for word, v in a.items())


def _best(
    pool: Sequence[tuple[float, Telling]],
    idf: Mapping[str, float],
    count: int,
    w: SentenceWeights,
    taken: list[Vector],
    topic: Vector,
    liking: Mapping[str, float] | None,
) -> list[Telling]:
    """The sentences of one day; their vectors are added to `taken`."""
    vectors = [vector(t.words, idf) for _, t in pool]
    centroid: Vector = defaultdict(float)
    for (worth, _), v in zip(pool, vectors, strict=True):
        for word, x in v.items():
            centroid[word] += worth * x
    if liking:
        length = sqrt(sum(x * x for x in centroid.values()))
        for word, x in liking.items():
            centroid[word] += x * length
    norm = sqrt(sum(x * x for x in centroid.values())) or 1.0
    central = [cosine(v, centroid) / norm for v in vectors]
    value = [
        c * worth**w.form * (w.apart + cosine(vector(t.words), topic)) ** w.topic
        for c, (worth, t) in zip(central, pool, strict=True)
    ]
    alike = [max((cosine(v, other) for other in taken), default=0.0) for v in vectors]
    chosen: list[Telling] = []
    left = set(range(len(pool)))
    while left and len(chosen) < count:
        best = max(left, key=lambda i: (value[i] * (1 - w.fresh * alike[i]), -i))
        left.discard(best)
        if alike[best] > w.same:
            continue
        chosen.append(pool[best][1])
        taken.append(vectors[best])
        for i in left:
            alike[i] = max(alike[i], cosine(vectors[i], vectors[best]))
    return chosen
