"""What happened: a record's events, casualty claims and the status of territory."""

from __future__ import annotations

from typing import Final

from dateline.record.brief.clean import clean
from dateline.record.brief.dates import say
from dateline.record.brief.labels import labels
from dateline.record.brief.parts import Group, Item, Run, Section, Words, capped, join, section
from dateline.record.brief.view import View
from dateline.record.claims import Casualty, Count, EquipmentLoss, Event, Territory

LIMIT: Final = 200
"""Items shown in a section."""

_UNDATED: Final = "no date"


def happened(view: View) -> list[Section]:
    """Events, in the order of the text."""
    items = [
        Item(
            _what(view, event),
            view.numbers[event.id],
            (_where_and_whose(view, event),),
            anchor=True,
        )
        for event in view.record.events
    ]
    return section("What happened", [Group((), capped(items, LIMIT))])


def kind(event: Event) -> Words:
    """An event's type and what that means: "ASSAULT – shelling or heavy weapons"."""
    said = labels().event(event.type, event.mode)
    return (Run(event.type, "strong"), Run(f" – {said}"))


def parties(view: View, event: Event) -> Words:
    """Who acts upon whom; empty where nobody is named."""
    actors, recipients = view.names(event.actors), view.names(event.recipients)
    if recipients:
        return (Run(actors or "unnamed"), Run(" → ", "dim"), Run(recipients))
    return (Run(actors),) if actors else ()


def when(event: Event) -> str:
    """An event's date in words; empty where it has none."""
    if event.date is None:
        return ""
    if said := say(event.date.edtf):
        return said
    begin, end = event.date.begin, event.date.end
    return say(begin if begin == end else f"{begin or '..'}/{end or '..'}" if begin or end else "")


def _what(view: View, event: Event) -> Words:
    status = labels().statuses[event.status]
    return join(
        [
            (Run(when(event) or _UNDATED, "dim"),),
            kind(event),
            (Run(status, "alert"),) if event.status != "occurred" else (),
            parties(view, event),
        ]
    )


def _where_and_whose(view: View, event: Event) -> Words:
    places = [clean(view.places[p].name) if p in view.places else p for p in event.places]
    trigger = view.wording(event.trigger)
    return join(
        [
            (Run(f"“{trigger}”", "quote"),) if trigger else (),
            (Run(f"in {', '.join(dict.fromkeys(places))}"),) if places else (),
            view.on_word_of(event.attributed_to),
        ]
    )


_ROUND: Final = 10
"""A bound that is one above a multiple of this is told as "more than"."""


def counted(count: Count) -> str:
    """A number of people in words; "some" where the text gives no number.

    "More than 550" is 551 and up in the record; a reader is told the number of the text.
    """
    return in_words(count.min, count.max)


def in_words(low: int | None, high: int | None) -> str:
    """The same of a range; None is an open end."""
    if low is not None and low == high:
        return f"{low:,}"
    if low is not None and high is not None:
        return f"{low:,} to {high:,}"
    if low is not None:
        over = low > _ROUND and low % _ROUND == 1
        return f"more than {low - 1:,}" if over else f"at least {low:,}"
    return f"up to {high:,}" if high is not None else "some"


def figures(casualty: Casualty) -> str:
    """The counts of a claim: "10 killed, at least 40 injured"."""
    said = [
        f"{counted(count)} {name}"
        for name in labels().counts
        if (count := getattr(casualty, name)) is not None
    ]
    if casualty.together is not None:
        said.append(f"{counted(casualty.together)} {' or '.join(casualty.together.of)}")
    return ", ".join(said)


def whose(view: View, casualty: Casualty) -> str:
    """Whose people a claim is about: "Azerbaijan, civilians"."""
    category = labels().categories.get(casualty.category or "", "")
    side = view.name(casualty.side)
    if category in side.casefold():
        return side or category or "side not named"
    return f"{side}, {category}" if side else category


def casualties(view: View) -> list[Section]:
    """Casualty claims, by claimant, so that each side's word stands by itself."""
    by_claimant: dict[str | None, list[Item]] = {}
    for claim in view.record.casualties:
        words: Words = (Run(whose(view, claim), "strong"),)
        if said := figures(claim):
            words = (*words, Run(f": {said}"))
        wording = view.wording(claim.spans)
        notes = ((Run(f"“{wording}”", "quote"),),) if wording else ()
        by_claimant.setdefault(claim.by, []).append(Item(words, notes=notes))
    for loss in view.record.equipment:
        by_claimant.setdefault(loss.by, []).append(_machines(view, loss))
    groups = [
        Group(
            (Run(f"According to {view.name(by)}" if by else "Without a named source", "strong"),),
            capped(items, LIMIT),
        )
        for by, items in by_claimant.items()
    ]
    return section("Casualties as claimed", groups, note=_differences(view))


def _machines(view: View, loss: EquipmentLoss) -> Item:
    """Equipment lost: "Equipment of Somalia: tank, 12 destroyed", with the words."""
    whose = f"Equipment of {view.name(loss.side)}" if loss.side else "Equipment"
    said = f": {loss.what}, {counted(loss.count)} {loss.fate}".replace("_", " ")
    wording = view.wording(loss.spans)
    notes = ((Run(f"“{wording}”", "quote"),),) if wording else ()
    return Item((Run(whose, "strong"), Run(said)), notes=notes)


def _differences(view: View) -> str:
    """A sentence for the sides of whose dead the claimants give different numbers."""
    killed: dict[str, dict[str, str]] = {}
    for claim in view.record.casualties:
        if claim.killed and claim.side and claim.by:
            killed.setdefault(whose(view, claim), {})[view.name(claim.by)] = counted(claim.killed)
    said = [
        f"More than one figure is given for {side}: "
        + "; ".join(f"{count} killed ({by})" for by, count in claims.items())
        + "."
        for side, claims in killed.items()
        if len(set(claims.values())) > 1
    ]
    return " ".join(said)


def territories(view: View) -> list[Section]:
    """What the text says of who holds what."""
    items: list[Item] = []
    for claim in view.record.territories:
        place = view.places.get(claim.place or "")
        name = clean(place.name) if place else "A territory not named"
        words = join([(Run(name, "strong"), Run(f": {status(view, claim)}")), *_more(view, claim)])
        wording = view.wording(claim.spans)
        quote: Words = (Run(f"“{wording}”", "quote"),) if wording else ()
        items.append(Item(words, notes=(join([quote, view.on_word_of(claim.attributed_to)]),)))
    return section("Status of territory", [Group((), capped(items, LIMIT))])


def status(view: View, claim: Territory) -> str:
    """What is told of a territory: "controlled by Kenya", "lost by a side not named"."""
    unnamed = "a side not named"
    return (
        labels()
        .territories[claim.kind]
        .format(
            holder=view.name(claim.holder) or unnamed, previous=view.name(claim.previous) or unnamed
        )
    )


def _more(view: View, claim: Territory) -> list[Words]:
    lost = claim.kind == "lost"
    said = [
        f"before: {view.name(claim.previous)}" if claim.previous and not lost else "",
        f"now: {view.name(claim.holder)}" if claim.holder and lost else "",
        say(claim.date),
    ]
    return [(Run(text, "dim"),) for text in said if text]
