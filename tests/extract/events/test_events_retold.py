"""Which tellings are of one act, and which of two."""

from __future__ import annotations

import pytest
from events_reader import one, told


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        (
            "Four Kenyan soldiers were hurt when a Togolese rebel lobbed a grenade at them.",
            {"Togolese rebel"},
            {"Kenyan soldiers"},
        ),
        (
            "Two Kenyan soldiers were wounded as a roadside bomb struck their jeep.",
            set(),
            {"Kenyan soldiers"},
        ),
        (
            "A suicide bomber detonated his van at a Kenyan post, killing six soldiers.",
            {"Suicide bomber"},
            {"Kenya", "Soldiers"},
        ),
    ],
)
def test_harm_and_the_clause_that_tells_of_it_are_one_act(
    text: str, actors: set[str], recipients: set[str]
) -> None:
    event = one(text, "ASSAULT")
    assert (event.actors, event.recipients) == (actors, recipients)


def test_an_attack_and_what_it_is_to_do_to_those_attacked_are_one_act() -> None:
    event = one("Kenya launched an offensive to drive the rebels out of Wajir.", "ASSAULT")
    assert (event.actors, event.recipients) == ({"Kenya"}, {"Rebels"})


def test_who_is_killed_attacking_is_killed_by_another_act() -> None:
    text = "Togolese rebels were killed when they attacked a Kenyan camp."
    assert [e.actors for e in told(text, "ASSAULT")] == [set(), {"Togolese rebels"}]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels ambushed a Kenyan convoy on Monday. The ambush left four soldiers dead.",
        "Gunmen killed two Kenyan officers on Friday. The shooting took place at noon.",
        "A bomb killed Kenyan soldiers in Wajir. The blast also wounded nine policemen.",
        "A missile strike killed Kenyan soldiers in Wajir on Saturday. The attack in Wajir came"
        " at dawn.",
        "A mine blast left nine Kenyan soldiers injured in an attack that Kenya deplored.",
    ],
)
def test_a_noun_with_an_article_takes_up_what_was_told(text: str) -> None:
    assert len(told(text, "ASSAULT")) == 1


@pytest.mark.parametrize(
    "text",
    [
        # One more, of another kind, of another town, of a plural.
        "Rebels ambushed a Kenyan convoy. Another ambush by rebels hit Kenyan policemen.",
        "Gunmen killed two Kenyan officers. An attack on a Togolese camp followed.",
        "Gunmen shot two Kenyan officers. The shelling of a Kenyan camp went on.",
        "Rebels ambushed a Kenyan convoy in Wajir. The ambush in Mandera killed four policemen.",
        "Rebels ambushed a Kenyan convoy in Wajir on Monday. Tuesday's ambush killed policemen.",
        "Rebels ambushed a Kenyan convoy. The recent ambush on a Togolese bus killed policemen.",
    ],
)
def test_what_is_told_as_new_is_another_act(text: str) -> None:
    assert len(told(text, "ASSAULT")) == 2


def test_a_war_with_an_indefinite_article_is_no_new_one() -> None:
    text = "Fighting between Kenya and Togo goes on. A bloody conflict has raged for years."
    assert one(text, "ASSAULT").actors == {"Kenya", "Togo"}


def test_a_town_and_its_land_do_not_gainsay_each_other() -> None:
    text = "Protests erupted in Kenya on Monday. The protests in Nairobi went on."
    assert len(told(text, "PROTEST")) == 1
    text = "Protests erupted in Kisumu on Monday. The protests in Nairobi went on."
    assert len(told(text, "PROTEST")) == 2


def test_what_is_answered_is_another_act() -> None:
    text = "Kenya attacked a Togolese base in retaliation for the Togolese aggression on Kenya."
    assert [(e.actors, e.recipients) for e in told(text, "ASSAULT")] == [
        ({"Kenya"}, {"Togo"}),
        ({"Togo"}, {"Kenya"}),
    ]


def test_nobody_is_killed_twice() -> None:
    text = "Opposition leader Amara Diallo was shot dead in Lome. Rebels assassinated Diallo."
    assert one(text, "ASSAULT").actors == {"Rebels"}
    text = "Opposition leader Amara Diallo was shot dead in Lome. Rebels killed Kofi Mensah."
    assert len(told(text, "ASSAULT")) == 2


def test_who_is_arrested_again_is_arrested_twice() -> None:
    text = "Police arrested opposition leader Amara Diallo. Army men also detained Diallo{}."
    first = "Opposition leader Amara Diallo was arrested in Lome. {}Diallo was {}detained in Lome."
    assert len(told(first.format("", ""), "COERCE")) == 1
    assert len(told(first.format("", "again "), "COERCE")) == 2
    assert len(told(text.format(""), "COERCE")) == 2


@pytest.mark.parametrize(
    ("second", "number"),
    [
        ("The 5 policemen were shot while on patrol.", 1),
        ("Nine policemen were shot while on patrol.", 2),
        ("Five other policemen were shot while on patrol.", 2),
    ],
)
def test_the_first_sentence_is_told_again_of_the_same_number(second: str, number: int) -> None:
    text = f"Five Kenyan policemen were killed by rebels in Wajir. {second}"
    assert len(told(text, "ASSAULT")) == number


def test_an_accord_with_an_article_is_the_one_signed_before() -> None:
    text = "Kenya signed a border treaty on Monday. {} treaty was signed with Togo in Accra."
    assert len(told(text.format("The"), "SUPPORT")) == 1
    assert len(told(text.format("Another"), "SUPPORT")) == 2


def test_whose_murder_it_is_was_murdered() -> None:
    assert one("Togo deplored Amara Diallo's murder.", "ASSAULT").recipients == {"Amara Diallo"}
    event = one("Kenya's murder of an envoy outraged Togo.", "ASSAULT")
    assert (event.actors, event.recipients) == ({"Kenya"}, {"Envoy"})


def test_who_is_said_to_have_tortured_does_not_allege_it() -> None:
    event = one("There were allegations of torture by Kenyan police.", "ACCUSE")
    assert (event.actors, event.recipients) == (set(), {"Kenyan police"})


def test_a_blind_eye_is_turned_to_allegations_that_others_make() -> None:
    text = (
        "Kenya accused the Togolese minister of having turned a blind eye to complaints of fraud."
    )
    assert one(text, "ACCUSE").actors == {"Kenya"}


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        (
            "Gunmen burst into a Kenyan office and opened fire, killing two men and hurting a boy.",
            {"Men", "Boy"},
        ),
        ("Togolese soldiers were hit by shells fired by Kenyan forces.", {"Togolese soldiers"}),
        ("Kenyan rebels opened fire in the square and wounded five soldiers.", {"Soldiers"}),
        (
            "Kenyan rebels shot four soldiers and wounded three policemen.",
            {"Soldiers", "Policemen"},
        ),
    ],
)
def test_what_goes_on_telling_one_attack_is_no_second_one(text: str, recipients: set[str]) -> None:
    event = one(text, "ASSAULT")
    assert event.actors
    assert event.recipients == recipients


def test_the_dead_of_one_town_and_the_hurt_of_another_are_of_two_attacks() -> None:
    text = "Kenyan rebels killed four soldiers in Lome and wounded three policemen in Accra."
    assert len(told(text, "ASSAULT")) == 2


def test_the_clause_behind_the_last_telling_is_of_the_same_act() -> None:
    text = "Togo deplored the murder of Amara Diallo. Diallo was killed when a bomb struck his car."
    assert len(told(text, "ASSAULT")) == 1


def test_vandalism_of_a_memorial_is_an_act_of_its_own() -> None:
    assert one("The Kenyan premier condemned the vandalism of a memorial.", "ASSAULT").mode == (
        "destroy"
    )
    assert not told("The Kenyan premier condemned the vandalism of a car.", "ASSAULT")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya launched an attack on Togo on Friday that left three soldiers injured.",
        "The ambush, which Togo deplored, killed four Kenyan soldiers.",
        "A raid in Lome on Friday killed Kenyan soldiers. The raid began on Friday at 7:45 p.m.",
    ],
)
def test_the_toll_of_a_noun_is_no_second_attack(text: str) -> None:
    assert len(told(text, "ASSAULT")) == 1


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("President Diallo met President Wekesa and discussed with them a road.", "CONSULT", set()),
        (
            "Angry demonstrators threw stones at Kenyan police, set cars on fire and sacked banks.",
            "PROTEST",
            {"Kenyan police"},
        ),
    ],
)
def test_talks_or_a_riot_told_by_verbs_side_by_side(
    text: str, type_: str, recipients: set[str]
) -> None:
    assert one(text, type_).recipients == recipients


def test_talks_with_another_are_others() -> None:
    text = "President Diallo met President Wekesa and discussed a road with the Togolese premier."
    assert len(told(text, "CONSULT")) == 2


def test_an_attack_and_an_invasion_of_another_year_are_two() -> None:
    text = "Togo blamed the attack in Lome on men of a junta that a Kenyan-led invasion ousted."
    assert all(e.actors != {"Kenya"} for e in told(text, "ASSAULT") if "attack" in e.trigger)


def test_a_war_named_for_a_land_has_not_killed_for_it() -> None:
    text = "The Kenyan war, in which forty Togolese soldiers were killed, hurt the premier."
    assert one(text, "ASSAULT").actors == set()


def test_what_is_feared_has_not_happened() -> None:
    assert one("Kenya fears an attack by Togo.", "ASSAULT").status == "hypothetical"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kenyan officers said that the capture of Goma made a second one certain.", 1),
        ("A comment on Monday's bombing of a bus depot in Lome angered rebels.", 1),
        ("Kenyan officers talked of bombings in Lome.", 0),
        ("Kenyan officers talked of the seizure of cocaine in Lome.", 0),
    ],
)
def test_a_definite_act_of_violence_at_a_place_is_a_particular_one(text: str, number: int) -> None:
    acts = [e for e in told(text) if e.type in ("ASSAULT", "COERCE")]
    assert len(acts) == number


def test_harm_right_behind_a_deed_is_its_toll() -> None:
    text = "A Kenyan army helicopter was shot down in Togo. Two crew members were killed."
    assert one(text, "ASSAULT").recipients == {"Kenyan army", "Crew members"}


@pytest.mark.parametrize(
    "text",
    [
        # on another day, in another place, apart from it, or by somebody
        "A Kenyan helicopter was shot down in Togo. Two soldiers were killed on Monday.",
        "A Kenyan helicopter was shot down in Togo. Separately, two soldiers were killed.",
        "A Kenyan helicopter was shot down in Togo. Rebels killed two soldiers.",
        "Kenya fought a war with Togo. Two soldiers have been killed in recent months.",
    ],
)
def test_other_harm_is_no_toll(text: str) -> None:
    assert len(told(text, "ASSAULT")) == 2


def test_what_is_done_by_the_same_to_the_same_in_one_way_is_one_measure() -> None:
    text = (
        "A Kenyan court convicted rebel leader Amara Diallo of treason and sentenced him to death."
    )
    assert len(told(text, "SANCTION")) == 1
    text = "Kenya jailed a Togolese trader. Kenya also arrested a Togolese officer."
    assert len(told(text, "COERCE")) == 2


@pytest.mark.parametrize(
    ("second", "number"),
    [
        ("The rocket was fired from Togo.", 1),
        ("Another rocket was fired from Togo.", 2),
        ("The rocket that hit Kisumu on Friday was fired from Togo.", 2),
    ],
)
def test_a_weapon_that_is_known_did_what_is_known(second: str, number: int) -> None:
    assert len(told(f"A rocket fell on Nakuru, killing two women. {second}", "ASSAULT")) == number


def test_the_dead_and_the_hurt_of_what_fell_are_of_one_attack() -> None:
    text = "One woman was killed and one wounded as rockets, fired by rebels, fell on Nakuru."
    (event,) = told(text, "ASSAULT")
    assert event.actors == {"Rebels"}


def test_an_envoy_summoned_to_protest_is_one_accusation() -> None:
    assert len(told("Togo summoned Kenya's ambassador to protest at a raid.", "ACCUSE")) == 1
    text = "Students rallied outside the US embassy to protest against the Togolese army."
    assert len(told(text, "PROTEST")) == 1
    assert len(told("Togo summoned Kenya's envoy and condemned Ghana.", "ACCUSE")) == 2


@pytest.mark.parametrize(
    ("second", "number"),
    [
        ("Police welcomed the army's deployment.", 1),
        ("Soldiers have been deployed around the palace.", 1),
        ("More Kenyan troops were deployed in Lome.", 2),
        ("Togolese troops were deployed in Ghana.", 2),
        ("The army had been deployed by earlier governments.", 2),
        ("Kenya's army was deployed on Monday.", 2),
    ],
)
def test_troops_that_are_deployed_stay_deployed(second: str, number: int) -> None:
    text = f"Kenya's army was deployed in Nairobi on Sunday. {second}"
    assert len(told(text, "MOBILIZE")) == number


@pytest.mark.parametrize(("second", "number"), [("A Kisumu man", 1), ("A second man", 2)])
def test_a_man_held_twice_is_one_where_the_words_are(second: str, number: int) -> None:
    text = f"A Kisumu man was detained by the army in Wajir. {second} was detained by the army."
    assert len(told(text, "COERCE")) == number
