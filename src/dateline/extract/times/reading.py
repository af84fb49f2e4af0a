"""A reading: what an expression says by itself, before it is known when it was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from dateline.extract.times.period import Period

KINDS: Final = frozenset(
    {
        "FULLDATE",
        "MONTHYEAR",
        "YEAR",
        "DECADE",
        "CENTURY",
        "MONTH",
        "MONTHDAY",
        "MDAY",
        "WEEKDAYDATE",
        "SEASONDATE",
        "QUARTERDATE",
        "HALFDATE",
        "NAMED",
        "DAYSHIFT",
        "WEEKSHIFT",
        "YEARSHIFT",
        "SHIFTED",
        "CLOCKTIME",
        "PARTTIME",
        "DURATION",
        "BAREUNIT",
        "SETTIME",
        "REF",
        "RANGE",
        "LIST",
    }
)
"""The kinds of reading; rules of a later level name them as classes."""


@dataclass(slots=True)
class Reading:
    """What an expression says, not yet resolved. Which fields are set depends on `kind`."""

    kind: str
    rule: str = ""
    """The id of the rule that read it, with those that completed it."""
    period: Period | None = None
    """The stretch of time itself, where the words name it fully."""
    index: int = 0
    """Month, weekday, season, quarter or half, by number from 1."""
    day: int = 0
    """Day of the month."""
    weekday: int = 0
    """The weekday named beside a date, which must agree with it; 0 for none."""
    unit: str = ""
    """Unit of a shift or a duration."""
    n: float | None = None
    """How far a shift goes, or how long a duration lasts; None for an unknown number."""
    base: str = "said"
    """What a shift counts from: `said` (when the words were written), `told` (the last date),
    `near` (either, as the mode has it) or an `event`, which is not dated here."""
    rel: str = ""
    """`last`, `this`, `next`, `past`: a word that says which month, weekday or season is meant; of
    a reference or duration `narrative` or `not news`: the ways of telling in which it counts."""
    mod: str = ""
    """TIMEX3 modifier: START, MID, END, APPROX, ..."""
    clock: str = ""
    """What follows `T` in a TIMEX3 time: `15:00`, `MO`."""
    zone: str = ""
    """`Z` or an offset such as `-05:00`."""
    value: str = ""
    """A value that needs no resolution."""
    parts: list[tuple[int, int, Reading]] = field(default_factory=list)
    """The ends of a range with their characters: (start, end, reading)."""
    weak: bool = False
    """Dropped unless a larger expression takes it up."""
    start: int = 0
    """First character."""
    end: int = 0
    """One past the last character."""
