"""How intense conflict and cooperation were, day by day."""

from __future__ import annotations

from dateline.chronicle.intensity import Intensity
from dateline.chronicle.pages.lists import FOOTER, asked
from dateline.link.intensity import Day, measures
from dateline.record.brief.clean import clean
from dateline.record.brief.dates import say
from dateline.record.brief.parts import Group, Item, Outline, Run, Words, section
from dateline.store import Question

PAIRS = 12
DAYS = 60
CHANGES = 40
BAR = 18
"""Columns of the longest bar."""


def intensity_page(found: Intensity, question: Question) -> Outline:
    """The changes in plain words, then the busiest days of the busiest pairs."""
    series: dict[tuple[tuple[str, str], str], list[Day]] = {}
    for day in found.days:
        series.setdefault((day.pair, day.measure), []).append(day)
    ranked = sorted(series, key=lambda k: (-sum(d.incidents for d in series[k]), k))[:PAIRS]
    facts: list[tuple[str, Words]] = [(label, (Run(value),)) for label, value in asked(question)]
    facts.append(("Counted", (Run("by incident; reports as they come stand in brackets"),)))
    changes = tuple(Item((Run(clean(told)),)) for told in found.sentences[:CHANGES])
    sections = [
        *section("Changes", [Group((), changes)]),
        *section("Day by day", [_group(found, k, series[k]) for k in ranked], "timeline"),
    ]
    return Outline("Intensity", "", tuple(facts), tuple(sections), FOOTER)


def _group(found: Intensity, key: tuple[tuple[str, str], str], days: list[Day]) -> Group:
    (one, other), measure = key
    names = " and ".join(clean(found.names.get(name, name)) for name in (one, other))
    heading = (Run(names, "strong"), Run(f" – {measures()[measure].label}"))
    most = max(day.incidents for day in days)
    busiest = sorted(sorted(days, key=lambda d: -d.incidents)[:DAYS], key=lambda d: d.day)
    return Group(heading, tuple(_item(day, most) for day in busiest))


def _item(day: Day, most: int) -> Item:
    bar = "█" * max(1, round(BAR * day.incidents / most))
    score = f" score {day.score:+.1f}"
    return Item((Run(f"{bar} {day.incidents} ({day.reports})"), Run(score, "dim")), say(day.day))
