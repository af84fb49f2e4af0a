"""Going on from weights that exist: a checkpoint, or a model as it is packaged.

Without a GPU training adds up over several runs; what the package ships (int8) is enough to go on
from. Layers are taken over by name and shape, rows of a head's last layer by their label, so that
labels and heads may be added in between.
"""

from __future__ import annotations

import json
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.graph import JOINT
from training.heads.tags import TagHead
from training.model import Model


def go_on(model: Model, labels: dict[str, list[str]], source: Path) -> tuple[int, int]:
    """Take over all that fits; gives how many of the model's tensors were, and how many it has.

    `source` is a checkpoint file or a folder with a packaged model.
    """
    weights, before = packaged(source) if source.is_dir() else _checkpoint(source)
    own = model.state_dict()
    # Last layer to the column of its labels; a package has its label lists by head.
    columns = {
        f"heads.{n}.out": (n, h.column) for n, h in model.heads.items() if isinstance(h, TagHead)
    }
    columns |= {f"heads.{n}.rel_out": ("rel", "rel") for n in model.heads}
    taken = 0
    for name, value in weights.items():
        if name not in own or value.shape[1:] != own[name].shape[1:]:
            continue
        head, column = columns.get(name.rpartition(".")[0], ("", ""))
        if column:
            known = {label: k for k, label in enumerate(before.get(head) or before[column])}
            for k, label in enumerate(labels[column]):
                if label in known:
                    own[name][k] = value[known[label]]
        elif len(value) <= len(own[name]):
            own[name][: len(value)] = value  # fewer positions are packaged than the encoder has
        else:
            continue
        taken += 1
    model.load_state_dict(own)
    return taken, len(own)


def _checkpoint(path: Path) -> tuple[dict[str, Tensor], dict[str, list[str]]]:
    kept = torch.load(path, map_location="cpu", weights_only=True)
    return kept["weights"], kept["labels"]


def packaged(folder: Path) -> tuple[dict[str, Tensor], dict[str, list[str]]]:
    """Tensors by name out of the two graphs, int8 turned back to float32, and label lists."""
    found: dict[str, Tensor] = {}
    for file in ("encoder.onnx", "relations.onnx"):
        graph = onnx.load(folder / file).graph
        values = {
            c.name: torch.from_numpy(numpy_helper.to_array(c).copy()) for c in graph.initializer
        }
        for name, value in values.items():
            if name.endswith((".scale", ".factor")):
                continue
            if name + ".scale" in values:
                value = value.float() * values[name + ".scale"]
            if name.endswith(".matrix"):
                stem = name.removesuffix(".matrix")
                if stem + ".factor" in values:
                    value = value * values[stem + ".factor"][:, None]
                name, value = stem + ".weight", value.T.contiguous()
            found.update(_parts(name, value))
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    return found, labels["columns"] | {"rel": labels["relations"]}


def _parts(name: str, value: Tensor) -> list[tuple[str, Tensor]]:
    """A joint matrix or bias (`a:3|b:5.weight`) as the layers that it is made of."""
    if JOINT not in name:
        return [(name, value)]
    stem, _, kind = name.rpartition(".")
    out, at = [], 0
    for part in stem.split(JOINT):
        layer, size = part.split(":")
        out.append((f"{layer}.{kind}", value[at : at + int(size)]))
        at += int(size)
    return out
