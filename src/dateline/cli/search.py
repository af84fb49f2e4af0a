"""`dateline search`, `statements`, `events`, `incidents`: questions to a chronicle."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.answers import answer
from dateline.cli.options import (
    About,
    ActorName,
    By,
    EventStatus,
    EventType,
    From,
    Limit,
    ListFormat,
    Offset,
    Outlet,
    Pair,
    PlaceName,
    Since,
    To,
    Until,
    chronicle_path,
)


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...", help='Words; "..." in a row, -word absent, OR, word*.'
        ),
    ] = None,
    actor: ActorName = None,
    between: Pair = None,
    type: EventType = None,
    status: EventStatus = None,
    place: PlaceName = None,
    by: By = None,
    to: To = None,
    source: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 20,
    offset: Offset = 0,
    format: ListFormat = "terminal",
    db: From = None,
) -> None:
    """Find stories of a chronicle: by words, actors, events, places, speakers, sources, days."""
    from dateline.chronicle.pages.lists import story_list
    from dateline.store import Question, Store, stories

    question = Question(
        words=" ".join(words) if words else None,
        actor=actor,
        pair=between,
        type=type,
        status=status,
        place=place,
        by=by,
        to=to,
        source=source,
        since=since,
        until=until,
        limit=limit,
        offset=offset,
    )
    with Store(chronicle_path(db), create=False) as store:
        answer(list(stories(store.db, question)), question, story_list, format)


def statements(
    by: By = None,
    to: To = None,
    about: About = None,
    actor: ActorName = None,
    place: PlaceName = None,
    source: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    offset: Offset = 0,
    format: ListFormat = "terminal",
    db: From = None,
) -> None:
    """Find statements of a chronicle, in the order of saying."""
    from dateline.chronicle.pages.lists import statement_list
    from dateline.store import Question, Store
    from dateline.store import statements as find

    question = Question(
        words=about,
        by=by,
        to=to,
        actor=actor,
        place=place,
        source=source,
        since=since,
        until=until,
        limit=limit,
        offset=offset,
    )
    with Store(chronicle_path(db), create=False) as store:
        answer(list(find(store.db, question)), question, statement_list, format)


def events(
    actor: ActorName = None,
    between: Pair = None,
    type: EventType = None,
    status: EventStatus = None,
    place: PlaceName = None,
    by: By = None,
    about: About = None,
    source: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    offset: Offset = 0,
    format: ListFormat = "terminal",
    db: From = None,
) -> None:
    """Find events of a chronicle, in the order of happening; --by is on whose word."""
    from dateline.chronicle.pages.lists import event_list
    from dateline.store import Question, Store
    from dateline.store import events as find

    question = Question(
        words=about,
        actor=actor,
        pair=between,
        type=type,
        status=status,
        place=place,
        by=by,
        source=source,
        since=since,
        until=until,
        limit=limit,
        offset=offset,
    )
    with Store(chronicle_path(db), create=False) as store:
        answer(list(find(store.db, question)), question, event_list, format)


def incidents(
    actor: ActorName = None,
    between: Pair = None,
    type: EventType = None,
    status: EventStatus = None,
    place: PlaceName = None,
    by: By = None,
    about: About = None,
    source: Outlet = None,
    since: Since = None,
    until: Until = None,
    least: Annotated[
        int, typer.Option("--told-by", metavar="N", min=1, help="So many stories tell it at least.")
    ] = 1,
    widest: Annotated[
        bool, typer.Option("--widest", help="Those told by most stories first.")
    ] = False,
    limit: Limit = 30,
    offset: Offset = 0,
    format: ListFormat = "terminal",
    db: From = None,
) -> None:
    """Find incidents: events that several stories tell, each once with all its sources."""
    from dateline.chronicle.incidents import incidents as find
    from dateline.chronicle.pages.incidents import incident_list
    from dateline.store import Question, Store

    question = Question(
        words=about,
        actor=actor,
        pair=between,
        type=type,
        status=status,
        place=place,
        by=by,
        source=source,
        since=since,
        until=until,
        limit=limit,
        offset=offset,
    )
    with Store(chronicle_path(db), create=False) as store:
        found = list(find(store.db, question, least=least, widest=widest))
        answer(found, question, incident_list, format)
