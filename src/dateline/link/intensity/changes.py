"""Change points of a series of daily counts: where its rate rose or fell, and by how much.

The counts are taken as Poisson with a rate that stays until it jumps. Splits are looked for in a
fixed system of overlapping windows of every length (seeded binary segmentation, Kovács, Bühlmann,
Li and Munk, Biometrika 2023), so that a short war in a long peace is found, and the narrowest
window that shows a change gives its place (Baranowski, Chen and Fryzlewicz, JRSS B 2019). A split
counts where twice the gain in log likelihood exceeds PENALTY * log(days) (the modified BIC of Zhang
and Siegmund 2007), times the dispersion where the counts vary more than a Poisson's do. Costs
n log n for n days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

PENALTY: Final = 3.0
"""Gain asked of a change, in units of log(days)."""
DECAY: Final = 2**-0.5
"""Length of the windows of each layer against the layer above."""
SHORTEST: Final = 2
"""Days of the shortest window."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Change:
    """The rate is another from this day on."""

    at: int
    """Index of the first day with the new rate."""
    end: int
    """Index of the first day of the next rate, or the length of the series."""
    before: float
    """Mean count a day since the change before."""
    after: float
    """Mean count a day from here to `end`."""
    gain: float
    """Twice the gain in log likelihood, divided by the dispersion."""

    @property
    def rise(self) -> bool:
        """Whether it went up."""
        return self.after > self.before


def changes(counts: Sequence[int], penalty: float = PENALTY) -> list[Change]:
    """The changes of a series of counts, one for each day without a gap, in order.

    Empty for a series of one rate, and for one too short to tell. Raises ValueError for a count
    below zero.
    """
    values = np.asarray(counts, dtype=np.float64)
    if values.size and values.min() < 0:
        raise ValueError("a count is below zero")
    n = len(values)
    if n < SHORTEST:
        return []
    sums = np.concatenate([[0.0], np.cumsum(values)])
    least = penalty * float(np.log(n))
    if 2.0 * sums[-1] * float(np.log(n)) <= least:
        return []  # not even all of them on one day would gain enough
    splits = _settle(_search(sums, least), sums, least)
    spread = _dispersion(values, splits)
    if spread > 1.0:
        splits = _settle(splits, sums, least * spread)
    edges = [0, *splits, n]
    out = []
    for left, at, right in zip(edges, edges[1:], edges[2:], strict=False):
        before = float(sums[at] - sums[left]) / (at - left)
        after = float(sums[right] - sums[at]) / (right - at)
        gain = float(_gains(sums, left, right)[at - left - 1]) / spread
        out.append(Change(at, right, before, after, gain))
    return out


def _likelihood(total: Floats, days: Any) -> Floats:
    """Log likelihood of counts at their mean rate, without what does not depend on the split."""
    return np.where(total > 0, total * np.log(np.maximum(total, 1e-300) / days), 0.0)


def _gains(sums: Floats, left: int, right: int) -> Floats:
    """Twice the gain in log likelihood of each split of the days from `left` to `right`."""
    inner = np.arange(left + 1, right)
    first, second = sums[inner] - sums[left], sums[right] - sums[inner]
    whole = _likelihood(np.asarray(sums[right] - sums[left]), right - left)
    return 2.0 * (
        _likelihood(first, inner - left) + _likelihood(second, right - inner) - float(whole)
    )


@lru_cache(maxsize=16)
def _layers(n: int) -> list[tuple[int, Ints, Ints]]:
    """The windows of n days, a layer for each width: width, first days, and for each window the
    days inside it that may be splits. All windows of a layer together hold some 2 n days."""
    out = []
    length = float(n)
    while round(length) >= SHORTEST:
        width = round(length)
        starts = np.unique(np.append(np.arange(0, n - width + 1, max(1, width // 2)), n - width))
        out.append((width, starts, starts[:, None] + np.arange(1, width)))
        length *= DECAY
    return out


def _search(sums: Floats, least: float) -> list[int]:
    """Splits from the narrowest windows that show one; of those of one width, the clearest."""
    n = len(sums) - 1
    found: list[tuple[int, float, int, int]] = []
    for width, starts, at in _layers(n):
        begin, end = sums[starts][:, None], sums[starts + width][:, None]
        # No split gains more than all of a window's counts on one day would: too little, in most.
        full = np.flatnonzero(2.0 * (end - begin)[:, 0] * np.log(width) > least)
        if not full.size:
            continue
        begin, end, rows = begin[full], end[full], sums[at[full]]
        inner = np.arange(1, width)
        gains = 2.0 * (
            _likelihood(rows - begin, inner)
            + _likelihood(end - rows, width - inner)
            - _likelihood(end - begin, width)
        )
        best = gains.argmax(axis=1)
        for row, column in enumerate(best.tolist()):
            if gains[row, column] > least:
                start = int(starts[full[row]])
                found.append((width, -float(gains[row, column]), start, start + column + 1))
    taken = np.zeros(n + 1, dtype=np.int64)
    splits: list[int] = []
    for width, _, start, split in sorted(found):
        if taken[start + 1 : start + width].any():
            continue
        taken[split] = 1
        splits.append(split)
    return sorted(splits)


def _settle(splits: list[int], sums: Floats, least: float) -> list[int]:
    """Each split moved to its best place between its neighbours; the weak ones dropped.

    In each round go those that gain too little and no more than either neighbour, so that a weak
    one takes no other with it; a round without any ends it.
    """
    n = len(sums) - 1
    while splits:
        edges = [0, *splits, n]
        moved: list[int] = []
        gains: list[float] = []
        left = 0
        for k in range(1, len(edges) - 1):
            inner = _gains(sums, left, edges[k + 1])
            best = int(inner.argmax())
            gains.append(float(inner[best]))
            left = left + 1 + best
            moved.append(left)
        padded = [np.inf, *gains, np.inf]
        weak = {
            k
            for k, gain in enumerate(gains)
            if gain <= least and gain <= padded[k] and gain <= padded[k + 2]
        }
        splits = [split for k, split in enumerate(moved) if k not in weak]
        if not weak:
            break
    return splits


def _dispersion(values: Floats, splits: list[int]) -> float:
    """How much more the counts vary around their rates than Poisson counts do; at least 1."""
    edges = [0, *splits, len(values)]
    squares, free = 0.0, 0
    for left, right in pairwise(edges):
        part = values[left:right]
        mean = float(part.mean())
        if mean > 0:
            squares += float(((part - mean) ** 2).sum()) / mean
            free += right - left - 1
    return max(1.0, squares / free) if free > 0 else 1.0
