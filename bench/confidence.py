"""Does the confidence of an event tell right types from wrong ones? `python -m bench.confidence`.

For each set whose sentences have one marked event: how often an event with the marked type has a
higher confidence than one with another (the area under the curve, .5 by chance), and the share of
right types at `SURE` and above, and below it. An event that is true but not the marked one counts
as wrong, so the shares are lower than what is right.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.common import TODAY, gold_path, need_kit, rows, scorer
from dateline.pool import annotate_all
from dateline.reading import read_documents
from dateline.store.doubts import SURE

SETS = ("zsp_plv_test", "zsp_plv_train", "plover_gsr")
_YIELD = frozenset(["CONCEDE", "RETREAT"])

Judged = tuple[float, bool]


def judged(name: str, jobs: int) -> Iterator[Judged]:
    """(confidence, whether the type is the marked one) of all events of a set."""
    gold = {r["id"]: {e["plover"] for e in r["events"]} for r in rows(gold_path(f"events/{name}"))}
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "in.jsonl")
        scorer("corpus", gold_path(f"events/{name}"), "-o", texts)
        ids = [r["id"] for r in rows(texts)]
        results = annotate_all(read_documents([str(texts)]), TODAY, jobs)
        for key, result in zip(ids, results, strict=True):
            for event in result.record.events:
                marked = event.type in gold[key]
                yield event.confidence, marked or ("YIELD" in gold[key] and event.type in _YIELD)


def area(pairs: Sequence[Judged]) -> float:
    """How often a right one lies above a wrong one; ties count half."""
    right = [c for c, good in pairs if good]
    wrong = [c for c, good in pairs if not good]
    wins = sum((r > w) + 0.5 * (r == w) for r in right for w in wrong)
    return wins / (len(right) * len(wrong))


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", default=SETS)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    need_kit()
    print(f"{'set':<16} {'events':>6} {'area':>6} {'sure, right':>12} {'unsure, right':>14}")
    for name in options.sets:
        pairs = list(judged(name, options.jobs))
        sure = [good for c, good in pairs if c >= SURE]
        unsure = [good for c, good in pairs if c < SURE]
        shares = [sum(part) / len(part) if part else 0.0 for part in (sure, unsure)]
        print(
            f"{name:<16} {len(pairs):>6} {area(pairs):>6.3f} {shares[0]:>12.3f} {shares[1]:>14.3f}"
        )


if __name__ == "__main__":
    main()
