"""The int8 products are exact on this processor, so that every processor gives the same.

`product.onnx` is one layer of eight columns and 384 rows, all weights +1 or -1, as
`training.graph.Graph(int8=True).linear` writes it: the largest whole numbers that the model can
hold. Weights of eight bits would overflow the 16-bit sums of processors that have AVX2 and no VNNI.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import pytest

ROWS = 384


@pytest.fixture(scope="module")
def layer() -> onnxruntime.InferenceSession:
    path = Path(__file__).with_name("product.onnx")
    return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])


def signs(layer: onnxruntime.InferenceSession) -> np.ndarray:
    """The weights, read off one row at a time."""
    return np.rint(layer.run(None, {"x": np.eye(ROWS, dtype=np.float32)})[0])


@pytest.mark.parametrize("count", [1, 3, 17, 158])
def test_largest_products_are_exact(layer: onnxruntime.InferenceSession, count: int) -> None:
    weights = signs(layer)
    assert set(weights.ravel()) == {-1.0, 1.0}
    # Every value is 0 or 255 once it is quantised, in each order of signs that a column has.
    x = np.concatenate([(weights.T > 0), (weights.T < 0), np.ones((1, ROWS)), np.zeros((1, ROWS))])
    x = np.resize(x, (max(count, len(x)), ROWS)).astype(np.float32)
    (y,) = layer.run(None, {"x": x})
    np.testing.assert_allclose(y, x @ weights, rtol=0, atol=1e-3)
