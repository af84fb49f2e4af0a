"""Whether a word starts a sentence: one score, above zero for yes."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.graph import Graph
from training.heads.base import First, Head


class StartHead(Head):
    def __init__(self, width: int, labels: dict[str, list[str]], weight: float) -> None:
        super().__init__()
        self.weight = weight
        self.needs = frozenset(["start"])
        self.outputs = {"start": ["words"]}
        self.out = nn.Linear(width, 1)

    def loss(self, words: Tensor, root: Tensor, batch: dict[str, Tensor]) -> Tensor:
        gold = batch["start"]
        known = gold >= 0
        scores = self.out(words).squeeze(-1).float()
        each = F.binary_cross_entropy_with_logits(scores, gold.float(), reduction="none")
        return (each * known).sum() / known.sum()

    def choices(self, words: Tensor, root: Tensor, batch: dict[str, Tensor]) -> list[Tensor]:
        scores = self.out(words)
        return [torch.cat([torch.zeros_like(scores), scores], -1)]

    def predict(self, name: str, words: Tensor, root: Tensor) -> dict[str, Tensor]:
        return {name: self.out(words).squeeze(-1)}

    def firsts(self) -> dict[str, First]:
        return {"out": First(self.out, hidden=False)}

    def graph(self, g: Graph, name: str, parts: dict[str, str]) -> dict[str, str]:
        return {"start": g.node("Squeeze", parts["out"], g.ints(1))}
