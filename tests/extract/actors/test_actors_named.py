"""Named actors: states and what stands for them, bodies, persons with their offices."""

from __future__ import annotations

import pytest
from actors_reader import actor, found_in, said

import dateline


def test_a_state_gathers_name_capital_seat_and_adjective() -> None:
    found = found_in(
        "Moscow expects new talks. Russia has sent envoys, the Kremlin said. "
        "A Russian ship left the port."
    )
    russia = actor(found, "Russia")
    assert (russia.kind, russia.country, russia.sectors) == ("state", "RUS", ["GOV"])
    assert said(found, russia) == [
        ("Moscow", "metonym"),
        ("Russia", "name"),
        ("the Kremlin"[4:], "metonym"),
        ("Russian", "demonym"),
    ]


@pytest.mark.parametrize("water", ["the Sea of Oman", "the Gulf of Oman"])
def test_water_that_bears_the_name_of_a_land_is_no_actor(water: str) -> None:
    assert not [a for a in found_in(f"Ships met in {water}.").actors if a.country == "OMN"]


def test_an_accord_is_no_body() -> None:
    names = {
        a.name for a in found_in("The Lome Peace Agreement was signed by the Lome Group.").actors
    }
    assert "Lome Peace Agreement" not in names


def test_a_capital_that_is_only_a_place_is_no_actor() -> None:
    found = found_in("The ministers met in Tehran on Monday.")
    assert not [a for a in found.actors if a.country == "IRN"]


def test_title_country_and_sector_are_read_before_a_name() -> None:
    found = found_in("Turkish Deputy Foreign Minister Orhan Yildiran told reporters on Thursday.")
    person = actor(found, "Orhan Yildiran")
    assert (person.kind, person.country, person.sectors) == ("person", "TUR", ["GOV"])
    assert [(r.title, r.country) for r in person.roles] == [("Deputy Foreign Minister", "TUR")]
    assert ("Turkish Deputy Foreign Minister Orhan Yildiran", "title") in said(found, person)


def test_title_is_read_after_a_name() -> None:
    found = found_in("Orhan Yildiran, a spokesman for the Turkish Defense Ministry, denied it.")
    person = actor(found, "Orhan Yildiran")
    assert (person.country, person.sectors[:2]) == ("TUR", ["GOV", "MIL"])
    assert person.roles[0].title == "spokesman"
    assert person.roles[0].organisation == "defense ministry"


def test_office_before_a_comma_belongs_to_the_name() -> None:
    found = found_in("The president of Kenya, Daudi Wekesa, spoke first.")
    person = actor(found, "Daudi Wekesa")
    assert (person.country, person.sectors) == ("KEN", ["GOV"])


def test_former_office_is_elite() -> None:
    found = found_in("Former Kenyan Finance Minister Daudi Wekesa was arrested in Nairobi.")
    assert actor(found, "Daudi Wekesa").sectors == ["ELI"]


def test_short_name_belongs_to_the_full_one() -> None:
    found = found_in("Kenyan General Daudi Wekesa arrived. Wekesa said that troops would stay.")
    assert ("Wekesa", "name") in said(found, actor(found, "Daudi Wekesa"))


def test_roster_surname_needs_the_story_to_fit() -> None:
    fits = found_in("Azerbaijan will not yield, President Aliyev said.")
    assert actor(fits, "Ilham Aliyev").country == "AZE"
    other = found_in("The singer Aliyev gave a concert in Lima, Peru.")
    assert not [a for a in other.actors if a.name == "Ilham Aliyev"]


def test_armed_group_and_its_fighters() -> None:
    found = found_in("Boko Haram gunmen attacked the village, the Nigerian army said.")
    group = actor(found, "Boko Haram")
    assert (group.kind, group.country, group.sectors) == ("armed_group", "NGA", ["REB"])
    assert [found.story.text[m.span[0] : m.span[1]] for m in group.mentions] == [
        "Boko Haram",
        "Boko Haram gunmen",
    ]
    army = actor(found, "Nigerian army")
    assert (army.kind, army.country, army.sectors) == ("organisation", "NGA", ["MIL"])


def test_disputed_territory_keeps_to_the_policy() -> None:
    found = found_in("Abkhazia accused Georgia of shelling.")
    entity = actor(found, "Abkhazia")
    assert (entity.country, entity.sectors) == ("GEO", ["PRE", "GOV"])


@pytest.mark.parametrize(
    "text", ["The backers of a pro-Russian party met.", "Turkish-backed fighters advanced."]
)
def test_a_backer_is_not_the_nationality(text: str) -> None:
    found = found_in(text)
    assert all(a.country is None for a in found.actors if a.kind != "state")


def test_explained_acronym_wins_over_the_table() -> None:
    found = found_in("The Eastern Examination Union (EEU) closed. The EEU had ten members.")
    assert not [a for a in found.actors if a.name == "Eurasian Economic Union"]


def test_hostile_text_does_not_hang() -> None:
    found_in("President " * 200 + "Minister of the " * 100)
    found_in("the two " * 250 + "sides " * 100)


def test_possessor_beside_a_name_is_no_apposition() -> None:
    found = found_in("They will not meet Daudi Wekesa, the president's press adviser said Monday.")
    assert actor(found, "Daudi Wekesa").roles == []


def test_president_of_a_company_is_no_government() -> None:
    found = found_in("Siemens president Daudi Wekesa resigned.")
    assert actor(found, "Daudi Wekesa").sectors == ["BUS"]


def test_office_with_its_country_right_before_the_name() -> None:
    found = found_in("The meeting was opened by President of Kenya Daudi Wekesa in Mombasa.")
    person = actor(found, "Daudi Wekesa")
    assert (person.country, [r.title for r in person.roles]) == ("KEN", ["President"])


def test_a_few_leaders_are_known_by_a_surname_alone() -> None:
    found = found_in("Putin wants a truce, Smith wrote.")
    assert actor(found, "Vladimir Putin").country == "RUS"
    # Of a place that has nothing to do with the leader of that name, nobody is known.
    assert actor(found, "Smith").country is None


def test_a_surname_of_two_leaders_of_one_state_gives_the_state() -> None:
    bush = actor(found_in("President Bush will speak to workers on the coast."), "Bush")
    assert (bush.country, bush.sectors) == ("USA", ["GOV"])


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("BAKU, June 10 (DSS) - The Federal Government sent aid to Ganja in Azerbaijan.", None),
        ("ABUJA, June 10 (DSS) - The Federal Government sent aid to Kano in Nigeria.", "NGA"),
    ],
)
def test_a_federal_government_is_of_a_federation(text: str, country: str | None) -> None:
    found = {a.name: a for a in dateline.read(text).actors}
    assert found["Federal Government"].country == country


def test_an_agencys_letters_are_no_ordinary_word() -> None:
    found = found_in(
        "ICE arrested ten migrants in Texas. Ice covered the roads, and ice cream sold."
    )
    agency = actor(found, "Immigration and Customs Enforcement")
    assert [w for w, _ in said(found, agency)] == ["ICE"]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("A court in Lome jailed three activists.", "A court in Lome"),
        ("Police in Lome deposed three mayors.", "Police in Lome"),
        ("Members of the outlawed Hamas marched.", "Members of the outlawed Hamas"),
    ],
)
def test_a_phrase_ends_before_its_verb(text: str, wording: str) -> None:
    mentions = [text[slice(*m.span)] for a in found_in(text).actors for m in a.mentions]
    assert wording in mentions
    assert not any("jailed" in m or "deposed" in m for m in mentions)
