"""`dateline read`: one story, as a brief or as its record."""

from __future__ import annotations

import shutil
import sys
from typing import Annotated, Literal

import typer

from dateline.cli.options import Source, Today, reading_date

Format = Literal["terminal", "json", "markdown", "html"]
"""How a record is shown."""


def read(
    source: Source,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="A brief, or the record as JSON.")
    ] = "terminal",
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="The publication date, where you know it.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="The outlet, if you know it.")
    ] = None,
    width: Annotated[
        int | None,
        typer.Option(min=40, help="Columns of the terminal brief. [default: the terminal's]"),
    ] = None,
    today: Today = None,
) -> None:
    """Read one story and show what it says: who said what, what happened, where and when."""
    from dateline.errors import InputError
    from dateline.pipeline import annotate_document
    from dateline.reading import read_document
    from dateline.record.brief import render

    when = reading_date(today)
    document = read_document(source)
    if date is not None:
        document.date = reading_date(date).isoformat()
    if outlet is not None:
        document.source = outlet
    try:
        record = annotate_document(document, when)
    except InputError as error:
        raise type(error)(f"{source}: {error}") from error
    if format == "json":
        typer.echo(record.to_json(indent=1))
        return
    columns = width or min(shutil.get_terminal_size((80, 24)).columns, 120)
    colour = format == "terminal" and sys.stdout.isatty()
    typer.echo(render(record, format, width=columns, colour=colour))
