"""Batches of all tasks, mixed by their shares: one batch, one task.

On a GPU the rows are packed by processes beside, since one cannot pack them as quickly as they
are learned from; every process draws documents and noise of its own.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from training.rows import batches

UNLABELLED = "news"
"""The task whose text has no labels; it is read only where there are teachers."""

Mixed = Iterator[dict[str, Tensor]]


class Mix(IterableDataset[dict[str, Tensor]]):
    """Endless batches, by column (`rows.collate`)."""

    def __init__(
        self, config: dict[str, Any], data: dict[str, Any], seed: str, taught: bool
    ) -> None:
        self.config, self.data, self.seed = config, data, seed
        self.names = [n for n in config["data"] if taught or n != UNLABELLED]

    def __iter__(self) -> Mixed:
        worker = get_worker_info()
        seed = self.seed if worker is None else f"{self.seed} beside {worker.id}"
        size = self.config["train"]["batch_pieces"]
        streams = {
            n: batches(
                self.data["tasks"][n], self.config["data"][n]["row"], size,
                self.config["noise"], random.Random(f"{seed} {n}"), self.data["straight"],
            )
            for n in self.names
        }  # fmt: skip
        shares = [self.config["data"][n]["share"] for n in self.names]
        rng = random.Random(seed)
        while True:
            task = rng.choices(self.names, shares)[0]
            yield {k: torch.from_numpy(v) for k, v in next(streams[task]).items()}


def stream(mix: Mix, device: torch.device, beside: int) -> Mixed:
    """The batches on the device, packed by `beside` processes, or in this one if none."""
    if not beside:
        yield from ({k: v.to(device) for k, v in batch.items()} for batch in mix)
        return
    loader = DataLoader(
        mix, batch_size=None, num_workers=beside, pin_memory=True, multiprocessing_context="fork"
    )
    for batch in loader:
        yield {k: v.to(device, non_blocking=True) for k, v in batch.items()}
