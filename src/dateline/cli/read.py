"""`dateline read`: one story, as a brief or as its record."""

from __future__ import annotations

import shutil
import sys
from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.options import Source, Today, reading_date


class Format(StrEnum):
    """How a record is shown."""

    terminal = "terminal"
    json = "json"
    markdown = "markdown"
    html = "html"


def read(
    source: Source,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="A brief, or the record as JSON.")
    ] = Format.terminal,
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
    if format is Format.json:
        typer.echo(record.to_json(indent=1))
        return
    terminal = format is Format.terminal
    columns = width or min(shutil.get_terminal_size((80, 24)).columns, 120)
    colour = terminal and sys.stdout.isatty()
    typer.echo(render(record, format.value, width=columns, colour=colour))
