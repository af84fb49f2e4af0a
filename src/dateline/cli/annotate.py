"""`dateline annotate`: any number of stories into one JSON Lines file of records."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Today, reading_date

if TYPE_CHECKING:
    from dateline.pool import Item


def annotate(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Stories (text, HTML) and corpora (JSON Lines, CSV, Parquet; .gz too): files, "
            "folders, globs, addresses, or - for JSON Lines on standard input.",
        ),
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where the records go (.gz too).")
    ] = "-",
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Skip what is in FILE already; mend a half-written line."),
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
    today: Today = None,
) -> None:
    """Read stories and write their records, one JSON object a line, in input order.

    What cannot be read is named on standard error and gets an empty record with a warning; the
    rest goes on. The exit status is 0 only if everything was read.
    """
    from dateline.cli.progress import Progress
    from dateline.language import standin
    from dateline.pool import annotate_all
    from dateline.reading import read_documents
    from dateline.reading.output import open_output

    if resume and output == "-":
        raise typer.BadParameter("--resume needs --output FILE")
    when = reading_date(today)
    standin.pipeline()  # one that cannot be loaded ends the run here, not with every story
    read = unread = 0
    with open_output(output, resume=resume) as sink, Progress(quiet=quiet) as progress:
        items = progress.count(_wanted(read_documents(inputs), sink.ids))
        for result in annotate_all(items, when, jobs):
            if result.problem:
                unread += 1
                progress.say(f"dateline: {result.problem}")
            else:
                read += 1
            if result.record.id not in sink.ids:
                sink.write(result.record.to_json())
            progress.advance()
    if not quiet:
        skipped = f", {len(sink.ids):,} already there" if resume else ""
        sys.stderr.write(f"{read:,} read{skipped}, {unread:,} not read\n")
    if unread or not (read or sink.ids):
        raise typer.Exit(1)


def _wanted(items: Iterator[Item], done: frozenset[str]) -> Iterator[Item]:
    """The items whose records are not written yet."""
    from dateline.reading.document import Document
    from dateline.record import document_id

    for item in items:
        if isinstance(item, Document) and (item.id or document_id(item.text)) in done:
            continue
        yield item
