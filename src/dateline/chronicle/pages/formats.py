"""Mediation formats that were found, as a list."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.chronicle.pages.lists import FOOTER, heading
from dateline.record.brief.clean import clean
from dateline.record.brief.dates import say
from dateline.record.brief.labels import labels
from dateline.record.brief.parts import Group, Item, Outline, Run, Words, join, section
from dateline.store import FormatRow, Question


def format_list(found: Sequence[FormatRow], question: Question) -> Outline:
    """Formats with members in their roles, since when, what for, and how many stories name them."""
    sections = section("Formats", [Group((), tuple(map(_item, found)))])
    return Outline("Formats found", "", heading(len(found), question), tuple(sections), FOOTER)


def _item(found: FormatRow) -> Item:
    days = found.first if found.first == found.last else f"{found.first}/{found.last}"
    told = f"{found.stories:,} {'story' if found.stories == 1 else 'stories'}"
    facts = [
        told + (f", {say(days)}" if found.first else ""),
        f"since {say(found.since)}" if found.since else "",
        f"{found.meetings:,} {'event' if found.meetings == 1 else 'events'} with it"
        if found.meetings
        else "",
    ]
    notes: list[Words] = [join([(Run(fact, "dim"),) for fact in facts if fact])]
    if found.purpose:
        notes.append((Run("for: ", "dim"), Run(clean(found.purpose))))
    by_role: dict[str, list[str]] = {}
    for member in found.members:
        by_role.setdefault(member.role or "member", []).append(clean(member.name))
    for role, names in by_role.items():
        label = labels().role(role, len(names) > 1)
        notes.append((Run(f"{label}: ", "dim"), Run(", ".join(names))))
    return Item((Run(clean(found.name), "strong"),), notes=tuple(notes))
