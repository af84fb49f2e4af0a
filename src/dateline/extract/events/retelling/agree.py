"""Do two tellings go together: in time, in place, in who takes part?"""

from __future__ import annotations

from datetime import date as Day

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.scene import Scene
from dateline.record import Place

WIDE = frozenset(["country", "region", "disputed"])
"""Kinds of places that hold others."""
_KINDRED = (
    frozenset(["explosives", "suicide-attack"]),
    frozenset(["explosives", "aerial", "drone", "heavy-weapons"]),
    frozenset(["targeted", "firearms"]),
    frozenset(["targeted", "explosives"]),
    frozenset(["targeted", "primitive"]),
    frozenset(["targeted", "drone", "aerial"]),
    frozenset(["demo", "obstruct"]),
    frozenset(["demo", "riot"]),
)
"""Modes that one act may be told by."""
_TOLD = frozenset(["own", "sentence"])
"""Where a date comes from that the words give."""
_FRESH = 3
"""Days before publication up to which a deed is news."""


def dates_agree(a: Draft, b: Draft) -> bool:
    """Equal dates; a telling without a date of its own goes with any that has one nearby."""
    if a.date is None or b.date is None:
        return a.date is b.date or a.dated != "own" or b.dated != "own"
    if a.date.edtf == b.date.edtf or same_days(a, b):
        return True
    return "story" in (a.dated, b.dated) and _day(a) == _day(b)


def dated_late(a: Draft, b: Draft) -> bool:
    """Whether only one has a day of its own, a few days before that of the story: a telling that
    gives no day may be of that one."""
    own, other = (a, b) if a.dated != "story" else (b, a)
    first, last = _day(own), _day(other)
    if other.dated != "story" or first is None or last is None:
        return False
    return 0 <= (Day.fromisoformat(last) - Day.fromisoformat(first)).days <= _FRESH


def other_days(a: Draft, b: Draft) -> bool:
    """Whether the words give two tellings days that have none in common."""
    if a.dated not in _TOLD or b.dated not in _TOLD:
        return False
    first, second = period(a), period(b)
    if first is None or second is None:
        return False
    return first[1] < second[0] or second[1] < first[0]


def period(draft: Draft) -> tuple[str, str] | None:
    """The first and the last day of a telling's date (ISO 8601)."""
    if draft.date is None or not (draft.date.begin or draft.date.end):
        return None
    begin, end = draft.date.begin or "0000-01-01", draft.date.end or draft.date.begin
    return begin[:10], (end or begin)[:10]


def same_days(a: Draft, b: Draft) -> bool:
    """Whether two are dated on the same day or days, one perhaps with the hour."""
    if a.date is None or b.date is None:
        return a.date is b.date
    days = [[(end or "")[:10] for end in (d.begin, d.end)] for d in (a.date, b.date)]
    return days[0] == days[1]


def _day(draft: Draft) -> str | None:
    return draft.date.begin[:10] if draft.date and draft.date.begin else None


def modes_agree(a: Draft, b: Draft) -> bool:
    """Whether two may be of one mode: a bombing and a suicide attack, a shooting and a murder."""
    modes = {a.mode, b.mode}
    return len(modes) == 1 or None in modes or any(modes <= kin for kin in _KINDRED)


def places_agree(a: Draft, b: Draft, scene: Scene) -> bool:
    """Whether both may have happened in one place: a town and its region or land do not gainsay
    each other, two towns do."""
    known = scene.found.place_by_id
    here, there = ([known[i] for i in draft.places] for draft in (a, b))
    return not (here and there) or any(_one_place(x, y) for x in here for y in there)


def _one_place(a: Place, b: Place) -> bool:
    """Whether two namings are of one place, or one may lie within the other."""
    within = a.kind != b.kind and {a.kind, b.kind} & WIDE and a.country == b.country
    return bool(within) or (a.name, a.country) == (b.name, b.country)


def wide(draft: Draft, scene: Scene) -> bool:
    """Whether a telling names no place, or only lands and regions."""
    return all(scene.found.place_by_id[i].kind in WIDE for i in draft.places)


def sides_agree(a: Draft, b: Draft, scene: Scene) -> bool:
    """Whether neither telling names somebody on a side of whom the other has another."""
    sides = ((a.actors, b.actors), (a.recipients, b.recipients))
    return all(side_agrees(x, y, scene) for x, y in sides)


def side_agrees(a: list[str], b: list[str], scene: Scene) -> bool:
    """Whether two tellings may have the same people on a side, one perhaps nobody."""
    return not (a and b) or bool(set(a) & set(b)) or alike(a, b, scene) or one_side(a, b, scene)


def alike(a: list[str], b: list[str], scene: Scene) -> bool:
    """Whether two name the same, or people of one kind and land ("troops", "servicemen")."""
    if set(a) == set(b):
        return True
    known = [[scene.found.actor_by_id[x] for x in side] for side in (a, b)]
    here, there = lands(a, scene), lands(b, scene)
    if here != there and {None} not in (here, there):
        return False  # "five Kenyan policemen ... the policemen" may be one, not two lands
    kinds = [{sector for actor in side for sector in actor.sectors} for side in known]
    heads = [{actor.name.split()[-1].lower() for actor in side} for side in known]
    crowds = all(actor.kind == "population" for side in known for actor in side)
    if (kinds[0] == kinds[1] and bool(kinds[0])) or (crowds and heads[0] == heads[1]):
        return True
    names = [{actor.name.lower() for actor in side} for side in known]
    unnamed = heads[0] <= classes()["people"]
    return unnamed and names[0] == names[1]  # "a 42-year-old man", twice


def one_side(a: list[str], b: list[str], scene: Scene) -> bool:
    """Whether one names a state and the other what acts for that state, or forces of no land."""
    known = [[scene.found.actor_by_id[x] for x in side] for side in (a, b)]
    states = [all(actor.kind == "state" for actor in side) for side in known]
    here, there = lands(a, scene), lands(b, scene)
    if any(states) and here == there and None not in here:
        return True
    forces = [all("MIL" in actor.sectors for actor in side) for side in known]
    unnamed = [where == {None} for where in (here, there)]
    return (states[0] and forces[1] and unnamed[1]) or (states[1] and forces[0] and unnamed[0])


def on_itself(done: Draft, borne: Draft, scene: Scene) -> bool:
    """Whether two tellings of a blow would make an army strike its own land: "Kenyan forces shelled
    the camp", "a strike on the Kenyan town" by nobody named."""
    if done.type != "ASSAULT" or borne.actors or not (done.actors and borne.recipients):
        return False
    known = [[scene.found.actor_by_id[x] for x in side] for side in (done.actors, borne.recipients)]
    arms = all(x.kind == "state" or "MIL" in x.sectors for side in known for x in side)
    here, there = lands(done.actors, scene), lands(borne.recipients, scene)
    return arms and here == there and None not in here


def by_name(a: list[str], b: list[str], scene: Scene) -> bool:
    """Whether one names groups of some lands, or a headline the lands beside them ("Kenya, Togo
    leaders"), and the other persons of the same lands."""
    known = [[scene.found.actor_by_id[x] for x in side] for side in (a, b)]
    groups = all(x.kind in ("population", "state") and x.land for x in known[0])
    persons = all(x.kind == "person" for x in known[1])
    return bool(a and b) and groups and persons and lands(a, scene) == lands(b, scene)


def lands(side: list[str], scene: Scene) -> set[str | None]:
    """The lands of those on a side; None stands for those of no land."""
    return {scene.found.actor_by_id[x].land for x in side}


def landless(side: list[str], scene: Scene) -> bool:
    """Whether a side is only a crowd of no land ("leaders", "troops"), or nobody."""
    known = (scene.found.actor_by_id[x] for x in side)
    return all(actor.kind == "population" and actor.land is None for actor in known)
