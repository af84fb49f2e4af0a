"""A timeline to read: JSON as in the contract, or a page with the source of each sentence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal

from dateline.link.timeline import Entry
from dateline.link.timeline.telling import Telling
from dateline.record.brief.clean import clean
from dateline.record.brief.dates import say
from dateline.record.brief.markdown import markdown
from dateline.record.brief.parts import Group, Item, Outline, Run, section
from dateline.record.brief.terminal import terminal

Style = Literal["json", "markdown", "terminal"]


def show(
    entries: Sequence[Entry],
    style: Style,
    title: str = "Timeline",
    *,
    width: int = 80,
    colour: bool = False,
) -> str:
    """The timeline in one of the styles, ending in a line break.

    JSON is `{"YYYY-MM-DD": ["sentence", ...]}`. `width` (columns) and `colour` matter to `terminal`
    alone. Raises ValueError for another style.
    """
    if style == "json":
        plain = {entry.day: [t.text for t in entry.sentences] for entry in entries}
        return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
    page = outline(entries, title)
    if style == "markdown":
        return markdown(page)
    if style == "terminal":
        return terminal(page, width, colour)
    raise ValueError(f"no such style of timeline: {style!r}")


def outline(entries: Sequence[Entry], title: str) -> Outline:
    """The timeline as a page: a group for each day, each sentence with its story."""
    groups = [
        Group(
            (Run(say(entry.day, weekday=True), "strong"),),
            tuple(Item((Run(clean(t.text)),), notes=((Run(source(t), "dim"),),)) for t in chosen),
        )
        for entry in entries
        if (chosen := entry.sentences)
    ]
    stories = len({t.story for entry in entries for t in entry.sentences})
    return Outline(
        title=clean(title),
        standfirst="",
        facts=(),
        sections=tuple(section("Day by day", groups)),
        footer=f"{len(groups)} days, told in words of {stories} stories. Made by Dateline.",
    )


def source(telling: Telling) -> str:
    """Where a sentence stands: its story, when that was published, how the day was found."""
    when = f", published {say(telling.published)}" if telling.published else ""
    how = ", which names no day there" if telling.how == "published" else ""
    return f"from {clean(telling.story)}{when}{how}"
