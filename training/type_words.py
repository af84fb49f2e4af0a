"""Fits the second opinion on event types: which words speak for which PLOVER type.

    python training/type_words.py [--shared ../shared]

Reads `train/ngec_synthetic_stories.csv.gz` (machine-written stories, each made for one type; what
they tell is invented) and writes `type_words.tsv` beside the event rules. A softmax regression over
the first sentences of the stories, some seconds on one core; the same table each time.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

import numpy as np

from dateline.extract.events.second_opinion import PRIOR_ROW, SCALE, TABLE, TYPES_ROW, plain
from training import paths

SOURCE = "train/ngec_synthetic_stories.csv.gz"
TARGET = paths.ROOT / "src" / "dateline" / "extract" / "events" / TABLE
SENTENCES = 2
"""Sentences of a story that are read: what follows is often about something else."""
WORDS, FEWEST = 4000, 5
"""The most words kept, and in how many sentences each must stand."""
ROUNDS, BATCH, RATE, DECAY = 3, 64, 0.3, 1e-4
_HEAD = """# What words near a trigger speak for, of the PLOVER types in the first row. Fitted by
# training/type_words.py on ngec_synthetic_stories (A. Halterman, NGEC-2025, MIT).
# word	weights of the types, times 100
"""

Example = tuple[list[str], str]


def examples(path: Path) -> Iterator[Example]:
    """(words, type) of the first sentences of each story."""
    csv.field_size_limit(10**9)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for sentence in re.split(r"(?<=[.!?])\s+", row["text"])[:SENTENCES]:
                words = plain(re.findall(r"[A-Za-z][A-Za-z'-]*", sentence))
                if len(words) > FEWEST:
                    yield words, row["label"]


def table(found: list[Example]) -> str:
    """The table's text, fitted to the examples."""
    types = sorted({kind for _, kind in found})
    counts = Counter(word for words, _ in found for word in words)
    often = sorted((-n, word) for word, n in counts.items() if n >= FEWEST)[:WORDS]
    place = {word: k for k, (_, word) in enumerate(often)}
    rows = [np.array([place[w] for w in words if w in place], dtype=int) for words, _ in found]
    gold = np.array([types.index(kind) for _, kind in found])
    weights, bias = _fit(rows, gold, len(place), len(types))
    # Half of what the stories' own mix of types says is taken back: the news has another.
    bias -= 0.5 * np.log(np.bincount(gold, minlength=len(types)) / len(gold))
    out = [f"{TYPES_ROW}\t{' '.join(types)}\n", f"{PRIOR_ROW}\t{_row(bias)}\n"]
    out += [f"{word}\t{_row(weights[k])}\n" for word, k in sorted(place.items())]
    return _HEAD + "".join(out)


def _fit(
    rows: list[np.ndarray], gold: np.ndarray, words: int, types: int
) -> tuple[np.ndarray, np.ndarray]:
    """Weights (words x types) and bias, by stochastic steps with rates of their own (AdaGrad)."""
    order, chance = np.arange(len(rows)), np.random.default_rng(0)
    weights, bias = np.zeros((words, types)), np.zeros(types)
    seen = np.full((words, types), 1e-8)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            sizes = np.array([len(rows[i]) for i in batch])
            scale = 1 / np.sqrt(np.maximum(1, sizes))
            tokens = np.concatenate([rows[i] for i in batch])
            owner = np.repeat(np.arange(len(batch)), sizes)
            scores = np.zeros((len(batch), types))
            np.add.at(scores, owner, weights[tokens])
            scores = scores * scale[:, None] + bias
            shares = np.exp(scores - scores.max(1, keepdims=True))
            shares /= shares.sum(1, keepdims=True)
            shares[np.arange(len(batch)), gold[batch]] -= 1
            bias -= 0.05 * shares.mean(0)
            slope = shares * scale[:, None] / len(batch)
            used, where = np.unique(tokens, return_inverse=True)
            step = np.zeros((len(used), types))
            np.add.at(step, where, slope[owner])
            seen[used] += step**2
            weights[used] -= RATE * (step / np.sqrt(seen[used]) + DECAY * weights[used])
    return weights, bias


def _row(values: np.ndarray) -> str:
    return " ".join(str(round(float(v) * SCALE)) for v in values)


def main() -> None:
    """Fit and write the table."""
    args = paths.parser((__doc__ or "").splitlines()[0]).parse_args()
    text = table(list(examples(args.shared / SOURCE)))
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET}: {len(text)} characters")


if __name__ == "__main__":
    main()
