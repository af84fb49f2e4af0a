"""`dateline timeline`: the days of a corpus that matter, and the sentences that tell them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dateline.cli.options import From, Today, chronicle_path, reading_date

if TYPE_CHECKING:
    from datetime import date

    from dateline.link.timeline import Entry, Telling

Format = Literal["terminal", "json", "markdown"]
"""How a timeline is shown."""


def timeline(
    corpus: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CORPUS]...",
            help="Stories and corpora, as for `annotate`: files, folders, globs, addresses, or - "
            "for JSON Lines on standard input. Without one, the stories of a chronicle.",
        ),
    ] = None,
    dates: Annotated[int, typer.Option("--dates", "-n", min=1, help="Days shown.")] = 20,
    sentences: Annotated[
        int, typer.Option("--sentences", "-m", min=1, help="Sentences for each day.")
    ] = 2,
    query: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS", help="Only stories with all these words, and sentences with one."
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="First day wanted (YYYY-MM-DD).")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Last day wanted.")
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="A page, or plain days and sentences.")
    ] = "terminal",
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where it goes.")
    ] = "-",
    db: From = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
    today: Today = None,
) -> None:
    """Tell a corpus or a chronicle as a timeline: its most important days, with their sentences.

    Only times are read, not actors or events. What cannot be read is named on standard error; the
    rest goes on. The exit status is 0 only if everything was read and some day is told.
    """
    from dateline.link.timeline.show import show
    from dateline.reading.replace_file import write_whole

    first, last = (None if d is None else reading_date(d).isoformat() for d in (since, until))
    unread = 0
    if corpus:
        entries, unread = _of_corpus(
            corpus, dates, sentences, query, first, last, reading_date(today), jobs, quiet
        )
    else:
        entries = _of_chronicle(chronicle_path(db), dates, sentences, query, first, last)
    title = f"Timeline: {query}" if query else "Timeline"
    to_terminal = output == "-" and format == "terminal"
    columns = min(shutil.get_terminal_size((80, 24)).columns, 120) if to_terminal else 80
    page = show(entries, format, title, width=columns, colour=to_terminal and sys.stdout.isatty())
    if output == "-":
        typer.echo(page, nl=False)
    else:
        write_whole(output, page)
    if not entries:
        sys.stderr.write("dateline: no story tells of a day that fits\n")
    if unread or not entries:
        raise typer.Exit(1)


def _of_chronicle(
    path: Path, dates: int, sentences: int, query: str | None, first: str | None, last: str | None
) -> list[Entry]:
    """The timeline of the stories of a chronicle."""
    from dateline.chronicle.timeline import timeline as make
    from dateline.store import Question, Store

    with Store(path, create=False) as store:
        question = Question(words=query, since=first, until=last)
        return make(store.db, dates, sentences, question)


def _of_corpus(
    corpus: list[str],
    dates: int,
    sentences: int,
    query: str | None,
    first: str | None,
    last: str | None,
    today: date,
    jobs: int,
    quiet: bool,
) -> tuple[list[Entry], int]:
    """The timeline of stories that are read for it, and how many could not be read."""
    from dateline.link.timeline import Query
    from dateline.link.timeline import timeline as make

    if query is not None:
        try:
            Query.of(query)
        except ValueError as error:
            raise typer.BadParameter(f"--query: {error}") from None
    tellings, unread = _read(corpus, today, jobs, quiet)
    return make(tellings, dates, sentences, query, first, last), unread


def _read(corpus: list[str], today: date, jobs: int, quiet: bool) -> tuple[list[Telling], int]:
    """What the stories tell of which day, and how many of them could not be read."""
    from dateline.cli.progress import Progress
    from dateline.language import standin
    from dateline.link.timeline import collect
    from dateline.pool import annotate_all
    from dateline.reading import read_documents

    standin.pipeline()  # one that cannot be loaded ends the run here, not with every story
    tellings: list[Telling] = []
    unread = 0
    with Progress(quiet=quiet) as progress:
        items = progress.count(read_documents(corpus))
        for result in annotate_all(items, today, jobs, ("times",)):
            if result.problem:
                unread += 1
                progress.say(f"dateline: {result.problem}")
            tellings += collect(result.record)
            progress.advance()
    return tellings, unread
