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
