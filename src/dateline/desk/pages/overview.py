"""The first page: how much there is, what came last, who speaks, what to look at."""

from __future__ import annotations

from typing import Final, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from dateline.chronicle.incidents import incidents
from dateline.desk import reply
from dateline.desk.asking import only_known
from dateline.desk.bars import chart
from dateline.desk.opening import opened
from dateline.desk.pages.lately import map_lately, pair_lately
from dateline.store import Question, Store, StoryFound, stories
from dateline.store.overview import overview as at_a_glance

LATEST: Final = 12
WARNINGS: Final = 8
TOLD: Final = 5
"""Incidents that most stories tell."""


class Warned(NamedTuple):
    """What the same warning says of some of the latest stories."""

    message: str
    words: str
    """Those that it is about, in the first of them."""
    stories: list[tuple[StoryFound, str]]
    """Each with the mark of the warning."""


def overview(request: Request) -> Response:
    """The overview of the chronicle; `between`, given twice, chooses the pair that is drawn."""
    only_known(request.query_params, ("between",), "the overview")
    with opened(request.app.state.path) as store:
        seen = at_a_glance(store.db)
        latest = list(stories(store.db, Question(limit=LATEST)))
        warned = _warnings(store, latest)
        month = Question(since=seen.since, until=seen.last, limit=TOLD)
        told = request.app.state.remembered.get(
            ("told", seen.since),
            lambda: list(incidents(store.db, month, least=2, widest=True)) if seen.since else [],
        )
        lately = pair_lately(request, store, seen, seen.pairs)
        where = map_lately(request, store, seen)
    return reply.page(
        request,
        "overview.html",
        400 if lately and lately.problem else 200,
        lately=lately,
        where=where,
        seen=seen,
        latest=latest,
        told=told,
        warned=warned[:WARNINGS],
        more_warnings=max(0, len(warned) - WARNINGS),
        chart=chart(seen.days),
        file=request.app.state.path.name,
    )


def _warnings(store: Store, latest: list[StoryFound]) -> list[Warned]:
    """What could not be decided in the latest stories, but for places that no table has;
    what is said of most stories first."""
    found: dict[tuple[str, str], Warned] = {}
    for story in latest:
        record = store.record(story.story)
        for number, caution in enumerate(record.warnings):
            if caution.code == "place_unknown":  # most are streets and villages
                continue
            words = record.text[slice(*caution.span)] if caution.span else ""
            warned = found.setdefault((caution.message, words), Warned(caution.message, words, []))
            warned.stories.append((story, f"warning-{number}"))
    return sorted(found.values(), key=lambda warned: -len(warned.stories))
