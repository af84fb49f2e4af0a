"""The options by which a chronicle is asked, the same for every command that asks one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any, Final, get_type_hints

import typer

Asked = dict[str, Any]
"""Fields of `dateline.store.Question`, as the options gave them."""

OPTIONS: Final[dict[str, Any]] = {
    "actor": Annotated[
        str | None,
        typer.Option("--actor", metavar="NAME", help="Who takes part; a country means all of it."),
    ],
    "pair": Annotated[
        tuple[str, str] | None,
        typer.Option("--between", metavar="NAME NAME", help="Two who both take part."),
    ],
    "type": Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="A PLOVER type (ASSAULT, CONSULT, ...)."),
    ],
    "status": Annotated[
        str | None,
        typer.Option("--status", metavar="STATUS", help="occurred, planned, denied, ..."),
    ],
    "place": Annotated[str | None, typer.Option("--place", metavar="NAME", help="Where.")],
    "under": Annotated[
        str | None,
        typer.Option("--under", metavar="NAME", help="A mediation format it is held under."),
    ],
    "by": Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who speaks.")],
    "to": Annotated[str | None, typer.Option("--to", metavar="NAME", help="Who is spoken to.")],
    "words": Annotated[
        str | None,
        typer.Option(
            "--about", metavar="WORDS", help='Words; "..." in a row, -word absent, OR, word*.'
        ),
    ],
    "source": Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="Part of the outlet's name.")
    ],
    "since": Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="First day (a year or month will do)."),
    ],
    "until": Annotated[
        str | None,
        typer.Option("--until", metavar="DATE", help="Last day (a year or month will do)."),
    ],
    "limit": Annotated[int, typer.Option("--limit", "-n", min=1, help="How many at most.")],
    "offset": Annotated[int, typer.Option("--offset", min=0, help="How many to pass over.")],
}
"""Field of the question -> its option, in the order in which help shows them."""

EVERYTHING: Final = tuple(name for name in OPTIONS if name not in ("limit", "offset"))
"""All by which something may be chosen."""


def asks(
    *fields: str, limit: int | None = None
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command the options of some fields of a question, as its argument `asked`.

    `limit`: how many a list shows by default; without it there is no limit and no offset.
    """
    wanted = {*fields, *(("limit", "offset") if limit is not None else ())}
    defaults = {"limit": limit, "offset": 0}
    options = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=defaults.get(name), annotation=option)
        for name, option in OPTIONS.items()
        if name in wanted
    ]

    def made(command: Callable[..., None]) -> Callable[..., None]:
        hints = get_type_hints(command, include_extras=True)
        own = [
            p.replace(kind=Parameter.KEYWORD_ONLY, annotation=hints[name])
            for name, p in signature(command).parameters.items()
            if name != "asked"
        ]

        @wraps(command)
        def asking(**given: Any) -> None:
            asked = {option.name: given.pop(option.name) for option in options}
            command(asked=asked, **given)

        everything = [*options, *own]
        asking.__signature__ = signature(command).replace(parameters=everything)  # type: ignore[attr-defined]
        asking.__annotations__ = {p.name: p.annotation for p in everything}
        return asking

    return made
