"""Attributions on PolNeAR dev, beside other systems: `python -m bench.quotes [--jobs N]`.

Runs `annotate` over the set and prints the scorer's figures. The other figures are those of the
evaluation kit's README, made with the same scorer. PolNeAR dev is never trained on.
"""

from __future__ import annotations

import argparse
import time

from bench.common import measure, need_kit

PEERS = {
    # figure: regular expressions, GenderGapTracker, CRF, first attempt at the encoder, annotators
    "whole_f1": (0.396, 0.408, 0.548, 0.709, 0.754),
    "content_exact_f1": (0.371, 0.308, 0.422, 0.543, 0.691),
    "source_exact_f1": (0.406, 0.487, 0.640, 0.796, 0.789),
    "cue_exact_f1": (0.525, 0.436, 0.610, 0.708, 0.712),
    "whole_recall_direct": (None, None, None, 0.89, 0.95),
    "whole_recall_mixed": (None, None, None, 0.82, 0.88),
    "whole_recall_indirect": (None, None, None, 0.65, 0.70),
}
NAMES = ("dateline", "regex", "GGT", "CRF", "1st try", "annot.")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    need_kit()
    begin = time.perf_counter()
    figures = measure("quotes/dev", jobs=options.jobs)
    seconds = time.perf_counter() - begin
    print(f"{'':24}" + "".join(f"{name:>10}" for name in NAMES))
    for name, peers in PEERS.items():
        cells = (figures[name], *peers)
        print(f"{name:24}" + "".join("         -" if c is None else f"{c:10.3f}" for c in cells))
    rest = {k: v for k, v in figures.items() if k not in PEERS}
    print(
        "\n"
        + "  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in rest.items())
    )
    print(f"{seconds:.0f} s")


if __name__ == "__main__":
    main()
