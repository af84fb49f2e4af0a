"""A small writer of ONNX graphs: names, initialisers, and a linear layer in float32 or int8."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MS = "com.microsoft"
# Seven bits for weights: with eight, processors that have AVX2 but no VNNI saturate sums of two
# products at 16 bits and so give other results.
WEIGHT_MAX = 63
JOINT = "|"
"""Parts the names of the layers that one matrix holds (see `training/start.py`)."""


class Graph:
    """Collects nodes. Methods take and return names of values."""

    def __init__(self, int8: bool, divisors: dict[str, np.ndarray] | None = None) -> None:
        """`divisors` by layer: what its input channels are divided by (`training/calibrate.py`)."""
        self.int8 = int8
        self.divisors = divisors or {}
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.count = 0

    def constant(self, value: np.ndarray, name: str = "") -> str:
        name = name or f"c{len(self.constants)}"
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def ints(self, *values: int) -> str:
        return self.constant(np.array(values, np.int64))

    def node(self, op: str, *inputs: str, domain: str = "", outputs: int = 1, **attrs: Any) -> Any:
        self.count += 1
        names = [f"v{self.count}_{k}" for k in range(outputs)]
        self.nodes.append(helper.make_node(op, list(inputs), names, domain=domain, **attrs))
        return names[0] if outputs == 1 else names

    def linear(
        self, x: str, weight: np.ndarray, bias: np.ndarray, name: str, exact: bool = False
    ) -> str:
        """x @ weight.T + bias; `weight` is (out, in) as in torch. `exact` keeps float32.

        `name` is the layer's in the model: the constants are called after it.
        """
        matrix = np.ascontiguousarray(weight.T.astype(np.float32))
        shift = self.constant(bias.astype(np.float32), f"{name}.bias")
        if not self.int8 or exact:
            return self.node(
                "Add", self.node("MatMul", x, self.constant(matrix, f"{name}.matrix")), shift
            )
        if name in self.divisors:
            divisor = self.divisors[name]
            matrix = matrix * divisor[:, None]
            x = self.node("Mul", x, self.constant(1 / divisor, f"{name}.factor"))
        scale = np.maximum(np.abs(matrix).max(0) / WEIGHT_MAX, 1e-12).astype(np.float32)
        whole = np.clip(np.rint(matrix / scale), -WEIGHT_MAX, WEIGHT_MAX).astype(np.int8)
        return self.node(
            "DynamicQuantizeMatMul", x, self.constant(whole, f"{name}.matrix"),
            self.constant(scale, f"{name}.matrix.scale"), "", shift, domain=MS,
        )  # fmt: skip

    def embedding(self, table: np.ndarray, ids: str, name: str) -> str:
        """Rows of a table; in int8 each row has a scale of its own."""
        if not self.int8:
            return self.node("Gather", self.constant(table.astype(np.float32), name), ids)
        scale = np.maximum(np.abs(table).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
        whole = np.rint(table / scale).astype(np.int8)
        rows = self.node("Gather", self.constant(whole, name), ids)
        rows = self.node("Cast", rows, to=TensorProto.FLOAT)
        return self.node(
            "Mul", rows, self.node("Gather", self.constant(scale, f"{name}.scale"), ids)
        )

    def name(self, value: str, output: str) -> None:
        """Give a value the name of an output."""
        self.nodes.append(helper.make_node("Identity", [value], [output]))

    def model(
        self,
        inputs: dict[str, tuple[int, list[str | int]]],
        outputs: dict[str, tuple[int, list[str | int]]],
    ) -> onnx.ModelProto:
        """The finished model; inputs and outputs map a name to element type and shape."""

        def info(values: dict[str, tuple[int, list[str | int]]]) -> list[onnx.ValueInfoProto]:
            return [helper.make_tensor_value_info(n, t, s) for n, (t, s) in values.items()]

        graph = helper.make_graph(
            self.nodes, "dateline", info(inputs), info(outputs), list(self.constants.values())
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
        made = helper.make_model(graph, opset_imports=opsets, producer_name="dateline training")
        made.ir_version = 8
        return made
