"""Fits `extract/statements/joins.tsv`: `python -m training.quote_joins GOLD.jsonl.gz`.

GOLD is PolNeAR's training part as JSON Lines (`text`, `attributions`). Each text is parsed, the
gold spans become marks, and a logistic regression (ridge 1, Newton's method) learns from every
pair of neighbouring marks of a paragraph whether they belong to one attribution. Only the weights
are kept.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from dateline.anatomy.story import Segment
from dateline.extract.statements import joins
from dateline.extract.statements.marks import Mark
from dateline.language import parse
from dateline.language.parsed import Parsed

ROLES = {"source": "s", "cue": "c", "content": "t"}
OUT = Path(joins.__file__).with_name("joins.tsv")
HEAD = """# How likely two neighbouring attribution marks belong together: a logistic regression.
# Source: fitted by training/quote_joins.py on the gold spans of PolNeAR train (weights, no text).
"""


def segments(text: str) -> list[Segment]:
    """The lines of a text as segments."""
    out, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Segment(at, at + len(line), "body"))
        at += len(line) + 1
    return out


def gold_marks(parsed: Parsed, row: dict[str, Any]) -> dict[Mark, set[int]]:
    """The gold spans as marks, each with the attributions that it belongs to."""
    out: dict[Mark, set[int]] = {}
    for number, attribution in enumerate(row["attributions"]):
        for name, role in ROLES.items():
            for start, end in attribution.get(name, ()):
                first, last = parsed.tokens_in(start, end)
                if first < last:
                    out.setdefault(Mark(first, last, role), set()).add(number)
    return out


def pairs(path: str) -> tuple[list[list[str]], list[bool]]:
    """Features and answers of every pair of neighbouring marks."""
    features, answers = [], []
    with gzip.open(path, "rt") as lines:
        for line in lines:
            row = json.loads(line)
            parsed = parse(row["text"], segments(row["text"]))
            gold = gold_marks(parsed, row)
            table = joins.Joins(parsed, sorted(gold))
            for begin, end in table.paragraphs():
                for k in range(begin, end - 1):
                    features.append(table.features(k))
                    answers.append(bool(gold[table.marks[k]] & gold[table.marks[k + 1]]))
    return features, answers


def fit(features: list[list[str]], answers: list[bool]) -> dict[str, float]:
    """The weights by feature name."""
    names = sorted({name for row in features for name in row})
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(features), len(names)), dtype=np.float32)
    for i, row in enumerate(features):
        x[i, [column[name] for name in row]] = 1
    y = np.array(answers, dtype=np.float64)
    w = np.zeros(len(names))
    for _ in range(12):
        p = 1 / (1 + np.exp(-(x @ w)))
        gradient = x.T @ (p - y) + w
        hessian = (x * (p * (1 - p) + 1e-6)[:, None]).T @ x + np.eye(len(w))
        w = w - np.linalg.solve(hessian, gradient)
    right = ((x @ w > 0) == y).mean()
    print(f"{len(features)} pairs, {len(names)} weights, right {right:.4f}")
    return dict(zip(names, w.tolist(), strict=True))


def main() -> None:
    """Fit and write the table."""
    table = fit(*pairs(sys.argv[1]))
    OUT.write_text(HEAD + "".join(f"{n}\t{w:.3f}\n" for n, w in sorted(table.items())))


if __name__ == "__main__":
    main()
