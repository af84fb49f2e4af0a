"""The exported graph says what the trained model says. Needs torch and onnx; the model is tiny."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest

torch = pytest.importorskip("torch", reason="training's own requirements are not installed")
pytest.importorskip("onnx", reason="training's own requirements are not installed")

from training.export import encoder_graph, export, tag_names  # noqa: E402
from training.heads.tags import TagHead  # noqa: E402
from training.model import Model  # noqa: E402
from training.package import labels_file  # noqa: E402
from training.start import go_on  # noqa: E402

LABELS = {
    "upos": ["NOUN", "VERB", "X"],
    "rel": ["root", "nsubj"],
    "entity": ["O", "B-PER", "I-PER"],
}
CONFIG: dict[str, Any] = {
    "encoder": {"kind": "bert", "layers": 3, "width": 64, "heads": 4, "inner": 96, "merge": 1,
                "positions": 160, "vocabulary": 200},
    "heads": {
        "upos": {"kind": "tags", "column": "upos", "weight": 1.0},
        "entity": {"kind": "tags", "column": "entity", "weight": 1.0, "hidden": 16},
        "tree": {"kind": "tree", "arc": 16, "relation": 12, "weight": 1.0},
        "start": {"kind": "start", "weight": 1.0},
    },
    "train": {"dropout": 0.1},
}  # fmt: skip
WINDOW = {
    "ids": np.array([101, 7, 8, 9, 10, 11, 102]),
    "shapes": np.array([0, 17, 13, 18, 18, 13, 0]),
    "first": np.array([1, 3, 4]),
    "last": np.array([2, 3, 5]),
}


@pytest.fixture
def model() -> Any:
    torch.manual_seed(1)
    made = Model(CONFIG, LABELS).eval()
    torch.nn.init.normal_(made.encoder.ending)
    return made


def predicted(model: Any) -> dict[str, np.ndarray]:
    batch = {k: torch.from_numpy(v)[None] for k, v in WINDOW.items()}
    batch["mask"] = torch.ones(1, len(WINDOW["ids"]), dtype=torch.bool)
    with torch.no_grad():
        return {k: v[0].numpy() for k, v in model.predict(batch).items()}


def run(graph: bytes) -> dict[str, np.ndarray]:
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    names = [o.name for o in session.get_outputs()]
    return dict(zip(names, session.run(names, WINDOW), strict=True))


def test_float_graph_equals_the_model(model: Any) -> None:
    wanted, found = predicted(model), run(encoder_graph(model, int8=False).SerializeToString())
    for name in ("start", "arcs", "rel_dep", "rel_head"):
        np.testing.assert_allclose(found[name], wanted[name], atol=1e-4)
    tags = np.stack([wanted[name].argmax(-1) for name in tag_names(model)], 1)
    np.testing.assert_array_equal(found["tags"], tags)


def test_divided_channels_change_nothing_but_the_rounding(model: Any) -> None:
    divisors = {"encoder.layers.0.up": np.linspace(1, 5, 64, dtype=np.float32)}
    plain = run(encoder_graph(model, int8=True).SerializeToString())
    calm = run(encoder_graph(model, int8=True, divisors=divisors).SerializeToString())
    np.testing.assert_allclose(calm["arcs"], plain["arcs"], atol=0.2)


@pytest.mark.parametrize("int8", [False, True])
def test_training_goes_on_from_a_package(model: Any, int8: bool, tmp_path: Path) -> None:
    divisors = {"encoder.layers.0.up": np.linspace(1, 5, 64, dtype=np.float32)} if int8 else None
    export(model, tmp_path, int8, divisors)
    (tmp_path / "labels.json").write_text(labels_file(model, LABELS, CONFIG), "utf-8")
    other = Model(CONFIG, LABELS)
    assert go_on(other, LABELS, tmp_path) == (len(model.state_dict()), len(other.state_dict()))
    for name, value in model.state_dict().items():
        near = 0.05 * float(value.abs().max()) + 1e-6 if int8 else 1e-6
        assert torch.allclose(other.state_dict()[name], value, atol=near), name


def test_new_labels_keep_the_old_rows(model: Any, tmp_path: Path) -> None:
    path = tmp_path / "model.pt"
    torch.save({"weights": model.state_dict(), "labels": LABELS}, path)
    more = LABELS | {"upos": ["ADJ", "VERB", "NOUN", "X"]}
    other = Model(CONFIG, more)
    go_on(other, more, path)
    old, new = model.heads["upos"].out.weight, other.heads["upos"].out.weight
    assert torch.equal(new[1:], old[[1, 0, 2]])


def test_rounded_weights_are_those_of_the_export(model: Any) -> None:
    layer = model.encoder.layers[0].up
    model.round_weights()
    model.train()
    x = torch.eye(64)
    step = layer.weight.abs().amax(1, keepdim=True) / 63
    rounded = torch.round(layer.weight / step) * step
    assert torch.allclose(layer(x), (rounded @ x + layer.bias[:, None]).T, atol=1e-5)
    model.eval()
    assert torch.allclose(layer(x), (layer.weight @ x + layer.bias[:, None]).T, atol=1e-5)


def test_a_head_is_a_line_of_the_configuration() -> None:
    heads = CONFIG["heads"] | {"role": {"kind": "tags", "column": "entity", "weight": 0.1}}
    made = Model(CONFIG | {"heads": heads}, LABELS).eval()
    assert isinstance(made.heads["role"], TagHead)
    found = run(encoder_graph(made, int8=True).SerializeToString())
    assert found["tags"].shape == (3, 3)
