"""Trained weights to the ONNX graphs that the runtime reads, in float32 or int8.

The graph reads one window (no batch, no padding): dynamic int8 takes its ranges from all that
is in a call, so that a window in a batch would depend on its neighbours. It is written by hand,
not traced, so that it holds exactly the fused operations that ONNX Runtime is quick at.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto

from dateline.language.windows import WINDOW
from training.graph import JOINT, MS, Graph
from training.heads.base import TAG, array, arrays, without_root
from training.heads.tags import TagHead
from training.heads.tree import TreeHead
from training.model import Model

FLOAT, INT = TensorProto.FLOAT, TensorProto.INT64
POSITIONS = WINDOW + 2


def tag_names(model: Model) -> list[str]:
    """The columns of the output `tags`, in order."""
    return [n for n, h in model.heads.items() if isinstance(h, TagHead)]


def encoder_graph(
    model: Model, int8: bool, divisors: dict[str, np.ndarray] | None = None
) -> onnx.ModelProto:
    """ids, shapes (pieces), first and last (words) to tags, start, arcs, rel_dep and rel_head."""
    g = Graph(int8, divisors)
    encoder = model.encoder
    x = _embed(g, model)
    for k in range(encoder.merge):
        x = _layer(g, encoder.layers[k], x, f"encoder.layers.{k}")
    x = _merge(g, model, x)
    for k in range(encoder.merge, len(encoder.layers)):
        x = _layer(g, encoder.layers[k], x, f"encoder.layers.{k}")
    both = g.node("Squeeze", x, g.ints(0))  # the root's vector, then the words'
    values = _heads(g, model, both)
    best = [value for name, value in values.items() if name.startswith(TAG)]
    g.name(g.node("Concat", *best, axis=1), "tags")
    outputs: dict[str, tuple[int, list[str | int]]] = {"tags": (INT, ["words", len(best)])}
    for head in model.heads.values():
        for name, shape in head.outputs.items():
            g.name(values[name], name)
            outputs[name] = (FLOAT, shape)
    inputs: dict[str, tuple[int, list[str | int]]] = {
        "ids": (INT, ["pieces"]), "shapes": (INT, ["pieces"]),
        "first": (INT, ["words"]), "last": (INT, ["words"]),
    }  # fmt: skip
    return g.model(inputs, outputs)


def _embed(g: Graph, model: Model) -> str:
    encoder = model.encoder
    x = g.embedding(array(encoder.pieces.weight), "ids", "encoder.pieces.weight")
    places = g.constant(array(encoder.positions.weight)[:POSITIONS], "encoder.positions.weight")
    length = g.node("Shape", "ids")
    x = g.node("Add", x, g.node("Slice", places, g.ints(0), length, g.ints(0)))
    shapes = g.constant(array(encoder.shapes.weight), "encoder.shapes.weight")
    x = g.node("Add", x, g.node("Gather", shapes, "shapes"))
    return g.node("Unsqueeze", _norm(g, x, encoder.norm, "encoder.norm"), g.ints(0))


def _layer(g: Graph, layer: Any, x: str, name: str) -> str:
    qkv = g.linear(x, *arrays(layer.qkv), f"{name}.qkv")
    width = layer.out.weight.shape[0]
    q, k, v = g.node("Split", qkv, g.ints(width, width, width), outputs=3, axis=-1)
    a = g.node("MultiHeadAttention", q, k, v, domain=MS, num_heads=layer.heads)
    a = g.linear(a, *arrays(layer.out), f"{name}.out")
    # The fused SkipLayerNormalization is ten times slower on a processor (ONNX Runtime 1.32).
    x = _norm(g, g.node("Add", x, a), layer.norm1, f"{name}.norm1")
    h = g.node("Gelu", g.linear(x, *arrays(layer.up), f"{name}.up"), domain=MS)
    h = g.linear(h, *arrays(layer.down), f"{name}.down")
    return _norm(g, g.node("Add", x, h), layer.norm2, f"{name}.norm2")


def _norm(g: Graph, x: str, norm: Any, name: str) -> str:
    values = zip(("weight", "bias"), arrays(norm), strict=True)
    weight, bias = (g.constant(value, f"{name}.{part}") for part, value in values)
    return g.node("LayerNormalization", x, weight, bias, axis=-1, epsilon=1e-12)


def _merge(g: Graph, model: Model, x: str) -> str:
    """Pieces to words: the root, then each word's first piece mixed with its last."""
    root = g.node("Gather", x, g.ints(0), axis=1)
    begin = g.node("Gather", x, "first", axis=1)
    end = g.node("Gather", x, "last", axis=1)
    share = g.constant(array(model.encoder.ending), "encoder.ending")
    mixed = g.node("Add", begin, g.node("Mul", share, g.node("Sub", end, begin)))
    return g.node("Concat", root, mixed, axis=1)


def _heads(g: Graph, model: Model, both: str) -> dict[str, str]:
    """The outputs of all heads; their first layers are two multiplications, plain and hidden."""
    words = without_root(g, both)
    parts: dict[str, dict[str, str]] = {name: {} for name in model.heads}
    for hidden in (False, True):
        layers = {
            (name, part): first.layer
            for name, head in model.heads.items()
            for part, first in head.firsts().items()
            if first.hidden == hidden
        }
        values = _joint(g, both if hidden else words, layers, gelu=hidden)
        for (name, part), value in zip(layers, values, strict=True):
            parts[name][part] = value
    out: dict[str, str] = {}
    for name, head in model.heads.items():
        out |= head.graph(g, name, parts[name])
    return out


def _joint(g: Graph, x: str, layers: dict[tuple[str, str], Any], gelu: bool) -> list[str]:
    """Several linear layers over one input as one multiplication, then split."""
    weights, biases = zip(*(arrays(layer) for layer in layers.values()), strict=True)
    sizes = [len(bias) for bias in biases]
    names = [f"heads.{name}.{part}" for name, part in layers]
    joint = JOINT.join(f"{n}:{size}" for n, size in zip(names, sizes, strict=True))
    y = g.linear(x, np.concatenate(weights), np.concatenate(biases), joint)
    if gelu:
        y = g.node("Gelu", y, domain=MS)
    return list(g.node("Split", y, g.ints(*sizes), outputs=len(sizes), axis=-1))


def relation_graph(model: Model) -> onnx.ModelProto:
    """rel_dep, rel_head and heads (0 the root, or word + 1) to the best relation of each word."""
    name, tree = next((n, h) for n, h in model.heads.items() if isinstance(h, TreeHead))
    g = Graph(False)
    chosen = g.node("Gather", "rel_head", "heads")
    both = g.node("Concat", g.node("Mul", "rel_dep", chosen), "rel_dep", chosen, axis=1)
    scores = g.linear(both, *arrays(tree.rel_out), f"heads.{name}.rel_out")
    g.name(g.node("ArgMax", scores, axis=1, keepdims=0), "relations")
    width = tree.rel_dep.weight.shape[0]
    return g.model(
        {
            "rel_dep": (FLOAT, ["words", width]),
            "rel_head": (FLOAT, ["words_and_root", width]),
            "heads": (INT, ["words"]),
        },
        {"relations": (INT, ["words"])},
    )


def export(
    model: Model, folder: Path, int8: bool, divisors: dict[str, np.ndarray] | None = None
) -> None:
    """Write encoder.onnx and relations.onnx; `divisors` as `calibrate.divisors` gives them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "encoder.onnx").write_bytes(encoder_graph(model, int8, divisors).SerializeToString())
    (folder / "relations.onnx").write_bytes(relation_graph(model).SerializeToString())
