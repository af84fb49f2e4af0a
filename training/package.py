"""Puts the model folder of the package together: graphs, labels, tokenizer, licence, sums."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from training.calibrate import Divisors
from training.export import export, tag_names
from training.model import Model

FILES = (
    "LICENCE", "MODEL_CARD.md", "encoder.onnx", "labels.json", "lemmas.tsv", "relations.onnx",
    "tokenizer.json",
)  # fmt: skip


def labels_file(model: Model, labels: dict[str, list[str]], config: dict[str, object]) -> str:
    """labels.json: the tag columns of the encoder in order, and the relations."""
    heads = config["heads"]
    assert isinstance(heads, dict)
    columns = {name: labels[heads[name]["column"]] for name in tag_names(model)}
    return json.dumps({"columns": columns, "relations": labels["rel"]}, ensure_ascii=False) + "\n"


def package(
    model: Model,
    labels: dict[str, list[str]],
    config: dict[str, object],
    folder: Path,
    divisors: Divisors | None,
) -> None:
    """Write graphs and labels into `folder` (where tokenizer.json lies already) and seal it.

    With `divisors` (of `calibrate.divisors`) the graph is in int8, without them in float32.
    """
    export(model, folder, divisors is not None, divisors)
    (folder / "labels.json").write_text(labels_file(model, labels, config), "utf-8")
    seal(folder)


def seal(folder: Path) -> None:
    """Write SHA256SUMS over the files that are there."""
    present = [n for n in FILES if (folder / n).exists()]
    lines = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in present]
    (folder / "SHA256SUMS").write_text("".join(lines), "utf-8")
