"""The folder with the weights: what is in it, and whether it is undamaged."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import ModelError

FOLDER: Final = Path(__file__).parent / "model"
SUMS: Final = "SHA256SUMS"
CHECKED: Final = ("encoder.onnx", "relations.onnx", "tokenizer.json", "labels.json", "lemmas.tsv")


@dataclass(frozen=True, slots=True)
class Weights:
    """Checked files of one model."""

    encoder: bytes
    relations: bytes
    tokenizer: bytes
    lexicon: str
    columns: dict[str, list[str]]
    """The tag columns that the encoder gives, in its order, each with its labels."""
    relation_labels: list[str]


def load(folder: Path = FOLDER) -> Weights:
    """Read and check a model folder.

    Raises ModelError if a file is missing, is not the one that SHA256SUMS names, or cannot be
    understood.
    """
    sums = _sums(folder)
    data: dict[str, bytes] = {}
    for name in CHECKED:
        try:
            data[name] = (folder / name).read_bytes()
        except OSError as error:
            raise ModelError(f"language model: cannot read {folder / name}: {error}") from error
        found = hashlib.sha256(data[name]).hexdigest()
        if found != sums.get(name):
            raise ModelError(
                f"language model: {folder / name} is damaged (sha256 {found[:16]}..., "
                f"expected {sums.get(name, 'none')[:16]}...); install dateline again"
            )
    try:
        labels = json.loads(data["labels.json"])
        columns = {str(k): [str(x) for x in v] for k, v in labels["columns"].items()}
        relations = [str(x) for x in labels["relations"]]
        lexicon = data["lemmas.tsv"].decode("utf-8")
    except (ValueError, KeyError, AttributeError) as error:
        raise ModelError(f"language model: its labels cannot be read: {error}") from error
    return Weights(
        encoder=data["encoder.onnx"],
        relations=data["relations.onnx"],
        tokenizer=data["tokenizer.json"],
        lexicon=lexicon,
        columns=columns,
        relation_labels=relations,
    )


def _sums(folder: Path) -> dict[str, str]:
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"language model: cannot read {folder / SUMS}: {error}") from error
    out: dict[str, str] = {}
    for line in lines:
        parts = line.split()
        if len(parts) == 2:
            out[parts[1].lstrip("*")] = parts[0]
    return out
