"""A description beside a name is who is named: "a rebel group, the Coast Front"."""

from __future__ import annotations

import pytest
from actors_reader import actor, found_in, said


@pytest.mark.parametrize(
    ("text", "name", "wording"),
    [
        ("A rebel group, the Coast Front, took the town.", "Coast Front", "A rebel group"),
        (
            "A rebel group, the Togo Liberation Front, took the town.",
            "Togo Liberation Front",
            "A rebel group",
        ),
        ("Seleka, a rebel force, took the town.", "Seleka", "a rebel force"),
        ("Amara Diallo, a rights activist, left.", "Amara Diallo", "a rights activist"),
    ],
)
def test_a_description_beside_a_name_is_who_is_named(text: str, name: str, wording: str) -> None:
    found = found_in(text)
    assert (wording, "title") in said(found, actor(found, name))
    assert len(found.actors) == 1


def test_the_description_tells_what_the_name_does_not() -> None:
    found = found_in("A Ghanaian rebel group, the Coast Front, took the town.")
    front = actor(found, "Coast Front")
    assert (front.kind, front.country, front.sectors) == ("armed_group", "GHA", ["REB"])
    person = actor(found_in("Amara Diallo, a Kenyan engineer, was kidnapped."), "Amara Diallo")
    assert (person.country, person.sectors) == ("KEN", [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A rebel group and the Coast Front signed it.", {"Rebel group", "Coast Front"}),
        ("A rebel group fought the Coast Front.", {"Rebel group", "Coast Front"}),
        ("A lawyer met Amara Diallo, a minister.", {"Lawyer", "Amara Diallo"}),
        ("The Coast Youth Union (CYU) met.", {"Coast Youth Union"}),
        (
            "He met the Kenyan president and also the Russian, Vladimir Putin.",
            {"Kenyan president", "Vladimir Putin", "Kenya", "Russia"},
        ),
    ],
)
def test_others_stay_others(text: str, names: set[str]) -> None:
    assert {a.name for a in found_in(text).actors} == names


def test_what_is_asked_of_a_body_is_no_part_of_its_name() -> None:
    text = "Kenya appealed to the Togolese authorities for the release of a lawyer."
    assert {a.name for a in found_in(text).actors} >= {"Togolese authorities"}
    text = "A spokesman for the army said so."
    assert {a.name for a in found_in(text).actors} >= {"Spokesman for the army"}
