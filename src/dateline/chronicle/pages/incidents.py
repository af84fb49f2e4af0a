"""Incidents: a list of them, and one with all its sources side by side."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.chronicle.incidents import IncidentFound, Source
from dateline.chronicle.pages.lists import FOOTER, asked, once, source_line
from dateline.link.incidents import Claim, Voice
from dateline.record.brief.clean import clean
from dateline.record.brief.dates import say
from dateline.record.brief.done import in_words
from dateline.record.brief.labels import labels
from dateline.record.brief.parts import Group, Item, Outline, Run, Words, join, section
from dateline.store import Question

QUOTED = 3
"""Sources whose wording stands in a list; all stand on an incident's own page."""


def incident_list(found: Sequence[IncidentFound], question: Question) -> Outline:
    """Incidents by day."""
    facts: list[tuple[str, Words]] = [(label, (Run(value),)) for label, value in asked(question)]
    facts.append(("Shown", (Run(str(len(found)) if found else "none"),)))
    if len(found) == question.limit:
        facts.append(("More", (Run(f"--offset {question.offset + question.limit}", "dim"),)))
    items = tuple(once(incident_item(one) for one in found))
    sections = section("Incidents", [Group((), items)], "timeline")
    return Outline("Incidents found", "", tuple(facts), tuple(sections), FOOTER)


def incident_item(found: IncidentFound) -> Item:
    """An incident with its first sources."""
    shown = _different(found.sources)[:QUOTED]
    notes: list[Words] = [_told(source) for source in shown]
    if len(found.sources) > len(shown):
        notes.append((Run(f"and {len(found.sources) - len(shown)} more tellings", "dim"),))
    if found.claims:
        notes.append((Run("Claimed: "), *_claims(found.claims)))
    return Item((*_what(found), Run(f" i{found.incident}", "ref")), _when(found), tuple(notes))


def incident_page(found: IncidentFound) -> Outline:
    """One incident: who says it, who denies it, casualties by claimant, every source."""
    facts = [
        ("When", say(_days(found)) or "date not known"),
        ("Where", ", ".join(map(clean, found.places))),
        ("Told by", _count(found)),
        ("Said by", _voices(found.asserted_by)),
        ("Denied by", _voices(found.denied_by)),
    ]
    claims = tuple(_claim_item(claim) for claim in found.claims)
    sources = tuple(
        Item(
            (Run(f"“{clean(s.sentence)}”", "quote"), *_word_of(s)),
            f"e{s.event}",
            (source_line(s.story, s.title, s.outlet, s.published), *_likeness(s)),
        )
        for s in found.sources
    )
    reasons = tuple(Item((Run(clean(reason)),)) for reason in found.why)
    sections = [
        *section("Casualties, claim beside claim", [Group((), claims)]),
        *section("Sources", [Group((), sources)]),
        *section("Why they are held to be one", [Group((), reasons)]),
    ]
    title = "".join(run.text for run in _what(found, told=False))
    shown = tuple((label, (Run(value),)) for label, value in facts if value)
    return Outline(title, "", shown, tuple(sections), FOOTER)


def _what(found: IncidentFound, told: bool = True) -> Words:
    sides = [clean(", ".join(names)) for names in (found.actors, found.recipients) if names]
    status = labels().statuses.get(found.status, found.status)
    kind = labels().event(found.type or "", found.mode) if found.type else "event"
    return join(
        [
            (Run(kind, "strong"),),
            (Run(status, "alert"),) if found.status != "occurred" else (),
            (Run(" → ".join(sides)),) if sides else (),
            (Run(clean(", ".join(found.places))),) if found.places else (),
            (Run(_count(found), "dim"),) if told else (),
            (Run(f"denied by {_voices(found.denied_by)}", "alert"),)
            if told and found.denied_by and found.status != "denied"
            else (),
        ]
    )


def _count(found: IncidentFound) -> str:
    stories = f"{found.stories} {'story' if found.stories == 1 else 'stories'}"
    if found.independent == found.stories:
        return stories
    return f"{stories}, {found.independent} independent"


def _when(found: IncidentFound) -> str:
    days = _days(found)
    if not days:
        return "date not known"
    return say(days) if found.dated else f"about {say(days)}"


def _days(found: IncidentFound) -> str | None:
    if found.begin and found.end and found.end != found.begin:
        return f"{found.begin}/{found.end}"
    return found.begin


def _different(sources: Sequence[Source]) -> list[Source]:
    """The sources whose wording differs, stories that are copies left out."""
    seen: dict[str, Source] = {}
    for source in sources:
        if source.likeness != "copy":
            seen.setdefault(source.sentence, source)
    return list(seen.values()) or list(sources[:1])


def _told(source: Source) -> Words:
    return (
        Run(f"[{source.story}] ", "ref"),
        Run(f"“{clean(source.sentence)}”", "quote"),
        *_word_of(source),
    )


def _word_of(source: Source) -> Words:
    status = labels().statuses.get(source.status, source.status)
    said = f" – on the word of {clean(source.speaker)}" if source.speaker else ""
    return (
        *((Run(said, "dim"),) if said else ()),
        *((Run(f" ({status})", "alert"),) if source.status != "occurred" else ()),
    )


def _likeness(source: Source) -> tuple[Words, ...]:
    return ((Run(f"a {source.likeness} of another story", "dim"),),) if source.likeness else ()


def _voices(voices: Sequence[Voice]) -> str:
    return ", ".join(clean(voice.party.name) for voice in voices)


def _claims(claims: Sequence[Claim]) -> Words:
    return join([(Run(f"{_figure(c)} {c.what} ({clean(c.by)})"),) for c in claims], "; ")


def _claim_item(claim: Claim) -> Item:
    whose = " ".join(filter(None, (clean(claim.side or ""), claim.category)))
    words: Words = (
        Run(clean(claim.by), "strong"),
        Run(f": {_figure(claim)} {claim.what}" + (f" ({whose})" if whose else "")),
        Run(f" [{claim.story}] {say(claim.published)}", "dim"),
    )
    notes = tuple(
        (Run(f"before: {in_words(least, most)} [{story}] {say(day)}", "dim"),)
        for least, most, day, story in claim.earlier
    )
    return Item(words, notes=notes)


def _figure(claim: Claim) -> str:
    return in_words(claim.least, claim.most)
