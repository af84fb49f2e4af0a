"""Learning from other models on text that nobody has labelled (Hinton et al. 2015).

The teachers read the words as they are; the learner reads them with pieces hidden and with
dropout, and is to believe what the teachers believe on average ("noisy student", Xie et al. 2020).
"""

from __future__ import annotations

import torch
from torch import Tensor

from training.heads import Head
from training.model import Model

MASK = 103
"""The piece that stands for a hidden one in BERT's vocabulary; no piece before it is text."""
CHOSEN = "chosen"
"""The column of the heads for which teachers and learner tell their relations."""


def hide(batch: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """The batch with that share of its pieces hidden, of those that stand for text."""
    if not share:
        return batch
    ids = batch["ids"]
    hidden = (torch.rand(ids.shape, device=ids.device) < share) & (ids > MASK)
    return batch | {"ids": ids.masked_fill(hidden, MASK)}


def _heads(model: Model) -> dict[str, Head]:
    return {name: head for name, head in model.heads.items() if isinstance(head, Head)}


@torch.no_grad()
def beliefs(teachers: list[Model], batch: dict[str, Tensor]) -> dict[str, list[Tensor]]:
    """What the teachers believe on average: by head, a probability for each choice it makes.

    Writes the column `CHOSEN` into the batch: the heads that they would choose together.
    """
    read = [(teacher, *teacher.vectors(batch)) for teacher in teachers]
    for name in _heads(teachers[0]):
        arcs = [_heads(t)[name].arcs_of(w, r, batch) for t, w, r in read]
        if arcs[0] is not None:
            mean = sum(torch.softmax(a, -1) for a in arcs if a is not None)
            assert isinstance(mean, Tensor)
            batch[CHOSEN] = mean.argmax(-1)
    out: dict[str, list[Tensor]] = {}
    for name in _heads(teachers[0]):
        told = [_heads(t)[name].choices(w, r, batch) for t, w, r in read]
        out[name] = [
            torch.stack([torch.softmax(s.float(), -1) for s in scores]).mean(0)
            for scores in zip(*told, strict=True)
        ]
    return out


def imitate(
    model: Model, batch: dict[str, Tensor], believed: dict[str, list[Tensor]]
) -> dict[str, Tensor]:
    """Weighted losses of all heads against the teachers' beliefs."""
    words, root = model.vectors(batch)
    words = model.encoder.drop(words)
    known = batch["first"] > 0
    out: dict[str, Tensor] = {}
    for name, head in _heads(model).items():
        loss = words.new_zeros(())
        for scores, target in zip(head.choices(words, root, batch), believed[name], strict=True):
            each = -(target * torch.log_softmax(scores.float(), -1)).sum(-1)
            loss = loss + each[known].mean()
        out[f"as {name}"] = head.weight * loss
    return out
