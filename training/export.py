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
from training.graph import MS, Graph
from training.heads.start import StartHead
from training.heads.tags import TagHead
from training.heads.tree import TreeHead
from training.model import Model

FLOAT, INT = TensorProto.FLOAT, TensorProto.INT64
POSITIONS = WINDOW + 2


def _np(tensor: Any) -> np.ndarray:
    return tensor.detach().cpu().float().numpy()


def _params(layer: Any) -> tuple[np.ndarray, np.ndarray]:
    return _np(layer.weight), _np(layer.bias)


def tag_names(model: Model) -> list[str]:
    """The columns of the output `tags`, in order."""
    return [n for n, h in model.heads.items() if isinstance(h, TagHead)]


def encoder_graph(model: Model, int8: bool) -> onnx.ModelProto:
    """ids, shapes (pieces) and first (words) to tags, start, arcs, rel_dep and rel_head."""
    g = Graph(int8)
    x = _embed(g, model)
    for layer in model.encoder.layers:
        x = _layer(g, layer, x)
    width = model.encoder.pieces.weight.shape[1]
    flat = g.node("Reshape", x, g.ints(-1, width))
    root = g.ints(0)
    index = g.node("Concat", root, "first", axis=0)
    both = g.node("Gather", flat, index)  # the root's vector, then the words'
    words = g.node("Gather", flat, "first")
    _heads(g, model, both, words)
    n, m = "pieces", "words"
    outputs: dict[str, tuple[int, list[str | int]]] = {
        "tags": (INT, [m, len(tag_names(model))]),
        "start": (FLOAT, [m]),
        "arcs": (FLOAT, [m, "words_and_root"]),
        "rel_dep": (FLOAT, [m, "relation"]),
        "rel_head": (FLOAT, ["words_and_root", "relation"]),
    }
    return g.model({"ids": (INT, [n]), "shapes": (INT, [n]), "first": (INT, [m])}, outputs)


def _embed(g: Graph, model: Model) -> str:
    encoder = model.encoder
    x = g.embedding(_np(encoder.pieces.weight), "ids")
    places = g.constant(_np(encoder.positions.weight)[:POSITIONS])
    length = g.node("Shape", "ids")
    x = g.node("Add", x, g.node("Slice", places, g.ints(0), length, g.ints(0)))
    x = g.node("Add", x, g.node("Gather", g.constant(_np(encoder.shapes.weight)), "shapes"))
    weight, bias = _params(encoder.norm)
    x = g.node(
        "LayerNormalization", x, g.constant(weight), g.constant(bias), axis=-1, epsilon=1e-12
    )
    return g.node("Unsqueeze", x, g.ints(0))


def _layer(g: Graph, layer: Any, x: str) -> str:
    qkv = g.linear(x, *_params(layer.qkv))
    width = layer.out.weight.shape[0]
    q, k, v = g.node("Split", qkv, g.ints(width, width, width), outputs=3, axis=-1)
    a = g.node("MultiHeadAttention", q, k, v, domain=MS, num_heads=layer.heads)
    a = g.linear(a, *_params(layer.out))
    x = _add_norm(g, x, a, layer.norm1)
    h = g.node("Gelu", g.linear(x, *_params(layer.up)), domain=MS)
    h = g.linear(h, *_params(layer.down))
    return _add_norm(g, x, h, layer.norm2)


def _add_norm(g: Graph, x: str, y: str, norm: Any) -> str:
    """LayerNorm of a sum. The fused SkipLayerNormalization is ten times slower on a processor
    (ONNX Runtime 1.32): a fifth of all time."""
    weight, bias = (g.constant(v) for v in _params(norm))
    return g.node(
        "LayerNormalization", g.node("Add", x, y), weight, bias, axis=-1, epsilon=1e-12
    )  # fmt: skip


def _heads(g: Graph, model: Model, both: str, words: str) -> None:
    """All first layers of heads in two multiplications: plain scores, and hidden layers."""
    plain: list[tuple[str, Any]] = []
    hidden: list[tuple[str, Any]] = []
    tree: TreeHead | None = None
    for name, head in model.heads.items():
        if isinstance(head, TreeHead):
            tree = head
        elif isinstance(head, TagHead) and head.hidden is not None:
            hidden.append((name, head))
        else:
            assert isinstance(head, (TagHead, StartHead))
            plain.append((name, head))
    assert tree is not None

    scores: dict[str, str] = {}
    flat = _joint(g, words, [h.out for _, h in plain])
    for (name, _), part in zip(plain, flat, strict=True):
        scores[name] = part
    firsts = [h.hidden for _, h in hidden]
    parts = _joint(g, both, [*firsts, tree.arc_dep, tree.arc_head, tree.rel_dep, tree.rel_head],
                   gelu=True)  # fmt: skip
    end = g.ints(np.iinfo(np.int64).max)

    def without_root(value: str) -> str:
        return g.node("Slice", value, g.ints(1), end, g.ints(0))

    for (name, head), part in zip(hidden, parts, strict=False):
        scores[name] = g.linear(without_root(part), *_params(head.out), exact=True)
    arc_dep, arc_head, rel_dep, rel_head = parts[len(hidden) :]
    best = [g.node("ArgMax", scores[n], axis=1, keepdims=1) for n in tag_names(model)]
    g.name(g.node("Concat", *best, axis=1), "tags")
    start = next(n for n, h in model.heads.items() if isinstance(h, StartHead))
    g.name(g.node("Squeeze", scores[start], g.ints(1)), "start")
    left = g.node("MatMul", without_root(arc_dep), g.constant(_np(tree.bilinear)))
    arcs = g.node("MatMul", left, g.node("Transpose", arc_head, perm=[1, 0]))
    prior = g.linear(arc_head, *_params(tree.prior), exact=True)
    g.name(g.node("Add", arcs, g.node("Transpose", prior, perm=[1, 0])), "arcs")
    g.name(without_root(rel_dep), "rel_dep")
    g.name(rel_head, "rel_head")


def _joint(g: Graph, x: str, layers: list[Any], gelu: bool = False) -> list[str]:
    """Several linear layers over one input as one multiplication, then split."""
    weight = np.concatenate([_np(layer.weight) for layer in layers])
    bias = np.concatenate([_np(layer.bias) for layer in layers])
    y = g.linear(x, weight, bias)
    if gelu:
        y = g.node("Gelu", y, domain=MS)
    sizes = [layer.weight.shape[0] for layer in layers]
    return list(g.node("Split", y, g.ints(*sizes), outputs=len(sizes), axis=-1))


def relation_graph(model: Model) -> onnx.ModelProto:
    """rel_dep, rel_head and heads (0 the root, or word + 1) to the best relation of each word."""
    tree = next(h for h in model.heads.values() if isinstance(h, TreeHead))
    g = Graph(False)
    chosen = g.node("Gather", "rel_head", "heads")
    both = g.node("Concat", g.node("Mul", "rel_dep", chosen), "rel_dep", chosen, axis=1)
    scores = g.linear(both, *_params(tree.rel_out))
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


def export(model: Model, folder: Path, int8: bool) -> None:
    """Write encoder.onnx and relations.onnx."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "encoder.onnx").write_bytes(encoder_graph(model, int8).SerializeToString())
    (folder / "relations.onnx").write_bytes(relation_graph(model).SerializeToString())
