"""The shapes of datelines, compiled from their tables."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from dateline.anatomy.agencies import names_pattern
from dateline.anatomy.dates import day_pattern, month_pattern, weekday_pattern
from dateline.anatomy.tables import load_yaml
from dateline.errors import DataError

# Capital letters of the Latin script (Basic, Latin-1, Extended-A, and the schwa of Azerbaijani):
# `re` has no class for them.
_UPPER = "".join(chr(c) for c in range(0x41, 0x250) if chr(c).isupper())


class Shape(NamedTuple):
    """A row of `dateline.yaml`, ready to use."""

    name: str
    at: Literal["start", "anywhere"]
    place: Literal["any", "capitals", "known", "none"]
    pattern: re.Pattern[str]
    example: str
    gives: tuple[str | None, ...]


@cache
def _slots() -> dict[str, str]:
    """The pieces of the patterns, each with the pieces above it put in."""
    slots = {
        "upper": _UPPER,
        "names": names_pattern(),
        "month": month_pattern(),
        "weekday": weekday_pattern(),
        "day": day_pattern(),
        "hijri": load_yaml("dates.yaml")["hijri"],
    }
    for name, pattern in load_yaml("dateline.yaml")["slots"].items():
        slots[name] = _fill(pattern, slots)
    return slots


def _fill(pattern: str, slots: dict[str, str]) -> str:
    """Put the slots into a pattern; braces that hold digits are repetitions and stay."""
    return re.sub(r"\{([a-z_]+)\}", lambda m: slots[m[1]], pattern)


@cache
def shapes() -> tuple[Shape, ...]:
    """The shapes in the order in which they are tried. Raises DataError if the table is broken."""
    try:
        return tuple(
            Shape(
                row["name"],
                row["at"],
                row["place"],
                re.compile(_fill(row["pattern"], _slots())),
                row["example"],
                tuple(str(v) if v is not None else None for v in row["gives"]),
            )
            for row in load_yaml("dateline.yaml")["shapes"]
        )
    except (KeyError, TypeError, re.error) as error:
        raise DataError(f"anatomy/dateline.yaml: {error}") from error


@cache
def gate() -> re.Pattern[str]:
    """What every shape begins with: tested first, since most paragraphs are no datelines."""
    return re.compile(_slots()["gate"])


@cache
def anchor() -> re.Pattern[str]:
    """What every dateline inside a paragraph holds: an agency in brackets, or a strong dash."""
    return re.compile(_slots()["anchor"])
