"""GeoJSON (RFC 7946): events with places that have coordinates."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from dateline.export.columnset import ColumnSet
from dateline.export.events import Told, flat
from dateline.export.formats.written import Written


def write(stream: BinaryIO, columns: ColumnSet, events: Iterable[Told]) -> Written:
    """Write a FeatureCollection, one feature a line; its properties are those of `columns`.

    An event with one place is a Point, with several a MultiPoint, the most exact place first.
    Events without a place that has coordinates (verbal acts among them) are left out, and counted.
    """
    stream.write(b'{"type": "FeatureCollection", "features": [')
    count = left_out = 0
    for event in events:
        points = [[spot.lon, spot.lat] for spot in event.places if spot.lat is not None]
        if not points:
            left_out += 1
            continue
        values = columns.row(flat(event))
        names = [column.name for column in columns.columns]
        feature = {
            "type": "Feature",
            "id": event.id,
            "geometry": _geometry(points),
            "properties": dict(zip(names, values, strict=True)),
        }
        stream.write(b",\n" if count else b"\n")
        stream.write(json.dumps(feature, ensure_ascii=False).encode())
        count += 1
    stream.write(b"\n]}\n")
    return Written(count, left_out, "without a place that has coordinates")


def _geometry(points: list[list[float | None]]) -> dict[str, Any]:
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}
