"""What rules out that two happenings are one, whatever else they share."""

from __future__ import annotations

from datetime import date
from typing import Final

from dateline.link.incidents.features import gap, kilometres, same_party, to_the_day
from dateline.link.incidents.groups import group_of, plain_type
from dateline.link.incidents.happening import LARGE, Figure, Happening, Spot

FAR_KM: Final = 40.0
"""Two named settlements farther apart than this have each their own happening."""
UNLIKE: Final = 2
"""Two tolls of which one is this many times the other count different people."""
_APART: Final = (
    (frozenset({"destroy"}), "destroys things, the other tells of none"),
    (frozenset({"curfew", "martial-law", "censor"}), "is a measure at home, the other is none"),
)
"""Modes of what whoever fights does beside fighting, and what to say of them."""
_YEAR: Final = 365
_DONE: Final = frozenset({"occurred", "ongoing", "denied"})
_UNREAL: Final = frozenset({"called_for", "hypothetical", "threatened"})


def bar(a: Happening, b: Happening) -> str | None:
    """Why the two cannot be one, in plain words; None where nothing stands against it."""
    if a.type and b.type and a.story == b.story and a.event != b.event:
        return "two events of one story: it tells them apart"
    return (
        _type(a, b)
        or _date(a, b)
        or _place(a, b)
        or _status(a, b)
        or _ways(a, b)
        or _tolls(a, b)
        or _beside(a, b)
    )


def _type(a: Happening, b: Happening) -> str | None:
    if a.type and b.type and group_of(a.type) != group_of(b.type):
        return f"different in kind: {plain_type(a.type)} and {plain_type(b.type)}"
    return None


def _date(a: Happening, b: Happening) -> str | None:
    apart = gap(a, b)
    # One day for clocks and "overnight"; two where a story's own date stands in for the event's.
    allowed = 1 if a.dated and b.dated else 2
    if apart is not None and apart > allowed:
        return f"{apart} days apart ({a.begin} and {b.begin})"
    for past, other in ((a, b), (b, a)):
        if _history(past) and not other.begin and not {*past.lemmas} & {*other.lemmas}:
            return f"one is history ({past.begin}), the other has no date and another word"
    return None


def _history(h: Happening) -> bool:
    """Whether a story tells it as what happened a year ago or more ("the war of 1994")."""
    if not (h.published and h.end and h.dated):
        return False
    return (date.fromisoformat(h.published[:10]) - date.fromisoformat(h.end)).days > _YEAR


def _place(a: Happening, b: Happening) -> str | None:
    one, other = [p for p in a.places if not p.wide], [p for p in b.places if not p.wide]
    if not one or not other:
        return None
    if all(_apart(p, q) for p in one for q in other):
        return f"in different places: {one[0].name} and {other[0].name}"
    return None


def _apart(a: Spot, b: Spot) -> bool:
    distance = kilometres(a, b)
    return a.key != b.key and (distance is None or distance > FAR_KM)


def _status(a: Happening, b: Happening) -> str | None:
    if (a.status in _DONE and b.status in _UNREAL) or (b.status in _DONE and a.status in _UNREAL):
        return f"one {a.status.replace('_', ' ')}, the other {b.status.replace('_', ' ')}"
    return None


def _ways(a: Happening, b: Happening) -> str | None:
    """A attacks B, B attacks A: two deeds, though one report may leave a side out."""
    if a.type == b.type == "ASSAULT" and (_suffers(a, b) or _suffers(b, a)):
        return "who acts alone in the one is who suffers in the other"
    if group_of(a.type) != "accord" and a.type == b.type and (_turned(a, b) or _turned(b, a)):
        return "who acts in the one is whom the other, by nobody named, is about"
    if not (a.actors and a.recipients and b.actors and b.recipients):
        return None
    mine = {p.key for p in a.actors}, {p.key for p in a.recipients}
    theirs = {p.key for p in b.actors}, {p.key for p in b.recipients}
    crossed = mine[0] & theirs[1] and mine[1] & theirs[0]
    straight = mine[0] & theirs[0] or mine[1] & theirs[1]
    if crossed and not straight and group_of(a.type) != "accord":
        return "the other way round: who acts and who suffers change places"
    return None


def _turned(a: Happening, b: Happening) -> bool:
    """ "The premier accused Norland" and "the premier, accused of treason"."""
    if not a.recipients or b.actors or not b.recipients:
        return False
    return all(
        any(same_party(x, y) for x in a.actors) and not any(same_party(x, y) for x in a.recipients)
        for y in b.recipients
    )


def _suffers(a: Happening, b: Happening) -> bool:
    """Whether all that act in the one, against nobody named, are whom the other befalls."""
    if not a.actors or a.recipients or b.actors or not b.recipients:
        return False
    return all(any(same_party(x, y) for y in b.recipients) for x in a.actors)


def _tolls(a: Happening, b: Happening) -> str | None:
    """ "550 killed or wounded" and "200 wounded", with no deed, town or day that ties them.

    Two sides' counts of one attack may differ as much: there the town or the day is named.
    """
    if not (a.figures and b.figures) or a.actors or b.actors:
        return None
    if {p.key for p in a.places if not p.wide} & {p.key for p in b.places if not p.wide}:
        return None
    if a.dated and b.dated and a.begin == b.begin and to_the_day(a) and to_the_day(b):
        return None
    mine, theirs = (max(f.number for f in h.figures) for h in (a, b))
    alike = any(_near(f, g) for f in a.figures for g in b.figures if f.what == g.what)
    if alike or max(mine, theirs) < LARGE:
        return None
    return f"tolls that differ: {mine} and {theirs}"


def _beside(a: Happening, b: Happening) -> str | None:
    """ "Destroyed 22 tanks" or "imposed a curfew", and "began an offensive": who fights does both
    often, so a word, a place or a victim must tie them."""
    unlike = (why for modes, why in _APART if (a.mode in modes) != (b.mode in modes))
    why = next(unlike, None)
    if why is None or {*a.lemmas} & {*b.lemmas}:
        return None
    places = {p.key for p in a.places} & {p.key for p in b.places}
    victims = any(same_party(x, y) for x in a.recipients for y in b.recipients)
    return None if places or victims else f"one {why}"


def _near(f: Figure, g: Figure) -> bool:
    """Whether two counts may be of the same people."""
    return max(f.number, g.number) < UNLIKE * min(f.number, g.number)
