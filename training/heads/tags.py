"""One label for each word: a linear layer, with a hidden layer before it if asked for."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F

from training.graph import Graph
from training.heads.base import TAG, First, Head, arrays, without_root


class TagHead(Head):
    """A classifier over the labels of one column."""

    def __init__(
        self,
        width: int,
        labels: dict[str, list[str]],
        column: str,
        weight: float,
        hidden: int = 0,
    ) -> None:
        super().__init__()
        self.column, self.weight = column, weight
        self.needs = frozenset([column])
        self.outputs = {}
        self.hidden = nn.Linear(width, hidden) if hidden else None
        self.out = nn.Linear(hidden or width, len(labels[column]))

    def scores(self, words: Tensor) -> Tensor:
        if self.hidden is not None:
            words = F.gelu(self.hidden(words))
        return self.out(words)

    def loss(self, words: Tensor, root: Tensor, batch: dict[str, Tensor]) -> Tensor:
        scores = self.scores(words).float()
        return F.cross_entropy(scores.flatten(0, 1), batch[self.column].flatten(), ignore_index=-1)

    def choices(self, words: Tensor, root: Tensor, batch: dict[str, Tensor]) -> list[Tensor]:
        return [self.scores(words)]

    def predict(self, name: str, words: Tensor, root: Tensor) -> dict[str, Tensor]:
        return {name: self.scores(words)}

    def firsts(self) -> dict[str, First]:
        if self.hidden is not None:
            return {"hidden": First(self.hidden, hidden=True)}
        return {"out": First(self.out, hidden=False)}

    def graph(self, g: Graph, name: str, parts: dict[str, str]) -> dict[str, str]:
        scores = parts.get("out")
        if scores is None:
            inner = without_root(g, parts["hidden"])
            scores = g.linear(inner, *arrays(self.out), f"heads.{name}.out", exact=True)
        return {TAG + name: g.node("ArgMax", scores, axis=1, keepdims=1)}
