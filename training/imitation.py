"""Learning from other models (Hinton et al. 2015), above all on text that nobody has labelled.

The teachers read the words as they are; the learner reads them with pieces hidden and with
dropout, and is to believe what the teachers believe on average ("noisy student", Xie et al. 2020).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

from training.heads import Head

if TYPE_CHECKING:
    from training.model import Model

MASK = 103
"""The piece that stands for a hidden one in BERT's vocabulary; no piece before it is text."""
CHOSEN = "chosen"
"""The column of the heads for which teachers and learner tell their relations."""
ALL = "all"
"""The share of a teacher in the beliefs of every head that has none of its own."""

Beliefs = dict[str, list[Tensor]]
"""By head, for each choice that it makes, a probability of each option: (batch, words, options)."""


def hide(batch: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """The batch with that share of its pieces hidden, of those that stand for text."""
    if not share:
        return batch
    ids = batch["ids"]
    hidden = (torch.rand(ids.shape, device=ids.device) < share) & (ids > MASK)
    return batch | {"ids": ids.masked_fill(hidden, MASK)}


def _heads(model: Model) -> dict[str, Head]:
    return {name: head for name, head in model.heads.items() if isinstance(head, Head)}


def _mean(scores: tuple[Tensor, ...], shares: list[float]) -> Tensor:
    """The mean of what several scores make probable."""
    parts = zip(scores, shares, strict=True)
    told = torch.stack([share * torch.softmax(s.float(), -1) for s, share in parts])
    return told.sum(0) / sum(shares)


@torch.no_grad()
def beliefs(
    teachers: list[Model], batch: dict[str, Tensor], shares: dict[str, list[float]] | None = None
) -> Beliefs:
    """What the teachers believe on average; `shares` says by head, or of `ALL` others, how much
    each of them counts (all alike by default).

    Writes the column `CHOSEN` into the batch: the heads that they would choose together.
    """
    shares = {ALL: [1.0] * len(teachers)} | (shares or {})
    read = [(teacher, *teacher.vectors(batch)) for teacher in teachers]
    for name in _heads(teachers[0]):
        arcs = [_heads(t)[name].arcs_of(w, r, batch) for t, w, r in read]
        known = tuple(a for a in arcs if a is not None)
        if known:
            batch[CHOSEN] = _mean(known, shares.get(name, shares[ALL])).argmax(-1)
    out: Beliefs = {}
    for name in _heads(teachers[0]):
        told = [_heads(t)[name].choices(w, r, batch) for t, w, r in read]
        own = shares.get(name, shares[ALL])
        out[name] = [_mean(scores, own) for scores in zip(*told, strict=True)]
    return out


def imitate(choices: list[Tensor], believed: list[Tensor], batch: dict[str, Tensor]) -> Tensor:
    """The mean loss of a head's choices against the teachers' beliefs, over all words."""
    known = (batch["first"] > 0).float()
    loss = known.new_zeros(())
    for scores, target in zip(choices, believed, strict=True):
        each = -(target * torch.log_softmax(scores.float(), -1)).sum(-1)
        loss = loss + (each * known).sum() / known.sum()
    return loss
