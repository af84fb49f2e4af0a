"""Sentences as bags of weighted words, and how alike two of them are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

Vector = dict[str, float]
"""Weight by word."""


def counted(words: Sequence[str]) -> Vector:
    """Words by the log of their frequency."""
    return {word: 1 + log(n) for word, n in Counter(words).items()}


def weighted(vector: Vector, weight: Mapping[str, float]) -> Vector:
    """A vector of length 1, each word times its weight; words without one fall away."""
    return unit({word: v * weight[word] for word, v in vector.items() if word in weight})


def unit(vector: Vector) -> Vector:
    """The same direction with length 1; an empty vector stays so."""
    norm = length(vector) or 1.0
    return {word: v / norm for word, v in vector.items()}


def length(vector: Vector) -> float:
    """The Euclidean norm."""
    return sqrt(sum(v * v for v in vector.values()))


def inner(a: Vector, b: Vector) -> float:
    """The inner product: the cosine, where both have length 1."""
    if len(a) > len(b):
        a, b = b, a
    return sum([v * b[word] for word, v in a.items() if word in b])


Postings = dict[str, list[tuple[int, float]]]
"""By word, which vectors have it, and with what weight."""


def postings(vectors: Iterable[Vector]) -> Postings:
    """Vectors by their words, to be compared with many others by `nearest`."""
    out: Postings = defaultdict(list)
    for which, vector in enumerate(vectors):
        for word, v in vector.items():
            out[word].append((which, v))
    return dict(out)


def nearest(vector: Vector, others: Postings) -> float:
    """The largest inner product with one of `others`, 0 where none shares a word. Costs the words
    that are shared."""
    sums: dict[int, float] = {}
    for word, v in vector.items():
        for which, other in others.get(word, ()):
            sums[which] = sums.get(which, 0.0) + v * other
    return max(sums.values(), default=0.0)


def mean(vectors: Iterable[tuple[float, Vector]]) -> Vector:
    """The direction of the sum of vectors, each times a factor, with length 1."""
    out: Vector = defaultdict(float)
    for factor, vector in vectors:
        for word, v in vector.items():
            out[word] += factor * v
    return unit(out)
