"""What no table has is put where the story puts it; airports; names that say too much."""

from __future__ import annotations

import pytest
from places_reader import found_in, place


def where(text: str, words: str) -> tuple[float, str] | None:
    """Rounded latitude and `why` of a place, or None where it has no pin."""
    found = place(found_in(text), words)
    return None if found.lat is None else (round(found.lat), found.why.partition("; ")[2])


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A shell hit Kernov Street in Donetsk.", "Kernov Street", (48, "in Donetsk")),
        ("A shell hit Donetsk's Kernov Street.", "Kernov Street", (48, "in Donetsk")),
        ("Shops in Donetsk shut. A shell hit Kernov Street.", "Kernov Street",
         (48, "in Donetsk, the town of the story")),
        ("Men fled Donetsk. Smoke rose over Donetsk Cathedral.", "Donetsk Cathedral",
         (48, "in Donetsk, after which it is named")),
    ],
)  # fmt: skip
def test_it_lies_in_the_town(text: str, words: str, expected: tuple[float, str]) -> None:
    assert where(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Men left Donetsk. They met in Kernov Street, Ohio.", "Kernov Street"),
        ("Men left Donetsk. In Yerevan they met in Donetsk Street.", "Donetsk Street"),
        ("Men left Donetsk for Paris. A shell hit Kernov Street.", "Kernov Street"),
    ],
)
def test_it_need_not_lie_in_the_town(text: str, words: str) -> None:
    assert where(text, words) is None


@pytest.mark.parametrize(
    ("text", "words", "name", "lat"),
    [
        ("A plane landed at Heathrow Airport.", "Heathrow Airport", "London Heathrow Airport", 51),
        ("A plane landed at Heathrow airport.", "Heathrow", "London Heathrow Airport", 51),
        ("A drone hit Aleppo International Airport.", "Aleppo International Airport",
         "Aleppo International Airport", 36),
    ],
)  # fmt: skip
def test_airports_are_known_in_full_and_short(text: str, words: str, name: str, lat: int) -> None:
    airport = place(found_in(text), words)
    assert (airport.name, airport.kind) == (name, "facility")
    assert round(airport.lat or 0) == lat


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Envoys flew to Washington. They spoke of the treaty.", "city"),
        ("Troops came from Camp Kern, Wash. Fires burn across Washington.", "region"),
        ("Fires burn across Washington, in Washington state and in Oregon.", "region"),
    ],
)
def test_washington_is_the_capital_unless_the_story_is_of_the_state(text: str, kind: str) -> None:
    assert place(found_in(text), "Washington").kind == kind


def test_a_city_is_not_the_province_of_its_name() -> None:
    assert place(found_in("Leaders met in Quebec City."), "Quebec City").kind == "city"


def test_a_place_goes_by_its_own_name_before_another_s_other_name() -> None:
    assert place(found_in("Ships called at Southold on Monday."), "Southold").name == "Southold"
