"""CONTRIBUTING leads to what is there."""

from __future__ import annotations

import re
from pathlib import Path

import dateline

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_path_it_names_is_there() -> None:
    named = set(re.findall(r"`((?:src|bench|training|tests|docs|\.ci)/[\w./-]*)`", PAGE))
    assert len(named) > 15
    assert not sorted(path for path in named if not (ROOT / path).exists())


def test_every_make_target_it_names_is_there() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"make (demo|test|accuracy|lint)\b", PAGE)) <= targets


def test_the_changelog_has_this_version() -> None:
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[{re.escape(dateline.__version__)}\] - \d{{4}}-\d\d-\d\d$", log, re.M)
