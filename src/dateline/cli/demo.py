"""`dateline demo`: the sample stories that ship with the package, as a chronicle."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.answers import show_page
from dateline.cli.options import Today, reading_date


def demo(
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="FILE.db", help="Keep the chronicle. [default: show only]"),
    ] = None,
    today: Today = None,
) -> None:
    """Read the sample stories into a chronicle and show its brief."""
    from dateline.chronicle.brief import briefing
    from dateline.chronicle.ingest import ingest
    from dateline.chronicle.pages.brief import brief_page
    from dateline.reading import read_documents
    from dateline.samples import paths
    from dateline.store import Question, Store

    with tempfile.TemporaryDirectory() as folder:
        path = into or Path(folder, "demo.db")
        with Store(path) as store:
            items = read_documents(str(p) for p in paths())
            told = list(ingest(store, items, reading_date(today)))
            for outcome in told:
                if outcome.problem:
                    sys.stderr.write(f"dateline: {outcome.problem}\n")
            show_page(brief_page(briefing(store.db, Question())), "terminal")
    if any(outcome.change == "failed" for outcome in told):
        raise typer.Exit(1)
