"""Who acts on whom in less usual frames: dissent denied, gifts received, weapons believed fired."""

from __future__ import annotations

import pytest
from events_reader import one, read, told, types


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will not object to the bid of Ghana.",
        "Kenya did not oppose Ghana's resolution.",
        "Togo's minister Ama Kodjo won't ever quarrel over the plans of Ghana.",
    ],
)
def test_dissent_that_is_denied_is_assent(text: str) -> None:
    event = one(text, "SUPPORT")
    assert event.recipients == {"Ghana"}
    assert event.status == "occurred"


def test_other_reproach_that_is_denied_is_no_event() -> None:
    assert types("Kenya did not condemn Ghana.") == []
    assert types("Kenya will object to the bid of Ghana.") == ["ACCUSE"]


def test_what_is_told_in_the_past_is_not_planned() -> None:
    text = "Kenya plans to visit Ghana five years after rebels burned its embassy."
    assert one(text, "ASSAULT").status == "occurred"
    text = "Kenya is about to meet Ghana after rebels release the hostages."
    assert [e.status for e in told(text) if "release" in e.trigger] == ["planned"]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        (
            "Ghanaian students received weapons from the Togo government.",
            "AID",
            {"Togo government"},
            {"Ghanaian students"},
        ),
        ("Evidence against Ghana was presented by Kenya.", "ACCUSE", {"Kenya"}, {"Ghana"}),
        ("Kenya agreed to lift the sanctions on Ghana.", "AGREE", {"Kenya"}, {"Ghana"}),
        ("Togo will adopt a joint plan with Ghana.", "AGREE", {"Togo", "Ghana"}, set()),
        ("Kenya adopted a set of resolutions with Ghana.", "SUPPORT", {"Kenya", "Ghana"}, set()),
        ("Kenya broke a treaty with Ghana.", "REJECT", {"Kenya"}, {"Ghana"}),
        ("Kenya halted its advance on Ghana's capital.", "RETREAT", {"Kenya"}, {"Ghana"}),
        ("Kenya is close to a deal with Ghana.", "AGREE", {"Kenya", "Ghana"}, set()),
        ("Kenya moved closer to an accord with Ghana.", "AGREE", {"Kenya", "Ghana"}, set()),
        ("Kenya restored ties with Ghana and Togo.", "SUPPORT", {"Kenya"}, {"Ghana", "Togo"}),
        ("Ties were restored between Kenya and Ghana.", "SUPPORT", {"Kenya", "Ghana"}, set()),
        ("Kenya and Ghana restored ties.", "SUPPORT", {"Kenya", "Ghana"}, set()),
        (
            "Kenyan President Amos Okello had dinner with the leaders of Ghana.",
            "CONSULT",
            {"Amos Okello", "Leaders of Ghana"},
            set(),
        ),
        (
            "Kenya forced the UN refugee agency out of the country.",
            "SANCTION",
            {"Kenya"},
            {"UNHCR"},
        ),
        ("Kenya is opposed to Ghanaian mediation.", "REJECT", {"Kenya"}, {"Ghana"}),
        ("Kenya is opposed to the wars of Ghana.", "ACCUSE", {"Kenya"}, {"Ghana"}),
        (
            "Kenya refused admittance to Ghanaian refugees.",
            "REJECT",
            {"Kenya"},
            {"Ghanaian refugees"},
        ),
        (
            "Kenya's army forced out 1,000 Somali refugees from their homes.",
            "COERCE",
            {"Kenya's army"},
            {"Somali refugees"},
        ),
        (
            "Kenya defended Ghana on Friday against criticism of its tea.",
            "SUPPORT",
            {"Kenya"},
            {"Ghana"},
        ),
        (
            "Kenya is allocating 95 million shillings in humanitarian aid to Ghana.",
            "AID",
            {"Kenya"},
            {"Ghana"},
        ),
        ("Kenya sent 5,000 tons of rice to Ghana.", "AID", {"Kenya"}, {"Ghana"}),
        ("Kenya released the Ghanaian tanker.", "RETREAT", {"Kenya"}, {"Ghana"}),
        ("Togo warned of Ghana on Monday.", "ACCUSE", {"Togo"}, {"Ghana"}),
        ("Togo has overcome its differences with Ghana.", "AGREE", {"Togo", "Ghana"}, set()),
        (
            "Togo's death total rose in the conflict with Ghana.",
            "ASSAULT",
            {"Togo", "Ghana"},
            set(),
        ),
    ],
)
def test_frames(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    event = one(text, type_)
    assert (event.actors, event.recipients) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya took up the issue with Ghana.",
        "Kenya is close to Ghana.",
        "A Kenyan shepherd had dinner with his sister.",
    ],
)
def test_words_near_them_that_tell_no_event(text: str) -> None:
    assert types(text) == []


def test_they_are_those_who_speak() -> None:
    text = "The Kenyan rebels said that they will lay down arms in May."
    assert one(text, "AGREE").actors == {"Kenyan rebels"}
    assert one("Residents said that they shelled Kenya.", "ASSAULT").actors == {"Residents"}


def test_leaving_for_a_land_is_a_visit_of_whoever_is_in_office() -> None:
    event = one("Kenya's new mayor left on Monday for Ghana.", "CONSULT")
    assert (event.mode, event.recipients) == ("visit", {"Ghana"})
    assert types("Kenyan tourists left on Monday for Ghana.") == []


def test_what_experts_agree_upon_befalls_nobody() -> None:
    assert told("Experts agree that slow ministries leave the public in the dark.") == []


def test_a_weapon_acts_for_those_who_are_believed_to_have_fired_it() -> None:
    text = (
        "The airliner of Kenya Airways was blown up over Ghana by a missile believed to be fired "
        "by pro-Togo rebels."
    )
    event = one(text, "ASSAULT")
    assert "blown" in event.trigger
    assert "fired" in event.trigger
    assert (event.actors, event.recipients) == ({"Pro-Togo rebels"}, {"Kenya Airways"})


@pytest.mark.parametrize("who", ["Pro-Togo rebels", "Anti-Togo protesters"])
def test_a_land_that_is_backed_or_opposed_is_not_their_own(who: str) -> None:
    actor = next(a for a in read(f"{who} attacked Ghana.").actors if a.name == who)
    assert actor.country is None


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Kenya's president ordered the army to attack rebels in Ghana.", "ASSAULT", "planned"),
        ("Kenya's president ordered his troops to withdraw from Ghana.", "CONCEDE", "occurred"),
        ("The Kenyan general instructed his soldiers to deploy in Ghana.", "MOBILIZE", "occurred"),
        ("Kenyan police were ordered to disperse the protesters.", "ASSAULT", "planned"),
    ],
)
def test_an_order_to_ones_own_forces_is_their_act(text: str, type_: str, status: str) -> None:
    event = one(text, type_)
    assert event.status == status
    assert any("Kenya" in name for name in event.actors)
    assert "REQUEST" not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya ordered Ghanaian troops to leave Togo.",
        "Kenya ordered the rebels to disarm.",
        "A Kenyan court ordered the police to release the activist.",
    ],
)
def test_an_order_to_others_is_a_request(text: str) -> None:
    assert "REQUEST" in types(text)


def test_the_land_of_a_town_is_struck_by_another_that_is_known() -> None:
    text = "Ghana said that Kenyan forces had shelled Kumasi."
    assert one(text, "ASSAULT").recipients == {"Ghana"}
    assert one("Ghana said that rebels had shelled Kumasi.", "ASSAULT").recipients == set()
    assert one("Ghana said that Ghanaian forces had shelled Kumasi.", "ASSAULT").recipients == set()


def test_what_a_measure_is_to_prevent_was_not_prevented_by_it() -> None:
    text = "Kenya imposed the curfew to prevent riots in Mombasa."
    assert [e.status for e in told(text, "PROTEST")] == ["hypothetical"]
    text = "Kenyan police prevented a riot in Mombasa."
    assert [e.status for e in told(text, "PROTEST")] == ["denied"]


def test_a_coordinated_verb_says_what_came_of_a_plan() -> None:
    text = "Kenyan troops helped to prepare and commit killings in Ghana."
    assert one(text, "ASSAULT").status == "occurred"
    assert one("Kenyan troops planned killings in Ghana.", "ASSAULT").status == "planned"


def test_negotiators_of_two_lands_are_not_both_at_home() -> None:
    event = one("U.S. and Kenyan negotiators returned to Vienna for talks.", "CONSULT")
    assert event.actors == {"U.S. negotiators", "Kenyan negotiators"}


def test_a_group_that_somebody_is_said_to_be_is_accused_with_him() -> None:
    text = "Hezbollah is a group accused of killing hundreds in Kenya."
    assert one(text, "ACCUSE").recipients == {"Hezbollah"}


def test_not_a_single_soldier_fights() -> None:
    assert one("Not a single Kenyan soldier is fighting in Ghana.", "ASSAULT").status == "denied"


def test_what_somebody_else_does_in_protest_is_no_demonstration() -> None:
    assert "PROTEST" not in types("Kenya left the talks in protest at Ghanaian sanctions.")
    text = "Thousands gathered in Nairobi in protest against Kenya's government."
    assert "PROTEST" in types(text)


def test_what_comes_after_an_order_is_no_order() -> None:
    text = "Kenya's president ordered the army to attack after a rocket had wounded two girls."
    wounded = next(e for e in told(text, "ASSAULT") if "wounded" in e.trigger)
    assert wounded.actors == set()


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan observers are not slated to come to Ghana before May.",
        "Kenya is not expected to send troops to Ghana.",
        "A crisis blew up in Kenya.",
        "The statement was signed by a Kenyan army spokesman.",
        "Three Kenyan soldiers retired from the army.",
        "Wekesa, whose clan had rallied to the Kenyan government, was ill.",
        "Wekesa dropped out of the race ahead of the Kenyan convention.",
    ],
)
def test_what_is_not_to_come_and_other_senses_are_no_events(text: str) -> None:
    assert told(text) == []


def test_to_vow_to_prevent_a_war_is_no_threat_of_it() -> None:
    text = "The Kenyan premier vowed to prevent a civil war in Ghana."
    assert types(text) == ["AGREE"]


def test_words_and_what_they_say_are_one_act() -> None:
    text = "Kenya insisted that Ghana's sanctions must be lifted."
    assert len(told(text, "REQUEST")) == 1
    assert len(told("Kenya urged Ghana to leave and demanded that Togo pay.", "REQUEST")) == 2


def test_who_was_murdered_is_not_looked_into() -> None:
    event = one("Kenya opened a probe into the murder of General Kofi Mensah.", "ACCUSE")
    assert event.recipients == set()
    event = one("Kenya opened a probe into the attack by Togolese rebels on the convoy.", "ACCUSE")
    assert event.recipients == {"Togolese rebels"}


def test_two_acts_of_one_sentence_with_names_of_their_own_are_two() -> None:
    text = "The bombing in Kenya followed a report on the murder of General Kofi Mensah."
    assert len(told(text, "ASSAULT")) == 2


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A ceasefire came into force in southern Lebanon on Monday.", "RETREAT"),
        ("The curfew was lifted in Mombasa on Friday.", "CONCEDE"),
    ],
)
def test_a_place_is_enough_where_a_truce_or_relief_has_come_about(text: str, type_: str) -> None:
    event = one(text, type_)
    assert (event.actors, event.recipients, event.status) == (set(), set(), "occurred")
    assert types("The ban on smoking was lifted in the bar.") == []


def test_what_somebody_denies_to_come_is_denied() -> None:
    assert one("Kenya denied that it would send troops to Ghana.", "MOBILIZE").status == "denied"
    assert one("Kenya said that it would send troops to Ghana.", "MOBILIZE").status == "planned"


def test_talks_to_come_are_to_discuss_what_they_are_for() -> None:
    assert types("Kenya will hold talks with Ghana in Accra to discuss peace.") == ["AGREE"]


def test_a_warning_of_what_ones_own_people_will_do_is_a_threat() -> None:
    event = one("Wekesa warned that his supporters would attack the Kenyan ministry.", "THREATEN")
    assert event.recipients == {"Kenyan ministry"}


def test_people_who_meet_among_themselves_consult_nobody() -> None:
    assert told("About 70 people met in the square.") == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Five Kenyan students were convicted of sedition.", "SANCTION"),
        ("Kenyan students demand a new constitution.", "REQUEST"),
        ("Farmers in Kenya agreed to stop protesting.", "AGREE"),
        ("Kenyan activists condemned the verdict.", "ACCUSE"),
        ("Teachers were convicted of taking part in an unlawful assembly.", "SANCTION"),
    ],
)
def test_what_an_act_is_about_makes_it_public(text: str, type_: str) -> None:
    assert type_ in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "Five Kenyan students were convicted of theft.",
        "Kenyan students demand better meals.",
        "Teachers condemned the colour of the wall.",
        "Voters in Kenya rejected the new constitution.",
    ],
)
def test_other_acts_of_private_people_are_none(text: str) -> None:
    assert types(text) == []


def test_a_term_in_jail_is_a_conviction() -> None:
    event = one("A Kenyan minister was jailed for six years.", "SANCTION")
    assert event.recipients == {"Kenyan minister"}
    assert types("A Kenyan minister was jailed on Sunday.") == ["COERCE"]
    assert types("Kenya insisted on Sunday.") == []


def test_a_condition_on_the_subject_sees_whom_a_pronoun_stands_for() -> None:
    assert "PROTEST" in types("Protesters in Kenya ran when they threw stones at police.")
    assert types("Three soldiers were hurt and they were rushed to a hospital in Kenya.") != [
        "MOBILIZE"
    ]


def test_a_pronoun_beside_it_stands_for_the_same_object() -> None:
    text = "Kenyan police arrested two protesters and beat them."
    assert one(text, "ASSAULT").recipients == {"Protesters"}
    text = "Kenya freed the rebels and deported them to Ghana."
    assert one(text, "COERCE").recipients == {"Rebels"}
    text = "Police in Kenya arrested the leader of the rebels and beat them."
    assert one(text, "ASSAULT").recipients == set()


def test_the_court_that_is_asked_is_not_sued() -> None:
    text = "Kenya's opposition filed a complaint at the Supreme Court."
    assert one(text, "ACCUSE").recipients == set()


@pytest.mark.parametrize(
    "text",
    [
        "Bandits killed nine farmers in Nigeria.",
        "Somali pirates hijacked a freighter.",
        "Settlers torched several homes near Nablus.",
        "Saboteurs derailed a goods train.",
        "Gunfire erupted near the presidential palace.",
        "The two sides traded fire across the frontier for an hour.",
        "Heavy gunfire was heard in the capital.",
        "A grenade was thrown into a bar in Bujumbura.",
        "Dozens of activists were tortured in custody.",
        "Arsonists burned down an election office.",
        "A Kenyan nurse was kidnapped in Mogadishu.",
        "Attackers with machetes killed 29 people at a railway station.",
    ],
)
def test_violence_of_outlaws_or_in_public_places_is_no_private_matter(text: str) -> None:
    assert "ASSAULT" in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "A man was stabbed in a brawl outside a nightclub in the capital.",
        "A woman was killed by her husband near the border.",
        "A motorcyclist was shot during a carjacking.",
        "A gas explosion killed 14 people in a block of flats.",
        "Robbers beat a jeweller in his shop.",
    ],
)
def test_crime_among_private_people_and_accidents_are_left_out(text: str) -> None:
    assert "ASSAULT" not in types(text)


def test_whose_ship_or_drone_fired_a_weapon_acts() -> None:
    event = one("A missile fired from a Kenyan warship hit a Ghanaian airport.", "ASSAULT")
    assert event.actors == {"Kenyan warship"} or event.actors == {"Kenya"}
    assert event.recipients == {"Ghana"}


def test_a_land_that_weapons_come_from_is_no_target() -> None:
    text = "Kenya shot down three drones launched from rebel areas of Ghana."
    assert all("Ghana" not in event.recipients for event in told(text, "ASSAULT"))


def test_what_somebody_calls_an_operation_is_launched() -> None:
    text = "Kenya launched what it called an offensive against Ghanaian rebels."
    assert one(text, "ASSAULT").actors == {"Kenya"}


def test_peacekeepers_are_not_the_army_of_those_who_order_them_out() -> None:
    text = "Kenya's junta ordered UN peacekeepers to leave the country."
    assert one(text, "SANCTION").mode == "expel"


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Kenya gave Ghana tanks.", "AID", {"Kenya"}, {"Ghana"}),
        ("Kenya handed Mali helicopters.", "AID", {"Kenya"}, {"Mali"}),
        ("Kenya sold Taiwan jets.", "COOPERATE", {"Kenya"}, {"Taiwan"}),
    ],
)
def test_a_land_right_behind_a_verb_of_giving_is_given_to(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    event = one(text, type_)
    assert (event.actors, event.recipients) == (actors, recipients)


def test_who_speaks_in_a_call_is_on_the_line() -> None:
    text = "In a phone call with Amos Okello, Ghana's foreign minister Ama Kodjo urged dialogue."
    assert one(text, "CONSULT").actors == {"Amos Okello", "Ama Kodjo"}
    assert "REQUEST" in types(text)
    assert types("Kenya agreed to take part in talks with Ghana.") == ["AGREE"]


def test_who_speaks_during_a_visit_is_the_visitor() -> None:
    event = one("During a visit to Kenya, Ghana's president promised aid.", "CONSULT")
    assert (event.actors, event.recipients) == ({"Ghana's president"}, {"Kenya"})
    assert one("On a trip to Togo, Kenya's foreign minister praised Ghana.", "CONSULT").mode
    assert types("During a visit to Lome, gunmen shot Togo's minister.") == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's foreign minister was in Lome for talks with Togo's president.",
        "Kenya's foreign minister was in Lome to meet Togo's president.",
    ],
)
def test_who_is_at_a_place_abroad_for_talks_visits(text: str) -> None:
    event = one(text, "CONSULT")
    assert event.mode == "visit"
    assert event.actors == {"Kenya's foreign minister"}
    assert event.recipients == {"Togo's president"}


def test_who_foils_a_plot_has_no_part_in_it() -> None:
    event = one("Kenya foiled a Ghanaian plot to kill the president.", "ASSAULT")
    assert (event.actors, event.status) == ({"Ghana"}, "denied")
    assert one("Kenyan police foiled a plot to bomb a church.", "ASSAULT").actors == set()


def test_who_is_charged_with_a_plan_has_it() -> None:
    text = "Prosecutors in Kenya charged two Ghanaians with planning an attack on a synagogue."
    event = one(text, "ASSAULT")
    assert (event.actors, event.status) == ({"Ghanaians"}, "planned")


def test_what_is_warned_of_is_no_second_threat() -> None:
    assert types("Kenya warned that it would cut off aid to Ghana.") == ["THREATEN"]


def test_harm_to_aid_workers_is_no_private_matter() -> None:
    assert "ASSAULT" in types("Six aid workers were shot dead near the river.")


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Kenya agreed to hold talks with Ghana.", "AGREE", {"Kenya"}, {"Ghana"}),
        ("Kenya's minister accepted an invitation to visit Ghana.", "AGREE", None, {"Ghana"}),
        ("Kenya and Ghana signed a pact on their border.", "SUPPORT", {"Kenya", "Ghana"}, set()),
        ("Kenya shut its border with Ghana, accusing it of theft.", "ACCUSE", {"Kenya"}, {"Ghana"}),
        ("Kenya called off a planned visit to Ghana.", "REJECT", {"Kenya"}, {"Ghana"}),
        ("Talks between Kenya and Ghana were postponed.", "REJECT", {"Kenya", "Ghana"}, set()),
        ("Kenya and Ghana vowed peace during talks in Lome.", "CONSULT", {"Kenya", "Ghana"}, set()),
        ("Kenya voiced concern over the arrest of students in Ghana.", "ACCUSE", {"Kenya"}, set()),
        ("Beijing hit back at Tokyo.", "ACCUSE", {"China"}, {"Japan"}),
        ("Kenya imposed sanctions on Accra.", "COERCE", {"Kenya"}, {"Ghana"}),
    ],
)
def test_parties_of_diplomacy(
    text: str, type_: str, actors: set[str] | None, recipients: set[str]
) -> None:
    event = one(text, type_)
    assert event.recipients == recipients
    assert actors is None or event.actors == actors


def test_talks_are_as_real_as_the_journey_that_is_made_for_them() -> None:
    assert types("Kenya's minister will fly to Ghana for talks with Togo.") == ["AGREE"]
    text = "Kenya's minister flew to Ghana for talks with Togo."
    assert [e.status for e in told(text, "CONSULT")] == ["occurred"]
    assert one("There is no basis for a meeting of Kenya and Ghana.", "CONSULT").status == (
        "hypothetical"
    )


def test_what_a_body_votes_to_do_it_does() -> None:
    text = "The United Nations voted to lift the sanctions on Kenya."
    assert one(text, "RETREAT").status == "occurred"
    text = "Kenyan lawmakers voted 84 to 3 on Tuesday to ratify a treaty with Togo."
    assert one(text, "SUPPORT").status == "occurred"
    text = "A vote to ratify a treaty with Togo was put off in Kenya."
    assert one(text, "SUPPORT").status == "hypothetical"


def test_what_an_official_announces_his_state_announces() -> None:
    event = one("Kenya's minister said Kenya would expel Ghanaian diplomats.", "THREATEN")
    assert (event.actors, event.status) == ({"Kenya"}, "threatened")


def test_an_order_with_what_comes_otherwise_is_a_threat() -> None:
    assert types("Kenya told Ghana to withdraw or face war.") == ["THREATEN"]
    assert types("Kenya told Ghana to withdraw and face facts.") == ["REQUEST"]


def test_what_one_says_one_will_not_do() -> None:
    assert types("Kenya vowed not to fight Ghana again.") == ["AGREE"]
    assert types("Kenya said it would not recognise Ghana.") == ["REJECT"]
    assert types("Kenya will not hesitate to attack Ghana.") == ["THREATEN"]
    assert "THREATEN" not in types("Kenya hesitated to attack Ghana.")
    assert types("Kenya does not negotiate with Ghana.") == ["REJECT"]
    assert types("Kenya did not negotiate with Ghana.") == []


def test_a_visit_that_is_offered_has_not_come_about() -> None:
    visit = one("Kenya welcomed the offer of a visit by the Somali president.", "CONSULT")
    assert visit.status == "hypothetical"


@pytest.mark.parametrize("who", ["police", "officers"])
def test_whom_police_seize_is_arrested_and_whom_rebels_seize_abducted(who: str) -> None:
    assert one(f"The {who} seized three rioters in Nairobi.", "COERCE").mode == "arrest"
    assert one(f"Rebels seized the {who} in Nairobi.", "ASSAULT").mode == "abduct"


def test_participles_side_by_side_share_voice_and_agent() -> None:
    text = "Rebels attacked a base in Kenya. Three policemen were killed or injured, Wekesa said."
    assert {a for e in told(text, "ASSAULT") for a in e.actors} == {"Rebels"}
    event = one("Two soldiers were ambushed and killed by rebels in Kenya.", "ASSAULT")
    assert (event.actors, event.recipients) == ({"Rebels"}, {"Soldiers"})


def test_suspects_whom_nobody_named_arrests_are_a_matter_of_crime() -> None:
    assert types("Six suspects were arrested in Nairobi.") == []
    event = one("Kenyan police shot dead four suspects.", "ASSAULT")
    assert event.recipients == {"Suspects"}
    assert one("Kenyan police arrested six suspects.", "COERCE").recipients == {"Suspects"}


def test_what_one_will_go_to_do_is_still_to_come() -> None:
    text = "Wekesa will go to Ghana to present and discuss the plan with President Mensah."
    assert {e.status for e in told(text, "AGREE")} == {"planned"}
    assert told(text, "CONSULT") == []


def test_who_denies_a_deed_is_held_to_have_done_it() -> None:
    event = one("Kenya denied the shelling of the town.", "ASSAULT")
    assert (event.status, event.actors) == ("denied", {"Kenya"})
    assert one("Kenya denied the accusations of Togo.", "REJECT").actors == {"Kenya"}
    assert not told("Kenya denied the accusations of Togo.", "ACCUSE")


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # who receives words or a gift is whom they reach
        ("Kenya received an invitation from Togo.", "AGREE", {"Togo"}, {"Kenya"}),
        ("Kenya received an apology from Togo.", "CONCEDE", {"Togo"}, {"Kenya"}),
        # arms sent to help somebody are aid to them
        (
            "Kenya sent jets and mercenaries to assist its Togolese allies.",
            "AID",
            {"Kenya"},
            {"Togolese allies"},
        ),
        # what protesters damage is a riot
        ("Protesters in Lome damaged official buildings.", "PROTEST", {"Protesters"}, set()),
        ("Rebels damaged official buildings in Lome.", "ASSAULT", {"Rebels"}, set()),
        (
            "The pact will be signed by heads of state and government in Lome.",
            "AGREE",
            {"Heads of state and government"},
            set(),
        ),
    ],
)
def test_what_words_make_of_it(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    event = one(text, type_)
    assert (event.actors, event.recipients) == (actors, recipients)


def test_talks_to_come_are_agreed() -> None:
    text = "EU foreign ministers meet in Lome on June 21 to discuss a Kenyan proposal."
    assert [(e.type, e.date) for e in told(text)] == [("AGREE", "2021-06-21")]
    text = "The issue is expected to go on the agenda of an African Union summit."
    assert types(text) == ["AGREE"]
    assert types("The issue went on the agenda of an African Union summit.") == ["CONSULT"]


def test_meeting_the_press_is_a_statement() -> None:
    assert not told("Kenyan and Togolese ministers will meet the press.")


def test_a_plan_that_others_tell_of_is_no_threat() -> None:
    event = one("The army said Ghana was planning to invade Togo.", "ASSAULT")
    assert (event.actors, event.status) == ({"Ghana"}, "planned")
    found = read("The army said Ghana was planning to invade Togo.")
    statement = found.statement_by_id[found.events[0].attributed_to or ""]
    assert found.actor_by_id[statement.speaker or ""].name == "Army"


def test_a_plan_that_officials_tell_of_is_their_governments_threat() -> None:
    event = one("The Kenyan government plans to jail strikers, officials said.", "THREATEN")
    assert (event.actors, event.status) == ({"Kenyan government"}, "threatened")


def test_a_plan_that_ones_own_ministry_tells_of_is_a_threat() -> None:
    event = one("Kenya's defence ministry said Kenya plans to shell the town.", "THREATEN")
    assert (event.actors, event.status) == ({"Kenya"}, "threatened")


@pytest.mark.parametrize(
    "text",
    [
        "A Kenyan warplane crashed in Togo, killing ten soldiers and wounding two.",
        "A military truck overturned in Togo and killed nine soldiers.",
        "A bus overturned in Togo and hit a bridge, killing ten soldiers.",
    ],
)
def test_what_a_fall_does_nobody_does(text: str) -> None:
    assert told(text, "ASSAULT") == []


@pytest.mark.parametrize(
    "text",
    [
        "A building in Togo collapsed after a missile strike, killing ten soldiers.",
        "A Kenyan plane was shot down by rebels and crashed, killing ten soldiers.",
        "Two suicide bombers crashed a truck into the gate in Togo, killing ten soldiers.",
    ],
)
def test_harm_of_a_fall_that_an_attack_brought_about_is_its_toll(text: str) -> None:
    events = told(text, "ASSAULT")
    assert any("Soldiers" in e.recipients for e in events)
    assert all("Kenya" not in e.actors for e in events)
