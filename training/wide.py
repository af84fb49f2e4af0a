"""The encoder of a teacher: MPNet-base (Song et al. 2020), twice as wide and deep as what ships.

It reads the same pieces (its vocabulary is BERT's behind four special pieces) and shape classes;
every layer reads pieces, and words are made of them at the end.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from dateline.language.pieces import CLS, SEP
from training.imitation import MASK
from training.inputs import Inputs

OFFSET = 4
"""MPNet's number of a piece is BERT's and this."""
SPECIAL = {CLS: 0, 0: 1, SEP: 2, MASK: 30526}
"""The pieces that MPNet has of its own: begin, padding, end, hidden."""
FIRST_POSITION = 2
BUCKETS, FAR = 32, 128


def buckets(length: int) -> Tensor:
    """The class of the way from each piece to each other, (length, length): near ones by the
    exact number of pieces, far ones by its logarithm; backwards and forwards apart."""
    at = torch.arange(length)
    way = at[:, None] - at[None, :]
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = way.abs()
    share = torch.log(far.clamp(min=1) / exact) / math.log(FAR / exact)
    large = (exact + (share * (half - exact)).long()).clamp(max=half - 1)
    return (way < 0).long() * half + torch.where(far < exact, far, large)


class WideLayer(nn.Module):
    """One layer, post-norm; `bias` is added to attention scores."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.share = heads, dropout
        self.drop = nn.Dropout(dropout)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-5)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-5)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        share = self.share if self.training else 0.0
        a = F.scaled_dot_product_attention(q, k, v, bias.to(q.dtype), dropout_p=share)
        a = self.out(a.transpose(1, 2).reshape(b, n, w))
        x = self.norm1(x + self.drop(a))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Wide(Inputs):
    """Piece ids and shape ids to vectors, as `training.model.Encoder`."""

    def __init__(self, config: dict[str, int], dropout: float) -> None:
        super().__init__(config, nn.Dropout(dropout), eps=1e-5)
        width = config["width"]
        self.ways = nn.Embedding(BUCKETS, config["heads"])
        self.layers = nn.ModuleList(
            WideLayer(width, config["heads"], config["inner"], dropout)
            for _ in range(config["layers"])
        )
        numbers = torch.arange(config["vocabulary"]) + OFFSET
        for piece, number in SPECIAL.items():
            numbers[piece] = number
        self.register_buffer("numbers", numbers, persistent=False)
        longest = config["positions"] - FIRST_POSITION
        self.register_buffer("buckets", buckets(longest), persistent=False)

    def forward(
        self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> Tensor:
        """Vectors of the root and of each word: (batch, 1 + words, width)."""
        n = ids.shape[1]
        numbers, ways = self.numbers, self.buckets
        assert isinstance(numbers, Tensor)
        assert isinstance(ways, Tensor)
        x = self.embed(numbers[ids], shapes, FIRST_POSITION)
        behind = torch.zeros_like(mask, dtype=torch.float32).masked_fill(~mask, -1e4)
        bias = self.ways(ways[:n, :n]).permute(2, 0, 1)[None] + behind[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return self.words_of(x, first, last)

    def load_pretrained(self, path: Path) -> None:
        """Take over the weights of an MPNet in the Hugging Face naming."""
        w = load_file(str(path))
        e = "embeddings."
        names = {
            "pieces.weight": e + "word_embeddings.weight",
            "positions.weight": e + "position_embeddings.weight",
            "ways.weight": "encoder.relative_attention_bias.weight",
            "norm": e + "LayerNorm",
        }
        parts = {
            "out": "attention.attn.o", "norm1": "attention.LayerNorm",
            "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
        }  # fmt: skip
        own = self.state_dict()
        for k in range(len(self.layers)):
            names |= {f"layers.{k}.{a}": f"encoder.layer.{k}.{b}" for a, b in parts.items()}
        for name, theirs in names.items():
            for end in [""] if name.endswith(".weight") else [".weight", ".bias"]:
                own[name + end] = w[theirs + end]
        for k in range(len(self.layers)):
            for end in (".weight", ".bias"):
                three = [w[f"encoder.layer.{k}.attention.attn.{n}{end}"] for n in "qkv"]
                own[f"layers.{k}.qkv{end}"] = torch.cat(three)
        self.load_state_dict(own)
