"""What a head has to offer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from torch import Tensor, nn

from training.graph import Graph

TAG = "tag:"
"""What the name of an output begins with that is a column of the graph's output `tags`."""


@dataclass
class First:
    """A first layer of a head, as the exported graph needs it.

    All that are alike are joined into one multiplication. `hidden` layers are followed by GELU
    and read the root too, in front of the words; the others read the words.
    """

    layer: nn.Linear
    hidden: bool


class Head(nn.Module):
    """Reads word vectors (batch, words, width). `needs` names the batch columns of its loss."""

    needs: frozenset[str]
    weight: float
    outputs: dict[str, list[str | int]]
    """Shapes of the float outputs that the exported graph has of it, besides tags."""

    def loss(self, words: Tensor, root: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Mean loss over the words that carry a label."""
        raise NotImplementedError

    def choices(self, words: Tensor, root: Tensor, batch: dict[str, Tensor]) -> list[Tensor]:
        """Scores (batch, words, options) of each choice that the head makes for a word."""
        raise NotImplementedError

    def arcs_of(self, words: Tensor, root: Tensor, batch: dict[str, Tensor]) -> Tensor | None:
        """Scores of every word's head within its sentence, from a head that makes trees."""
        return None

    def predict(self, name: str, words: Tensor, root: Tensor) -> dict[str, Tensor]:
        """The scores of a batch, by output name."""
        raise NotImplementedError

    def firsts(self) -> dict[str, First]:
        """Its first layers by attribute name."""
        raise NotImplementedError

    def graph(self, g: Graph, name: str, parts: dict[str, str]) -> dict[str, str]:
        """Write the rest of the head into the graph; gives its outputs by name.

        `parts` are the results of its first layers, `name` is the head's in the model.
        """
        raise NotImplementedError


def arrays(layer: nn.Linear) -> tuple[np.ndarray, np.ndarray]:
    """Weight and bias of a layer."""
    return array(layer.weight), array(layer.bias)


def array(tensor: Tensor) -> np.ndarray:
    """A tensor as float32."""
    return tensor.detach().cpu().float().numpy()


def without_root(g: Graph, value: str) -> str:
    """The words' rows of a value that has the root's first."""
    return g.node("Slice", value, g.ints(1), g.ints(np.iinfo(np.int64).max), g.ints(0))
