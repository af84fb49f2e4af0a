"""What is shown of a value when its words are pointed at: value, facts, and what read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.desk import addresses
from dateline.record import (
    Actor,
    Casualty,
    Event,
    Format,
    Place,
    Record,
    Statement,
    Territory,
    Time,
)
from dateline.record.brief.clean import clean
from dateline.record.brief.dates import say
from dateline.record.brief.done import figures, parties, status, when, whose
from dateline.record.brief.labels import labels
from dateline.record.brief.parts import plain
from dateline.record.brief.view import View


class Card(NamedTuple):
    """A value in a few lines. All text is clean and not escaped."""

    layer: str
    kind: str
    """What it is: "Statement S3", "Place"."""
    title: str
    facts: tuple[tuple[str, str], ...]
    why: str
    link: str | None
    """Where its words lead."""
    number: str = ""
    """Its number in the record beside the text, if it has one."""

    @property
    def line(self) -> str:
        """All in one line, for where there is no script to show the card."""
        facts = "; ".join(f"{label}: {value}" for label, value in self.facts)
        return " · ".join(filter(None, (f"{self.kind}: {self.title}", facts, f"why: {self.why}")))


def cards(record: Record) -> dict[str, Card]:
    """The cards of all values by their ids."""
    view = View(record)
    found: dict[str, Card] = {}
    for said in record.statements:
        found[said.id] = _statement(view, said)
    for event in record.events:
        found[event.id] = _event(view, event)
    for casualty in record.casualties:
        found[casualty.id] = _casualty(view, casualty)
    found |= {time.id: _time(time) for time in record.times}
    found |= {place.id: _place(view, place) for place in record.places}
    found |= {actor.id: _actor(view, actor) for actor in record.actors}
    found |= {f.id: _format(view, f) for f in record.formats}
    found |= {t.id: _territory(view, t) for t in record.territories}
    for number, caution in enumerate(record.warnings):
        title, code = clean(caution.message), clean(caution.code)
        found[f"warning-{number}"] = Card("more", "Warning", title, (), code, "#warnings")
    return found


def _card(
    layer: str,
    kind: str,
    title: str,
    facts: Iterator[tuple[str, str]],
    why: str,
    link: str | None,
    number: str = "",
) -> Card:
    told = tuple((label, value) for label, value in facts if value)
    return Card(layer, kind, title, told, clean(why), link, number)


def _statement(view: View, said: Statement) -> Card:
    def facts() -> Iterator[tuple[str, str]]:
        yield "mode", said.mode
        yield "to", view.name(said.addressee)
        yield "given to", clean(said.medium or "")
        yield "when", say(said.date)
        yield "within", view.numbers.get(said.within or "", "")
        yield "repeats", ", ".join(view.numbers.get(s, s) for s in said.same_as)

    number = view.numbers[said.id]
    who = view.source_name(said) or "a source that is not named"
    return _card("statements", f"Statement {number}", who, facts(), said.why, f"#{number}", number)


def _event(view: View, event: Event) -> Card:
    def facts() -> Iterator[tuple[str, str]]:
        yield "PLOVER", " ".join(filter(None, (event.type, event.mode)))
        yield "CAMEO", event.cameo or ""
        yield "contexts", ", ".join(event.contexts)
        yield "who", plain(parties(view, event))
        yield "when", when(event)
        names = [clean(view.places[p].name) if p in view.places else p for p in event.places]
        yield "where", ", ".join(names)
        yield "status", labels().statuses[event.status]
        yield "told", plain(view.on_word_of(event.attributed_to))
        yield "intensity", "" if event.intensity is None else f"{event.intensity:+g}"
        yield "confidence", f"{event.confidence:.2f}"

    number = view.numbers[event.id]
    title = labels().event(event.type, event.mode)
    return _card("events", f"Event {number}", title, facts(), event.why, f"#{number}", number)


def _casualty(view: View, casualty: Casualty) -> Card:
    facts = iter([("according to", view.name(casualty.by) or "no named source")])
    title = ": ".join(filter(None, (whose(view, casualty), figures(casualty))))
    link = "#casualties-as-claimed"
    return _card("casualties", "Casualties", title, facts, casualty.why, link)


def _time(time: Time) -> Card:
    def facts() -> Iterator[tuple[str, str]]:
        yield "TIMEX3", f"{time.type} {time.value}"
        yield "EDTF", time.edtf or ""
        if time.begin != time.end:
            yield "days", f"{time.begin or '..'} to {time.end or '..'}"

    if time.begin and time.begin == time.end:
        link = addresses.day(time.begin)
    else:
        bounded = time.begin and time.end
        link = addresses.to("/timeline", from_=time.begin, until=time.end) if bounded else ""
    title = say(time.edtf or time.value)
    return _card("times", "Time", clean(title), facts(), time.why, link or None)


def _place(view: View, place: Place) -> Card:
    def facts() -> Iterator[tuple[str, str]]:
        yield "kind", place.kind
        yield "country", view.country(place.country)
        if place.lat is not None and place.lon is not None:
            yield "at", f"{place.lat:.3f}, {place.lon:.3f}"
        yield "GeoNames", str(place.geonames_id or "")
        yield "stands for", "a government" if place.metonym else ""

    name = clean(place.name)
    link = addresses.to("/events", place=name)
    return _card("places", "Place", name, facts(), place.why, link)


def _actor(view: View, actor: Actor) -> Card:
    def facts() -> Iterator[tuple[str, str]]:
        yield "kind", actor.kind.replace("_", " ")
        yield "country", view.country(actor.country)
        yield "sectors", ", ".join(actor.sectors)
        yield "offices", "; ".join(view.roles(actor))
        yield "made up of", view.names(actor.members)

    name = clean(actor.name)
    return _card("actors", "Actor", name, facts(), actor.why, addresses.actor(name))


def _format(view: View, found: Format) -> Card:
    def facts() -> Iterator[tuple[str, str]]:
        yield "members", view.names([m.actor for m in found.members])
        yield "since", say(found.since)
        yield "for", clean(found.purpose or "")

    name = clean(found.name)
    return _card("more", "Format", name, facts(), found.why, addresses.format(found.name))


def _territory(view: View, found: Territory) -> Card:
    place = clean(view.places[found.place].name) if found.place in view.places else "a territory"
    facts = iter([("when", say(found.date)), ("told", plain(view.on_word_of(found.attributed_to)))])
    return _card("more", "Territory", f"{place}: {status(view, found)}", facts, found.why, None)
