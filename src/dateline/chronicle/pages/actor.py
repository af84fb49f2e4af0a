"""An actor's page."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.chronicle.pages.lists import FOOTER, event_item, once, statement_item
from dateline.record.brief.clean import clean
from dateline.record.brief.dates import say
from dateline.record.brief.labels import labels
from dateline.record.brief.parts import Group, Item, Outline, Run, Words, section
from dateline.store import ActorFound, EventFound, Office, StatementFound


def actor_page(
    found: ActorFound, said: Sequence[StatementFound], done: Sequence[EventFound]
) -> Outline:
    """Names, offices, counterparts, and the statements and events given (`said`, `done`)."""
    offices = [_office(o) for o in found.offices]
    partners = [
        Item(
            (
                Run(clean(c.name), "strong"),
                Run(f" – {_count(c.events, 'event')}: {_types(c.types)}"),
            )
        )
        for c in found.counterparts
    ]
    sections = [
        *section("Offices as stories give them", [Group((), tuple(offices))], "timeline"),
        *section("With whom", [Group((), tuple(partners))]),
        *section("Said", [Group((), tuple(once(map(statement_item, said))))], "timeline"),
        *section("Took part in", [Group((), tuple(once(map(event_item, done))))], "timeline"),
    ]
    return Outline(clean(found.name), "", tuple(_facts(found)), tuple(sections), FOOTER)


def _facts(found: ActorFound) -> list[tuple[str, Words]]:
    seen = f"{found.first}/{found.last}" if found.first != found.last else found.first
    facts = [
        ("Kind", labels().kinds.get(found.kind, found.kind)),
        ("Country", found.country or ""),
        ("Spelt", clean("; ".join(found.spellings[1:]))),
        ("Also meant", clean("; ".join(found.others))),
        ("In", _count(found.stories, "story") + (f", {say(seen)}" if seen else "")),
        ("Statements", str(found.statements or "")),
        ("Events", _types(found.events)),
    ]
    return [(label, (Run(value),)) for label, value in facts if value]


def _office(office: Office) -> Item:
    days = f"{office.first}/{office.last}" if office.first != office.last else office.first
    of = f", {clean(office.of)}" if office.of else ""
    told = Run(f" – {_count(office.stories, 'story')}", "dim")
    return Item((Run(clean(office.title)), Run(of), told), say(days) or "date not known")


def _types(types: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{count} {labels().types.get(kind, kind)}" for kind, count in types)


def _count(number: int, what: str) -> str:
    many = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{number:,} {what if number == 1 else many}"
