"""Arc scores to trees: the maximum spanning tree with one root.

Nearly always every word's best head makes a tree already; only where it does not are cycles
contracted (Chu-Liu-Edmonds).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


def heads(scores: Floats) -> list[int]:
    """The best tree of one sentence.

    `scores` is (n, n + 1): word by head, head 0 the root, head k word k - 1. Gives a column for
    each word; exactly one word has column 0.
    """
    n = len(scores)
    if n == 1:
        return [0]
    table = scores.astype(np.float64)
    table[np.arange(n), np.arange(1, n + 1)] = -np.inf
    best: list[int] = table.argmax(1).tolist()
    roots = [i for i, h in enumerate(best) if h == 0]
    if len(roots) != 1:
        # The word that gains most by being the root is it.
        gain = table[:, 0] - table[:, 1:].max(1)
        root = int(gain.argmax())
        table[:, 0] = -np.inf
        table[root, :] = -np.inf
        table[root, 0] = 0.0
        best = table.argmax(1).tolist()
    else:
        root = roots[0]
    if _cycle(best) is None:
        return best
    table[:, 0] = -np.inf
    table[root, :] = -np.inf
    table[root, 0] = 0.0
    square = np.full((n + 1, n + 1), -np.inf)
    square[1:] = table
    return _edmonds(square)[1:]


def _cycle(best: list[int]) -> list[int] | None:
    """Words of a cycle (as columns), or None. `best[i]` is the head of column i + 1."""
    state = [0] * (len(best) + 1)
    state[0] = 2
    for begin in range(1, len(best) + 1):
        path: list[int] = []
        node = begin
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = best[node - 1]
        if state[node] == 1:
            return path[path.index(node) :]
        for k in path:
            state[k] = 2
    return None


def _edmonds(score: npt.NDArray[np.float64]) -> list[int]:
    """Best arborescence from node 0: head of each node (0 for node 0).

    Contracts one cycle at a time, at most n times, each in O(n^2).
    """
    stack: list[tuple[list[int], list[int], npt.NDArray[np.float64], list[int], list[int]]] = []
    while True:
        size = len(score)
        best = [int(score[i].argmax()) if i else 0 for i in range(size)]
        cycle = _cycle(best[1:])
        if cycle is None:
            break
        inside = sorted(cycle)
        outside = [i for i in range(size) if i not in set(cycle)]
        new = len(outside)  # the contracted node comes last
        small = np.full((new + 1, new + 1), -np.inf)
        small[:new, :new] = score[np.ix_(outside, outside)]
        small[:new, new] = score[np.ix_(outside, inside)].max(1)
        leaving = [inside[int(k)] for k in score[np.ix_(outside, inside)].argmax(1)]
        kept = np.array([score[i, best[i]] for i in inside])
        enter = score[np.ix_(inside, outside)] - kept[:, None]
        small[new, :new] = enter.max(0)
        entering = [inside[int(k)] for k in enter.argmax(0)]
        small[new, new] = -np.inf
        stack.append((outside, best, score, leaving, entering))
        score = small
    while stack:
        outside, cycle_best, _, leaving, entering = stack.pop()
        new = len(outside)
        size = len(cycle_best)
        wide = list(cycle_best)  # within the cycle heads stay as they are
        for k, node in enumerate(outside):
            wide[node] = leaving[k] if best[k] == new else outside[best[k]]
        at = best[new]
        wide[entering[at]] = outside[at]
        wide[0] = 0
        best = wide[:size]
    return best
