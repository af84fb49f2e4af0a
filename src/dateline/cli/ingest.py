"""`dateline ingest`: stories into a chronicle."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Annotated

import typer

from dateline.cli.options import Into, Today, chronicle_path, reading_date


def ingest(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Stories and corpora as for `annotate`: files, folders, globs, addresses of "
            "pages and feeds, or -.",
        ),
    ],
    into: Into = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
    report: Annotated[
        bool,
        typer.Option("--report", help="A JSON line for each story once it is safely kept."),
    ] = False,
    today: Today = None,
) -> None:
    """Read stories into a chronicle.

    A story that is there already changes nothing; a changed version of it becomes its next
    revision. Stopped at any moment, it goes on where it was when it is called again. The exit
    status is 0 only if everything was read.
    """
    from dateline.chronicle.ingest import ingest as keep
    from dateline.cli.progress import Progress
    from dateline.language import standin
    from dateline.reading import read_documents
    from dateline.store import Store

    when = reading_date(today)
    standin.pipeline()  # one that cannot be loaded ends the run here, not with every story
    path = chronicle_path(into)
    told: Counter[str] = Counter()
    with Store(path) as store, Progress(quiet=quiet) as progress:
        for outcome in keep(store, progress.count(read_documents(inputs)), when, jobs):
            told[outcome.change] += 1
            if outcome.problem:
                progress.say(f"dateline: {outcome.problem}")
            if report:
                line = {"story": outcome.story, "id": outcome.name, "change": outcome.change}
                sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
                sys.stdout.flush()
            progress.advance()
    if not quiet:
        sys.stderr.write(
            f"{path}: {told['new']:,} new, {told['revised']:,} revised, "
            f"{told['same']:,} there already, {told['failed']:,} not read\n"
        )
    if told["failed"] or not told:
        raise typer.Exit(1)
