"""`dateline demo`: the sample stories that ship with the package, as a chronicle."""

from __future__ import annotations

import shutil
import sys

import typer

from dateline.cli.options import Today, reading_date


def demo(today: Today = None) -> None:
    """Read the sample stories into a first chronicle and show it."""
    from dateline.pool import annotate_all
    from dateline.reading import read_documents
    from dateline.record.brief import render_many
    from dateline.samples import paths

    items = read_documents(str(p) for p in paths())
    results = list(annotate_all(items, reading_date(today)))
    for result in results:
        if result.problem:
            sys.stderr.write(f"dateline: {result.problem}\n")
    columns = min(shutil.get_terminal_size((80, 24)).columns, 120)
    records = [r.record for r in results if not r.problem]
    typer.echo(render_many(records, "terminal", width=columns, colour=sys.stdout.isatty()))
    if len(records) < len(results):
        raise typer.Exit(1)
