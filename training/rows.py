"""Documents to rows: sentences packed up to a limit of pieces, with noise that teaches the wire.

Headlines come upper-cased, in title case and without a full stop; so do some rows here. The
pieces are uncased, so a change of case is a change of shape classes alone.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.language.pieces import CLS, GAP_SEGMENT, SEP, SHAPES, Pieces, shape
from training.data.sentence import Document, Sentence

_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
CASES = ("plain", "upper", "title", "lower")


@dataclass
class Encoded:
    """A sentence as numbers: pieces, a shape row for each case, first pieces, label columns."""

    ids: np.ndarray
    shapes: dict[str, np.ndarray]
    first: np.ndarray
    columns: dict[str, np.ndarray]
    whole: bool
    stop: bool
    """Whether it ends in a full stop that nothing hangs on."""


@dataclass
class Row:
    ids: np.ndarray
    shapes: np.ndarray
    first: np.ndarray
    columns: dict[str, np.ndarray]


class Encoder:
    """Sentences to numbers. `labels` gives the order of the labels of each column."""

    def __init__(self, pieces: Pieces, labels: dict[str, list[str]]) -> None:
        self.pieces = pieces
        self.index = {c: {v: i for i, v in enumerate(vs)} for c, vs in labels.items()}
        self.straight = {pieces.word(a)[0][0]: pieces.word(b)[0][0] for a, b in _STRAIGHT.items()}

    def encode(self, sentence: Sentence) -> Encoded:
        words, gaps = sentence.words, sentence.gaps
        ids, plain, first = self.pieces.encode(words, gaps)
        shapes = {"plain": np.array(plain, np.int32)}
        for case in CASES[1:]:
            changed = shapes["plain"].copy()
            for k, (word, gap) in enumerate(zip(words, gaps, strict=True)):
                changed[first[k]] = shape(_recase(word, case)) + SHAPES * gap
            shapes[case] = changed
        columns = {
            c: np.array([self.index[c].get(v, -1) for v in values], np.int32)
            for c, values in sentence.labels.items()
            if c in self.index
        }
        heads = sentence.labels.get("head")
        stop = False
        if heads is not None:
            columns["head"] = np.array(heads, np.int32)
            last = len(words) - 1
            stop = words[-1] == "." and last > 0 and heads[-1] != last and heads.count(last) == 0
        return Encoded(
            np.array(ids, np.int32), shapes, np.array(first, np.int32), columns,
            sentence.whole, stop,
        )  # fmt: skip


def _recase(word: str, case: str) -> str:
    if case == "upper":
        return word.upper()
    if case == "lower":
        return word.lower()
    return word[:1].upper() + word[1:]


def pack(
    document: list[Encoded], limit: int, noise: dict[str, float], rng: random.Random
) -> Iterator[Row]:
    """Rows of consecutive sentences. The first row is cut short at random, so that the cuts
    fall elsewhere in each epoch. A sentence longer than the limit is left out."""
    room = int(limit * rng.uniform(0.3, 1.0))
    held: list[Encoded] = []
    used = 0
    for sentence in document:
        size = len(sentence.ids)
        if size > limit:
            continue
        if held and used + size > room:
            yield _row(held, noise, rng)
            held, used, room = [], 0, limit
            if rng.random() < noise["alone"]:
                room = 1
        held.append(sentence)
        used += size
    if held:
        yield _row(held, noise, rng)


def _row(sentences: list[Encoded], noise: dict[str, float], rng: random.Random) -> Row:
    draw = rng.random()
    case = "plain"
    for name in CASES[1:]:
        if draw < noise[name]:
            case = name
            break
        draw -= noise[name]
    ids, shapes, first = [np.array([CLS])], [np.array([0])], []
    columns: dict[str, list[np.ndarray]] = {c: [] for c in sentences[0].columns}
    numbers: list[np.ndarray] = []
    starts: list[np.ndarray] = []
    at, words = 1, 0
    drop = rng.random() < noise["drop_stop"] * (4 if len(sentences) == 1 else 1)
    for k, s in enumerate(sentences):
        n = len(s.first)
        p = len(s.ids)
        if drop and s.stop:
            n, p = n - 1, p - 1
        ids.append(s.ids[:p])
        shape_row = s.shapes[case][:p]
        if k == 0 and shape_row[0] < SHAPES * GAP_SEGMENT and rng.random() < 0.5:
            # A row starts anywhere in a text: half of them as if at a segment's start.
            shape_row = shape_row.copy()
            shape_row[0] = shape_row[0] % SHAPES + SHAPES * GAP_SEGMENT
        shapes.append(shape_row)
        first.append(s.first[:n] + at)
        for c, column in s.columns.items():
            if c == "head":
                heads = column[:n]
                own = heads == np.arange(n)
                columns[c].append(np.where(own, 0, heads + words + 1))
            else:
                columns[c].append(column[:n])
        numbers.append(np.full(n, k))
        starts.append((np.arange(n) == 0).astype(np.int32))
        at += p
        words += n
    ids.append(np.array([SEP]))
    shapes.append(np.array([0]))
    out = {c: np.concatenate(v) for c, v in columns.items()}
    out["sentence"] = np.concatenate(numbers)
    if "head" in out:
        out["start"] = np.concatenate(starts)
    return Row(np.concatenate(ids), np.concatenate(shapes), np.concatenate(first), out)


def straighten(row: Row, straight: dict[int, int]) -> None:
    """Curly quotation marks of a row to straight ones, in place."""
    for a, b in straight.items():
        row.ids[row.ids == a] = b


def collate(rows: list[Row]) -> dict[str, np.ndarray]:
    """Pad rows to one batch; missing labels are -1."""
    length = max(len(r.ids) for r in rows)
    words = max(len(r.first) for r in rows)
    ids = np.zeros((len(rows), length), np.int64)
    shapes = np.zeros((len(rows), length), np.int64)
    mask = np.zeros((len(rows), length), bool)
    first = np.zeros((len(rows), words), np.int64)
    last = np.zeros((len(rows), words), np.int64)
    columns = {c: np.full((len(rows), words), -1, np.int64) for c in rows[0].columns}
    for i, r in enumerate(rows):
        ids[i, : len(r.ids)] = r.ids
        shapes[i, : len(r.ids)] = r.shapes
        mask[i, : len(r.ids)] = True
        first[i, : len(r.first)] = r.first
        last[i, : len(r.first)] = [*(r.first[1:] - 1), len(r.ids) - 2]
        for c in columns:
            columns[c][i, : len(r.first)] = r.columns[c]
    return {"ids": ids, "shapes": shapes, "mask": mask, "first": first, "last": last, **columns}


def batches(
    documents: list[tuple[list[Encoded], ...]],
    limit: int,
    size: int,
    noise: dict[str, float],
    rng: random.Random,
    straight: dict[int, int],
) -> Iterator[dict[str, Any]]:
    """Endless batches of about `size` pieces, rows of like length together.

    A document may come in variants (hyphenated words whole or in parts): the first is taken
    three times in four.
    """
    waiting: list[Row] = []
    while True:
        order = list(range(len(documents)))
        rng.shuffle(order)
        for d in order:
            variants = documents[d]
            variant = variants[-1] if rng.random() < 0.25 else variants[0]
            for row in pack(variant, limit, noise, rng):
                if rng.random() < noise["straight_quotes"]:
                    straighten(row, straight)
                waiting.append(row)
            if len(waiting) >= max(400, 10 * size // limit):
                rng.shuffle(waiting)
                waiting.sort(key=lambda r: len(r.ids))
                cut: list[list[Row]] = [[]]
                for row in waiting:
                    if cut[-1] and (len(cut[-1]) + 1) * len(row.ids) > size:
                        cut.append([])
                    cut[-1].append(row)
                rng.shuffle(cut)
                for rows in cut:
                    yield collate(rows)
                waiting = []


__all__ = ["Document", "Encoded", "Encoder", "Row", "batches", "collate", "pack"]
