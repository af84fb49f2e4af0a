"""Export a checkpoint. Part of `build.py`; of use alone to look at a run under way."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))


from training import paths
from training.calibrate import divisors
from training.convert import convert
from training.package import package
from training.settings import settings
from training.train import load


def main() -> None:
    parser = paths.parser(__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--float32", action="store_true")
    args = parser.parse_args()
    config = settings()
    model, labels = load(config, args.checkpoint)
    args.folder.mkdir(parents=True, exist_ok=True)
    if args.folder.resolve() != paths.MODEL:
        for name in ("tokenizer.json", "lemmas.tsv"):
            shutil.copyfile(paths.MODEL / name, args.folder / name)
    scales = None
    if not args.float32:
        data = convert(args.shared, paths.MODEL / "tokenizer.json", args.work)
        scales = divisors(model, data, config)
    package(model, labels, config, args.folder, scales)


if __name__ == "__main__":
    main()
