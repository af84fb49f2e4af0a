"""The application that the commands belong to."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from dateline import __version__
from dateline.cli import (
    actor,
    annotate,
    brief,
    demo,
    desk,
    explain,
    export,
    ingest,
    intensity,
    read,
    review,
    rule,
    schema,
    search,
    show,
    timeline,
)

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Read news-wire stories about conflicts into records in which every value points to "
    "its words.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say which version."),
    ] = False,
    spacy: Annotated[
        str | None,
        typer.Option(
            metavar="PIPELINE",
            help="Let a spaCy pipeline of yours (a name or a folder) give tags, trees and "
            "entities; so does the environment variable DATELINE_SPACY.",
        ),
    ] = None,
    roster: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help="Know the actors of a roster of yours too (CSV, TSV or YAML; any number of "
            "times); so does the environment variable DATELINE_ROSTER.",
        ),
    ] = None,
) -> None:
    """Options that stand before a command."""
    if spacy is not None:
        from dateline.language.standin import VARIABLE

        os.environ[VARIABLE] = spacy  # processes that this one starts inherit it
    if roster:
        from dateline.knowledge import roster as installed

        os.environ[installed.VARIABLE] = os.pathsep.join(map(os.path.abspath, roster))
        installed.check()  # one that is broken ends the run here, not with every story


app.command("read")(read.read)
app.command("annotate")(annotate.annotate)
app.command("explain")(explain.explain)
app.command("actor")(actor.actor)
app.command("ingest")(ingest.ingest)
app.command("search")(search.search)
app.command("statements")(search.statements)
app.command("events")(search.events)
app.command("incidents")(search.incidents)
app.command("formats")(search.formats)
app.command("brief")(brief.brief)
app.command("intensity")(intensity.intensity)
app.command("review")(review.review)
app.command("rule")(rule.rule)
app.command("show")(show.show)
app.command("export")(export.export)
app.command("desk")(desk.desk)
app.command("schema")(schema.schema)
app.command("timeline")(timeline.timeline)
app.command("demo")(demo.demo)
