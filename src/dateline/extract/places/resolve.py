"""Which place a name means: candidates weighed by the story, undecidable ones left open."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.extract.places.airports import airports_named
from dateline.extract.places.candidates import Toponym
from dateline.extract.places.context import Container, Context, direction_stripped
from dateline.extract.places.gazetteer import Spot, cities_named
from dateline.extract.places.tables import (
    abbreviations,
    country_spots,
    cues,
    curated_spots,
    state_name,
)
from dateline.knowledge import lexicon
from dateline.knowledge.lexicon import key_of

_REGIONS = frozenset(
    ["province", "region", "governorate", "oblast", "prefecture", "state", "department"]
)
_TOWNS = frozenset(["city", "town", "village"])
_ASSUMED = {"city": 30_000, "region": 1_000_000, "continent": 10**9, "water": 3_000_000}
_KNOWN = 50_000
"""People in a town that its airport alone may stand for, where others share its name."""
MARGIN = 0.25
"""The best candidate must lead a namesake elsewhere by this much of the score."""
_OTHER_NAME = 0.8
"""What a place loses that goes by another name: Southold is no other name of South Bend's."""
APART_KM = 100.0
"""Namesakes nearer than this are taken for one place."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The outcome for one toponym."""

    spot: Spot | None
    why: str
    country: str | None = None
    """Where no spot is chosen: the country that all serious candidates share."""
    rivals: tuple[Spot, ...] = ()


def km(a: Spot, b: Spot) -> float:
    """Great-circle distance."""
    x, y, u, v = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    h = math.sin((u - x) / 2) ** 2 + math.cos(x) * math.cos(u) * math.sin((v - y) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def candidates(top: Toponym) -> list[Spot]:
    """All places that the name may mean."""
    return list(_named(top.key, top.airport))


@lru_cache(maxsize=4096)
def _named(key: str, airport: bool) -> tuple[Spot, ...]:
    airports = airports_named(f"{key} airport" if airport else key)
    if airports:
        return airports
    state = abbreviations().get(key)
    if state is not None and key not in country_spots() and key != "washington":
        return tuple(s for s in cities_named(state_name(state)) if s.kind == "region")
    whole = _lookup(key)
    if whole:
        return tuple(whole)
    plain, generic = direction_stripped(key)
    spots = _lookup(plain) if plain != key else []
    if generic in _TOWNS:
        return tuple([s for s in spots if s.kind == "city"] or spots)
    if generic in _REGIONS:
        return tuple([s for s in spots if s.kind == "region"] or spots)
    # A county is not the town of its name, which may lie at the other end of the country.
    return tuple(s for s in spots if s.kind != "city" or generic != "county")


def _lookup(key: str) -> list[Spot]:
    out: list[Spot] = []
    for table in (country_spots(), curated_spots()):
        spot = table.get(key)
        if spot is not None:
            out.append(spot)
    for spot in cities_named(key):
        twins = (s for s in out if s.source != "countries" and s.region in ("", spot.region))
        if not any(km(s, spot) < 40 for s in twins):
            out.append(spot)
    return out


def resolve(
    tops: Sequence[Toponym], within: Sequence[Container | None], context: Context
) -> list[Choice]:
    """A choice for each toponym; one name means one place unless its container says otherwise."""
    found = [candidates(t) for t in tops]
    votes = _votes(tops, found)
    chosen: dict[tuple[str, str], Choice] = {}
    order = sorted(range(len(tops)), key=lambda i: (tops[i].source != "dateline", i))
    settled: dict[str, tuple[str, str]] = {}
    for i in order:
        top, inside = tops[i], within[i]
        words = inside.words if inside else ""
        if not words and top.key in settled:
            continue
        choice = _choose(top, found[i], inside, context, votes)
        chosen[top.key, words] = choice
        if top.key not in settled or words:
            settled[top.key] = (top.key, words)
        if top.source == "dateline" and choice.spot is not None:
            context.filed.append(choice.spot)
    out = [
        chosen[t.key, c.words] if c is not None else chosen[settled[t.key]]
        for t, c in zip(tops, within, strict=True)
    ]
    towns = {key: chosen[held] for key, held in settled.items()}
    return [
        _seat(top, towns, context, votes) or choice if choice.spot is None else choice
        for top, choice in zip(tops, out, strict=True)
    ]


def _seat(
    top: Toponym,
    towns: dict[str, Choice],
    context: Context,
    votes: Counter[tuple[str, str]],
) -> Choice | None:
    """The town of an airport or hospital that is named after it; of a street or park it is not
    known."""
    words = top.key.split(" ")
    if words[-1] not in cues("seated"):
        return None
    for n in range(len(words) - 1, 0, -1):
        key = " ".join(words[:n])
        spots = [s for s in _lookup(key) if s.kind in ("city", "region")]
        if not spots:
            continue
        town = towns.get(key)
        if town is None:
            town = _choose(replace(top, text=key, key=key), spots, None, context, votes)
            if len(spots) > 1 and town.spot is not None and town.spot.population < _KNOWN:
                return None  # Marshall Airport is named after a man
        if town.spot is None or town.spot.kind not in ("city", "region"):
            return None
        spot = replace(town.spot, name=top.text, kind="facility", geonames_id=None)
        return Choice(spot, f"in {town.spot.name}, after which it is named")
    return None


def _votes(tops: Sequence[Toponym], found: Sequence[list[Spot]]) -> Counter[tuple[str, str]]:
    """How many names of the story could lie in each first-level region."""
    votes: Counter[tuple[str, str]] = Counter()
    seen: set[str] = set()
    for top, spots in zip(tops, found, strict=True):
        if top.key in seen:
            continue
        seen.add(top.key)
        for place in {(s.country or "", s.region) for s in spots if s.region}:
            votes[place] += 1
    return votes


def _choose(
    top: Toponym,
    spots: list[Spot],
    inside: Container | None,
    context: Context,
    votes: Counter[tuple[str, str]],
) -> Choice:
    if not spots:
        return Choice(None, "no table has the name")
    if top.key == "washington":
        wanted = "region" if context.of_state else "city"
        spots = [s for s in spots if s.kind == wanted] or spots
    if inside is not None:
        held = [
            s
            for s in spots
            if s.country == inside.country
            and (not inside.region or s.region == inside.region)
            and s.kind != "country"
        ]
        if held:
            best = max(held, key=lambda s: (s.population, s.name))
            return Choice(best, f"{best.source}; in {inside.words}")
        if inside.region:  # "Tripoli, Wyo.": none of the namesakes elsewhere
            return Choice(None, f"no table has it in {inside.words}", country=inside.country)
    ranked = sorted(((_score(top, s, context, votes), s) for s in spots), key=_order)
    value, best = ranked[0]
    if len(spots) == 1:
        return Choice(best, f"{best.source}; the only one of the name")
    rivals = [(v, s) for v, s in ranked[1:] if km(s, best) > APART_KM]
    if rivals and value - rivals[0][0] < MARGIN:
        close = [s for v, s in ranked if value - v < MARGIN]
        shared = {s.country for s in close}
        return Choice(
            None,
            f"{len(close)} namesakes of equal weight",
            country=next(iter(shared)) if len(shared) == 1 else None,
            rivals=tuple(close),
        )
    return Choice(
        best, f"{best.source}; {_reason(best, context)}", rivals=tuple(s for _, s in rivals[:1])
    )


def _order(item: tuple[float, Spot]) -> tuple[float, str, float, float]:
    return -item[0], item[1].name, item[1].lat, item[1].lon


def _score(top: Toponym, spot: Spot, context: Context, votes: Counter[tuple[str, str]]) -> float:
    population = spot.population or _ASSUMED.get(spot.kind, 100_000)
    score = 0.6 * math.log10(population + 100)
    if spot.country:
        score += 3.0 * context.share(spot.country, top.key)
    if spot.country == "USA" and spot.region:
        score += 2.5 * context.state_share(spot.region)
    if spot.source in ("countries", "disputed", "historical"):
        score += 4.0
    elif spot.source == "curated":
        score += 4.0 if top.article and spot.kind != "city" else 1.0
    if spot.kind == "city" and any(
        e.kind == "capital" and e.country == spot.country for e in lexicon().get(top.text)
    ):
        score += 2.5
    if spot.source == "gazetteer" and key_of(spot.name) != top.key:
        score -= _OTHER_NAME
    for filed in context.filed:
        if spot.country and filed.country == spot.country:
            score += 1.5
            if spot.region and filed.region == spot.region:
                score += 1.0
            if km(spot, filed) < 150:
                score += 0.7
            break
    if spot.country and spot.region:
        score += 0.4 * min(5, votes[spot.country, spot.region] - 1)
    return score


def _reason(spot: Spot, context: Context) -> str:
    if any(f.country == spot.country for f in context.filed):
        return "in the dateline's country"
    if spot.country and context.shares.get(spot.country, 0.0) > 0.2:
        return "in a country of the story"
    return "the weightiest of the name"
