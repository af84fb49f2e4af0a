"""Convert the corpora and train. Part of `build.py`; of use alone to try a configuration."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

import torch

from training import paths
from training.convert import convert
from training.settings import settings
from training.train import Workers, load, train


def main() -> None:
    parser = paths.parser(__doc__)
    parser.add_argument("--start", type=Path, help="packaged model or checkpoint to go on from")
    parser.add_argument(
        "--teacher",
        type=Path,
        action="append",
        default=[],
        help="checkpoint to imitate, on news without labels too; may be given again",
    )
    parser.add_argument("--wide", action="store_true", help="a teacher, from MPNet; needs a GPU")
    parser.add_argument("--seed", type=int, help="instead of the configuration's")
    parser.add_argument("--minutes", type=float, help="instead of the configuration's")
    parser.add_argument("--rates", type=float, default=1.0, help="share of the rates to learn at")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--rank", type=int, default=0, help="which of the workers this is")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    config = settings(args.wide)
    data = convert(args.shared, paths.MODEL / "tokenizer.json", args.work)
    print({k: len(v) for k, v in data["labels"].items()}, data["words"], flush=True)
    if args.seed is not None:
        config["seed"] = args.seed
    if args.minutes:
        config["train"]["minutes"] = args.minutes
    for name in ("rate_encoder", "rate_heads"):
        config["train"][name] *= args.rates
    teachers = [load(config, t)[0] for t in args.teacher]
    train(
        config,
        data,
        args.encoder,
        args.work,
        Workers(args.rank, args.workers),
        args.start,
        teachers,
    )


if __name__ == "__main__":
    main()
