"""How the answers of a chronicle are put out."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from dateline.record.brief.parts import Outline
    from dateline.store import Question


def answer(
    found: Sequence[Any],
    question: Question,
    page: Callable[[Sequence[Any], Question], Outline],
    style: str,
) -> None:
    """Print what was found: one JSON object a line, or the page. Nothing found is status 1."""
    if style == "jsonl":
        for one in found:
            typer.echo(json.dumps(asdict(one), ensure_ascii=False))
    else:
        show_page(page(found, question), style)
    if not found:
        raise typer.Exit(1)


def show_page(page: Outline, style: str) -> None:
    """Print a page in a style of `dateline.record.brief`."""
    from dateline.record.brief import show

    columns = min(shutil.get_terminal_size((80, 24)).columns, 120)
    colour = style == "terminal" and sys.stdout.isatty()
    typer.echo(show(page, style, columns, colour))  # type: ignore[arg-type]
