"""The encoder (a small BERT) with shape classes at its input, and the heads on top.

The first `merge` layers read word pieces, the others one vector a word: a word's first piece,
mixed with its last (which carries its ending). A quarter of all pieces go on a word, so the later
layers have that much less to do.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from training.graph import WEIGHT_MAX
from training.heads import Head, build
from training.imitation import Beliefs, imitate
from training.inputs import Inputs
from training.wide import Wide


class Dropout(nn.Module):
    """Dropout; on a processor from a pool of random numbers, since drawing each anew took a tenth
    of the time."""

    pools: ClassVar[dict[tuple[float, torch.device, torch.dtype], Tensor]] = {}

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.share:
            return x
        if x.is_cuda:
            return F.dropout(x, self.share)
        key = (self.share, x.device, x.dtype)
        if key not in self.pools:
            kept = torch.rand(1 << 23, device=x.device) >= self.share
            self.pools[key] = (kept / (1 - self.share)).to(x.dtype)
        pool = self.pools[key]
        at = int(torch.randint(0, len(pool) - x.numel(), ()))
        return x * pool[at : at + x.numel()].view(x.shape)


class Linear(nn.Linear):
    """A linear layer that can be trained as it will be read: `coarse`, its weights are rounded to
    the steps of the int8 export, and the gradient passes through (straight-through estimator)."""

    coarse = False

    def forward(self, input: Tensor) -> Tensor:
        weight = self.weight
        if self.coarse and self.training:
            with torch.no_grad():
                step = weight.abs().amax(1, keepdim=True).clamp_(min=1e-12) / WEIGHT_MAX
                error = (weight / step).round_().mul_(step).sub_(weight)
            weight = weight + error
        return F.linear(input, weight, self.bias)


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.drop = Dropout(dropout)
        self.qkv = Linear(width, 3 * width)
        self.out = Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = Linear(width, inner)
        self.down = Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, w = x.shape
        size = w // self.heads
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, size).permute(2, 0, 3, 1, 4)
        # Spelt out: on a processor the fused kernel is several times slower under bfloat16.
        a = torch.softmax(q @ k.transpose(2, 3) * size**-0.5 + mask, -1).to(v.dtype) @ v
        a = self.out(a.transpose(1, 2).reshape(b, n, w))
        x = self.norm1(x + self.drop(a))
        h = self.down(F.gelu(self.up(x)))
        return self.norm2(x + self.drop(h))


class Encoder(Inputs):
    """Piece ids and shape ids to vectors."""

    def __init__(self, config: dict[str, int], dropout: float) -> None:
        super().__init__(config, Dropout(dropout), eps=1e-12)
        width = config["width"]
        self.layers = nn.ModuleList(
            Layer(width, config["heads"], config["inner"], dropout) for _ in range(config["layers"])
        )
        self.merge = config["merge"]

    def forward(
        self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> Tensor:
        """Vectors of the root and of each word: (batch, 1 + words, width).

        `ids`, `shapes` and `mask` are (batch, pieces), `first` and `last` (batch, words) the places
        of each word's first and last piece; behind a row's words they are 0.
        """
        x = self.embed(ids, shapes)
        attend = self._attend(mask)
        for layer in self.layers[: self.merge]:
            x = layer(x, attend)
        x = self.words_of(x, first, last)
        attend = self._attend(F.pad(first > 0, (1, 0), value=True))
        for layer in self.layers[self.merge :]:
            x = layer(x, attend)
        return x

    def _attend(self, mask: Tensor) -> Tensor:
        """What to add to attention scores so that nothing behind a row's end is seen."""
        reduced = torch.is_autocast_enabled(mask.device.type)
        attend = torch.zeros_like(mask, dtype=torch.float32).masked_fill(~mask, -1e4)
        return attend[:, None, None, :].to(torch.bfloat16 if reduced else torch.float32)

    def load_pretrained(self, path: Path) -> None:
        """Take over the weights of a BERT in the Hugging Face naming; token type 0 is folded in."""
        w = load_file(str(path))
        e = "embeddings."
        with torch.no_grad():
            self.pieces.weight.copy_(w[e + "word_embeddings.weight"])
            self.positions.weight.copy_(
                w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0]
            )
            _norm(self.norm, w, e + "LayerNorm")
            for i, layer in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                names = [p + f"attention.self.{n}." for n in ("query", "key", "value")]
                layer.qkv.weight.copy_(torch.cat([w[n + "weight"] for n in names]))
                layer.qkv.bias.copy_(torch.cat([w[n + "bias"] for n in names]))
                _linear(layer.out, w, p + "attention.output.dense")
                _norm(layer.norm1, w, p + "attention.output.LayerNorm")
                _linear(layer.up, w, p + "intermediate.dense")
                _linear(layer.down, w, p + "output.dense")
                _norm(layer.norm2, w, p + "output.LayerNorm")


def _linear(layer: nn.Linear, w: dict[str, Tensor], name: str) -> None:
    layer.weight.copy_(w[name + ".weight"])
    layer.bias.copy_(w[name + ".bias"])


def _norm(layer: nn.LayerNorm, w: dict[str, Tensor], name: str) -> None:
    layer.weight.copy_(w[name + ".weight"])
    layer.bias.copy_(w[name + ".bias"])


ENCODERS: dict[str, type[Encoder] | type[Wide]] = {"bert": Encoder, "mpnet": Wide}


class Model(nn.Module):
    """Encoder and heads. `labels` maps a column to its label names, in order."""

    def __init__(self, config: dict[str, Any], labels: dict[str, list[str]]) -> None:
        super().__init__()
        kind = ENCODERS[config["encoder"]["kind"]]
        self.encoder = kind(config["encoder"], config["train"]["dropout"])
        width = config["encoder"]["width"]
        self.heads = nn.ModuleDict(
            {name: build(width, labels, **spec) for name, spec in config["heads"].items()}
        )

    def vectors(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """Word vectors (batch, words, width) and the root's vector (batch, width)."""
        x = self.encoder(*(batch[k] for k in ("ids", "shapes", "mask", "first", "last")))
        return x[:, 1:], x[:, 0]

    def round_weights(self) -> None:
        """From now on train with weights rounded as the int8 export rounds them."""
        for part in self.modules():
            if isinstance(part, Linear):
                part.coarse = True

    def loss(self, batch: dict[str, Tensor], believed: Beliefs | None = None) -> dict[str, Tensor]:
        """Weighted losses: of the heads whose columns the batch has against its labels, and of
        all against what teachers believe, where that is given."""
        words, root = self.vectors(batch)
        words = self.encoder.drop(words)
        out: dict[str, Tensor] = {}
        for name, head in self.heads.items():
            assert isinstance(head, Head)
            if head.needs <= batch.keys():
                out[name] = head.weight * head.loss(words, root, batch)
            if believed is not None:
                loss = imitate(head.choices(words, root, batch), believed[name], batch)
                out[f"as {name}"] = head.weight * loss
        return out

    def predict(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Outputs of every head, as the exported graph has them."""
        words, root = self.vectors(batch)
        out: dict[str, Tensor] = {}
        for name, head in self.heads.items():
            assert isinstance(head, Head)
            out.update(head.predict(name, words, root))
        return out
