"""The outline of one story's brief."""

from __future__ import annotations

from dateline.record.brief.bodies import bodies, formats, warnings
from dateline.record.brief.clean import clean
from dateline.record.brief.dates import say
from dateline.record.brief.done import casualties, happened, territories
from dateline.record.brief.labels import labels
from dateline.record.brief.parts import Outline, Run, Section, Words
from dateline.record.brief.said import fold, said
from dateline.record.brief.timeline import timeline
from dateline.record.brief.view import View
from dateline.record.record import Record

_UNTITLED = "Story without a headline"


def outline(record: Record) -> Outline:
    """All that a brief says of a record, in order; sections with nothing in them are left out."""
    view = View(record)
    facts = record.document
    sections: list[Section] = [
        *said(view),
        *happened(view),
        *casualties(view),
        *territories(view),
        *timeline(view, fold(view)),
        *formats(view),
        *bodies(view),
        *warnings(view),
    ]
    return Outline(
        title=clean(facts.title.text) if facts.title else _UNTITLED,
        standfirst=clean(facts.standfirst.text) if facts.standfirst else "",
        facts=tuple((label, value) for label, value in _facts(view) if value),
        sections=tuple(sections),
        footer=f"Record {clean(record.id)} · {record.schema_} · read by machine: check before use.",
    )


def _facts(view: View) -> list[tuple[str, Words]]:
    facts = view.record.document
    line = facts.dateline
    filed = ", ".join(filter(None, (clean(line.place or ""), say(line.date)))) if line else ""
    english = facts.language in (None, "en")
    agency = clean(facts.agency or (line.agency if line else None) or "")
    source = clean(facts.source or "")
    return [
        ("Agency", _text(agency)),
        ("Source", _text(source if source != agency else "")),
        ("Byline", _text(clean(facts.byline.text) if facts.byline else "")),
        ("Dateline", _text(filed)),
        ("Published", _published(view)),
        ("Could also be", _text("; ".join(map(say, facts.published.alternatives)))),
        ("Language", _text("" if english else clean(facts.language or ""))),
        ("Address", _text(clean(facts.url or ""))),
        ("Holds", _text(_counts(view.record))),
    ]


def _text(text: str) -> Words:
    return (Run(text),) if text else ()


def _published(view: View) -> Words:
    published = view.record.document.published
    basis = labels().bases[published.basis]
    why = f": {clean(published.why)}" if published.why else ""
    if published.value is None:
        return (Run("date not known", "alert"), Run(why, "dim"))
    return (Run(say(published.value, weekday=True)), Run(f", {basis}{why}", "dim"))


def _counts(record: Record) -> str:
    speakers = {s.speaker for s in record.statements if s.speaker}
    said = (
        _count(len(record.statements), "statement")
        + (f" by {_count(len(speakers), 'speaker')}" if speakers else ""),
        _count(len(record.events), "event"),
        _count(len(record.casualties), "casualty claim"),
        _count(len(record.formats), "format"),
        _count(len(record.warnings), "warning"),
    )
    return " · ".join(filter(None, said)) or "nothing that a brief shows"


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'s' if number != 1 else ''}" if number else ""
