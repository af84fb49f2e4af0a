"""Options that several commands share."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer


def reading_date(value: str | None) -> date:
    """The reading date: what --today says, else the day's date. A bad date is wrong usage."""
    if value is None:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"'{value}' is no ISO date (YYYY-MM-DD)") from None


def chronicle_path(given: Path | None) -> Path:
    """The chronicle that is meant: the one given, else $DATELINE_DB, else the user's own."""
    if given is not None:
        return given
    if named := os.environ.get("DATELINE_DB"):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("dateline", appauthor=False) / "chronicle.db"


Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DATE",
        help="The reading date as YYYY-MM-DD; bounds the guess at a missing year. "
        "[default: the day's date]",
    ),
]
Into = Annotated[
    Path | None,
    typer.Option(
        "--into",
        metavar="FILE.db",
        help="The chronicle. [default: $DATELINE_DB, else chronicle.db in your data folder]",
    ),
]
From = Annotated[
    Path | None,
    typer.Option("--db", metavar="FILE.db", help="The chronicle. [default: as for `ingest`]"),
]
Source = Annotated[
    str, typer.Argument(metavar="FILE|URL|-", help="A text or HTML file, an address, or -.")
]

By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who speaks.")]
To = Annotated[str | None, typer.Option("--to", metavar="NAME", help="Who is spoken to.")]
About = Annotated[
    str | None,
    typer.Option(
        "--about", metavar="WORDS", help='Words; "..." in a row, -word absent, OR, word*.'
    ),
]
ActorName = Annotated[
    str | None,
    typer.Option("--actor", metavar="NAME", help="Who takes part; a country means all of it."),
]
Pair = Annotated[
    tuple[str, str] | None,
    typer.Option("--between", metavar="NAME NAME", help="Two who both take part."),
]
EventType = Annotated[
    str | None,
    typer.Option("--type", metavar="TYPE", help="A PLOVER type (ASSAULT, CONSULT, ...)."),
]
EventStatus = Annotated[
    str | None, typer.Option("--status", metavar="STATUS", help="occurred, planned, denied, ...")
]
PlaceName = Annotated[str | None, typer.Option("--place", metavar="NAME", help="Where.")]
Outlet = Annotated[
    str | None, typer.Option("--source", metavar="NAME", help="Part of the outlet's name.")
]
Since = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="First day (a year or month will do).")
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Last day (a year or month will do).")
]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="How many at most.")]
Offset = Annotated[int, typer.Option("--offset", min=0, help="How many to pass over.")]
ListFormat = Annotated[
    Literal["terminal", "markdown", "html", "jsonl"],
    typer.Option("--format", "-f", help="To read, or as JSON Lines."),
]
