"""Places that no table has, put into the town that the story puts them in.

"The hospital in Arvel", "Arvel's Mill Street": a street or a building lies where its town lies, and
so does a quarter. Where a story tells of one town and what is around it, its streets and buildings
are of that town too. The pin is the town's, and `why` says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.extract.places.candidates import Toponym
from dateline.extract.places.context import Container
from dateline.extract.places.gazetteer import Spot
from dateline.extract.places.resolve import Choice, km
from dateline.extract.places.tables import cues

_BEHIND = re.compile(
    r"[\"”]?,? (?:[a-z]+ ){0,2}(?:in|at|on|of|near|outside|from) "
    r"(?:the )?(?:[a-z\-]{2,20} ){0,4}(?:of )?|, | \("
)
"""What stands between a place and the town that it lies in."""
_BEFORE = re.compile(r"['’]s (?:(?:[a-z\-]{2,20} ){0,4})?(?:of )?")
"""What stands between a town and a place of its own: "Arvel's leafy suburb of Tarn"."""
_LISTED = re.compile(r",? (?:and|or) |, [A-Z][\w\-]+,? (?:and|or) ")
"""What follows the second of several names in a row: "Kern, Arvel and Tarn"."""
_REACH = 60  # characters
_LOCAL_KM = 60.0
"""A story whose towns lie no further apart than this tells of one neighbourhood."""


def put_inside(
    text: str,
    tops: Sequence[Toponym],
    within: Sequence[Container | None],
    choices: Sequence[Choice],
) -> list[Choice]:
    """The choices, with places that no table has put into the towns of the story.

    `within` is what the words behind each place say that it lies in, as `containers` gives it.
    """
    towns = [k for k, c in enumerate(choices) if c.spot is not None and c.spot.kind == "city"]
    home = _neighbourhood([c.spot for c in choices if c.spot is not None and c.spot.kind == "city"])
    of_name = {tops[k].key: choices[k].spot for k in towns}
    out = list(choices)
    for k, (top, choice) in enumerate(zip(tops, choices, strict=True)):
        if choice.spot is not None or choice.rivals or choice.country is not None:
            continue
        town, how = _beside(text, tops, choices, k), "in {}"
        if town is None:
            town, how = _front(top, of_name), "in {}, after which it is named"
        if town is None and home is not None and _is_built(top):
            town, how = home, "in {}, the town of the story"
        if town is not None and _agrees(town, within[k]):
            spot = replace(town, name=top.text, kind=_kind(top), geonames_id=None, population=0)
            out[k] = Choice(spot, how.format(town.name))
    return out


def _beside(text: str, tops: Sequence[Toponym], choices: Sequence[Choice], k: int) -> Spot | None:
    """The town that the words right around a place put it in."""
    top = tops[k]
    if k + 1 < len(tops):
        spot, start = choices[k + 1].spot, tops[k + 1].start
        close = spot is not None and spot.kind == "city" and start - top.end < _REACH
        if close and _BEHIND.fullmatch(text, top.end, start):
            listed = text[top.end : start] == ", " and _LISTED.match(text, tops[k + 1].end)
            return None if listed else spot
    if k:
        spot, end = choices[k - 1].spot, tops[k - 1].end
        close = spot is not None and spot.kind == "city" and top.start - end < _REACH
        if close and _BEFORE.fullmatch(text, end, top.start):
            return spot
    return None


def _agrees(town: Spot, container: Container | None) -> bool:
    """Whether a town lies in what the story puts the place in."""
    if container is None:
        return True
    return town.country == container.country and container.region in (None, town.region)


def _neighbourhood(towns: Sequence[Spot]) -> Spot | None:
    """The town that a story tells of: named most, and most of its towns lie around it."""
    if not towns:
        return None
    most = Counter(towns).most_common(1)[0][0]
    return most if 3 * sum(km(most, s) < _LOCAL_KM for s in towns) > 2 * len(towns) else None


def _front(top: Toponym, towns: Mapping[str, Spot | None]) -> Spot | None:
    """The town of the story that a name begins with: "Arvel Cathedral", not "Arvel Street"."""
    words = top.key.split(" ")
    if words[-1] in cues("street"):
        return None
    fronts = (" ".join(words[:n]) for n in range(len(words) - 1, 0, -1))
    return next((towns[f] for f in fronts if f in towns), None)


def _is_built(top: Toponym) -> bool:
    """Whether a name says that it is a street or a building."""
    words = top.key.split(" ")
    return len(words) > 1 and words[-1] in cues("facility")


def _kind(top: Toponym) -> str:
    return "facility" if _is_built(top) else "place"
