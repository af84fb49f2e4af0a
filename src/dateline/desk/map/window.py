"""The part of the world that a map shows, and where its places fall on the page.

Equirectangular: degrees of longitude are shortened by the cosine of the middle latitude, which is
true to shape around there. Good for a region; the whole world is as stretched as on any such map.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians
from typing import Final, NamedTuple

WIDTH: Final = 1000.0
"""Units of the drawing from west to east."""
LOWEST, HIGHEST = 0.45, 0.8
"""Of the width: what a drawing's height may be."""
PADDING: Final = 0.12
"""Of the extent of the places, on each side."""
LEAST: Final = 4.0
"""Degrees of latitude shown at least."""

Point = tuple[float, float]


class Window(NamedTuple):
    """What is shown, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """Units to a degree of longitude."""
        return WIDTH / (self.east - self.west)

    @property
    def stretch(self) -> float:
        """Units to a degree of latitude."""
        return self.scale / cos(radians((self.south + self.north) / 2))

    @property
    def height(self) -> float:
        """Units of the drawing from north to south."""
        return (self.north - self.south) * self.stretch

    def place(self, lon: float, lat: float) -> Point:
        """Where a point of the world is in the drawing."""
        return (lon - self.west) * self.scale, (self.north - lat) * self.stretch


def window_of(points: Sequence[Point]) -> Window:
    """The window that shows all `points` (longitude, latitude) with some room around them.

    Without points, the world between 58 degrees south and 78 degrees north.
    """
    if not points:
        return Window(-180.0, -58.0, 180.0, 78.0)
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    middle_x, middle_y = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    shrink = max(cos(radians(middle_y)), 0.2)
    tall = max((max(lats) - min(lats)) * (1 + 2 * PADDING), LEAST)
    wide = (max(lons) - min(lons)) * (1 + 2 * PADDING) * shrink
    wide = min(max(wide, tall / HIGHEST), 360.0 * shrink)
    tall = min(max(tall, wide * LOWEST), 170.0)
    south = max(-85.0, min(middle_y - tall / 2, 85.0 - tall))
    half = wide / shrink / 2
    return Window(middle_x - half, south, middle_x + half, south + tall)


def clip(ring: Sequence[Point], window: Window) -> tuple[Point, ...]:
    """The part of a ring that is in a window (Sutherland and Hodgman, 1974)."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    if not ring or max(xs) < window.west or min(xs) > window.east:
        return ()
    if max(ys) < window.south or min(ys) > window.north:
        return ()
    found = list(ring)
    for axis, limit, sign in (
        (0, window.west, 1),
        (0, window.east, -1),
        (1, window.south, 1),
        (1, window.north, -1),
    ):
        found = _cut(found, axis, limit, sign)
    return tuple(found)


def _cut(ring: Sequence[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """What of a ring is on one side of a line: above it for 1, below it for -1."""
    found: list[Point] = []
    for index, point in enumerate(ring):
        before = ring[index - 1]
        kept = sign * (point[axis] - limit) >= 0
        if kept != (sign * (before[axis] - limit) >= 0):
            share = (limit - before[axis]) / (point[axis] - before[axis])
            crossing = [b + share * (p - b) for b, p in zip(before, point, strict=True)]
            crossing[axis] = limit
            found.append((crossing[0], crossing[1]))
        if kept:
            found.append(point)
    return found
