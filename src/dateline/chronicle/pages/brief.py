"""A briefing note: situation, what each side says, diplomacy, casualties, chronology, sources."""

from __future__ import annotations

from dateline.chronicle.brief import Briefing, ClaimFound, FormatFound, Side
from dateline.chronicle.incidents import IncidentFound
from dateline.chronicle.pages.incidents import incident_item
from dateline.chronicle.pages.lists import asked, cited_statement, once
from dateline.link.timeline import Entry
from dateline.record.brief.clean import clean
from dateline.record.brief.dates import say
from dateline.record.brief.done import figures
from dateline.record.brief.labels import labels
from dateline.record.brief.parts import Group, Item, Outline, Run, Section, Words, join, section
from dateline.store import StoryFound

FORMATS = 12
CLAIMS = 12
"""Claims shown about one side."""


def brief_page(found: Briefing) -> Outline:
    """The note. Every line names its story by number; the stories stand at the end."""
    sections: list[Section] = [
        *section("Situation", [Group((), tuple(Item((Run(clean(c)),)) for c in found.changes))]),
        *section(
            "Most widely told",
            [Group((), tuple(once(map(incident_item, _by_day(found)))))],
            "timeline",
            "Events that several stories tell, each once. Copies of one story count once.",
        ),
        *section("What each side says", [_side(side) for side in found.sides], "timeline"),
        *section(
            "Diplomacy",
            [Group((), tuple(once(map(incident_item, found.meetings))))],
            "timeline",
        ),
        *section("Formats", [Group((), tuple(map(_format, found.formats[:FORMATS])))]),
        *section(
            "Casualties as claimed",
            _claims(found),
            note="Of each claimant the latest figure. Nothing is added up.",
        ),
        *section("Chronology", [Group((), tuple(map(_day, found.days)))], "timeline"),
        *section("Sources", [Group((), tuple(map(_source, found.sources)))]),
    ]
    subject = found.question.words or found.question.actor or found.question.place
    title = f"Brief: {clean(subject)}" if subject else "Brief of the chronicle"
    return Outline(
        title,
        "",
        tuple(_facts(found)),
        tuple(sections),
        "Read by machine from these stories: check against them before use.",
    )


def _facts(found: Briefing) -> list[tuple[str, Words]]:
    days = f"{found.first}/{found.last}" if found.first != found.last else found.first
    facts = [*asked(found.question), ("Stories", f"{found.stories:,}")]
    if days:
        facts.append(("Filed", say(days)))
    return [(label, (Run(value),)) for label, value in facts]


def _by_day(found: Briefing) -> list[IncidentFound]:
    return sorted(found.widest, key=lambda i: (i.begin or "9999", i.incident))


def _side(side: Side) -> Group:
    heading = (Run(clean(side.name), "strong"), Run(f" – {side.statements:,} statements", "dim"))
    return Group(heading, tuple(once(map(cited_statement, side.shown))))


def _format(found: FormatFound) -> Item:
    since = (Run(f"since {say(found.since)}", "dim"),) if found.since else ()
    notes: list[Words] = []
    for role, names in sorted(found.members.items()):
        label = labels().role(role or "member", len(names) > 1)
        notes.append((Run(f"{label}: ", "dim"), Run(clean(", ".join(sorted(names))))))
    notes.append((Run(_numbers(found.stories), "ref"),))
    return Item(join([(Run(clean(found.name), "strong"),), since]), notes=tuple(notes))


def _claims(found: Briefing) -> list[Group]:
    by_side: dict[str, list[Item]] = {}
    for claim in found.claims:
        if said := figures(claim.casualty):
            side = clean(claim.side) or "Side not named"
            by_side.setdefault(side, []).append(_claim(claim, said))
    return [Group((Run(side, "strong"),), tuple(items[:CLAIMS])) for side, items in by_side.items()]


def _claim(claim: ClaimFound, said: str) -> Item:
    category = f" ({claim.casualty.category})" if claim.casualty.category else ""
    words: Words = (
        Run(clean(claim.by) or "no named source", "strong"),
        Run(f": {said}{category}"),
        Run(f" [{claim.story}] {say(claim.day)}", "dim"),
    )
    return Item(words, notes=((Run(f"“{clean(claim.wording)}”", "quote"),),))


def _day(entry: Entry) -> Item:
    first, *rest = ((Run(f"{clean(t.text)} "), Run(f"[{t.story}]", "ref")) for t in entry.sentences)
    return Item(first, say(entry.day), tuple(rest))


def _source(found: StoryFound) -> Item:
    facts = (clean(found.outlet or ""), say(found.day), clean(found.url or ""))
    notes = join([(Run(fact, "dim"),) for fact in facts if fact])
    title = clean(found.title or "Story without a headline")
    return Item((Run(title),), f"[{found.story}]", (notes,) if notes else ())


def _numbers(stories: list[int]) -> str:
    shown = " ".join(f"[{n}]" for n in stories[:6])
    return f"{shown} and {len(stories) - 6} more" if len(stories) > 6 else shown
