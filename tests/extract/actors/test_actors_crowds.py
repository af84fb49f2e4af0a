"""People told of again by their noun alone."""

from __future__ import annotations

import pytest
from actors_reader import found_in, said


@pytest.mark.parametrize(
    ("text", "wording", "name"),
    [
        ("Kenyan soldiers raided a hut. The soldiers left.", "The soldiers", "Kenyan soldiers"),
        ("Kenyan forces shelled a village. The troops left.", "The troops", "Kenyan forces"),
        ("APEC ministers met. Rain fell. The ministers ate.", "The ministers", "APEC ministers"),
        # nobody is of two lands, and those of another kind are others
        ("Kenyan soldiers shot Togolese soldiers. The soldiers left.", "The soldiers", "Soldiers"),
        ("Kenyan rebels shelled a village. The troops left.", "The troops", "Troops"),
        # told of before their land, or with more words, or without the article
        ("The soldiers left. Kenyan soldiers came.", "The soldiers", "Soldiers"),
        ("Kenyan soldiers came. The seven soldiers left.", "The seven soldiers", "Soldiers"),
        ("Kenyan soldiers came. Later soldiers left.", "soldiers", "Soldiers"),
        # too many to be those
        ("The Kenyan people voted. The people sang.", "The people", "People"),
    ],
)  # fmt: skip
def test_people_are_taken_up_by_their_noun(text: str, wording: str, name: str) -> None:
    found = found_in(text)
    assert name in [a.name for a in found.actors for said_, _ in said(found, a) if said_ == wording]


def test_they_are_those_who_were_taken_up() -> None:
    found = found_in("Kenyan soldiers shot a man. The soldiers fled, and they hid.")
    (soldiers,) = [a for a in found.actors if "soldiers" in a.name.lower()]
    assert ("they", "pronoun") in said(found, soldiers)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Four soldiers from Kenya have been killed.", "Soldiers from Kenya"),
        ("Officials of Togo spoke.", "Officials of Togo"),
        ("Villagers in Togo fled.", "Villagers"),
        ("Italian forces from Iraq landed.", "Italian forces"),
        ("Participants from Togo and other countries came.", "Participants"),
    ],
)
def test_people_are_named_by_the_land_that_they_are_from(text: str, name: str) -> None:
    assert name in [a.name for a in found_in(text).actors]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("North Korea fired a missile. The North then fired one more.", ["North Korea"]),
        ("North Korea spoke with South Korea. The South urged restraint.", ["South Korea"]),
        ("Kenya fired a missile. The North is quiet.", []),
        ("North Korea fired a missile. The North Sea was calm.", []),
        ("South Korea is calm. The South voted.", []),
    ],
)
def test_the_halves_of_korea_are_named_by_their_side(text: str, names: list[str]) -> None:
    found = found_in(text)
    sides = ("The North", "The South")
    assert [a.name for a in found.actors for w, _ in said(found, a) if w in sides] == names


def test_each_land_has_one_president() -> None:
    found = found_in("The presidents of Kenya and Togo met. The Kenyan president spoke.")
    people = [(a.name, len(a.mentions)) for a in found.actors if a.kind == "person"]
    assert people == [("President of Kenya", 2), ("President of Togo", 1)]


def test_the_head_of_a_breakaway_land_is_not_that_of_the_state() -> None:
    text = "Nagorno-Karabakh's president Arayik Harutyunyan left. The presidents of Azerbaijan and"
    assert "President of Azerbaijan" in [a.name for a in found_in(f"{text} Russia met.").actors]
