"""Accuracy floors that refuse to drop: `python -m bench.accuracy [--jobs N] [SET...]`.

`floors.yaml` names, for each open set, the digest of the gold file that its floors were measured
on and the least value of each figure. A figure under its floor, or a gold file that has changed,
ends with status 1. Raise a floor when a change has earned it; lower one only with a reason in the
changelog. The idea is trafilatura's `tests/eval_gate.py`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml

from bench.common import digest, gold_path, measure, need_kit

FLOORS = Path(__file__).with_name("floors.yaml")


def main() -> int:
    """Measure the sets and hold them against their floors; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help="only these (quotes/dev, ...)")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    need_kit()
    floors = yaml.safe_load(FLOORS.read_text())
    under = 0
    print(f"{'set':<24} {'figure':<36} {'value':>7} {'floor':>7}")
    for name, entry in floors.items():
        if options.sets and name not in options.sets:
            continue
        if digest(gold_path(name)) != entry["gold"]:
            print(f"{name}: the gold file is not the one the floors were measured on")
            under += 1
            continue
        figures = measure(name, options.jobs, entry.get("with_date", False))
        for figure, floor in entry["floors"].items():
            low = (figures[figure] or 0.0) < floor
            under += low
            mark = "  UNDER" if low else ""
            print(f"{name:<24} {figure:<36} {figures[figure] or 0.0:7.3f} {floor:7.3f}{mark}")
            sys.stdout.flush()
    print(f"{under} under their floor")
    return 1 if under else 0


if __name__ == "__main__":
    sys.exit(main())
