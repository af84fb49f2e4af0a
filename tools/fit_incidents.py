"""Finds the weights of the incident linker: `python tools/fit_incidents.py`.

A logistic regression (ridge penalty) over the pairs of ECB+ event mentions that share a key, on
the topics that `bench.incidents` calls `fitted` alone. What ECB+ cannot say (its mentions have no
PLOVER type, few have a day of their own, none a casualty figure) is set by hand in
`src/dateline/link/incidents/by_hand.yaml`. Writes `weights.yaml` beside it.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import yaml
from bench.common import need_kit
from bench.ecb import Mention
from bench.incidents import gold_mentions, is_fitted
from numpy.typing import NDArray

from dateline.link.incidents import Rarity, keys
from dateline.link.incidents.bars import bar
from dateline.link.incidents.cluster import CROWD
from dateline.link.incidents.features import features

FOLDER = Path(__file__).parents[1] / "src" / "dateline" / "link" / "incidents"
RELATIONS = ("same", "near", "broad", "none")
PENALTY = 5.0
ROUNDS = 30
THRESHOLD, TOGETHER = 0.45, 0.35
"""Chosen on the fitted topics for the best mean of B-cubed and pairwise F1."""
HEAD = """\
# Weights of a logistic regression: how much each feature of a pair says, by the relation of the
# words that tell it. Made by tools/fit_incidents.py from half of the open topics of ECB+
# (annotation CC BY 3.0) and from by_hand.yaml; change those and run it.
"""

Floats = NDArray[np.float64]


def main() -> None:
    """Fit, add what is set by hand, write."""
    need_kit()
    told = [m for m in gold_mentions() if is_fitted(m.topic)]
    rows, right, names = _pairs(told)
    fitted = _ridge(rows, right)
    by_hand = yaml.safe_load((FOLDER / "by_hand.yaml").read_text())
    table: dict[str, list[float]] = {"start": [float(fitted[0])] * len(RELATIONS)}
    for (relation, name), weight in zip(names, fitted[1:], strict=True):
        row = table.setdefault(name, [0.0] * len(RELATIONS))
        row[RELATIONS.index(relation)] += float(weight)
    for name, weight in by_hand.items():
        table[name] = [weight] * len(RELATIONS)
    lines = [f"threshold: {THRESHOLD}", f"together: {TOGETHER}"]
    lines += [f"relations: [{', '.join(RELATIONS)}]", "rows:"]
    lines += [f"  {name}: {[round(w, 2) for w in row]}" for name, row in table.items()]
    (FOLDER / "weights.yaml").write_text(HEAD + "\n".join(lines) + "\n")
    print("\n".join(lines))


def _pairs(told: list[Mention]) -> tuple[Floats, Floats, list[tuple[str, str]]]:
    """Features of the pairs that share a key and that nothing rules out; whether they are one."""
    buckets: dict[str, list[int]] = {}
    for number, mention in enumerate(told):
        for key in keys(mention.happening):
            buckets.setdefault(key, []).append(number)
    pairs = {
        pair
        for bucket in buckets.values()
        if len(bucket) <= CROWD
        for pair in combinations(bucket, 2)
    }
    rarity = Rarity.of([m.happening for m in told])
    rows, right, names = [], [], []
    for one, other in sorted(pairs):
        a, b = told[one].happening, told[other].happening
        if bar(a, b):
            continue
        relation, found = features(a, b, rarity)
        names = [(r, name) for r in RELATIONS for name in ("start", *found)]
        values = [1.0, *found.values()]
        rows.append([v if r == relation else 0.0 for r in RELATIONS for v in values])
        right.append(float(told[one].cluster == told[other].cluster))
    return np.array(rows), np.array(right), names


def _ridge(rows: Floats, right: Floats) -> Floats:
    """Weights by Newton's method, the intercept (unpenalised) first."""
    rows = np.hstack([np.ones((len(rows), 1)), rows])
    weights = np.zeros(rows.shape[1])
    penalty = np.eye(rows.shape[1]) * PENALTY
    penalty[0, 0] = 0.0
    for _ in range(ROUNDS):
        said = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (said - right) + penalty @ weights
        bend = (rows * (said * (1 - said))[:, None]).T @ rows + penalty
        weights -= np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    main()
