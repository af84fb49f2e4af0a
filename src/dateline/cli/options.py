"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer


def reading_date(value: str | None) -> date:
    """The reading date: what --today says, else the day's date. A bad date is wrong usage."""
    if value is None:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"'{value}' is no ISO date (YYYY-MM-DD)") from None


Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DATE",
        help="The reading date as YYYY-MM-DD; bounds the guess at a missing year. "
        "[default: the day's date]",
    ),
]
Source = Annotated[
    str, typer.Argument(metavar="FILE|URL|-", help="A text or HTML file, an address, or -.")
]
