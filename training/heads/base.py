"""What a head has to offer."""

from __future__ import annotations

from torch import Tensor, nn


class Head(nn.Module):
    """Reads word vectors (batch, words, width). `needs` names the batch columns of its loss."""

    needs: frozenset[str]
    weight: float

    def loss(self, words: Tensor, root: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Mean loss over the words that carry a label."""
        raise NotImplementedError

    def predict(self, name: str, words: Tensor, root: Tensor) -> dict[str, Tensor]:
        """The tensors that the exported graph gives, by output name."""
        raise NotImplementedError
