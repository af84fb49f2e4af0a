"""Toponyms: found, told apart, put on the map, marked as metonyms, or left open."""

from __future__ import annotations

import pytest
from places_reader import found_in, place

from dateline.extract.places.gazetteer import cities_named, gazetteer


def test_dateline_is_a_place_and_weighs() -> None:
    found = found_in("NAIROBI - Rain fell.", dateline="NAIROBI")
    spot = place(found, "NAIROBI")
    assert (spot.name, spot.country, spot.kind) == ("Nairobi", "KEN", "city")
    assert found.story.text[slice(*spot.span)] == "NAIROBI"
    assert spot.lat == pytest.approx(-1.28, abs=0.1)


def test_two_city_dateline_is_two_places() -> None:
    found = found_in("BAKU/YEREVAN - It was quiet.", dateline="BAKU/YEREVAN")
    assert [(p.text, p.country) for p in found.places] == [("BAKU", "AZE"), ("YEREVAN", "ARM")]


def test_both_naming_traditions_are_one_place() -> None:
    found = found_in("Shelling was heard in Stepanakert. Khankendi was hit in the evening.")
    assert {(p.name, p.country) for p in found.places} == {("Stepanakert", "AZE")}


def test_disputed_territory_keeps_to_the_policy() -> None:
    found = found_in("Fighting went on in Nagorno-Karabakh and in Abkhazia.")
    assert [(p.name, p.kind, p.country) for p in found.places] == [
        ("Nagorno-Karabakh", "disputed", "AZE"),
        ("Abkhazia", "disputed", "GEO"),
    ]


@pytest.mark.parametrize(
    ("text", "metonym"),
    [
        ("Ankara accused Athens of lying.", True),
        ("Talks between Ankara and Athens failed.", True),
        ("He flew to Ankara on Monday.", False),
        ("A bomb went off in Ankara.", False),
        ("The road between Ankara and Konya was closed.", False),
        ("Rebels captured Damascus on Monday.", False),
    ],
)
def test_metonyms(text: str, metonym: bool) -> None:
    assert found_in(text).places[0].metonym is metonym


def test_container_tells_namesakes_apart() -> None:
    found = found_in("She was born in Paris, Texas. He lives in Melbourne, Florida.")
    texas, florida = place(found, "Paris"), place(found, "Melbourne")
    assert (texas.country, florida.country) == ("USA", "USA")
    assert texas.lat == pytest.approx(33.66, abs=0.2)
    assert florida.lat == pytest.approx(28.08, abs=0.2)


def test_the_story_tells_namesakes_apart() -> None:
    syria = found_in("Syrian troops entered Tripoli, Libya. Libyan forces left Tripoli.")
    lebanon = found_in("Lebanese soldiers patrol Tripoli, Lebanon. The Lebanese army left Tripoli.")
    assert {p.country for p in syria.places if p.text == "Tripoli"} == {"LBY"}
    assert {p.country for p in lebanon.places if p.text == "Tripoli"} == {"LBN"}


def test_undecidable_place_has_no_pin_but_a_warning() -> None:
    found = found_in("A storm passed over Springfield on Monday.")
    spot = place(found, "Springfield")
    assert (spot.lat, spot.lon) == (None, None)
    assert [w.code for w in found.notes.warnings] == ["place_ambiguous"]


def test_unknown_place_is_kept_and_named_once() -> None:
    found = found_in(
        "Troops left Zhorbagunda at dawn. Zhorbagunda was empty, witnesses in Zhorbagunda said."
    )
    assert {p.lat for p in found.places} == {None}
    assert [w.code for w in found.notes.warnings].count("place_unknown") == 1


def test_demonyms_and_bodies_are_no_places() -> None:
    found = found_in("Iraqi and Kenyan troops met the Bank of England and the OSCE Minsk Group.")
    assert not [p.text for p in found.places if p.text in ("Iraqi", "Kenyan", "Minsk", "England")]


def test_a_county_is_not_the_town_of_its_name() -> None:
    found = found_in("Voters in Walker County stayed home.")
    assert all(p.lat is None for p in found.places)


def test_gazetteer_lists_the_largest_namesake_first() -> None:
    spots = cities_named("Birmingham")
    assert spots[0].country == "GBR"
    assert [s.population for s in spots] == sorted((s.population for s in spots), reverse=True)
    assert cities_named("Nosuchplaceatall") == ()
    assert cities_named("") == ()
    assert gazetteer().named("zzzzzz") == ()
    assert gazetteer().named("!") == ()


def test_hostile_text_does_not_hang() -> None:
    found_in("in the northern " * 300 + "Iraq")
    found_in("Paris, " * 300)


def test_two_countries_with_a_hyphen_are_two_places() -> None:
    found = found_in("Shots were fired along the Kenya-Somalia border.")
    assert [(p.name, p.country) for p in found.places] == [("Kenya", "KEN"), ("Somalia", "SOM")]


@pytest.mark.parametrize(
    ("text", "words", "country", "lat"),
    [
        ("Fighting went on in Paktika on Monday.", "Paktika", "AFG", 33),
        ("Fighting went on in Kachin on Monday.", "Kachin", "MMR", 26),
        ("A farm burned in Marathon County, Wisconsin.", "Marathon County", "USA", 45),
        ("A farm burned in Cambridgeshire on Monday.", "Cambridgeshire", "GBR", 52),
    ],
)
def test_regions_and_counties_have_positions(
    text: str, words: str, country: str, lat: float
) -> None:
    spot = place(found_in(text), words)
    assert (spot.kind, spot.country) == ("region", country)
    assert spot.lat == pytest.approx(lat, abs=1)


def test_a_facility_lies_in_the_town_it_is_named_after_but_a_street_need_not() -> None:
    found = found_in("He was taken to Luhansk Hospital. The shop is in Luhansk Street.")
    hospital, street = found.places
    assert (hospital.name, hospital.kind) == ("Luhansk Hospital", "facility")
    assert (hospital.country, hospital.lat) == ("UKR", pytest.approx(48.57, abs=0.1))
    assert "named" in hospital.why
    assert street.lat is None


def test_a_town_put_in_a_state_is_none_of_its_namesakes_elsewhere() -> None:
    found = found_in("A house burned in Tripoli, Wyo., on Monday.")
    town = place(found, "Tripoli")
    assert (town.lat, town.country) == (None, "USA")


def test_a_list_of_states_and_a_title_put_nothing_anywhere() -> None:
    found = found_in("It rained in Utah, Colorado, and Idaho. Living in Iran, Ms. Azad fled.")
    assert [p.text for p in found.places if p.lat is None] == []
    assert place(found, "Iran").country == "IRN"


def test_the_article_tells_a_sea_from_a_town() -> None:
    found = found_in("American ships crossed the Atlantic. The American crews and U.S. guns held.")
    assert place(found, "Atlantic").kind == "water"


def test_a_facility_named_after_a_person_is_not_put_into_a_small_town() -> None:
    assert place(found_in("The plane left Marshall Airport."), "Marshall Airport").lat is None
    named = found_in("He lives in Marshall, Texas. The plane left Marshall Airport.")
    assert place(named, "Marshall Airport").country == "USA"


def bodies(text: str) -> list[str]:
    """The places that stand within the names of bodies."""
    return [p.text for p in found_in(text).places if "in a body's name" in p.why]


def test_a_place_of_the_story_stands_at_the_front_of_a_bodys_name() -> None:
    alone = "Rebels shelled the town of Mombasa on Sunday. "
    found = found_in(f"{alone}The Mombasa Police Service sent for help.")
    assert [(p.text, p.country) for p in found.places] == [("Mombasa", "KEN")] * 2
    assert bodies(f"{alone}The Mombasa Police Service sent for help.") == ["Mombasa"]
    # Only what the story names as a place by itself, and only in front.
    assert bodies("The Mombasa Police Service sent for help on Sunday.") == []
    assert bodies(f"{alone}The Bank of Mombasa sent for help.") == []
