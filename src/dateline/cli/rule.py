"""`dateline rule`: a user's decision on two events."""

from __future__ import annotations

import getpass
from typing import Annotated, Literal

import typer

from dateline.cli.options import From, chronicle_path


def rule(
    decision: Annotated[
        Literal["join", "part"],
        typer.Argument(help="join: they are one happening; part: they are not."),
    ],
    event: Annotated[str, typer.Argument(metavar="EVENT", help="As `show` numbers them: e12.")],
    other: Annotated[str, typer.Argument(metavar="EVENT", help="The other one.")],
    reviewer: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who decides. [default: you]")
    ] = None,
    db: From = None,
) -> None:
    """Decide whether two events are one happening. The decision outlives a new reading."""
    from dateline.chronicle.keep import Keeper
    from dateline.store import Store

    one, two = _number(event), _number(other)
    with Store(chronicle_path(db), create=False) as store:
        keeper = Keeper(store)
        with keeper.writing():
            keeper.linker.rule(decision, one, two, reviewer or getpass.getuser())


def _number(text: str) -> int:
    digits = text.removeprefix("e")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 12:
        raise typer.BadParameter(f"{text!r} is no number of an event (e12)")
    return int(digits)
