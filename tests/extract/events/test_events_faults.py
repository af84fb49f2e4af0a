"""Faults found by reading real stories: what is told beside, for, or in words that mislead."""

from __future__ import annotations

import pytest
from events_reader import one, told, types


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Ghana held talks with Kenya to end the fighting.", "RETREAT", "hypothetical"),
        ("Ghana opened the bridge to allow aid into Kenya.", "RETREAT", "occurred"),
        (
            "Ama Kodjo called for efforts to keep the peace as a conflict between Kenya and Ghana"
            " killed 50 people.",
            "ASSAULT",
            "occurred",
        ),
    ],
)
def test_what_is_done_for_something_has_not_brought_it_about(
    text: str, type_: str, status: str
) -> None:
    assert {e.status for e in told(text, type_)} == {status}


def test_means_of_the_same_kind_are_told_as_done() -> None:
    events = told("Police used tear gas to disperse protesters in Kenya.", "ASSAULT")
    assert {e.status for e in events} == {"occurred"}


def test_an_infinitive_is_no_destination() -> None:
    event = one("Ghana sent troops to Kenya to help protect civilians.", "MOBILIZE")
    assert event.recipients == {"Kenya"}


def test_what_is_demanded_in_a_that_clause_is_no_event() -> None:
    assert types("Ama Kodjo repeated the demand that President Amos Okello quit power.") == [
        "REQUEST"
    ]


def test_who_is_assailed_by_somebody_is_not_who_assails() -> None:
    text = "Ama Kodjo fought on, assailed by Kenya's minister Amos Okello."
    event = one(text, "ACCUSE")
    assert (event.actors, event.recipients) == ({"Amos Okello"}, {"Ama Kodjo"})


def test_where_a_strike_fell_gives_way_to_whom_it_hit() -> None:
    event = one("An airstrike in southern Kenya killed up to 30 rebel fighters.", "ASSAULT")
    assert event.recipients == {"Rebel fighters"}


def test_a_source_of_another_act_is_no_source_of_the_event() -> None:
    text = "The army raid of Ghana removed various items from Kenya."
    assert all("Kenya" not in e.actors for e in told(text, "ASSAULT"))


def test_a_danger_is_no_threat_of_somebody() -> None:
    assert types("There is an increased threat towards people in Kenya.") == []
    assert types("Kenya's threat against Ghana worried Togo.") == ["THREATEN"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya won't allow Ghana's leader to make a visit.",
        "Kenya did not allow United Nations inspectors to enter the site.",
        "Kenya's army would not let the observers leave.",
    ],
)
def test_who_does_not_allow_refuses(text: str) -> None:
    assert types(text) == ["REJECT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels armed with rifles attacked Kenya.", ["ASSAULT"]),
        ("Ghana armed the rebels in Kenya.", ["AID"]),
        ("The rebels are armed by Ghana.", ["AID"]),
        ("President Amos Okello of Kenya fought to save his job.", []),
        ("A hurricane lashed Kenya.", []),
        ("Kenyan rebels entered into an agreement with Ghana.", ["SUPPORT"]),
        ("Kenya's president spoke with Ghana's leader on the phone.", ["CONSULT"]),
        ("Government forces began deploying into the territory of Ghana.", ["MOBILIZE"]),
        ("Kenyan forces are on high alert.", ["MOBILIZE"]),
        ("Kenya called in the army.", ["MOBILIZE"]),
        ("Kenya announced the transfer of humanitarian aid to Ghana.", ["AID"]),
        ("Kenya's government reversed course on the curfew.", ["CONCEDE"]),
        ("Ghana's parliament held a session of the parliament.", []),
    ],
)
def test_words_that_mislead_and_words_that_were_missed(text: str, expected: list[str]) -> None:
    assert types(text) == expected


def test_a_genocide_named_after_a_land_is_not_its_act() -> None:
    event = one("The Rwandan genocide killed thousands of people.", "ASSAULT")
    assert event.actors == set()


def test_lost_control_of_a_vehicle_is_no_retreat() -> None:
    war = "Rebels attacked Kenya. "
    assert "RETREAT" not in types(war + "The driver lost control of the van.")
    assert "RETREAT" in types(war + "Kenya's army lost control of the town.")


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The two neighbours, Kenya and Ghana, signed a treaty.", {"Kenya", "Ghana"}),
        ("Three countries - Kenya, Ghana and Togo - sent troops.", {"Kenya", "Ghana", "Togo"}),
        ("Peace talks led by Kenya and Ghana resumed.", {"Kenya", "Ghana"}),
        (
            "Talks have been ongoing under the Togo Group, led by its chairs - Kenya and Ghana.",
            {"Kenya", "Ghana"},
        ),
        ("Talks were held under the Togo Group.", {"Togo Group"}),
        ("Togo's motion won support from nine EU members, Kenya and Ghana.", {"EU members"}),
    ],
)
def test_those_who_are_listed_or_lead_act(text: str, actors: set[str]) -> None:
    assert [e.actors for e in told(text)] == [actors]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The soldiers were freed from Ghana after six days.", {"Ghana"}),
        ("Two American soldiers were freed from a prison in Kenya.", {"Kenya"}),
        ("The soldiers were freed from Ghana by Togo.", {"Togo"}),
        ("The soldiers were released from the rebels.", set()),
    ],
)
def test_a_state_that_held_somebody_is_who_lets_go(text: str, actors: set[str]) -> None:
    assert one(text, "RETREAT").actors == actors


def test_a_warning_of_a_third_is_no_threat() -> None:
    assert types("Ghana warned Togo about the rebels.") == ["ACCUSE"]
    assert types("Ghana warned Togo on Monday.") == ["THREATEN"]
    assert types("Ghana warned its citizens that a storm was coming.") == []


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Kenya issued a statement condemning Ghana.", "ACCUSE", {"Kenya"}, {"Ghana"}),
        ("The president of Kenya sent a letter urging Ghana to withdraw.", "REQUEST", None, None),
        (
            "A resolution condemning Ghana was adopted by Kenya's parliament.",
            "ACCUSE",
            {"Kenya's parliament"},
            {"Ghana"},
        ),
        ("Kenya's navy will not release the Ghanaian tanker.", "REJECT", {"Kenya's navy"}, None),
        ("Kenya said it would not meet the demands of Togo.", "REJECT", {"Kenya"}, {"Togo"}),
    ],
)
def test_who_issues_a_document_does_what_it_does(
    text: str, type_: str, actors: set[str] | None, recipients: set[str] | None
) -> None:
    event = one(text, type_)
    assert event.actors == actors or (actors is None and event.actors)
    assert event.recipients == recipients or recipients is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan and Ghanaian warships launched 10 days of war games.", ["COOPERATE"]),
        ("Ghana and Togo are participating in a war game.", ["COOPERATE"]),
        ("Kenyan warships held war games.", ["MOBILIZE"]),
        ("Kenya and Ghana held joint exercises.", ["COOPERATE"]),
        ("The Kenyans reject proposed Ghanaian changes to the deal.", ["REJECT"]),
        ("Kenya rejected any military solution to the crisis in Ghana.", ["REJECT"]),
        ("President Kojo Mensah of Ghana rejected a meeting with the rebels.", ["REJECT"]),
        ("Kenya suspended part of a military aid program for Ghana.", ["SANCTION"]),
        ("A Kenyan court found former premier Kojo Mensah guilty of fraud.", ["SANCTION"]),
        ("Ghana is deploying 300 troops to the UN peacekeeping mission in Mali.", ["AID"]),
        ("Ghana is deploying 300 troops to the border with Mali.", ["MOBILIZE"]),
        ("Kenya's plant can meet the demand of the market.", []),
    ],
)
def test_more_words_that_were_missed(text: str, expected: list[str]) -> None:
    assert types(text) == expected


def test_an_occasion_is_another_event() -> None:
    text = "The air strikes broke a calm, after the Togo attacks sent Ghanaians to shelters."
    assert [e.actors for e in told(text, "ASSAULT")] == [set(), {"Togo"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya has been committed to pulling troops out of Ghana.", [("AGREE", "occurred")]),
        ("Kenya will use the full force of the law against the rebels.", []),
        ("Kenya used force against the rebels.", [("ASSAULT", "occurred")]),
        ("Kenya honored its agreement with Ghana.", []),
        ("Kenya honored Ghana's president.", [("SUPPORT", "occurred")]),
        ("Kenya allocated funding for the construction of a wall near Ghana.", []),
        (
            "Kenya ordered the army to ensure that rebels respect the truce.",
            [("RETREAT", "hypothetical")],
        ),
        ("Kenyan villagers blocked roads.", [("PROTEST", "occurred")]),
        ("Kenyan police blocked roads.", []),
    ],
)
def test_type_and_status(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.type, e.status) for e in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Protesters staged blockades in Kenya.", [("PROTEST", "obstruct")]),
        (
            "Kenyan protesters gathered around the headquarters, blocking the exits.",
            [("PROTEST", "obstruct")],
        ),
        ("Kenya's army staged a blockade of Ghana's port.", [("COERCE", "restrict")]),
        ("Kenya's economy has taken a beating this year.", []),
        ("The ruling party of Kenya lost control of parliament.", []),
        ("Former militia members returned to Kenya from Ghana.", []),
        ("Kenya's president returned to Ghana for talks.", [("CONSULT", "visit")]),
        ("The US envoy returned to Washington after a stay in Kenya.", []),
        ("Mayor Amos Okello of Nairobi is ending his presidential campaign.", []),
        ("Kenya ended its military campaign in Ghana.", [("RETREAT", "ceasefire")]),
        ("The judge handed over a wild bear to Kenya's ministry.", []),
    ],
)
def test_words_of_home_affairs(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.type, e.mode) for e in told(text)] == expected


def test_who_adopts_a_statement_welcomes_what_it_welcomes() -> None:
    text = "The UN Security Council adopted a statement that welcomed Ghana's decision."
    assert one(text, "SUPPORT").actors == {"United Nations Security Council"}


def test_a_number_that_is_brought_to_seven_is_no_movement_of_troops() -> None:
    assert "MOBILIZE" not in types("The attack brings the number of Kenyan soldiers to seven.")


def test_the_kurdish_workers_party_is_not_that_of_another_land() -> None:
    text = "The Kurdish Workers' Party (PKK) attacked Turkish soldiers. The PKK fled."
    assert one(text, "ASSAULT").actors == {"Kurdistan Workers' Party"}


def test_what_a_document_does_comes_with_its_issue() -> None:
    text = "Kenya's president {} a decree banning the party."
    assert [e.status for e in told(text.format("signed"), "COERCE")] == ["occurred"]
    assert [e.status for e in told(text.format("will sign"), "COERCE")] == ["planned"]
    assert [e.status for e in told(text.format("may sign"), "COERCE")] == ["hypothetical"]


def test_what_a_bill_would_do_is_not_done_by_who_presents_it() -> None:
    text = "President Amos Okello of Kenya presented a bill that bans the party."
    assert all(not e.actors for e in told(text, "COERCE"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya is expected to present a resolution condemning Ghana.", [("planned", {"Kenya"})]),
        ("Kenya vetoed a resolution condemning Ghana.", []),
        ("Kenya's party keeps to a law banning protests.", [("occurred", set())]),
    ],
)
def test_who_only_speaks_of_a_document_does_not_issue_it(
    text: str, found: list[tuple[str, set[str]]]
) -> None:
    got = [(e.status, e.actors) for e in told(text) if e.type in ("ACCUSE", "COERCE")]
    assert got == found


def test_the_mood_stands_on_what_obliges() -> None:
    assert one("Kenya may have to deliver food aid to Ghana.", "AID").status == "hypothetical"
    assert one("Kenya had to deliver food aid to Ghana.", "AID").status == "occurred"


def test_alert_over_a_disease_and_warrants_by_nobody_named() -> None:
    assert types("Kenya is on high alert over bird flu.") == []
    assert "THREATEN" in types("Arrest warrants were issued for Ghana's ministers.")


def test_getting_together_is_a_meeting_of_all_named() -> None:
    text = "Kenya, Ghana and Mali got together in Accra in September."
    assert one(text, "CONSULT").actors == {"Kenya", "Ghana", "Mali"}
    assert types("Kenya got the papers together.") == []


def test_a_headlines_state_is_what_acts_for_it_in_the_story() -> None:
    body = "The Kenyan government voiced its concern on Thursday."
    text = f"Kenya voices concern over violence\n\n{body}"
    event = one(text, "ACCUSE")
    assert event.actors == {"Kenyan government"}
    other = "Kenya voices concern over violence\n\nThe Ghanaian government voiced its concern."
    assert len(told(other, "ACCUSE")) == 2


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        (
            "The Kenyan government came under fire for its delays.",
            "ACCUSE",
            set(),
            {"Kenyan government"},
        ),
        ("Kenya came under fire from Ghana.", "ASSAULT", {"Ghana"}, {"Kenya"}),
    ],
)
def test_under_fire_for_something_is_criticised(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    event = one(text, type_)
    assert (event.actors, event.recipients) == (actors, recipients)


def test_a_claimed_attack_that_targets_is_one() -> None:
    event = one("The rebels claimed responsibility for an attack targeting soldiers.", "ASSAULT")
    assert event.recipients == {"Soldiers"}


def test_whose_proposal_it_is_is_turned_down() -> None:
    event = one("Ghana rejected a Kenyan proposal for talks with Togo.", "REJECT")
    assert event.recipients == {"Kenya"}


def test_what_stands_before_a_headlines_colon_does_not_act() -> None:
    event = one("Kenya: Tens of thousands rally to demand minister's resignation", "PROTEST")
    assert "Kenya" not in event.actors


def test_one_war_goes_on_through_periods_that_adjoin() -> None:
    event = one("Ghana and Kenya fought a war in the late 1980s and early 1990s.", "ASSAULT")
    assert event.date is not None
    assert "/" in event.date
    attacks = told("Rebels carried out attacks in Kenya in 1994 and 1999.", "ASSAULT")
    assert {e.date for e in attacks} == {"1994", "1999"}


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Ghana condemned the attack on the embassy.", set()),
        ("Ghana condemned the attack on the embassy by rebels.", {"Rebels"}),
        ("Ghana condemned Kenya's raid on the embassy.", {"Kenya"}),
        ("Ghana blamed the attack on the rebels.", {"Rebels"}),
    ],
)
def test_who_suffered_an_attack_is_not_condemned_with_it(text: str, recipients: set[str]) -> None:
    assert one(text, "ACCUSE").recipients == recipients


@pytest.mark.parametrize(
    "text",
    [
        "After a meeting with President Amos Okello, Ama Kodjo said the truce would hold.",
        "Following talks with President Amos Okello, Ama Kodjo urged Kenya to sign.",
    ],
)
def test_who_speaks_after_talks_with_somebody_held_them(text: str) -> None:
    assert one(text, "CONSULT").actors == {"Ama Kodjo", "Amos Okello"}


def test_what_is_no_actor_held_no_talks() -> None:
    text = "Oil prices rose after a meeting with President Amos Okello."
    assert one(text, "CONSULT").actors == {"Amos Okello"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("President Amos Okello's brother met Ama Kodjo.", {"President Amos Okello's brother"}),
        ("President Amos Okello's allies met Ama Kodjo.", {"President Amos Okello's allies"}),
        ("Kenya's rivals met Ama Kodjo.", {"Kenya's rivals"}),
    ],
)
def test_somebody_beside_another_is_not_the_other(text: str, who: set[str]) -> None:
    assert one(text, "CONSULT").actors == {"Ama Kodjo", *who}


@pytest.mark.parametrize(
    ("text", "types_"),
    [
        ("Amos Okello was taken to hospital after complaining of chest pains.", []),
        ("Kenya complained of attacks by Ghana.", ["ACCUSE", "ASSAULT"]),
        ("Kenya's weather service issued a fog warning.", []),
        ("Kenya issued a stern warning to Ghana.", ["THREATEN"]),
    ],
)
def test_pains_and_weather_are_no_quarrel(text: str, types_: list[str]) -> None:
    assert types(text) == types_


def test_leaving_hospital_is_no_release() -> None:
    assert types("President Amos Okello was released from hospital on Monday.") == []
    assert types("President Amos Okello was released from prison on Monday.") == ["RETREAT"]


def test_what_somebody_is_kept_from_did_not_happen() -> None:
    event = one("The embargo prevents Kenya from receiving aid from Ghana.", "AID")
    assert event.status == "denied"


def test_whose_surrender_it_is_surrenders() -> None:
    assert one("They observed the Kenyan surrender.", "RETREAT").actors == {"Kenya"}


def test_the_second_side_may_hang_beside_the_first() -> None:
    event = one("Clashes between Hamas and Fatah members in Gaza killed three men.", "ASSAULT")
    assert len(event.actors) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ghana will investigate the attack on soldiers by rebels.",
        "Ghana may condemn the attack on soldiers by rebels.",
        "Ghana has not condemned the attack on soldiers by rebels.",
        "The accord is to end two years of fighting between Kenya and Ghana.",
    ],
)
def test_what_is_said_or_done_of_an_attack_presupposes_it(text: str) -> None:
    assert one(text, "ASSAULT").status == "occurred"


WAR = "Fighting between Kenya and Ghana went on.\n"


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya's army said the enemy shelled a village.", {"Ghana"}),
        ("Ghana's army said enemy forces shelled a village.", {"Kenya"}),
        ("Kenya's army said its enemy shelled a village.", set()),
        ("Togo's army said the enemy shelled a village.", set()),
        ("The enemy shelled a village.", set()),
    ],
)
def test_the_enemy_is_who_fights_the_side_that_speaks(text: str, actors: set[str]) -> None:
    shelled = [e for e in told(WAR + text, "ASSAULT") if "shelled" in e.trigger]
    assert [e.actors for e in shelled] == [actors]


def test_the_enemy_of_a_breakaway_region_is_the_state_it_left() -> None:
    text = "The Karabakh army said the enemy shelled Martuni. Azerbaijan denied that."
    assert told(text, "ASSAULT")[0].actors == {"Azerbaijan"}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("There was artillery fire from the Kenyan side.", {"Kenya"}),
        ("Kenya's army had fired twice during the night.", {"Kenya's army"}),
    ],
)
def test_fire_from_a_side_is_its_own(text: str, actors: set[str]) -> None:
    assert one(text, "ASSAULT").actors == actors


def test_who_brokered_a_truce_does_not_keep_it() -> None:
    text = "A Togo-brokered truce between Kenya and Ghana took effect on Monday."
    assert one(text, "RETREAT").actors == {"Kenya", "Ghana"}
    assert types("A Togo-brokered truce between Kenya and Ghana collapsed.") == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenya struck Kampala with missiles.", "heavy-weapons"),
        ("Kenya attacked Kampala on Monday.", None),
        ("Kampala was rocked by fresh bombings early Monday.", "explosives"),
    ],
)
def test_a_town_may_be_what_is_attacked(text: str, mode: str | None) -> None:
    assert one(text, "ASSAULT").mode == mode


def test_tariffs_hit_nobody_in_that_sense() -> None:
    assert told("Kenya hit Uganda with tariffs.", "ASSAULT") == []


def test_the_countries_are_those_that_fight() -> None:
    text = "Fighting between Kenya and Ghana went on. On Monday the countries agreed on a truce."
    assert one(text, "AGREE").actors == {"Kenya", "Ghana"}
    text = "Fighting between Kenya and Ghana went on. The countries of the region met."
    assert one(text, "CONSULT").actors == {"Countries"}


def test_what_was_waited_for_has_come() -> None:
    text = "Protesters stayed until President Amos Okello resigned."
    assert one(text, "RETREAT").status == "occurred"


def test_what_a_deal_lays_down_is_still_to_come() -> None:
    event = one("The deal stipulated that Kenya withdraw its troops.", "CONCEDE")
    assert (event.actors, event.status) == ({"Kenya"}, "planned")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenyan officials criticized a resolution adopted by Ghana.", "ACCUSE"),
        ("Kenya rejected a plan proposed by Ghana.", "REJECT"),
    ],
)
def test_words_about_an_act_are_upon_its_author(text: str, type_: str) -> None:
    assert one(text, type_).recipients == {"Ghana"}


def test_a_protest_in_front_of_an_embassy_is_upon_it() -> None:
    event = one("Dozens of people protested in front of the Kenyan embassy.", "PROTEST")
    assert event.recipients == {"Kenyan embassy"}
    event = one("Activists rallied in front of a crowd in the capital of Kenya.", "PROTEST")
    assert event.recipients == set()


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("“I would like to thank Kenya,” Ama Kodjo said.", "SUPPORT", "occurred"),
        ("“We would like to condemn an attack by rebels,” Ama Kodjo said.", "ACCUSE", "occurred"),
        ("“We would like to condemn an attack by rebels,” Ama Kodjo said.", "ASSAULT", "occurred"),
        ("Kenya would like to join the talks with Ghana.", "CONSULT", "hypothetical"),
    ],
)
def test_words_that_are_the_act_perform_it(text: str, type_: str, status: str) -> None:
    assert one(text, type_).status == status


@pytest.mark.parametrize(("land", "told_once"), [("Kenyan", True), ("Togolese", False)])
def test_the_first_sentence_tells_again_whom_the_headline_has_killed(
    land: str, told_once: bool
) -> None:
    text = (
        "Nine Kenyan troops killed in Kisumu\n\n"
        f"KISUMU, June 10 - Nine {land} servicemen were killed or wounded on Thursday."
    )
    killed = [e for e in told(text, "ASSAULT") if "killed" in e.trigger]
    assert (len(killed) == 1) is told_once


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Rebel attacks killed three villagers in Togo.", {"Rebels"}, {"Villagers"}),
        ("Gunmen attacked an army base in Togo.", {"Gunmen"}, {"Army"}),
        ("Kenyan jets bombed the rebel-held town of Lamu.", {"Kenyan jets"}, {"Rebels"}),
        ("Kenyan jets bombed the Shabaab-held town.", {"Kenyan jets"}, {"Al-Shabaab"}),
        ("Kenyan jets bombed a Shabaab-backed camp.", {"Kenyan jets"}, set()),
    ],
)
def test_whose_act_or_place_it_is_stands_before_the_noun(
    text: str, actors: set[str], recipients: set[str]
) -> None:
    event = one(text, "ASSAULT")
    assert (event.actors, event.recipients) == (actors, recipients)
