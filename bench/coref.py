"""Measures of a clustering against another: B-cubed, pairwise, MUC, CEAF-e and their CoNLL mean.

A clustering is a mapping from items to labels; both must be of the same items. Sources: Bagga and
Baldwin 1998 (B-cubed), Vilain et al. 1995 (MUC), Luo 2005 (CEAF with the similarity of entities
phi 4, here by a Hungarian matching over clusters that share an item).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple


class Scores(NamedTuple):
    """Precision, recall and F1, 0 to 1."""

    precision: float
    recall: float
    f1: float


Labels = Mapping[Any, Any]


def scores(precision: float, recall: float) -> Scores:
    """With their harmonic mean."""
    both = precision + recall
    return Scores(precision, recall, 2 * precision * recall / both if both else 0.0)


def _sizes(gold: Labels, found: Labels) -> tuple[Counter, Counter, Counter]:  # type: ignore[type-arg]
    if gold.keys() != found.keys():
        raise ValueError("two clusterings of different items")
    cells = Counter((gold[i], found[i]) for i in gold)
    return cells, Counter(gold.values()), Counter(found.values())


def b_cubed(gold: Labels, found: Labels) -> Scores:
    """Averaged over items."""
    cells, golds, founds = _sizes(gold, found)
    count = len(gold) or 1
    precision = sum(n * n / founds[f] for (_, f), n in cells.items()) / count
    recall = sum(n * n / golds[g] for (g, _), n in cells.items()) / count
    return scores(precision, recall)


def pairwise(gold: Labels, found: Labels) -> Scores:
    """Over pairs of items in one cluster."""
    cells, golds, founds = _sizes(gold, found)

    def pairs(counts: Counter) -> int:  # type: ignore[type-arg]
        return sum(n * (n - 1) // 2 for n in counts.values())

    both = pairs(cells)
    return scores(both / (pairs(founds) or 1), both / (pairs(golds) or 1))


def muc(gold: Labels, found: Labels) -> Scores:
    """Over the links that hold clusters together."""
    cells, golds, founds = _sizes(gold, found)
    parts_gold, parts_found = Counter(g for g, _ in cells), Counter(f for _, f in cells)
    recall = sum(n - parts_gold[g] for g, n in golds.items())
    precision = sum(n - parts_found[f] for f, n in founds.items())
    return scores(
        precision / (sum(n - 1 for n in founds.values()) or 1),
        recall / (sum(n - 1 for n in golds.values()) or 1),
    )


def ceaf_e(gold: Labels, found: Labels) -> Scores:
    """By the best one-to-one matching of clusters, each pair worth its Dice coefficient."""
    cells, golds, founds = _sizes(gold, found)
    worth = {(g, f): 2 * n / (golds[g] + founds[f]) for (g, f), n in cells.items()}
    total = _best_matching(worth)
    return scores(total / (len(founds) or 1), total / (len(golds) or 1))


def conll(gold: Labels, found: Labels) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e."""
    return (muc(gold, found).f1 + b_cubed(gold, found).f1 + ceaf_e(gold, found).f1) / 3


def _best_matching(worth: dict[tuple[Hashable, Hashable], float]) -> float:
    """The weight of the best matching: scipy-free, by connected components, each by the Hungarian
    method (components of real clusterings are small)."""
    rows: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    columns: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    for g, f in worth:
        rows[g].add(f)
        columns[f].add(g)
    seen: set[Hashable] = set()
    total = 0.0
    for start in list(rows):
        if start in seen:
            continue
        left: list[Hashable] = []
        right: list[Hashable] = []
        stack: list[tuple[str, Hashable]] = [("g", start)]
        known = {("g", start)}
        while stack:
            side, node = stack.pop()
            (left if side == "g" else right).append(node)
            for other in rows[node] if side == "g" else columns[node]:
                step = ("f" if side == "g" else "g", other)
                if step not in known:
                    known.add(step)
                    stack.append(step)
        seen.update(left)
        size = max(len(left), len(right))
        cost = [
            [
                -worth.get((left[i], right[j]), 0.0) if i < len(left) and j < len(right) else 0.0
                for j in range(size)
            ]
            for i in range(size)
        ]
        total -= _hungarian(cost)
    return total


def _hungarian(cost: list[list[float]]) -> float:
    """The least cost of an assignment of a square matrix (Kuhn 1955, in its O(n cubed) form)."""
    n = len(cost)
    u, v, match = [0.0] * (n + 1), [0.0] * (n + 1), [0] * (n + 1)
    for i in range(1, n + 1):
        match[0], column = i, 0
        least, used, way = [float("inf")] * (n + 1), [False] * (n + 1), [0] * (n + 1)
        while match[column]:
            used[column] = True
            row, delta, nearest = match[column], float("inf"), 0
            for j in range(1, n + 1):
                if not used[j]:
                    reduced = cost[row - 1][j - 1] - u[row] - v[j]
                    if reduced < least[j]:
                        least[j], way[j] = reduced, column
                    if least[j] < delta:
                        delta, nearest = least[j], j
            for j in range(n + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = nearest
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return sum(cost[match[j] - 1][j - 1] for j in range(1, n + 1))
