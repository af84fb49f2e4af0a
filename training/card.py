"""MODEL_CARD.md: what the model is, what it learned from, what it reaches, where it fails."""

from __future__ import annotations

from pathlib import Path
from typing import Any

TEMPLATE = Path(__file__).with_name("card.md")


def rows(figures: dict[str, dict[str, float]], other: dict[str, dict[str, float]]) -> list[str]:
    """Table lines with float32 and int8 side by side."""
    out = []
    for name, values in figures.items():
        for key, value in values.items():
            out.append(f"| {name}: {key} | {value:.1f} | {other[name][key]:.1f} |")
    return out


def card(words: dict[str, int], float32: dict[str, Any], int8: dict[str, Any]) -> str:
    """The text of the card."""
    table = "\n".join(rows(float32, int8))
    return TEMPLATE.read_text("utf-8").format(figures=table, **words)
