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

ListFormat = Annotated[
    Literal["terminal", "markdown", "html", "jsonl"],
    typer.Option("--format", "-f", help="To read, or as JSON Lines."),
]
