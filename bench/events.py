"""Events on the open gold sets, beside the peers: `python -m bench.events [--jobs N] [SET...]`.

Needs the evaluation kit in ../shared/eval beside the checkout. The peers' figures are those of the
kit's README (same scorer): ZSP gets source and target given, PETRARCH2's gold began as its own
output, and for `multicoder` the peer is one coder against another. `petr_unit` is read with its
invented actors as a user's roster (`bench/petr_unit.py`); its peer is UniversalPetrarch.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from bench import petr_unit
from bench.common import measure, need_kit
from dateline.knowledge import roster

SETS: dict[str, dict[str, float | None]] = {
    # set: figure -> the peer's
    "zsp_plv_test": {
        "pair_accuracy": 0.826,
        "pair_accuracy_both_sides": None,
        "pair_reversed": None,
        "pair_no_event": None,
    },
    "zsp_plv_train": {"pair_accuracy": 0.745, "pair_no_event": None},
    "plover_gsr": {
        "type_r": None,
        "type_p": None,
        "source_country_accuracy": None,
        "target_country_accuracy": None,
    },
    "petr2_gsr": {
        "real_triple_f1": 0.686,
        "real_dyad_f1": 0.800,
        "triple_f1": None,
        "no_event_kept_empty": None,
    },
    "multicoder": {"root_f1": 0.560, "root_with_01_f1": 0.641, "no_event_kept_empty": None},
    "ngec_headlines": {"type_r": None},
    "petr_unit": {"dyad_f1": 0.740, "dyad_p": None, "dyad_r": None, "triple_f1": None},
}
ALSO = {"multicoder": ("types",)}
"""Protocols beside a set's own: `types` counts the sentences without an event, all rounds."""
SAMPLE = ("event_f1", "event_full_f1", "event_trigger_f1", "claim_recall", "claim_by_recall")


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help="only these; `sample` is one")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    need_kit()
    print(f"{'set':<16} {'figure':<28} {'Dateline':>8} {'peer':>6}")
    for name, wanted in SETS.items():
        if options.sets and name not in options.sets:
            continue
        if name == "petr_unit":
            figures = with_roster(name, options.jobs)
        else:
            figures = measure(f"events/{name}", options.jobs, also=ALSO.get(name, ()))
        for figure, peer in wanted.items():
            _line(name, figure, figures.get(figure), peer)
    if not options.sets or "sample" in options.sets:
        figures = measure("sample", options.jobs)
        for figure in SAMPLE:
            _line("sample", figure, figures.get(figure), None)


def with_roster(name: str, jobs: int) -> dict[str, Any]:
    """The figures of the suite with invented actors, which a roster made from the kit names."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "actors.csv")
        with path.open("w", encoding="utf-8") as out:
            petr_unit.write(out)
        roster.use(path)
        try:
            return measure(f"events/{name}", jobs, shown=petr_unit.with_codes)
        finally:
            roster.use()


def _line(name: str, figure: str, value: float | None, peer: float | None) -> None:
    shown = f"{value:8.3f}" if value is not None else f"{'n/a':>8}"
    other = f"{peer:6.3f}" if peer is not None else f"{'-':>6}"
    print(f"{name:<16} {figure:<28} {shown} {other}")


if __name__ == "__main__":
    main()
