"""The time stage by itself, without model: accuracy on the open gold sets, and speed.

    python -m bench.times [SET...] [--errors N] [--hostile]

Sets: timebank, aquaint, wikiwars, tweets_train (default: all). Needs the evaluation kit in
../shared/eval beside the checkout. HeidelTime's figures are those of the kit (same scorer).
--hostile: what a page of one repeated wording costs beside pages of news of the same length
(TimeBank and AQUAINT in a row), measured in the same run.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from dateline.extract.times import find

KIT = Path(__file__).parents[1] / "../shared/eval"
SETS = ("timebank", "aquaint", "wikiwars", "tweets_train")
HEIDELTIME = {  # strict F1, value F1: issue 4 and the kit's README
    "timebank": (0.844, 0.777),
    "aquaint": (0.804, 0.709),
    "wikiwars": (0.855, 0.846),
    "tweets_train": (0.798, 0.65),
}


def load(name: str) -> list[dict[str, Any]]:
    """The documents of a gold set."""
    with gzip.open(KIT / f"dev/time/{name}.jsonl.gz", "rt", encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]


def annotate(docs: list[dict[str, Any]]) -> tuple[dict[str, Any], int, float]:
    """Predictions by id, tokens read, seconds taken."""
    texts = [(d["id"], d["text"], date.fromisoformat(d["dct"][:10])) for d in docs]
    find("Monday", published=date(2020, 1, 1))  # load the rules before the clock runs
    begun = time.process_time()
    found = {key: find(text, published=day) for key, text, day in texts}
    taken = time.process_time() - begun
    tokens = sum(len(re.findall(r"\w+|[^\w\s]", text)) for _, text, _ in texts)
    rows = {
        d["id"]: {
            "timexes": [
                {
                    "start": t.start,
                    "end": t.end,
                    "type": t.type,
                    "value": t.value,
                    "text": d["text"][t.start : t.end],
                    "why": t.why,
                }
                for t in found[d["id"]]
            ]
        }
        for d in docs
    }
    return rows, tokens, taken


_PAGE = 8_000  # characters
_HOSTILE = (
    "May ", "May 1-", "May 1 ", "May 1, ", "1 May ", "in May and ", "from May to June ", "Monday ",
    "1999 ", "1999-", "now ", "noon ", "10 pm ", "2 years ago ", "1/", "the ", "10:", "fifty ",
)  # fmt: skip


def hostile(news: str) -> None:
    """Print how many times as much as a page of news a page of each wording costs.

    Both are timed by turns and the least time of each counts, so that what else the machine does
    weighs on both.
    """

    def cost(texts: list[str]) -> float:
        begun = time.process_time()
        for text in texts:
            find(text, published=date(2020, 10, 1))
        return (time.process_time() - begun) / len(texts)

    pages = [news[at : at + _PAGE] for at in range(0, len(news) - _PAGE, len(news) // 24)]
    cost(pages)
    for unit in _HOSTILE:
        bad = [(unit * _PAGE)[:_PAGE]] * 2
        turns = [(cost(bad), cost(pages)) for _ in range(6)]
        ratio = min(t for t, _ in turns) / min(t for _, t in turns)
        print(repr(unit).ljust(22), f"{ratio:5.1f} times news")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=list(SETS))
    parser.add_argument("--errors", type=int, default=0, help="print so many errors of each set")
    parser.add_argument("--hostile", action="store_true", help="what hostile input costs")
    args = parser.parse_args()
    if not KIT.exists():
        sys.exit(f"no evaluation kit at {KIT}")
    sys.path.insert(0, str(KIT))
    if args.hostile:
        docs = load("timebank") + load("aquaint")
        hostile("\n\n".join(d["text"] for d in docs))
        return
    from score_time import score  # type: ignore[import-not-found]

    heads = ("strict F1", "(HT)", "relaxed", "value F1", "(HT)", "tokens/s")
    print("set".ljust(13) + "".join(head.rjust(10) for head in heads))
    for name in args.sets:
        docs = load(name)
        rows, tokens, taken = annotate(docs)
        errors: list[tuple[Any, ...]] = []
        r = score({d["id"]: d for d in docs}, rows, errors=errors)
        strict, value = HEIDELTIME[name]
        shares = (r["strict_F1"], strict, r["relaxed_F1"], r["value_F1"], value)
        figures = [f"{100 * share:10.1f}" for share in shares] + [f"{tokens / taken:10,.0f}"]
        print(name.ljust(13) + "".join(figures))
        for error in errors[: args.errors]:
            print("   ", *error, sep=" | ")


if __name__ == "__main__":
    main()
