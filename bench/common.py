"""What the measurements share: where the evaluation kit is, annotating a set, scoring it."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dateline.pool import annotate_all
from dateline.reading import read_documents

KIT = Path(os.environ.get("DATELINE_EVAL", Path(__file__).parents[2] / "shared" / "eval"))
"""The evaluation kit: scorers and open sets. It is no part of this repository."""
TODAY = date(2026, 11, 23)
"""The reading date of every measurement, so that the same figures come out on another day."""


def need_kit() -> None:
    """End the process, saying why, where the evaluation kit is absent."""
    if not (KIT / "score.py").is_file():
        print(f"skipped: no evaluation kit at {KIT} (set DATELINE_EVAL to its folder)")
        raise SystemExit(0)


def gold_path(name: str) -> Path:
    """The gold file of an open set ("quotes/dev", "sample")."""
    if name == "sample":
        return KIT.parent / "samples" / "tass-2020-10-01.gold.json"
    return KIT / "dev" / f"{name}.jsonl.gz"


def digest(path: Path) -> str:
    """The first 16 hexadecimal digits of a file's SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON Lines file, gzipped or not."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def scorer(*arguments: str | Path) -> str:
    """What the kit's scorer prints. Its own error ends the process."""
    command = [sys.executable, str(KIT / "score.py"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


def measure(
    name: str,
    jobs: int = 2,
    with_date: bool = False,
    also: tuple[str, ...] = (),
    shown: Callable[[dict[str, Any]], dict[str, Any]] | None = None,
) -> dict[str, Any]:
    """The scorer's figures for one open set: corpus, annotate, score.

    `also` names further protocols of the scorer; what they add to its own figures is kept.
    `shown` changes a record before the scorer sees it.
    """
    gold = gold_path(name)
    kind = "record" if name == "sample" else name.split("/")[0]
    with tempfile.TemporaryDirectory() as folder:
        texts, records = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        scorer("corpus", gold, "-o", texts, *(["--with-date"] if with_date else []))
        if kind == "actors":
            with texts.open() as phrases, records.open("w") as out:
                command = [sys.executable, "-m", "dateline", "actor"]
                subprocess.run(command, stdin=phrases, stdout=out, check=True)
        else:
            with records.open("w") as out:
                for result in annotate_all(read_documents([str(texts)]), TODAY, jobs):
                    record = result.record.to_dict()
                    out.write(json.dumps(shown(record) if shown else record) + "\n")
        figures: dict[str, Any] = json.loads(scorer(kind, gold, records, "--json"))
        for protocol in also:
            more = json.loads(scorer(kind, gold, records, "--json", "--protocol", protocol))
            figures = {**more, **figures}
    return figures
