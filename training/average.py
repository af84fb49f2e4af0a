"""The mean of several checkpoints' weights, which are better together (Wortsman et al. 2022).

python training/average.py mean.pt first.pt:0.35 second.pt:0.65
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

import torch
from torch import Tensor


def mean(parts: list[tuple[float, dict[str, Tensor]]]) -> dict[str, Tensor]:
    """The weighted mean of tensors by name; the shares are made to add up to one."""
    whole = sum(share for share, _ in parts)
    out = {name: torch.zeros_like(value) for name, value in parts[0][1].items()}
    for share, weights in parts:
        for name, value in weights.items():
            out[name] += value * (share / whole)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("target", type=Path)
    parser.add_argument("parts", nargs="+", metavar="FILE:SHARE")
    args = parser.parse_args()
    read = []
    for part in args.parts:
        name, _, share = part.rpartition(":")
        read.append((float(share), torch.load(name, map_location="cpu", weights_only=True)))
    first = read[0][1]
    if any(kept[k] != first[k] for _, kept in read for k in ("labels", "encoder")):
        sys.exit("the checkpoints know different labels, or their encoders differ in shape")
    weights = mean([(share, kept["weights"]) for share, kept in read])
    torch.save(first | {"weights": weights}, args.target)


if __name__ == "__main__":
    main()
