"""Stories, statements and events that were found, as lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from dateline.chronicle.repeats import Position, positions
from dateline.record.brief.clean import clean
from dateline.record.brief.dates import say
from dateline.record.brief.labels import labels
from dateline.record.brief.parts import Group, Item, Outline, Run, Words, join, section
from dateline.store import EventFound, Question, StatementFound, StoryFound

Found = TypeVar("Found")
Shown = TypeVar("Shown")

FOOTER = "Read by machine: check against the stories before use."


def story_list(found: Sequence[StoryFound], question: Question) -> Outline:
    """Stories, each with its number, source, date and the words around what was looked for."""
    return _page("stories", found, question, list, _story)


def statement_list(found: Sequence[StatementFound], question: Question) -> Outline:
    """Statements by day, each with the stories that have it."""
    return _page("statements", found, question, positions, position_item, dated=True)


def event_list(found: Sequence[EventFound], question: Question) -> Outline:
    """Events by day, each with the sentence and the story that tell it."""
    return _page("events", found, question, list, event_item, dated=True)


def _page(
    what: str,
    found: Sequence[Found],
    question: Question,
    together: Callable[[Sequence[Found]], list[Shown]],
    item: Callable[[Shown], Item],
    *,
    dated: bool = False,
) -> Outline:
    items = [item(one) for one in together(found)]
    shown = tuple(once(items) if dated else items)
    sections = section(what.capitalize(), [Group((), shown)], "timeline" if dated else "list")
    facts = heading(len(found), question)
    return Outline(f"{what.capitalize()} found", "", facts, tuple(sections), FOOTER)


def heading(found: int, question: Question) -> tuple[tuple[str, Words], ...]:
    """What was asked, which of all that fits is shown, and how to ask for more."""
    first = question.offset + 1
    count = f"{first} to {question.offset + found}" if found else "none"
    facts: list[tuple[str, Words]] = [(label, (Run(value),)) for label, value in asked(question)]
    facts.append(("Shown", (Run(count),)))
    if found == question.limit:
        facts.append(("More", (Run(f"--offset {question.offset + question.limit}", "dim"),)))
    return tuple(facts)


def asked(question: Question) -> Iterable[tuple[str, str]]:
    """What was asked for, as labels and values."""
    pair = " and ".join(question.pair or ())
    days = "/".join((question.since or "..", question.until or ".."))
    parts = (
        ("Words", question.words),
        ("Actor", question.actor),
        ("Between", pair),
        ("Type", question.type),
        ("Status", question.status),
        ("Place", question.place),
        ("Format", question.under),
        ("By", question.by),
        ("To", question.to),
        ("Source", question.source),
        ("Days", say(days) if question.since or question.until else ""),
    )
    return [(label, clean(value)) for label, value in parts if value]


def once(items: Iterable[Item]) -> Iterable[Item]:
    """The items of a timeline, each date shown where it begins."""
    last = ""
    for item in items:
        yield Item(item.words, "" if item.mark == last else item.mark, item.notes)
        last = item.mark


def source_line(story: int, title: str | None, outlet: str | None, day: str | None) -> Words:
    """A story as a source: number, headline, outlet, day."""
    pieces = (clean(title or "without a headline"), clean(outlet or ""), say(day))
    return (Run(f"[{story}] ", "ref"), *join([(Run(p, "dim"),) for p in pieces if p]))


def _story(found: StoryFound) -> Item:
    title = clean(found.title or "Story without a headline")
    facts = [
        clean(found.outlet or ""),
        clean(found.place or ""),
        say(found.day) or "date not known",
        f"{found.copies} copies" if found.copies > 1 else "",
        f"revision {found.revision}" if found.revision > 1 else "",
    ]
    notes = (join([(Run(f, "dim"),) for f in facts if f]), (Run(clean(found.snippet), "quote"),))
    return Item((Run(title, "strong"),), f"[{found.story}]", notes)


def statement_item(found: StatementFound) -> Item:
    """A statement with its speaker, and its story on a line below."""
    source = source_line(found.story, found.title, found.outlet, found.published)
    return Item(_statement(found), _day(found.day, found.dated), (source,))


def position_item(position: Position) -> Item:
    """A statement with its story, the stories that repeat it, and likely other wordings."""
    item = statement_item(position.statement)
    notes = list(item.notes)
    if position.repeated:
        numbers = " ".join(f"[{s.story}]" for s in position.repeated)
        notes.append((Run("the same words in "), Run(numbers, "ref")))
    notes += [
        (
            Run("perhaps the same in other words: "),
            Run(clean(other.content), "quote"),
            Run(f" [{other.story}]", "ref"),
        )
        for other in position.perhaps
    ]
    return Item(item.words, item.mark, tuple(notes))


def cited_statement(found: StatementFound) -> Item:
    """A statement with its speaker and the number of its story, for a page with a list of them."""
    number = Run(f" [{found.story}]", "ref")
    return Item((*_statement(found), number), _day(found.day, found.dated))


def _statement(found: StatementFound) -> Words:
    cue = f" {cue}" if (cue := clean(found.cue)) else ""
    whom = f" ({clean(found.addressee)})" if found.addressee else ""
    via = f" ({clean(found.medium)})" if found.medium else ""
    said = clean(found.content)
    return (
        Run(clean(found.speaker or "a source that is not named"), "strong"),
        Run(f"{cue}{whom}"),
        Run(via, "dim"),
        Run(": "),
        Run(f"“{said}”" if found.mode == "direct" else said, "quote"),
    )


def _day(day: str | None, dated: str | None) -> str:
    if dated:
        return say(dated)
    return f"filed {say(day)}" if day else "date not known"


def event_item(found: EventFound) -> Item:
    """An event with its sides, and the sentence and story that tell it."""
    sides = [clean(", ".join(names)) for names in (found.actors, found.recipients) if names]
    status = labels().statuses.get(found.status, found.status)
    words = join(
        [
            (Run(labels().event(found.type, found.mode), "strong"), Run(f" {found.type}", "dim")),
            (Run(status, "alert"),) if found.status != "occurred" else (),
            (Run(" → ".join(sides)),) if sides else (),
            (Run(clean(", ".join(found.places))),) if found.places else (),
        ]
    )
    who = f" – on the word of {clean(found.speaker)}" if found.speaker else ""
    wording: Words = (Run(f"“{clean(found.sentence)}”", "quote"), Run(who, "dim"))
    source = source_line(found.story, found.title, found.outlet, found.published)
    until = found.until if found.until != found.begin else None
    mark = say(f"{found.begin}/{until}" if until else found.begin) or "date not known"
    return Item(words, mark, (wording, source))
