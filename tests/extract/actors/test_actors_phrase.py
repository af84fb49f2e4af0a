"""Actor phrases on their own."""

from __future__ import annotations

import pytest

from dateline.extract.actors.phrase import read_phrase


@pytest.mark.parametrize(
    ("text", "country", "sectors"),
    [
        ("Kenyan Deputy Defense Minister", "KEN", ["GOV", "MIL"]),
        ("Peru's Foreign Ministry", "PER", ["GOV"]),
        ("the Chadian army", "TCD", ["MIL"]),
        ("three Turkish frigates", "TUR", ["MIL"]),
        ("a former Downing Street aide", "GBR", ["ELI"]),
        ("Hamas spokesman", "PSE", ["REB", "PTY"]),
        ("Nairobi police", "KEN", ["COP"]),
        ("several of the largest unions in Norway", "NOR", ["LAB"]),
        ("lawmakers of the European Union", None, ["LEG"]),
        ("Bolivian ambassador to France", "BOL", ["GOV"]),
        ("hundreds of refugees", None, ["REF"]),
        ("Turkish-backed Syrian rebels", "SYR", ["REB"]),
        ("Japan", "JPN", []),
        ("the White House", "USA", ["GOV"]),
        ("Abkhaz authorities", "GEO", ["PRE", "GOV"]),
        ("Mossad", "ISR", ["SPY"]),
    ],
)
def test_country_and_sectors(text: str, country: str | None, sectors: list[str]) -> None:
    read = read_phrase(text)
    assert (read["country"], read["sectors"]) == (country, sectors)


def test_a_name_of_the_roster() -> None:
    read = read_phrase("President Emmanuel Macron")
    assert (read["name"], read["kind"], read["country"]) == ("Emmanuel Macron", "person", "FRA")
    assert read["roles"][0]["title"] == "President"


@pytest.mark.parametrize(
    "text", ["", "  ", "a cloud", "Quillon Zorvath", "was, seen", "((((", "x" * 9999]
)
def test_what_is_no_actor_comes_back_empty(text: str) -> None:
    read = read_phrase(text)
    assert (read["country"], read["sectors"], read["roles"]) == (None, [], [])


def test_hostile_phrase_is_read_at_once() -> None:
    read_phrase("of the " * 10_000)
    read_phrase("President-" * 10_000)
