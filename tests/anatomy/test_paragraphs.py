"""Paragraphs and their spans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.anatomy.paragraphs import split, trim


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
        ("One.\rTwo.", ["One.", "Two."]),
        ("One.\u2028Two.\u2029Three.", ["One.", "Two.", "Three."]),
        ("\u00a0 One.\u00a0\n\u00a0\n\tTwo.\u00ad", ["One.", "Two."]),
        ("\ufeffOne.", ["One."]),
        ("The road was cut\nby snow.\nIt opened.", ["The road was cut\nby snow.", "It opened."]),
        (" \n \n", []),
        ("", []),
    ],
)
def test_where_paragraphs_end(text: str, wanted: list[str]) -> None:
    assert words(text) == wanted


def test_a_text_broken_to_fit_a_page_is_put_together() -> None:
    text = (
        "The road to the pass was cut by heavy snow on Monday night, and\n"
        "Anna Hill of the local council said that it might stay closed for\n"
        "Three days or more, since the ploughs were needed on the plain at\n"
        "Goris, where the hospital had to be reached first of all, and the\n"
        "Army had lent two of its own.\n\nA second road was open."
    )
    assert len(words(text)) == 2


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aB. \n\r\t\xa0\xad\u2028", max_size=80))
def test_spans_are_trimmed_apart_and_lose_no_letter(text: str) -> None:
    spans = split(text)
    assert all(a < b and trim(text, a, b) == (a, b) for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    kept = "".join(text[a:b] for a, b in spans)
    assert [c for c in kept if c in "aB."] == [c for c in text if c in "aB."]
