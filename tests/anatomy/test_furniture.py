"""Furniture: every row of the table by its examples."""

from __future__ import annotations

import time

import pytest

from dateline.anatomy import furniture
from dateline.anatomy.tables import load_yaml

LINES = load_yaml("furniture.yaml")["lines"]
PIECES = load_yaml("furniture.yaml")["pieces"]
STAMPS = load_yaml("furniture.yaml")["stamps"]


@pytest.mark.parametrize("row", LINES, ids=lambda r: r["name"])
def test_each_row_matches_its_examples_and_not_the_others(row: dict[str, list[str]]) -> None:
    for line in row["is"]:
        assert furniture.line_kind(line, 0, len(line)) == row["name"], line
    for line in row["is_not"]:
        assert furniture.line_kind(line, 0, len(line)) is None, line


@pytest.mark.parametrize("row", PIECES, ids=lambda r: r["name"])
def test_each_piece_is_cut_where_it_stands(row: dict[str, list[str]]) -> None:
    for marked in row["is"]:
        text = marked.replace("{", "").replace("}", "")
        span = (marked.index("{"), marked.index("}") - 1)
        assert furniture.pieces(text, [(0, len(text))]) == [span]


@pytest.mark.parametrize("line", STAMPS["is"])
def test_date_lines(line: str) -> None:
    found = furniture.stamp(line, 0, len(line))
    assert found is not None
    assert found.date.month in (10, 1)
    assert found.date.day in (1, 4)


@pytest.mark.parametrize("line", STAMPS["is_not"])
def test_sentences_with_a_date_are_no_date_lines(line: str) -> None:
    assert furniture.stamp(line, 0, len(line)) is None


def test_a_date_before_a_bar_is_cut_from_its_paragraph() -> None:
    text = "March 31, 2011 | By Jo Field, Special to the Courier"
    found = furniture.stamp_head(text, 0, len(text))
    assert found is not None
    assert text[: found.end] == "March 31, 2011 | "
    assert furniture.stamp_head("March 31 | By Jo Field", 0, 22) is None


def test_hidden_characters_do_not_hide_furniture() -> None:
    line = "Adver\u00adtise\u200bment"
    assert furniture.line_kind(line, 0, len(line)) == "advertisement"


def test_a_long_paragraph_is_never_furniture() -> None:
    text = "Subscribe to " + "our channel and our letters " * 20
    assert furniture.line_kind(text, 0, len(text)) is None


@pytest.mark.parametrize(
    "text",
    ["share " * 50, "©" * 300, "Photo: " * 40, "home > " * 40, "1 Oct 2020 " * 25, "/" * 300],
)
def test_hostile_lines_take_no_time(text: str) -> None:
    began = time.process_time()
    for _ in range(20):
        furniture.line_kind(text, 0, len(text))
        furniture.stamp(text, 0, min(100, len(text)))
    assert time.process_time() - began < 60  # a guard against hanging, no measurement


def test_hostile_pieces_take_no_time() -> None:
    text = "(Additional reporting by " * 4_000 + "Click to share on (Opens in new window" * 2_000
    began = time.process_time()
    furniture.pieces(text, [(0, len(text))])
    assert time.process_time() - began < 60  # a guard against hanging, no measurement
