"""`dateline intensity`: conflict and cooperation by day and pair of actors."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated, Literal

import typer

from dateline.cli.answers import show_page
from dateline.cli.asking import Asked, asks
from dateline.cli.options import From, chronicle_path


@asks("pair", "actor", "words", "source", "since", "until")
def intensity(
    asked: Asked,
    format: Annotated[
        Literal["terminal", "markdown", "html", "jsonl"],
        typer.Option("--format", "-f", help="To read, or the days as JSON Lines."),
    ] = "terminal",
    db: From = None,
) -> None:
    """Count conflict and cooperation by day and pair, and say when they rose or fell.

    Each incident counts once, however many stories tell it; the naive count stands beside it.
    """
    from dateline.chronicle.intensity import intensity as reckon
    from dateline.chronicle.pages.intensity import intensity_page
    from dateline.store import Question, Store

    question = Question(**asked)
    with Store(chronicle_path(db), create=False) as store:
        found = reckon(store.db, question)
    if format == "jsonl":
        for day in found.days:
            names = [found.names.get(key, key) for key in day.pair]
            typer.echo(json.dumps({**asdict(day), "names": names}, ensure_ascii=False))
    else:
        show_page(intensity_page(found, question), format)
    if not found.days:
        raise typer.Exit(1)
