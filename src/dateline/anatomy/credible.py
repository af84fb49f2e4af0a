"""Whether the words before a dash name a place that a dateline would stand on."""

from __future__ import annotations

import re
from functools import cache

from dateline.anatomy.agencies import canonical
from dateline.anatomy.dates import month_numbers, weekday_numbers
from dateline.anatomy.shapes import Shape
from dateline.anatomy.tables import load_pairs

DASH = re.compile(r"--|[-–—―_\x96\x97]")
_OPENS = re.compile(r"[.!?:;…|)\]\"”'’»\x95•]\s*$|\b(?:19|20)\d\d\s$")
"""What ends before a new sentence begins; a year closes a date."""
_STOPS = re.compile(r"[^\W\d_]{4}\.\s")
"""The end of a sentence between the words of a place; `St.` and `Ft.` are none."""
_BYLINE = re.compile(r"(?i:by|from)\s")
_CITIES = re.compile(r"\s?(?:[/&]|\band\b)\s?")
_QUARTER = re.compile(
    r"^(?:the )?(?:(?:north|south|east|west|central|far|rural|upper|lower|occupied)"
    r"(?:ern|east|west|eastern|western)? )?|(?: border| region| province| area| coast| district)$"
)
_LINKS = frozenset(
    ("of", "the", "on", "in", "and", "for", "to", "a", "al", "de", "del", "la", "upon")
)


def credible(shape: Shape, city: str, region: str | None, before: str) -> bool:
    """Whether a dateline of this shape may stand on `city` (and `region`).

    `before` is what stands before it in its paragraph; empty at the paragraph's start.
    """
    city = city.strip(" .-")
    if canonical(city) or _STOPS.search(city) or _BYLINE.match(city):
        return False
    if _is_label(city) and not known_city(city):
        return False
    known = any(known_city(part) for part in _CITIES.split(city))
    # "Wisc.", "N.L.": an abbreviation behind a city is a state's or a province's.
    known = known or (region is not None and (known_region(region) or region[-1] == "."))
    capitals = city.isupper() and len(city) > 3
    if not known and (
        shape.place == "known"
        or (shape.place == "capitals" and not capitals)
        or (shape.name == "place-dash" and region is not None)
    ):
        return False
    return not before or _starts_here(shape, city, before, known, capitals)


def _starts_here(shape: Shape, city: str, before: str, known: bool, capitals: bool) -> bool:
    """Whether a dateline inside a paragraph begins with `city`, not before it."""
    if _OPENS.search(before):
        return capitals or shape.name != "place-colon"
    if shape.name == "place-colon":
        return False
    if shape.name == "place-dash" and not (known and capitals):
        return False
    words = before.split()
    last = words[-1] if words else ""
    if known_city(city):
        return True
    if capitals:
        # "... talks stall BAKU (AP) -": the capitals begin with the place.
        return not last.isupper() or len(last) < 2
    # "... talks stall Ras Ajdir, Libya (CNN) --"
    return known and not last[:1].isupper() and last not in _LINKS


@cache
def _folded(kind: str) -> frozenset[str]:
    return frozenset(_fold(value) for value in load_pairs("places.tsv")[kind])


def _fold(name: str) -> str:
    return re.sub(r"[\s\xad]+", " ", name).replace("’", "'").strip(" .").casefold()


def known_city(name: str) -> bool:
    """Whether a dateline may stand on this name alone."""
    return _fold(name) in _folded("city")


def known_region(name: str) -> bool:
    """Whether the name, or the name that it is a part of, may follow a city's."""
    return _QUARTER.sub("", _fold(name)) in _folded("region")


def never_a_place(name: str) -> bool:
    """Whether the wording looks like a place in capitals and is a label (`UPDATE`)."""
    return _fold(name) in _folded("never")


def _is_label(city: str) -> bool:
    """Whether words in capitals open something else: `UPDATE`, `MONDAY`."""
    low = city.lower()
    return never_a_place(city.split(" ")[0]) or low in weekday_numbers() or low in month_numbers()
