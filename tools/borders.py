"""Makes the desk's map data: `python tools/borders.py countries-50m.json`.

The input is that of the npm package world-atlas 2.0.2 (ISC licence; `npm pack world-atlas@2.0.2`),
which is Natural Earth's Admin 0 countries at 1:50 million as TopoJSON. Natural Earth is in the
public domain. Borders are simplified arc by arc, so that two neighbours keep one border, and
written in hundredths of a degree to `src/dateline/desk/map/borders.json.gz`. Areas that
`disputed.tsv` beside it names are taken out of the country that the input has them in.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

Point = tuple[int, int]
Ring = list[Point]

HOME = Path(__file__).parents[1] / "src" / "dateline" / "desk" / "map"
SCALE = 100
"""Units to a degree."""
TOLERANCE = 1.5
"""Units by which a simplified border may leave the one it stands for."""
SMALLEST = 8
"""Square units of the smallest island that is drawn."""
LEFT_OUT = frozenset({"Antarctica"})


def main() -> None:
    """Read, simplify, write."""
    atlas = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [simplified(points) for points in _arcs(atlas)]
    wanted = _disputed()
    areas = []
    for country in atlas["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"]
        if name in LEFT_OUT:
            continue
        shapes = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        rings = [_ring(arcs, shape[0]) for shape in shapes]
        apart = [row for row in wanted if row[0] == name]
        for _, point, label in apart:
            mine = [ring for ring in rings if point is None or contains(ring, point)]
            rings = [ring for ring in rings if ring not in mine]
            areas.append({"name": label, "disputed": True, "rings": _written(mine)})
        if rings:
            areas.append({"name": name, "disputed": False, "rings": _written(rings)})
    found = {area["name"] for area in areas}
    missing = [label for _, _, label in wanted if label not in found]
    if missing:
        sys.exit(f"the atlas lacks {missing}")
    written = {"source": "Natural Earth 1:50m, world-atlas 2.0.2", "scale": SCALE, "areas": areas}
    data = json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode()
    (HOME / "borders.json.gz").write_bytes(gzip.compress(data, 9, mtime=0))


def _arcs(atlas: dict[str, Any]) -> list[Ring]:
    """The arcs of a topology in units."""
    (scale_x, scale_y), (left, bottom) = (atlas["transform"][k] for k in ("scale", "translate"))
    found = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            lon, lat = x * scale_x + left, y * scale_y + bottom
            points.append((round(lon * SCALE), round(lat * SCALE)))
        found.append(points)
    return found


def simplified(points: Ring) -> Ring:
    """Fewer points that stay within TOLERANCE of the line (Douglas and Peucker, 1973).

    Both ends stay; an arc that ends where it begins (an island) keeps a point far from there.
    """
    keep = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, at = TOLERANCE, 0
        for index in range(first + 1, last):
            distance = _distance(points[index], points[first], points[last])
            if distance > far:
                far, at = distance, index
        if at:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return [points[index] for index in sorted(keep)]


def _distance(point: Point, one: Point, other: Point) -> float:
    """From a point to the line through two others; to the one where both are the same."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    px, py = point[0] - one[0], point[1] - one[1]
    length = (dx * dx + dy * dy) ** 0.5
    if not length:
        return float((px * px + py * py) ** 0.5)
    return float(abs(dx * py - dy * px) / length)


def _ring(arcs: list[Ring], numbers: list[int]) -> Ring:
    """The ring that arcs make; a negative number is an arc backwards."""
    found: Ring = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        found += points[1:] if found else points
    return found


def contains(ring: Ring, point: tuple[float, float]) -> bool:
    """Whether a point, in degrees, is inside a ring."""
    x, y = point[0] * SCALE, point[1] * SCALE
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _written(rings: list[Ring]) -> list[list[int]]:
    """Rings as steps from point to point, x and y in turn; specks of islands left out."""
    found = []
    for ring in rings:
        pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
        size = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2
        if len(ring) < 4 or (size < SMALLEST and len(rings) > 1):
            continue
        steps, x, y = [], 0, 0
        for point in ring[:-1]:
            steps += [point[0] - x, point[1] - y]
            x, y = point
        found.append(steps)
    return found


def _disputed() -> list[tuple[str, tuple[float, float] | None, str]]:
    """Name in the atlas, a point in the part that is meant (None for all of it), our name."""
    rows = []
    for line in (HOME / "disputed.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            atlas, lon, lat, name, *_ = line.split("\t")
            rows.append((atlas, (float(lon), float(lat)) if lon else None, name))
    return rows


if __name__ == "__main__":
    main()
