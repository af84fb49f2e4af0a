"""Which inputs of a layer stand out, measured on training rows, so that int8 can be told.

A few channels of a transformer are many times larger than the rest, and the step of an int8 input
is that of its largest value: the others come out coarse. Dividing such a channel, and multiplying
its row of the weights, costs one product and leaves the result as it is (as in SmoothQuant, Xiao et
al. 2023, whose exponents were worse here).
"""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from training.model import Model
from training.rows import batches

ROWS = 64
LARGE = 3.0
"""A channel is brought down to so many times the median channel."""

Divisors = dict[str, np.ndarray]


def divisors(model: Model, data: dict[str, Any], config: dict[str, Any]) -> Divisors:
    """By name of the layers of every feed-forward, what each input channel is divided by."""
    largest: dict[str, Tensor] = {}

    def watch(name: str, layer: nn.Module) -> Any:
        def hook(_: nn.Module, inputs: tuple[Tensor]) -> None:
            seen = inputs[0].abs().flatten(0, -2).amax(0)
            largest[name] = torch.maximum(largest.get(name, seen), seen)

        return layer.register_forward_pre_hook(hook)

    handles = [
        watch(f"encoder.layers.{k}.{part}", getattr(layer, part))
        for k, layer in enumerate(model.encoder.layers)
        for part in ("up", "down")
    ]
    device = next(model.parameters()).device
    for task in ("trees", "attribution"):
        limit = config["data"][task]["row"]
        rows = batches(  # one row a batch, so that no padding is looked at
            data["tasks"][task], limit, 1, config["noise"], random.Random(task), data["straight"]
        )
        for _ in range(ROWS):
            batch = {k: torch.from_numpy(v).to(device) for k, v in next(rows).items()}
            with torch.no_grad():
                model.vectors(batch)
    for handle in handles:
        handle.remove()
    out = {}
    for name, value in largest.items():
        channel = value.cpu().numpy()
        out[name] = np.maximum(1.0, channel / (LARGE * np.median(channel))).astype(np.float32)
    return out
