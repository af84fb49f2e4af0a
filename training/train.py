"""Multi-task training: one batch, one task, by fixed shares; the averaged weights are kept.

Several workers may train side by side, each on batches of its own; every few seconds their
weights are averaged, each worker's by the steps it made. On a shared machine that uses whatever
time is left over, where threads in lock-step would wait for one another.
"""

from __future__ import annotations

import copy
import json
import math
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor

from training.imitation import beliefs, hide
from training.model import Model
from training.start import go_on
from training.stream import Mix, stream

BESIDE = 4
"""Processes that pack rows for a GPU."""


def device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def reduced(dev: torch.device) -> bool:
    """Whether bfloat16 pays: on a GPU, and on processors that multiply it (elsewhere it is
    emulated, thirty times slower than float32)."""
    if dev.type == "cuda":
        return torch.cuda.is_bf16_supported()
    return torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


class Average:
    """Exponential moving average of the weights, with a short memory at first."""

    def __init__(self, model: Model, decay: float) -> None:
        self.model = copy.deepcopy(model).eval()
        self.decay, self.count = decay, 0

    @torch.no_grad()
    def update(self, model: Model, steps: int = 1) -> None:
        """Take in the weights after `steps` more steps."""
        self.count += steps
        keep = min(self.decay**steps, (1 + self.count) / (10 + self.count))
        mine = [p for p, q in zip(self.model.parameters(), model.parameters(), strict=True)
                if q.requires_grad]  # fmt: skip
        theirs = [q for q in model.parameters() if q.requires_grad]
        torch._foreach_mul_(mine, keep)
        torch._foreach_add_(mine, theirs, alpha=1 - keep)


def rate(done: float, warmup: float) -> float:
    """Linear warm-up, then linear decay to a hundredth; `done` is the share of the training."""
    if done < warmup:
        return (done + 1e-3) / warmup
    return max(0.01, (1 - done) / (1 - warmup))


@dataclass
class Workers:
    """This worker's place among those that train side by side (one by default)."""

    rank: int = 0
    count: int = 1

    def join(self, rendezvous: Path) -> None:
        """Meet the others at a file."""
        if self.count > 1:
            dist.init_process_group(
                "gloo", init_method=f"file://{rendezvous}", rank=self.rank, world_size=self.count
            )

    def average(self, parameters: list[Tensor], steps: int, stop: bool) -> bool:
        """Average weights over workers by their steps; true once any wants to stop."""
        if self.count == 1:
            return stop
        with torch.no_grad():
            flat = torch.cat([p.detach().flatten() for p in parameters]) * steps
            flat = torch.cat([flat, torch.tensor([float(steps), float(stop)])])
            dist.all_reduce(flat)
            total, stops = float(flat[-2]), float(flat[-1])
            at = 0
            for p in parameters:
                p.copy_(flat[at : at + p.numel()].view_as(p) / total)
                at += p.numel()
        return stops > 0


@dataclass
class Log:
    """Means of the losses since the last line, and how fast it goes."""

    begun: float = field(default_factory=time.time)
    pieces: int | Tensor = 0
    sums: dict[str, Tensor] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, losses: dict[str, Tensor], mask: Tensor) -> None:
        self.pieces = self.pieces + mask.sum()
        for name, value in losses.items():
            self.sums[name] = value.detach().float() + self.sums.get(name, 0.0)
            self.counts[name] = self.counts.get(name, 0) + 1

    def show(self, step: int) -> None:
        spent = time.time() - self.begun
        means = {k: round(float(v) / self.counts[k], 4) for k, v in self.sums.items()}
        for name, mean in means.items():
            if math.isnan(mean):
                raise FloatingPointError(f"the loss of {name} is not a number")
        speed = round(float(self.pieces) / spent)
        print(json.dumps({"step": step, "s": round(spent), "pieces_s": speed, **means}), flush=True)
        self.sums, self.counts = {}, {}


def train(
    config: dict[str, Any],
    data: dict[str, Any],
    pretrained: Path,
    work: Path,
    workers: Workers | None = None,
    start: Path | None = None,
    teachers: list[Model] | None = None,
) -> Model:
    """Train and return the averaged model. Checkpoints and a log go to `work`.

    `start` is a packaged model or a checkpoint to go on from, instead of `pretrained`; the schedule
    begins anew. `teachers` are what it imitates on every text; without them there is no news
    without labels.
    """
    workers = workers or Workers()
    workers.join(work / "rendezvous")
    torch.manual_seed(config["seed"] + workers.rank)
    torch.set_float32_matmul_precision("high")  # on a GPU; a processor has no less than all
    settings = config["train"]
    dev = device()
    half = reduced(dev)
    model = Model(config, data["labels"])
    if start is None:
        model.encoder.load_pretrained(pretrained)
    else:
        print("taken over from", start, *go_on(model, data["labels"], start), flush=True)
    model.to(dev).train()
    average = Average(model, settings["ema"])
    groups = [
        {"params": [p for p in model.encoder.parameters() if p.requires_grad],
         "lr": settings["rate_encoder"]},
        {"params": list(model.heads.parameters()), "lr": settings["rate_heads"]},
    ]  # fmt: skip
    optimiser = torch.optim.AdamW(
        groups, betas=tuple(settings["betas"]), weight_decay=settings["decay"], fused=True
    )
    peaks = [g["lr"] for g in optimiser.param_groups]
    teachers = [t.to(dev).eval() for t in teachers or []]
    mix = Mix(config, data, f"{config['seed']} {workers.rank}", bool(teachers))
    batches = stream(mix, dev, BESIDE if dev.type == "cuda" else 0)
    trained = [p for p in model.parameters() if p.requires_grad]
    workers.average(trained, 1, False)  # all begin alike, and together
    log = Log()
    steps, limit = settings["steps"] // workers.count, 60 * settings["minutes"]
    synced = saved = time.time()
    step = since = 0
    stop = False
    while not stop:
        # A slow or shared machine ends early, on the same curve. Only one worker that makes all
        # its steps gives a run that can be repeated exactly.
        done = max(step / steps, (time.time() - log.begun) / limit)
        stop = done >= 1
        if workers.count == 1:
            average.update(model)
        elif stop or time.time() - synced > settings["sync_seconds"]:
            stop = workers.average(trained, max(since, 1), stop)
            average.update(model, since * workers.count)
            synced, since = time.time(), 0
        if workers.rank == 0 and (stop or time.time() - saved > 120):
            save(average.model, config, data["labels"], work / "checkpoint.pt")
            saved = time.time()
        if stop:
            break
        if done >= settings["coarse_from"]:
            model.round_weights()
        for group, peak in zip(optimiser.param_groups, peaks, strict=True):
            group["lr"] = peak * rate(done, settings["warmup"])
        batch = next(batches)
        with torch.autocast(dev.type, torch.bfloat16, enabled=half):
            believed = beliefs(teachers, batch, config["believed"]) if teachers else None
            losses = model.loss(hide(batch, settings["hide"]), believed)
        loss = torch.stack(list(losses.values())).sum()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, settings["clip"])
        optimiser.step()
        step, since = step + 1, since + 1
        log.add(losses, batch["mask"])
        if step % 50 == 0:
            log.show(step)
    if workers.rank == 0:
        save(average.model, config, data["labels"], work / "model.pt")
    return average.model


def save(model: Model, config: dict[str, Any], labels: dict[str, list[str]], path: Path) -> None:
    """Write weights, labels and the encoder's shape; a reader never sees half a file."""
    part = path.with_suffix(".part")
    kept = {"weights": model.state_dict(), "labels": labels, "encoder": config["encoder"]}
    torch.save(kept, part)
    part.replace(path)


def load(config: dict[str, Any], path: Path) -> tuple[Model, dict[str, list[str]]]:
    """Read what `save` wrote; the model is in evaluation mode."""
    kept = torch.load(path, map_location="cpu", weights_only=True)
    model = Model(config | {"encoder": kept["encoder"]}, kept["labels"])
    model.load_state_dict(kept["weights"])
    return model.eval(), kept["labels"]
