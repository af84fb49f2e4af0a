"""Places: the toponyms of a story, told apart and put on the map.

    extract(found) -> list[Place]      in text order, one for each toponym

A place that cannot be decided gets no position and a warning, never the biggest namesake by
reflex. A name that stands for a government ("Moscow expects") is marked as a metonym.
"""

from __future__ import annotations

from dateline.extract.found import Found
from dateline.extract.places.candidates import Toponym, toponyms
from dateline.extract.places.context import add_states, containers, context_of
from dateline.extract.places.inside import put_inside
from dateline.extract.places.longer import trimmed
from dateline.extract.places.metonyms import acts
from dateline.extract.places.resolve import Choice, resolve
from dateline.extract.places.tables import cues
from dateline.knowledge import lexicon
from dateline.record import Place

_POLITICAL = frozenset(["country", "disputed", "historical", "capital"])


def extract(found: Found) -> list[Place]:
    """The places of the story, dateline included, in text order."""
    tops = trimmed(toponyms(found), found.parsed)
    within = containers(found.story.text, tops)
    context = context_of(found)
    add_states(context, tops, within)
    choices = put_inside(found.story.text, tops, within, resolve(tops, within, context))
    out: list[Place] = []
    for top, choice in zip(tops, choices, strict=True):
        _note(found, top, choice)
        out.append(_place(found, top, choice))
    return out


def _place(found: Found, top: Toponym, choice: Choice) -> Place:
    spot = choice.spot
    role = None
    if top.tokens is not None and any(e.kind in _POLITICAL for e in lexicon().get(top.text)):
        role = acts(found.parsed, top.tokens)
    name = spot.name if spot else top.text
    return Place(
        id=found.ids.new("p", name, top.text),
        span=(top.start, top.end),
        text=top.text,
        name=name,
        kind=spot.kind if spot else _kind(top),
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        country=spot.country if spot else choice.country,
        geonames_id=spot.geonames_id if spot else None,
        metonym=role is not None,
        why="; ".join(part for part in (top.source, choice.why, role) if part),
    )


def _kind(top: Toponym) -> str:
    words = top.key.split(" ")
    for kind in ("facility", "water", "mountain"):
        if words[-1] in cues(kind) or (words[0] in cues(kind) and kind != "facility"):
            return kind
    return "place"


def _note(found: Found, top: Toponym, choice: Choice) -> None:
    span = (top.start, top.end)
    if choice.spot is None and not choice.rivals:
        if not any(
            w.code == "place_unknown" and f"'{top.text}'" in w.message for w in found.notes.warnings
        ):
            found.notes.warn("place_unknown", f"no table has the place '{top.text}'", span)
    elif choice.spot is None:
        where = ", ".join(f"{s.name} ({s.country}, {s.region})" for s in choice.rivals[:4])
        found.notes.warn("place_ambiguous", f"'{top.text}' may be any of {where}", span)
    for rival in choice.rivals if choice.spot else ():
        found.notes.reject("places", span, f"{rival.name} in {rival.country} {rival.region}")
