"""The drawing of an actor's counterparts."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from dateline.desk.fan import MOST, NAMES, fan
from dateline.store.people import Counterpart


def test_lines_are_thick_by_events_and_coloured_by_what_they_are() -> None:
    drawn = fan(
        [
            Counterpart("Orland", 100, (("ASSAULT", 90), ("CONSULT", 10))),
            Counterpart("Westland", 25, (("AGREE", 25),)),
            Counterpart("Envoys", 4, (("ACCUSE", 2), ("CONSULT", 2))),
        ]
    )
    assert drawn is not None
    assert [line.tone for line in drawn.lines] == ["conflict", "cooperation", "both"]
    assert drawn.lines[0].told == "Orland: 90 of conflict, 10 of cooperation"
    widths = [line.width for line in drawn.lines]
    assert widths == sorted(widths, reverse=True)
    assert widths[1] - 1.5 == pytest.approx((widths[0] - 1.5) / 2)  # a quarter of the events
    assert [line.y for line in drawn.lines] == [20, 60, 100]


def test_nobody_no_drawing_and_many_are_cut() -> None:
    assert fan([]) is None
    many = fan([Counterpart("x" * 99, 5, (("AID", 5),))] * 30)
    assert many is not None
    assert len(many.lines) == MOST
    assert {len(line.label) for line in many.lines} == {NAMES}


def test_the_page_draws_them_with_links_and_a_table(client: TestClient) -> None:
    page = client.get("/actor?name=Armenia").text
    drawing = re.search(r'<svg class="fan".*?</svg>', page, re.S)
    assert drawing
    assert "between=Armenia&amp;between=Azerbaijan" in drawing[0]
    assert "of conflict" in drawing[0]
    assert "As a table" in page
