"""`dateline brief`: a cited briefing note from a chronicle."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from dateline.cli.answers import show_page
from dateline.cli.asking import Asked, asks
from dateline.cli.options import From, chronicle_path


@asks("words", "actor", "place", "source", "since", "until")
def brief(
    asked: Asked,
    format: Annotated[
        Literal["terminal", "markdown", "html"],
        typer.Option("--format", "-f", help="How it is shown; html is one page to print."),
    ] = "terminal",
    db: From = None,
) -> None:
    """Write a briefing note: what happened, what each side says, diplomacy, casualties, sources."""
    from dateline.chronicle.brief import briefing
    from dateline.chronicle.pages.brief import brief_page
    from dateline.store import Question, Store

    with Store(chronicle_path(db), create=False) as store:
        show_page(brief_page(briefing(store.db, Question(**asked))), format)
