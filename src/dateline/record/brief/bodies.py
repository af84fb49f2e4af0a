"""Formats, people and bodies, and what could not be decided."""

from __future__ import annotations

from typing import Final

from dateline.record.brief.clean import clean
from dateline.record.brief.dates import say
from dateline.record.brief.labels import labels
from dateline.record.brief.parts import Group, Item, Run, Section, Words, capped, join, section
from dateline.record.brief.view import View, listed
from dateline.record.claims import Format
from dateline.record.values import Actor

FORMATS: Final = 40
ACTORS: Final = 40
"""Actors shown of each kind."""
NAMES: Final = 12
"""Other names shown of one actor."""
WARNINGS: Final = 40


def formats(view: View) -> list[Section]:
    """Mediation formats: who meets in which role, since when, for what."""
    items = [_format(view, f) for f in view.record.formats]
    return section("Mediation formats", [Group((), capped(items, FORMATS))])


def _format(view: View, found: Format) -> Item:
    since = (Run(f"since {say(found.since)}", "dim"),) if found.since else ()
    notes: list[Words] = []
    if found.purpose:
        notes.append((Run("for: ", "dim"), Run(clean(found.purpose))))
    by_role: dict[str, list[str]] = {}
    for member in found.members:
        by_role.setdefault(member.role or "", []).append(view.name(member.actor))
    for role, names in by_role.items():
        label = labels().role(role or "member", len(names) > 1)
        notes.append((Run(f"{label}: ", "dim"), Run(listed(names))))
    for relation in found.relations:
        wording = view.wording(relation.spans)
        words: Words = (
            Run(f"{labels().relation(relation.kind)} ", "dim"),
            Run(f"“{clean(relation.to)}”"),
        )
        quote: Words = (Run(f"“{wording}”", "quote"),) if wording else ()
        notes.append(join([words, quote]))
    return Item(join([(Run(clean(found.name), "strong"),), since]), notes=tuple(notes))


def bodies(view: View) -> list[Section]:
    """Actors by kind, with their offices and the other names that the text has for them."""
    by_kind: dict[str, list[Item]] = {kind: [] for kind in labels().kinds}
    for actor in view.record.actors:
        if actor.mentions or actor.roles or actor.members:
            by_kind[actor.kind].append(_actor(view, actor))
    groups = [
        Group((Run(labels().kinds[kind], "strong"),), capped(items, ACTORS))
        for kind, items in by_kind.items()
    ]
    return section("People and bodies", groups)


def _actor(view: View, actor: Actor) -> Item:
    others = _others(view, actor)
    notes: list[Words] = []
    if actor.members:
        notes.append((Run("made up of: ", "dim"), Run(view.names(actor.members))))
    if others:
        notes.append((Run("also: ", "dim"), Run(_some(others))))
    return Item(view.described(actor), notes=tuple(notes))


def _others(view: View, actor: Actor) -> list[str]:
    """What else the text calls an actor, leaving out what only adds to its name or shortens it."""
    name = clean(actor.name).casefold()
    roles = {role.casefold() for role in view.roles(actor)}
    others: dict[str, str] = {}
    for mention in actor.mentions:
        words = view.words(*mention.span)
        bare = words.casefold().removeprefix("the ")
        known = bare in roles or name in bare or bare in name
        if mention.how in ("name", "title") and not known:
            others.setdefault(bare, words)
    return list(others.values())


def _some(names: list[str]) -> str:
    more = len(names) - NAMES
    return "; ".join(names[:NAMES]) + (f"; and {more} more" if more > 0 else "")


def warnings(view: View) -> list[Section]:
    """What was seen and could not be decided."""
    items = []
    for caution in view.record.warnings:
        words: Words = (Run(clean(caution.code), "alert"), Run(f": {clean(caution.message)}"))
        quote = view.words(*caution.span) if caution.span else ""
        items.append(Item(words, notes=((Run(f"“{quote}”", "quote"),),) if quote else ()))
    return section("Warnings", [Group((), capped(items, WARNINGS))])
