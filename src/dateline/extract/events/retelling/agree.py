"""Do two tellings go together: in time, in place, in who takes part?"""

from __future__ import annotations

from dateline.extract.events.draft import Draft
from dateline.extract.events.scene import Scene
from dateline.record import Place

_WIDE = frozenset(["country", "region", "disputed"])
"""Kinds of places that hold others."""


def dates_agree(a: Draft, b: Draft) -> bool:
    """Equal dates; a telling without a date of its own goes with any that has one nearby."""
    if a.date is None or b.date is None:
        return a.date is b.date or a.dated != "own" or b.dated != "own"
    if a.date.edtf == b.date.edtf or same_days(a, b):
        return True
    return "story" in (a.dated, b.dated) and _day(a) == _day(b)


def same_days(a: Draft, b: Draft) -> bool:
    """Whether two are dated on the same day or days, one perhaps with the hour."""
    if a.date is None or b.date is None:
        return a.date is b.date
    days = [[(end or "")[:10] for end in (d.begin, d.end)] for d in (a.date, b.date)]
    return days[0] == days[1]


def _day(draft: Draft) -> str | None:
    return draft.date.begin[:10] if draft.date and draft.date.begin else None


def places_agree(a: Draft, b: Draft, scene: Scene) -> bool:
    """Whether both may have happened in one place: a town and its region or land do not gainsay
    each other, two towns do."""
    known = scene.found.place_by_id
    here, there = ([known[i] for i in draft.places] for draft in (a, b))
    return not (here and there) or any(_one_place(x, y) for x in here for y in there)


def _one_place(a: Place, b: Place) -> bool:
    """Whether two namings are of one place, or one may lie within the other."""
    within = a.kind != b.kind and {a.kind, b.kind} & _WIDE and a.country == b.country
    return bool(within) or (a.name, a.country) == (b.name, b.country)


def wide(draft: Draft, scene: Scene) -> bool:
    """Whether a telling names no place, or only lands and regions."""
    return all(scene.found.place_by_id[i].kind in _WIDE for i in draft.places)


def sides_agree(a: Draft, b: Draft, scene: Scene) -> bool:
    """Whether neither telling names somebody on a side of whom the other has another."""
    return all(
        not (x and y) or bool(set(x) & set(y)) or alike(x, y, scene)
        for x, y in ((a.actors, b.actors), (a.recipients, b.recipients))
    )


def alike(a: list[str], b: list[str], scene: Scene) -> bool:
    """Whether two name the same, or people of one kind and land ("troops", "servicemen")."""
    if set(a) == set(b):
        return True
    known = [[scene.found.actor_by_id[x] for x in side] for side in (a, b)]
    kinds = [{sector for actor in side for sector in actor.sectors} for side in known]
    here, there = lands(a, scene), lands(b, scene)
    landless = {None} in (here, there)  # "five Kenyan policemen ... the policemen"
    return (here == there or landless) and kinds[0] == kinds[1] and bool(kinds[0])


def one_side(a: list[str], b: list[str], scene: Scene) -> bool:
    """Whether one names a state and the other what acts for that state."""
    known = [[scene.found.actor_by_id[x] for x in side] for side in (a, b)]
    states = any(all(actor.kind == "state" for actor in side) for side in known)
    here, there = lands(a, scene), lands(b, scene)
    return states and here == there and None not in here


def lands(side: list[str], scene: Scene) -> set[str | None]:
    """The lands of those on a side; None stands for those of no land."""
    return {scene.found.actor_by_id[x].land for x in side}
