"""The borders: `borders.json.gz`, made by `tools/borders.py` from Natural Earth (public domain)."""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib import resources
from itertools import accumulate, pairwise
from typing import NamedTuple

from dateline.desk.map.window import Window, clip
from dateline.knowledge.tables import read_rows

Ring = tuple[tuple[float, float], ...]
"""Longitude and latitude of each corner, in degrees; the last one is joined to the first."""


class Area(NamedTuple):
    """A country, or an area in dispute."""

    name: str
    disputed: str
    """What is in dispute; empty where nothing is."""
    rings: tuple[Ring, ...]


class Drawn(NamedTuple):
    """What of an area is in a window, as SVG."""

    name: str
    disputed: str
    path: str
    """The `d` of a path."""


@cache
def areas() -> tuple[Area, ...]:
    """All areas of the world."""
    data = resources.files(__package__).joinpath("borders.json.gz").read_bytes()
    read = json.loads(gzip.decompress(data))
    claims = {name: claim for _, _, _, name, claim in read_rows(__package__, "disputed.tsv", 5)}
    return tuple(
        Area(
            area["name"],
            claims[area["name"]] if area["disputed"] else "",
            tuple(r for steps in area["rings"] for r in _rings(steps, read["scale"])),
        )
        for area in read["areas"]
    )


def _rings(steps: list[int], scale: int) -> list[Ring]:
    """The ring with these steps from corner to corner.

    One that crosses the date line comes twice, whole, once beyond each edge of the world: the
    window cuts off what it does not show.
    """
    turn = 360 * scale
    across = list(accumulate(steps[::2]))
    turns = accumulate((_turn(after - x, turn) for x, after in pairwise(across)), initial=0)
    whole = [(x + t * turn) / scale for x, t in zip(across, turns, strict=True)]
    heights = [y / scale for y in accumulate(steps[1::2])]
    shifts = [0.0]
    shifts += [-360.0] if max(whole) > 180 else []
    shifts += [360.0] if min(whole) < -180 else []
    return [tuple(zip([x + s for x in whole], heights, strict=True)) for s in shifts]


def _turn(step: int, turn: int) -> int:
    """1 or -1 where a step leads over the date line, eastward or westward; else 0."""
    return (step < -turn / 2) - (step > turn / 2)


def drawn(window: Window) -> list[Drawn]:
    """The areas in a window, those in dispute last, so that they lie on top."""
    found = []
    for area in sorted(areas(), key=lambda area: bool(area.disputed)):
        seen = [clip(ring, window) for ring in area.rings]
        path = "".join(_path(window, ring) for ring in seen if len(ring) > 2)
        if path:
            found.append(Drawn(area.name, area.disputed, path))
    return found


def _path(window: Window, ring: Ring) -> str:
    """A ring as a closed path; corners that fall on the one before are left out."""
    corners: list[str] = []
    for lon, lat in ring:
        x, y = window.place(lon, lat)
        corner = f"{x:.1f} {y:.1f}"
        if not corners or corners[-1] != corner:
            corners.append(corner)
    return f"M{'L'.join(corners)}Z"
