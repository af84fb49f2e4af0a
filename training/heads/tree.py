"""Dependencies: a biaffine score for each pair of words, and the relation of the chosen pairs.

Arcs compete within the sentence (plus the root, whose vector is that of [CLS]). The relation is
read from the product of the two sides' projections and from each side, so that it costs next to
nothing once the heads are known.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.graph import Graph
from training.heads.base import First, Head, array, arrays, without_root


class TreeHead(Head):
    def __init__(
        self, width: int, labels: dict[str, list[str]], arc: int, relation: int, weight: float
    ) -> None:
        super().__init__()
        self.weight = weight
        self.needs = frozenset(["head", "rel", "sentence"])
        self.outputs = {
            "arcs": ["words", "words_and_root"],
            "rel_dep": ["words", relation],
            "rel_head": ["words_and_root", relation],
        }
        self.arc_dep = nn.Linear(width, arc)
        self.arc_head = nn.Linear(width, arc)
        self.bilinear = nn.Parameter(torch.empty(arc, arc))
        nn.init.orthogonal_(self.bilinear, gain=0.5)
        self.prior = nn.Linear(arc, 1)
        self.rel_dep = nn.Linear(width, relation)
        self.rel_head = nn.Linear(width, relation)
        self.rel_out = nn.Linear(3 * relation, len(labels["rel"]))

    def arcs(self, words: Tensor, root: Tensor) -> Tensor:
        """Scores (batch, dependent, 1 + head); column 0 is the root."""
        heads = F.gelu(self.arc_head(torch.cat([root[:, None], words], 1)))
        deps = F.gelu(self.arc_dep(words))
        return (deps @ self.bilinear) @ heads.transpose(1, 2) + self.prior(heads).transpose(1, 2)

    def sides(self, words: Tensor, root: Tensor) -> tuple[Tensor, Tensor]:
        """Projections for the relation: of dependents, and of heads with the root first."""
        both = torch.cat([root[:, None], words], 1)
        return F.gelu(self.rel_dep(words)), F.gelu(self.rel_head(both))

    def relations(self, dep: Tensor, head: Tensor) -> Tensor:
        """Relation scores of aligned dependents and heads."""
        return self.rel_out(torch.cat([dep * head, dep, head], -1))

    def loss(self, words: Tensor, root: Tensor, batch: dict[str, Tensor]) -> Tensor:
        gold = batch["head"]
        arcs = self.arcs_of(words, root, batch)
        arc_loss = F.cross_entropy(arcs.flatten(0, 1), gold.flatten(), ignore_index=-1)
        dep, heads = self.sides(words, root)
        index = gold.clamp(min=0)[:, :, None].expand(-1, -1, heads.shape[-1])
        scores = self.relations(dep, heads.gather(1, index)).float().flatten(0, 1)
        return arc_loss + F.cross_entropy(scores, batch["rel"].flatten(), ignore_index=-1)

    def arcs_of(self, words: Tensor, root: Tensor, batch: dict[str, Tensor]) -> Tensor:
        sentence = batch["sentence"]
        same = sentence[:, :, None] == sentence[:, None, :]
        allowed = F.pad(same, (1, 0), value=True)
        return self.arcs(words, root).float().masked_fill(~allowed, -1e4)

    def choices(self, words: Tensor, root: Tensor, batch: dict[str, Tensor]) -> list[Tensor]:
        """The head of each word, and the relation to the head in the column `chosen`."""
        dep, heads = self.sides(words, root)
        index = batch["chosen"][:, :, None].expand(-1, -1, heads.shape[-1])
        return [self.arcs_of(words, root, batch), self.relations(dep, heads.gather(1, index))]

    def predict(self, name: str, words: Tensor, root: Tensor) -> dict[str, Tensor]:
        dep, heads = self.sides(words, root)
        return {"arcs": self.arcs(words, root), "rel_dep": dep, "rel_head": heads}

    def firsts(self) -> dict[str, First]:
        names = ("arc_dep", "arc_head", "rel_dep", "rel_head")
        return {name: First(getattr(self, name), hidden=True) for name in names}

    def graph(self, g: Graph, name: str, parts: dict[str, str]) -> dict[str, str]:
        form = g.constant(array(self.bilinear), f"heads.{name}.bilinear")
        left = g.node("MatMul", without_root(g, parts["arc_dep"]), form)
        arcs = g.node("MatMul", left, g.node("Transpose", parts["arc_head"], perm=[1, 0]))
        prior = g.linear(parts["arc_head"], *arrays(self.prior), f"heads.{name}.prior", exact=True)
        return {
            "arcs": g.node("Add", arcs, g.node("Transpose", prior, perm=[1, 0])),
            "rel_dep": without_root(g, parts["rel_dep"]),
            "rel_head": parts["rel_head"],
        }
