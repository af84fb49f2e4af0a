"""Trees: one root, no cycle, and the best score (against brute force on small sentences)."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from dateline.language.tree import heads


def is_tree(columns: tuple[int, ...]) -> bool:
    if columns.count(0) != 1:
        return False
    for begin in range(len(columns)):
        node, steps = begin + 1, 0
        while node and steps <= len(columns):
            node = columns[node - 1]
            steps += 1
        if node:
            return False
    return True


def total(scores: np.ndarray, columns: tuple[int, ...] | list[int]) -> float:
    return float(sum(scores[i, c] for i, c in enumerate(columns)))


@pytest.mark.parametrize("seed", range(40))
def test_always_a_tree(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 40))
    assert is_tree(tuple(heads(rng.normal(size=(n, n + 1)).astype(np.float32))))


@pytest.mark.parametrize("seed", range(20))
def test_best_tree_for_its_root(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n = 4
    scores = rng.normal(size=(n, n + 1)).astype(np.float32)
    found = heads(scores)
    root = found.index(0)
    trees = [c for c in product(range(n + 1), repeat=n) if c[root] == 0 and is_tree(c)]
    best = max(total(scores, c) for c in trees)
    assert total(scores, found) == pytest.approx(best, abs=1e-5)
