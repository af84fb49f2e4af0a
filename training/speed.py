"""Words a second of the whole language stage over real stories, in this process.

`python training/speed.py FILE.jsonl.gz... [--stories 500]`; prints words, CPU and wall seconds.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from dateline.language.encoder import Encoder
from dateline.language.parser import make_words, paragraphs, parse_words
from dateline.language.weights import load
from training import paths


def main() -> None:
    parser = paths.parser(__doc__ or "")
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--stories", type=int, default=500)
    parser.add_argument("--folder", type=Path, default=paths.MODEL)
    parser.set_defaults(threads=1)
    args = parser.parse_args()
    texts: list[str] = []
    for path in args.files:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            texts.extend(str(json.loads(line)["text"]) for line in file)
    texts = texts[:: max(1, len(texts) // args.stories)][: args.stories]
    reader = Encoder(load(args.folder), args.threads)
    wall, cpu, words = time.perf_counter(), time.process_time(), 0
    for text in texts:
        words += len(parse_words(text, make_words(text, paragraphs(text)), reader))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(
        f"{len(texts)} stories, {words} words, {wall:.1f} s, {cpu:.1f} CPU s: "
        f"{words / wall:.0f} words/s, {words / cpu:.0f} words per CPU second"
    )


if __name__ == "__main__":
    main()
