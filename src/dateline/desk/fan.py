"""An actor and those they have to do with, as lines from one to the others."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Final, Literal, NamedTuple

from dateline.extract.events.ontology import COOPERATIVE, ontology
from dateline.store.people import Counterpart

MOST: Final = 12
"""Counterparts that are drawn: those with most events."""
STEP: Final = 40
"""Height of a line's place, in units of the drawing."""
WIDTH: Final = 600
NAMES: Final = 24
"""Characters of a name; of a longer one the beginning."""
_LEFT: Final = 34
_RIGHT: Final = 180
_MIXED: Final = 0.25
"""The lesser share from which dealings count as both."""

Tone = Literal["conflict", "cooperation", "both"]


class Line(NamedTuple):
    """One counterpart."""

    name: str
    label: str
    events: int
    tone: Tone
    path: str
    """The curve, as SVG writes it."""
    width: float
    y: int
    told: str
    """The line in words."""


class Fan(NamedTuple):
    """The drawing; `y` is where the actor stands."""

    lines: tuple[Line, ...]
    height: int
    y: float
    x: int = _LEFT
    right: int = _RIGHT
    width: int = WIDTH


def fan(counterparts: Sequence[Counterpart]) -> Fan | None:
    """The drawing of an actor's counterparts; None without any.

    A line is as thick as the root of its events is to that of the most, and coloured by whether
    they are conflict or cooperation (PLOVER's quad classes), or both by a quarter at least.
    """
    shown = counterparts[:MOST]
    if not shown:
        return None
    height = STEP * len(shown)
    most = max(c.events for c in shown)
    middle = height / 2
    lines = []
    for k, other in enumerate(shown):
        y = STEP * k + STEP // 2
        bend = (_LEFT + _RIGHT) / 2
        width = 1.5 + 9 * sqrt(other.events / most)
        path = f"M{_LEFT} {middle:g}C{bend:g} {middle:g} {bend:g} {y} {_RIGHT} {y}"
        tone, told = _tone(other)
        label = other.name if len(other.name) <= NAMES else other.name[: NAMES - 1] + "…"
        lines.append(Line(other.name, label, other.events, tone, path, round(width, 1), y, told))
    return Fan(tuple(lines), height, middle)


def _tone(other: Counterpart) -> tuple[Tone, str]:
    """What the dealings with a counterpart mostly are, and in words how many of each."""
    peaceful = {str(t) for t, kind in ontology().items() if kind.quad in COOPERATIVE}
    peace = sum(n for kind, n in other.types if kind in peaceful)
    war = other.events - peace
    told = f"{other.name}: {war:,} of conflict, {peace:,} of cooperation"
    if min(peace, war) >= _MIXED * other.events:
        return "both", told
    return ("cooperation" if peace > war else "conflict"), told
