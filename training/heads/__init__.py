"""The heads by kind. A new kind is a file here and a line in `KINDS`."""

from __future__ import annotations

from typing import Any

from training.heads.base import Head
from training.heads.start import StartHead
from training.heads.tags import TagHead
from training.heads.tree import TreeHead

KINDS: dict[str, type[Head]] = {"tags": TagHead, "tree": TreeHead, "start": StartHead}


def build(width: int, labels: dict[str, list[str]], kind: str, **spec: Any) -> Head:
    """The head of a configuration line."""
    return KINDS[kind](width, labels, **spec)


__all__ = ["KINDS", "Head", "build"]
