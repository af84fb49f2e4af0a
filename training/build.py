"""Builds the language model from the shared corpora: the one command.

    python training/build.py --encoder model.safetensors [--shared ../shared] [--work DIR]

Converts and checks the corpora, trains with fixed seeds, exports in float32 and int8, evaluates
both, and writes the int8 model with its card into the package. `--start FOLDER` goes on from a
packaged model (or a checkpoint); `--model FILE` skips the training and packages a checkpoint.
Under two hours on two cores; a GPU is used where there is one. Needs what
`training/requirements.txt` lists; none of it is needed to run Dateline.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

import torch

from dateline.language.encoder import Encoder
from dateline.language.weights import load as load_weights
from training import paths
from training.calibrate import divisors
from training.card import card
from training.convert import convert
from training.evaluate import evaluate
from training.lexicon import lexicon
from training.package import package, seal
from training.settings import settings
from training.train import load, train

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def main() -> None:
    parser = paths.parser((__doc__ or "").splitlines()[0])
    parser.add_argument("--start", type=Path, help="packaged model or checkpoint to go on from")
    parser.add_argument("--model", type=Path, help="package this checkpoint; no training")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    config = settings()
    data = convert(args.shared, paths.MODEL / "tokenizer.json", args.work)
    checkpoint = args.model
    if checkpoint is None:
        found = hashlib.sha256(args.encoder.read_bytes()).hexdigest()
        if found != ENCODER_SHA256:
            sys.exit(f"{args.encoder} has sha256 {found}, not that of all-MiniLM-L6-v2")
        train(config, data, args.encoder, args.work, start=args.start)
        checkpoint = args.work / "model.pt"
    model, labels = load(config, checkpoint)
    figures = {}
    for name, scales in (("float32", None), ("int8", divisors(model, data, config))):
        folder = args.work / name
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(paths.MODEL / "tokenizer.json", folder / "tokenizer.json")
        (folder / "lemmas.tsv").write_text(lexicon(args.shared), "utf-8")
        package(model, labels, config, folder, scales)
        print(f"== {name}", flush=True)
        figures[name] = evaluate(Encoder(load_weights(folder), args.threads), args.shared)
    (args.work / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
    (paths.MODEL / "lemmas.tsv").write_text(lexicon(args.shared), "utf-8")
    for name in ("encoder.onnx", "relations.onnx", "labels.json"):
        shutil.copyfile(args.work / "int8" / name, paths.MODEL / name)
    text = card(data["words"], figures["float32"], figures["int8"])
    (paths.MODEL / "MODEL_CARD.md").write_text(text, "utf-8")
    seal(paths.MODEL)


if __name__ == "__main__":
    main()
