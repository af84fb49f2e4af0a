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
            {"Amos Okello", "Leaders"},
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
    text = "Kenyan troops helped to plan and carry out killings in Ghana."
    assert one(text, "ASSAULT").status == "occurred"
    assert one("Kenyan troops planned killings in Ghana.", "ASSAULT").status == "planned"


def test_negotiators_of_two_lands_are_not_both_at_home() -> None:
    event = one("U.S. and Kenyan negotiators return to Geneva this week for talks.", "CONSULT")
    assert event.actors == {"U.S. negotiators", "Kenyan negotiators"}


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
    assert types("Kenya's minister will fly to Ghana for talks with Togo.") == ["AGREE", "AGREE"]
    text = "Kenya's minister flew to Ghana for talks with Togo."
    assert [e.status for e in told(text, "CONSULT")] == ["occurred"]
    assert one("There is no basis for a meeting of Kenya and Ghana.", "CONSULT").status == (
        "hypothetical"
    )


def test_what_a_body_votes_to_do_it_does() -> None:
    text = "The United Nations voted to lift the sanctions on Kenya."
    assert one(text, "RETREAT").status == "occurred"


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
