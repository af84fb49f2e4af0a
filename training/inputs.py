"""What every encoder has: pieces, positions and shape classes at its input, words out of pieces."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from dateline.language.pieces import SHAPE_IDS


class Inputs(nn.Module):
    """The base of an encoder. `drop` is its dropout, `eps` that of its norms."""

    def __init__(self, config: dict[str, int], drop: nn.Module, eps: float) -> None:
        super().__init__()
        width = config["width"]
        self.drop = drop
        self.pieces = nn.Embedding(config["vocabulary"], width)
        self.pieces.weight.requires_grad_(False)
        self.positions = nn.Embedding(config["positions"], width)
        self.shapes = nn.Embedding(SHAPE_IDS, width)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.norm = nn.LayerNorm(width, eps=eps)
        self.ending = nn.Parameter(torch.zeros(width))

    def embed(self, ids: Tensor, shapes: Tensor, begin: int = 0) -> Tensor:
        """Vectors of pieces (batch, pieces, width); the first position is `begin`."""
        places = torch.arange(ids.shape[1], device=ids.device) + begin
        x = self.pieces(ids) + self.positions(places) + self.shapes(shapes)
        return self.drop(self.norm(x))

    def words_of(self, x: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """The root and each word, (batch, 1 + words, width), out of the vectors of pieces: a word
        is its first piece, mixed by a learned share with its last."""
        begin = x.gather(1, first[:, :, None].expand(-1, -1, x.shape[-1]))
        end = x.gather(1, last[:, :, None].expand(-1, -1, x.shape[-1]))
        return torch.cat([x[:, :1], begin + self.ending * (end - begin)], 1)
