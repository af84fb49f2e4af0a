"""`dateline export`: a chronicle as tables, maps, calendars and timelines."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dateline.cli.asking import EVERYTHING, Asked, asks
from dateline.cli.options import From, chronicle_path


@asks(*EVERYTHING)
def export(
    asked: Asked,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="events, incidents, intensity, formats, statements, stories, casualties, actors, "
            "places or times.",
        ),
    ],
    columns: Annotated[
        str,
        typer.Option(
            "--columns",
            metavar="SET",
            help="For events: dateline, polecat, petrarch, acled or ucdp; for incidents: "
            "dateline, acled or ucdp.",
        ),
    ] = "dateline",
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="csv, tsv, parquet, jsonl; for events also geojson, ical, timelinejs. "
            "[default: by FILE's ending]",
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to (.gz too); - is stdout.")
    ] = "-",
    header: Annotated[
        bool, typer.Option("--header/--no-header", help="Names of the columns (CSV, TSV).")
    ] = True,
    spreadsheet: Annotated[
        bool,
        typer.Option(
            "--spreadsheet",
            help="For Excel and its like: a byte order mark, and no cell that is taken for a "
            "formula (CSV, TSV).",
        ),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
    db: From = None,
) -> None:
    """Write all that fits to a file: in Dateline's columns, or in those of other collections.

    The file is there as a whole or as it was before. Columns: docs/exports.md.
    """
    from dateline.export import export as write
    from dateline.store import Question, Store

    with Store(chronicle_path(db), create=False) as store:
        written = write(
            store.db,
            what,
            output,
            columns=columns,
            format=format,
            question=Question(**asked),
            header=header,
            spreadsheet=spreadsheet,
        )
    if not quiet:
        left = f"; {written.left_out:,} left out, {written.why}" if written.left_out else ""
        sys.stderr.write(f"{output}: {written.rows:,} {_unit(what, columns)}{left}\n")


def _unit(what: str, columns: str) -> str:
    return what if columns == "dateline" else f"rows of {what}"
