"""Nouns that say whose the next noun is: "a rebel attack", "an army base"."""

from __future__ import annotations

import pytest
from actors_reader import actor, found_in, said


@pytest.mark.parametrize(
    ("text", "name", "wording"),
    [
        ("Ten villagers died in an army offensive.", "Army", "army"),
        ("Rebel attacks killed three villagers.", "Rebels", "Rebel"),
        ("The minister condemned the police raid.", "Police", "police"),
        ("Student protests spread to Mombasa.", "Students", "Student"),
        ("Jets struck guerrilla camps near the lake.", "Guerrillas", "guerrilla"),
        ("Shells hit civilian targets in the valley.", "Civilians", "civilian"),
        ("The party rejected the government plan.", "Government", "government"),
        ("Jets bombed the rebel-held town.", "Rebels", "rebel-held"),
        ("Shells hit the government-controlled zone.", "Government", "government-controlled"),
    ],
)
def test_a_noun_before_an_act_or_a_thing_is_who_acts_or_owns(
    text: str, name: str, wording: str
) -> None:
    found = found_in(text)
    assert (wording, "name") in said(found, actor(found, name))


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Gunmen stormed an army base in northern Togo.", "Army", "TGO"),
        ("Fighters overran a military camp in Togo.", "Military", "TGO"),
        ("Gunmen stormed a Kenyan army base.", "Kenyan army", "KEN"),
        ("Soldiers took a Ghanaian rebel stronghold.", "Ghanaian rebels", "GHA"),
    ],
)
def test_it_has_the_land_that_its_phrase_names(text: str, name: str, country: str) -> None:
    assert actor(found_in(text), name).country == country


def test_what_the_story_has_named_is_taken_up() -> None:
    found = found_in("Rebels took the town. Rebel attacks went on for days.")
    assert [w for w, _ in said(found, actor(found, "Rebels"))] == ["Rebels", "Rebel"]


@pytest.mark.parametrize(
    "text",
    [
        "Student arrests angered the unions.",  # what befalls them
        "Kenya and Togo agreed on a prisoner swap.",
        "A military coup in the capital failed.",  # may be by anybody in arms
        "Anti-government protests spread.",
        "The rebel-backed plan failed.",
        "The embassy bombing killed ten people.",  # where, and not who
        "The suspects had a terrorist network.",
        "Customs duties rose.",
        "The Korean War and the Arab-Israeli wars ended.",
        "Latin American music thrilled South America.",
        "Crowds hailed an anti- Togolese song.",  # as some agencies space it
    ],
)
def test_other_nouns_before_a_noun_are_nobody(text: str) -> None:
    names = {a.name for a in found_in(text).actors}
    assert names <= {"Kenya", "Togo", "People", "Unions", "Suspects", "Crowds"}
