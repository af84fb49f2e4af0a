"""Quotation marks are paired within their paragraph, whatever their style."""

import time
from itertools import pairwise

import pytest

from dateline.extract.statements.quotation import Quotations, pair


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in pair(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," he said. "They stay."', ['"We go,"', '"They stay."']),
        ("“We call it ‘peace’,” she said.", ["“We call it ‘peace’,”"]),
        ("„Wir gehen“, sagte er.", ["„Wir gehen“"]),
        ("„Idziemy”, he said.", ["„Idziemy”"]),
        ("»Ja«, sagte sie. »Nein«.", ["»Ja«", "»Nein«"]),
        ("« Oui », a-t-elle dit.", ["« Oui »"]),
        ("``We go,'' he said. ''They stay.''", ["``We go,''", "''They stay.''"]),
        ("'We won't go,' the rebels' leader said.", ["'We won't go,'"]),
        ("The rebels' camp and the army's guns.", []),
        ("In the '90s they didn't.", []),
        ('He is 5\'10" tall and "big".', ['"big"']),
        ('"The "so-called" truce," he said.', ['"The "so-called" truce,"']),
        ("No marks here.", []),
        ("”stray closer", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_opener_that_lost_its_partner_gives_way_to_a_whole_quotation() -> None:
    assert quoted('"We go, he said. "They stay."') == ['"They stay."']


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = 'He said: "We go.\nThe army advanced.'
    found = Quotations(text, [(0, 16), (17, len(text))])
    (only,) = found.all
    assert (text[only.start : only.end], only.closed) == ('"We go.', False)
    assert found.at(text.index("army")) is None


def test_a_quotation_over_paragraphs_is_opened_again_and_closed_once() -> None:
    text = '"We go.\n"They stay," he said.'
    found = Quotations(text, [(0, 7), (8, len(text))])
    assert [text[q.start : q.end] for q in found.all] == ['"We go.', '"They stay,"']


def test_inner_leaves_the_marks_out() -> None:
    text = "he said ''we go''"
    (only,) = pair(text, 0, len(text))
    assert text[slice(*only.inner)] == "we go"


@pytest.mark.parametrize("unit", ['"', "'", "“", "”", ' "a', " 'a", "«„‘", "''", '" '])
def test_thousands_of_marks_take_linear_time(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    start = time.process_time()
    found = pair(text, 0, len(text))
    assert time.process_time() - start < 60  # a guard against hanging, no measurement
    assert all(a.end <= b.start for a, b in pairwise(found))
