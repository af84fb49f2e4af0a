"""What two happenings have in common, as numbers between 0 and 1: what `compare` weighs.

Each feature is symmetric in the two happenings. What is not known of either makes a feature 0 on
both sides ("places agree", "places differ"), so that silence counts for nothing.
"""

from __future__ import annotations

from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import Final, NamedTuple

from dateline.link.incidents.groups import group_of
from dateline.link.incidents.happening import Figure, Happening, Party, Spot
from dateline.link.incidents.kin import closest
from dateline.link.incidents.rarity import Rarity
from dateline.link.words import stem

NEAR_KM: Final = 25.0
"""Two settlements this near may be named for one happening."""
_EARTH_KM: Final = 6371.0


class Pair(NamedTuple):
    """What two happenings have in common."""

    relation: str
    """Of the words that tell them: same, near, broad or none (`kin.relation`)."""
    features: dict[str, float]


def features(a: Happening, b: Happening, rarity: Rarity) -> Pair:
    """All features of a pair, by name."""
    story = rarity.stories_alike(a, b)
    shared = set(a.lemmas) & set(b.lemmas)
    agree, differ = parties(a, b)
    here, elsewhere = places(a.places, b.places)
    then, other_day = days(a, b)
    counted, miscounted = figures(a.figures, b.figures)
    one_group = bool(a.type and b.type) and group_of(a.type) == group_of(b.type)
    found = {
        "word_rare": max((rarity.share(stem(w)) for w in shared), default=0.0),
        "type_same": float(a.type is not None and a.type == b.type),
        "type_kin": float(one_group and a.type != b.type),
        "mode_differs": float(bool(a.mode and b.mode) and a.mode != b.mode),
        "names": rarity.likeness(a.names, b.names),
        "words": rarity.likeness(a.words, b.words),
        "story": story,
        "one_story": float(a.story == b.story),
        "parties_agree": agree,
        "parties_differ": differ,
        "same_side": same_side(a, b),
        "place_same": here,
        "place_differs": elsewhere,
        "day_same": then,
        "day_differs": other_day,
        "figure_same": counted,
        "figure_differs": miscounted,
        "status_differs": float(_factual(a) != _factual(b)),
    }
    for step in STEPS:
        found[f"story_over_{step}"] = max(0.0, story - step / 100)
    return Pair(closest(a.lemmas, b.lemmas), found)


STEPS: Final = (10, 25)
"""Hundredths of likeness of two stories at which it begins to say less, or more."""


def same_party(a: Party, b: Party) -> bool:
    """One key, or one name within the other ("Orel" and "Ivan Orel")."""
    if a.key == b.key:
        return True
    one, other = a.key.split(), b.key.split()
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    return bool(shorter) and len(longer) > len(shorter) and longer[-len(shorter) :] == shorter


def _shared(a: tuple[Party, ...], b: tuple[Party, ...]) -> int:
    return sum(any(same_party(x, y) for y in b) for x in a)


def parties(a: Happening, b: Happening) -> tuple[float, float]:
    """(share of the smaller set of parties that the other knows, 1 where they share none)."""
    one, other = (*a.actors, *a.recipients), (*b.actors, *b.recipients)
    if not one or not other:
        return 0.0, 0.0
    shared = max(_shared(one, other), _shared(other, one))
    return min(1.0, shared / min(len(one), len(other))), float(shared == 0)


def same_side(a: Happening, b: Happening) -> float:
    """1 where both know actor and recipient and they agree, .5 where one side agrees, -1 where
    they are the other way round."""
    to, fro = _shared(a.actors, b.actors), _shared(a.recipients, b.recipients)
    if to or fro:
        return 1.0 if to and fro else 0.5
    return -1.0 if _shared(a.actors, b.recipients) and _shared(a.recipients, b.actors) else 0.0


def kilometres(a: Spot, b: Spot) -> float | None:
    """The distance of two places along the earth's surface; None where a position is missing."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    north, south = radians(a.lat), radians(b.lat)
    chord = sin((south - north) / 2) ** 2
    chord += cos(north) * cos(south) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, chord)))


def places(a: tuple[Spot, ...], b: tuple[Spot, ...]) -> tuple[float, float]:
    """(agree, differ): settlements count in full, a shared country or region by a half."""
    narrow, others = [p for p in a if not p.wide], [p for p in b if not p.wide]
    if narrow and others:
        if any(_one_place(p, q) for p in narrow for q in others):
            return 1.0, 0.0
        return 0.0, 1.0
    if any(p.key == q.key for p in a for q in b):
        return 0.5, 0.0
    countries = {p.country for p in a if p.country}, {q.country for q in b if q.country}
    apart = all(countries) and not countries[0] & countries[1]
    return 0.0, float(apart)


def _one_place(a: Spot, b: Spot) -> bool:
    if a.key == b.key:
        return True
    distance = kilometres(a, b)
    return distance is not None and distance <= NEAR_KM


def gap(a: Happening, b: Happening) -> int | None:
    """Days between the two dates, 0 where they overlap; None where either has none."""
    if not a.begin or not b.begin:
        return None
    one, other = _interval(a), _interval(b)
    if one[0] > other[0]:
        one, other = other, one
    return max(0, (other[0] - one[1]).days)


def _interval(h: Happening) -> tuple[date, date]:
    begin = date.fromisoformat(h.begin or "")
    end = date.fromisoformat(h.end) if h.end else begin
    return begin, max(begin, end)


def to_the_day(h: Happening) -> bool:
    """Whether the date is one day, or two."""
    begin, end = _interval(h) if h.begin else (date.min, date.max)
    return (end - begin).days <= 1


def days(a: Happening, b: Happening) -> tuple[float, float]:
    """(agree, differ): dates told in words and to the day count in full."""
    apart = gap(a, b)
    if apart is None:
        return 0.0, 0.0
    sure = (a.dated and to_the_day(a)) + (b.dated and to_the_day(b))
    if apart == 0:
        return (0.25, 0.5, 1.0)[sure] if to_the_day(a) and to_the_day(b) else 0.1, 0.0
    return 0.0, min(1.0, apart / 4) * (0.5, 0.75, 1.0)[sure]


def figures(a: tuple[Figure, ...], b: tuple[Figure, ...]) -> tuple[float, float]:
    """(one count told by both, counts of one thing told differently)."""
    told: dict[str, set[int | None]] = {}
    for f in a:
        told.setdefault(f.what, set()).update((f.least, f.most))
    alike = apart = False
    for f in b:
        if f.what in told:
            common = {f.least, f.most} & told[f.what] - {None}
            alike, apart = alike or bool(common), apart or not common
    return float(alike), float(apart and not alike)


def _factual(h: Happening) -> bool:
    return h.status in ("occurred", "ongoing", "denied")
