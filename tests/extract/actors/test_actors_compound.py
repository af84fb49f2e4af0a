"""Compound phrases are split into their actors: cases as data."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from actors_reader import actor, found_in

from dateline.extract.actors.lookup import actors_of

CASES = yaml.safe_load(Path(__file__).with_name("compound_cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["phrase"])
def test_a_compound_phrase_is_split(case: dict[str, str]) -> None:
    found = found_in(case["text"])
    start = case["text"].index(case["phrase"])
    parts = actors_of(found, start, start + len(case["phrase"]))
    assert len(parts) == len(case["parts"])
    for part, wanted in zip(parts, case["parts"], strict=True):
        assert wanted in (part.name, part.country, *part.sectors)


def test_parties_of_a_parliament_are_no_two_states() -> None:
    found = found_in("Ghana and Chad sent observers. The parties in parliament could not agree.")
    assert not [a for a in found.actors if a.members]


def test_a_king_is_of_the_land_behind_his_name() -> None:
    found = found_in("King Haakon of Norway left on Monday.")
    assert actor(found, "Haakon").country == "NOR"
    assert actor(found_in("Queen Ann of Hearts left on Monday."), "Ann").country is None


def test_an_administration_is_of_its_leaders_land() -> None:
    assert actor(
        found_in("The Bush administration was silent."), "Bush administration"
    ).country == ("USA")
    assert actor(found_in("The Roe administration was silent."), "Roe administration").country is (
        None
    )


def test_letters_share_a_noun_with_an_adjective() -> None:
    found = found_in("US and British forces left on Monday.")
    assert {actor(found, n).country for n in ("US forces", "British forces")} == {"USA", "GBR"}


def test_who_leads_forces_is_their_land_and_who_backs_them_is_not() -> None:
    assert actor(found_in("Kenyan-led forces left."), "Kenyan-led forces").country == "KEN"
    assert actor(found_in("Kenyan-backed rebels left."), "Kenyan-backed rebels").country is None


def test_what_somebody_is_stands_before_his_name_like_an_office() -> None:
    soldier = actor(found_in("Israeli soldier Yossi Roe was captured."), "Yossi Roe")
    assert (soldier.country, soldier.sectors) == ("ISR", ["MIL"])
    striker = actor(found_in("French striker Jean Roe scored."), "Jean Roe")
    assert striker.sectors == []
    assert actor(found_in("The man, Jean Roe, was shot."), "Jean Roe").sectors == []


@pytest.mark.parametrize(
    ("text", "first", "names"),
    [
        ("The Kenyan and Ghanaian sides agreed.", "Kenya", {"Kenya", "Ghana"}),
        ("The Turkish-Cypriot side agreed.", "Northern Cyprus", {"Northern Cyprus"}),
    ],
)
def test_a_side_is_who_its_adjective_names(text: str, first: str, names: set[str]) -> None:
    found = found_in(text)
    assert actors_of(found, 0, text.index(" agreed"))[0].name == first
    assert {a.name for a in found.actors} == names


def test_other_nouns_are_of_no_side() -> None:
    found = found_in("A Turkish-Cypriot newspaper closed.")
    assert "Northern Cyprus" not in {a.name for a in found.actors}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya urged the government of Togo to yield.", "Government of Togo"),
        ("Kenya called for the government of Togo to yield.", "Government of Togo"),
        ("Kenya accused the army of neighbouring Togo.", "Army of neighbouring Togo"),
        # "For" and "to" make a clause, and days are no part of whom they are given to.
        ("Kenya waited for the army to enter Togo.", "Army"),
        ("Kenya gave the army of Togo two days to leave.", "Army of Togo"),
    ],
)
def test_a_body_reaches_as_far_as_what_it_is_of(text: str, name: str) -> None:
    assert name in {a.name for a in found_in(text).actors}
