"""Mediation formats: a list to narrow, and the page of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from dateline.desk import reply
from dateline.desk.asking import only_known
from dateline.desk.bars import chart
from dateline.desk.counts import counted
from dateline.desk.opening import opened
from dateline.desk.pages.asked import asked_page
from dateline.desk.pages.parts import part
from dateline.errors import QueryError
from dateline.record.brief.labels import labels
from dateline.store import EventFound, FormatFound, Question, Store, events, tallies
from dateline.store import format as one_format
from dateline.store import formats as all_formats
from dateline.store.meetings import MEETS
from dateline.store.one_format import Cited, MemberTold

MET: Final = 20
"""Meetings on a format's page, and twice as many events among which others are looked for."""


class Belonging(NamedTuple):
    """Members whom the same words have in one role."""

    members: tuple[MemberTold, ...]
    first: Cited


class InRole(NamedTuple):
    """The members in one role, in groups of those who stand in the same words."""

    label: str
    groups: tuple[Belonging, ...]


def formats(request: Request) -> Response:
    """The formats that are asked for, those of most stories first."""

    def answer(store: Store, asked: Question) -> dict[str, Any]:
        found = all_formats(store.db, replace(asked, limit=asked.limit + 1))
        return {"page": part(request, asked, found)}

    return asked_page(request, "formats", "formats.html", answer, {"page": None})


def found_in(request: Request, store: Store) -> FormatFound:
    """The format that the address names. Raises QueryError."""
    only_known(request.query_params, ("name",), "a format")
    name = request.query_params.get("name", "").strip()
    if not name:
        raise QueryError(f"name a format: {request.url.path}?name=...")
    return one_format(store.db, name)


def one(request: Request) -> Response:
    """One format: members with roles, since when, what for, meetings, each with its words."""
    remembered = request.app.state.remembered
    with opened(request.app.state.path) as store:
        found = found_in(request, store)
        held = Question(under=found.name, limit=MET)
        met, others = remembered.get(("held", held), lambda: _held(store, held))
        days = chart(counted(request, store, tallies.kinds, replace(held, type=MEETS)).days)
    return reply.page(
        request,
        "format.html",
        found=found,
        roles=in_roles(found.members),
        meetings=met,
        others=others,
        chart=days,
        meets=MEETS,
    )


def _held(store: Store, held: Question) -> tuple[list[EventFound], list[EventFound]]:
    """A format's meetings, and the other events that it takes part in, each happening once."""
    met = once(events(store.db, replace(held, type=MEETS)))
    others = events(store.db, replace(held, limit=2 * held.limit))
    return met, once(event for event in others if event.type != MEETS)


def in_roles(members: Iterable[MemberTold]) -> list[InRole]:
    """Members by role, those in the role of most stories first; without a role, last."""
    roles: dict[str, dict[Cited, list[MemberTold]]] = {}
    weights: dict[str, int] = {}
    for member in members:
        role = member.role or ""
        roles.setdefault(role, {}).setdefault(member.first, []).append(member)
        weights[role] = weights.get(role, 0) + member.stories
    ranked = sorted(roles, key=lambda role: (not role, -weights[role], role))
    return [
        InRole(
            labels().role(role, several=True) if role else "Members whose role is not told",
            tuple(Belonging(tuple(told), cited) for cited, told in roles[role].items()),
        )
        for role in ranked
    ]


def once(told: Iterable[EventFound]) -> list[EventFound]:
    """Events, each happening once: the first telling of it."""
    seen: dict[object, EventFound] = {}
    for event in told:
        seen.setdefault(event.incident or ("event", event.event), event)
    return list(seen.values())
