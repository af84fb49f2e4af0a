"""Missing and damaged weights give a clear ModelError."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.errors import ModelError
from dateline.language.encoder import Encoder, set_threads
from dateline.language.weights import CHECKED, FOLDER, load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*CHECKED, "SHA256SUMS"):
        shutil.copyfile(FOLDER / name, tmp_path / name)
    return tmp_path


def test_intact(folder: Path) -> None:
    weights = load(folder)
    assert {"upos", "xpos", "lemma", "entity", "source", "cue", "content", "event"} <= set(
        weights.columns
    )


def test_weights_fit_a_wheel() -> None:
    assert sum(p.stat().st_size for p in FOLDER.iterdir()) < 40_000_000


@pytest.mark.parametrize("name", [*CHECKED, "SHA256SUMS"])
def test_missing(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match="cannot read"):
        load(folder)


@pytest.mark.parametrize("name", CHECKED)
def test_one_byte_changed(folder: Path, name: str) -> None:
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(ModelError, match="damaged"):
        load(folder)


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json", "labels.json"])
def test_sealed_nonsense(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"{}")
    lines = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in CHECKED]
    (folder / "SHA256SUMS").write_text("".join(lines))
    with pytest.raises(ModelError):
        Encoder(load(folder))


def test_threads_must_be_positive() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        set_threads(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_forked_children_share_the_encoder() -> None:
    script = """
import os
from dateline.language import encoder, parse
text = "The minister met reporters in Strelsau. They left."
own, before = encoder.shared(), parse(text)
child = os.fork()
if child == 0:
    os._exit(0 if encoder.shared() is own and parse(text) == before else 1)
assert os.waitpid(child, 0)[1] == 0
"""
    subprocess.run([sys.executable, "-W", "ignore", "-c", script], check=True, timeout=120)
