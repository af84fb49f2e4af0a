"""`dateline show`: one story or actor of a chronicle."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dateline.cli.answers import show_page
from dateline.cli.options import From, chronicle_path

if TYPE_CHECKING:
    from dateline.store import Store

_INCIDENT = re.compile(r"i\d{1,12}")
SAID = 10
"""Statements and events on an actor's page."""


def show(
    what: Annotated[
        str,
        typer.Argument(
            metavar="STORY|INCIDENT|NAME",
            help="A story's number (12), an incident's (i12), or an actor's name.",
        ),
    ],
    revisions: Annotated[
        bool, typer.Option("--revisions", help="How the story was changed, as differences.")
    ] = False,
    format: Annotated[
        Literal["terminal", "markdown", "html", "json"],
        typer.Option("--format", "-f", help="To read, or as JSON."),
    ] = "terminal",
    db: From = None,
) -> None:
    """Show a story of a chronicle (its brief), an incident with all its sources, or an actor."""
    from dateline.store import Store

    with Store(chronicle_path(db), create=False) as store:
        if _INCIDENT.fullmatch(what):
            _incident(store, int(what[1:]), format)
        elif not what.isdecimal():
            _actor(store, what, format)
        elif revisions:
            for change in store.changes(int(what)):
                typer.echo(f"revision {change.revision}, kept {change.added}, then:")
                typer.echo(change.difference or "(the text is the same; its metadata changed)")
        elif format == "json":
            typer.echo(store.record(int(what)).to_json(indent=1))
        else:
            from dateline.record.brief.outline import outline

            show_page(outline(store.record(int(what))), format)


def _incident(store: Store, number: int, format: str) -> None:
    from dateline.chronicle.incidents import incident
    from dateline.chronicle.pages.incidents import incident_page

    found = incident(store.db, number)
    if format == "json":
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        show_page(incident_page(found), format)


def _actor(store: Store, name: str, format: str) -> None:
    from dateline.chronicle.pages.actor import actor_page
    from dateline.store import Question, events, person, statements

    found = person(store.db, name)
    if format == "json":
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        return
    said = list(statements(store.db, Question(by=name, limit=SAID)))
    done = list(events(store.db, Question(actor=name, limit=SAID)))
    show_page(actor_page(found, said, done), format)
