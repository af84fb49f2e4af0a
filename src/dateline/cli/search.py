"""`dateline search`, `statements`, `events`, `incidents`: questions to a chronicle."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from dateline.cli.answers import answer
from dateline.cli.asking import Asked, asks
from dateline.cli.options import From, ListFormat, chronicle_path

EVENTS: Final = (
    *("actor", "pair", "type", "status", "place", "under"),
    *("by", "words", "source", "since", "until"),
)
"""What events and incidents may be asked for."""


@asks(
    "actor",
    "pair",
    "type",
    "status",
    "place",
    "under",
    "by",
    "to",
    "source",
    "since",
    "until",
    limit=20,
)
def search(
    asked: Asked,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...", help='Words; "..." in a row, -word absent, OR, word*.'
        ),
    ] = None,
    format: ListFormat = "terminal",
    db: From = None,
) -> None:
    """Find stories of a chronicle: by words, actors, events, places, speakers, sources, days."""
    from dateline.chronicle.pages.lists import story_list
    from dateline.store import Question, Store, stories

    question = Question(words=" ".join(words) if words else None, **asked)
    with Store(chronicle_path(db), create=False) as store:
        answer(list(stories(store.db, question)), question, story_list, format)


@asks("by", "to", "words", "actor", "place", "source", "since", "until", limit=50)
def statements(asked: Asked, format: ListFormat = "terminal", db: From = None) -> None:
    """Find statements of a chronicle, in the order of saying."""
    from dateline.chronicle.pages.lists import statement_list
    from dateline.store import Question, Store
    from dateline.store import statements as find

    question = Question(**asked)
    with Store(chronicle_path(db), create=False) as store:
        answer(list(find(store.db, question)), question, statement_list, format)


@asks(*EVENTS, limit=50)
def events(asked: Asked, format: ListFormat = "terminal", db: From = None) -> None:
    """Find events of a chronicle, in the order of happening; --by is on whose word."""
    from dateline.chronicle.pages.lists import event_list
    from dateline.store import Question, Store
    from dateline.store import events as find

    question = Question(**asked)
    with Store(chronicle_path(db), create=False) as store:
        answer(list(find(store.db, question)), question, event_list, format)


@asks(*EVENTS, limit=30)
def incidents(
    asked: Asked,
    least: Annotated[
        int, typer.Option("--told-by", metavar="N", min=1, help="So many stories tell it at least.")
    ] = 1,
    widest: Annotated[
        bool, typer.Option("--widest", help="Those told by most stories first.")
    ] = False,
    format: ListFormat = "terminal",
    db: From = None,
) -> None:
    """Find incidents: events that several stories tell, each once with all its sources."""
    from dateline.chronicle.incidents import incidents as find
    from dateline.chronicle.pages.incidents import incident_list
    from dateline.store import Question, Store

    question = Question(**asked)
    with Store(chronicle_path(db), create=False) as store:
        found = list(find(store.db, question, least=least, widest=widest))
        answer(found, question, incident_list, format)


@asks("actor", "source", "since", "until", limit=20)
def formats(
    asked: Asked,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]...", help="Words of its name.")
    ] = None,
    format: ListFormat = "terminal",
    db: From = None,
) -> None:
    """Find mediation formats: members (--actor) with roles, since when, what for, how many meet."""
    from dateline.chronicle.pages.formats import format_list
    from dateline.store import Question, Store
    from dateline.store import formats as find

    question = Question(words=" ".join(words) if words else None, **asked)
    with Store(chronicle_path(db), create=False) as store:
        answer(list(find(store.db, question)), question, format_list, format)
