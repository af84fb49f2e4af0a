"""Finds the learnt weights of incident linking on gold mentions (`bench.incidents --fit`).

A logistic regression with a ridge penalty of 1 over the pairs that a key brings together, one
column of weights for each relation of the words. The rows that ECB+ cannot teach (it has hardly a
date, no PLOVER type and few casualty figures) stay as they are shipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.ecb import Mention
from dateline.link.incidents import Rarity
from dateline.link.incidents.bars import bar
from dateline.link.incidents.cluster import candidates
from dateline.link.incidents.compare import Weights, weights
from dateline.link.incidents.features import features

LEARNT = (
    "start", "word_rare", "names", "words", "story", "story_over_10", "story_over_25",
    "one_story", "parties_agree", "same_side",
)  # fmt: skip
RELATIONS = ("same", "near", "broad", "none")


def fitted(found: Sequence[Mention]) -> Weights:
    """The shipped weights with the learnt rows found anew on some mentions."""
    ordered = sorted(found, key=lambda m: m.happening.key)
    told = [m.happening for m in ordered]
    rarity = Rarity.of(told)
    cells, answers = [], []
    shipped = weights()
    fixed = []
    for a, b in sorted(candidates(told)):
        if bar(told[a], told[b]) is None:
            relation, values = features(told[a], told[b], rarity)
            row = shipped.weights[relation]
            fixed.append(sum(row[n] * v for n, v in values.items() if n not in LEARNT))
            values["start"] = 1.0
            cells.append([values[n] if r == relation else 0.0 for r in RELATIONS for n in LEARNT])
            answers.append(ordered[a].cluster == ordered[b].cluster)
    learnt = _regression(np.array(cells), np.array(answers, float), np.array(fixed))
    table = dict(zip(((r, n) for r in RELATIONS for n in LEARNT), learnt, strict=True))
    start = {r: float(table[r, "start"]) for r in RELATIONS}
    rows = {
        r: {n: float(table.get((r, n), v)) for n, v in shipped.weights[r].items()}
        for r in RELATIONS
    }
    return replace(shipped, start=start, weights=rows)


def told(found: Weights) -> str:
    """The learnt rows as lines of weights.yaml."""
    lines = []
    for name in LEARNT:
        row = found.start if name == "start" else {r: found.weights[r][name] for r in RELATIONS}
        lines.append(f"  {name}: [{', '.join(f'{row[r]:.2f}' for r in RELATIONS)}]")
    return "\n".join(lines)


def _regression(
    cells: NDArray[Any], answers: NDArray[Any], fixed: NDArray[Any], ridge: float = 1.0
) -> NDArray[Any]:
    """Newton's method; `fixed` is added to each sum and not learnt."""
    found = np.zeros(cells.shape[1])
    penalty = np.eye(cells.shape[1]) * ridge
    for _ in range(40):
        p = 1 / (1 + np.exp(-(cells @ found + fixed)))
        gradient = cells.T @ (p - answers) + penalty @ found
        curve = (cells * (p * (1 - p))[:, None]).T @ cells + penalty
        step = np.linalg.solve(curve, gradient)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    return found
