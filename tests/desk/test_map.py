"""The map: what is seen of borders, and where circles fall."""

from __future__ import annotations

import html
import re
from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from dateline.desk.map.borders import areas, drawn
from dateline.desk.map.spots import LARGEST, Spot, radius, spots
from dateline.desk.map.window import WIDTH, Window, clip, window_of
from dateline.store.tallies import Scene

CRIMEA = (34.2, 45.2)


def inside(ring: tuple[tuple[float, float], ...], lon: float, lat: float) -> bool:
    found = False
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            found = not found
    return found


def holders(lon: float, lat: float) -> list[str]:
    return [a.name for a in areas() if any(inside(ring, lon, lat) for ring in a.rings)]


@pytest.mark.parametrize(
    ("lon", "lat", "name"),
    [
        (44.5, 40.2, "Armenia"),
        (47.5, 40.6, "Azerbaijan"),
        (37.6, 55.75, "Russia"),
        (-175.0, 66.5, "Russia"),  # beyond the date line
        (178.0, 67.0, "Russia"),
        (30.5, 50.4, "Ukraine"),
        (*CRIMEA, "Crimea"),
        (-9.5, 26.8, "Western Sahara, east of the berm"),
    ],
)
def test_places_are_in_one_area_the_disputed_ones_in_their_own(
    lon: float, lat: float, name: str
) -> None:
    assert holders(lon, lat) == [name]


def test_what_is_disputed_says_what_is_in_dispute_and_lies_on_top() -> None:
    world = drawn(window_of([]))
    disputed = [area for area in world if area.disputed]
    assert {"Crimea", "Kosovo", "Northern Cyprus", "Somaliland"} <= {a.name for a in disputed}
    assert world[-len(disputed) :] == disputed
    assert all(len(area.disputed) > 20 for area in disputed)


def test_no_border_runs_across_the_whole_map() -> None:
    for area in areas():
        for ring in area.rings:
            assert max(abs(a[0] - b[0]) for a, b in pairwise(ring)) < 90, area.name


def test_a_window_shows_its_places_with_room_and_in_shape() -> None:
    for points in (
        [(44.5, 40.2)],
        [(44.5, 40.2), (49.9, 40.4)],
        [(-77.0, 38.9), (139.7, 35.7)],
        [(18.0, -60.0), (18.0, 70.0)],
        [],
    ):
        window = window_of(points)
        assert window.height > 0
        assert -90 <= window.south < window.north <= 90
        for point in points:
            x, y = window.place(*point)
            assert 0 < x < WIDTH
            assert 0 < y < window.height


def test_clipping_keeps_what_is_inside() -> None:
    window = Window(0.0, 0.0, 10.0, 10.0)
    small = ((1.0, 1.0), (2.0, 1.0), (2.0, 2.0))
    assert set(clip(small, window)) == set(small)
    around = ((-50.0, -50.0), (50.0, -50.0), (50.0, 50.0), (-50.0, 50.0))
    assert set(clip(around, window)) == {(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)}
    assert clip(((20.0, 1.0), (30.0, 1.0), (30.0, 2.0)), window) == ()


def test_only_what_happens_somewhere_is_on_the_map() -> None:
    found, rest = spots(
        [
            Scene("Kobani", "city", 36.9, 38.3, "ASSAULT", 4),
            Scene("Kobani", "city", 36.9, 38.3, "AID", 1),
            Scene("Kobani", "city", 36.9, 38.3, "ACCUSE", 9),
            Scene("Ostland", "country", 1.0, 1.0, "ASSAULT", 3),
            Scene("Hamlet", "city", None, None, "ASSAULT", 2),
        ]
    )
    assert found == [Spot("Kobani", "city", 38.3, 36.9, 4, 1)]
    assert rest == {"Ostland": 3, "Hamlet": 2}


def test_circles_grow_by_their_area() -> None:
    sizes = [radius(Spot("x", "city", 0, 0, n, 0), 100) for n in (1, 25, 100)]
    assert sizes[0] < sizes[1] < sizes[2] == LARGEST


def test_the_page_has_a_circle_for_each_place_and_states_its_policy(client: TestClient) -> None:
    page = client.get("/map?view=all").text
    circles = re.findall(r"<circle ", page)
    rows = re.findall(r'<td class="extra">', page)
    assert len(circles) == len(rows) > 5
    assert "take no position" in page
    assert "Ganja" in page


def test_the_map_goes_from_day_to_day_by_links(client: TestClient) -> None:
    page = client.get("/map?actor=Azerbaijan").text
    steps = re.findall(r'<li><a href="(/map\?[^"]*)">', page)
    assert len(steps) > 2
    assert "<strong>All days</strong>" in page
    assert f'rel="next" href="{steps[0]}"' in page
    second = client.get(html.unescape(steps[1])).text
    assert f'rel="prev" href="{steps[0]}"' in second
    assert f'rel="next" href="{steps[2]}"' in second
    assert 'href="/map?actor=Azerbaijan"' in second
    assert re.findall(r'<li><a href="(/map\?[^"]*)">', second) == steps
    assert 'rel="next"' not in client.get(html.unescape(steps[-1])).text
