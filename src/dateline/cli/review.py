"""`dateline review`: what people say of single values of a chronicle."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from dateline.cli.options import From, chronicle_path

if TYPE_CHECKING:
    from dateline.chronicle.keep import Keeper
    from dateline.review import Review


def review(
    which: Annotated[
        Literal["holding", "again", "past", "all"],
        typer.Argument(
            help="holding: those that count; again: those to be asked again, because their words "
            "have changed; past: superseded or taken back ones."
        ),
    ] = "holding",
    add: Annotated[
        str | None,
        typer.Option("--add", metavar="FILE.jsonl|-", help="Keep the verdicts of these lines."),
    ] = None,
    copies: Annotated[
        bool, typer.Option("--copies", help="With --add: also of the copies of each story.")
    ] = False,
    undo: Annotated[
        int | None, typer.Option("--undo", metavar="NUMBER", help="Take a review back.")
    ] = None,
    export: Annotated[
        bool,
        typer.Option("--export", help="Write training data: one JSON object a line."),
    ] = False,
    story: Annotated[int | None, typer.Option("--story", help="Of one story only.")] = None,
    family: Annotated[
        str | None, typer.Option("--family", help="statements, events, actors, ...")
    ] = None,
    verdict: Annotated[
        str | None,
        typer.Option("--verdict", help="accepted, corrected, rejected, merged, split, added."),
    ] = None,
    reviewer: Annotated[
        str | None,
        typer.Option(
            "--by", metavar="NAME", help="Whose; with --add and --undo: who says it. [default: you]"
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many at most.")] = 50,
    offset: Annotated[int, typer.Option("--offset", min=0, help="How many to pass over.")] = 0,
    db: From = None,
) -> None:
    """List what people said of single values, add verdicts, or write them as training data.

    Corrections are kept apart from the machine's values: docs/chronicle.md, "Review".
    """
    from dateline.chronicle.keep import Keeper
    from dateline.chronicle.review import undo as take_back
    from dateline.chronicle.verdicts import examples
    from dateline.store import Store, reviews
    from dateline.store.reviews import ReviewQuestion

    with Store(chronicle_path(db), create=False) as store:
        keeper = Keeper(store)
        if add is not None:
            _add(keeper, add, reviewer or getpass.getuser(), copies)
            return
        if undo is not None:
            with keeper.writing():
                take_back(keeper, undo, reviewer or getpass.getuser())
            return
        asked = ReviewQuestion(
            which=which,
            story=story,
            family=family,
            verdict=verdict,
            reviewer=reviewer,
            limit=limit,
            offset=offset,
        )
        if export:
            for one in examples(keeper, asked):
                typer.echo(_json(one))
            return
        found = reviews.reviews(store.db, asked)
        for line in found:
            typer.echo(_line(line))
    if not found:
        raise typer.Exit(1)


def _add(keeper: Keeper, name: str, reviewer: str, copies: bool) -> None:
    """Keep the verdicts of a file. A line that cannot be taken is told, and makes the status 1."""
    from dateline.chronicle.copied import carry_all
    from dateline.chronicle.timeline import ranks
    from dateline.chronicle.verdicts import add_lines
    from dateline.errors import NotFoundError

    kept = known = failed = carried = 0
    try:
        lines: Iterable[str] = (
            sys.stdin if name == "-" else Path(name).read_text(encoding="utf-8").splitlines()
        )
    except (OSError, UnicodeDecodeError) as error:
        raise NotFoundError(f"{name}: cannot be read: {error}") from error
    for one in add_lines(keeper, lines, reviewer):
        if one.problem:
            failed += 1
            sys.stderr.write(f"{name}:{one.line}: {one.problem}\n")
        elif one.review is None:
            known += 1
        else:
            kept += 1
            carried += carry_all(keeper, [one]) if copies else 0
    ranks(keeper.store.db)
    also = f", {carried:,} more of copies" if copies else ""
    sys.stderr.write(f"{name}: {kept:,} kept, {known:,} known, {failed:,} not taken{also}\n")
    if failed:
        raise typer.Exit(1)


def _line(one: Review) -> str:
    """A review on one line; nothing in it acts on a terminal."""
    from dateline.record.brief.clean import clean
    from dateline.review import families

    what = f"{families()[one.family].one} {one.value} of story {one.story}"
    words = " … ".join(" ".join(w.text.split()) for w in one.words)
    state = one.again or ("taken back" if one.undone else "superseded" if one.later else "")
    parts = (
        f"{one.review}",
        f"{one.made[:16].replace('T', ' ')} UTC",
        one.reviewer,
        f"{one.verdict} {what}",
        f"“{words[:80]}”",
        _json(one.fields) if one.fields else "",
        one.note,
        state,
    )
    return " · ".join(clean(part) for part in parts if part)


def _json(value: Any) -> str:
    return json.dumps(dict(value), ensure_ascii=False)
