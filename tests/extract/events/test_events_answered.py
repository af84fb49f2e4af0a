"""Whose words are denied or condemned, where the sentences before tell."""

from __future__ import annotations

import pytest
from events_reader import one, told

ACCUSED = "Ghana accused Togo of training rebels on Monday. "
SPOKEN = "Ghana said Togolese soldiers had crossed the river. "


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        (ACCUSED + "Togo denied the allegations.", "REJECT", {"Ghana"}),
        (SPOKEN + "Togo's army rejected the claim as a lie.", "REJECT", {"Ghana"}),
        # Rain was no charge against Togo, and the claims of a third are not Ghana's.
        ("Ghana said the river had risen. Togo denied the claim.", "REJECT", set()),
        (ACCUSED + "Togo denied Kenyan allegations.", "REJECT", {"Kenya"}),
        (ACCUSED + "Togo denied new allegations.", "REJECT", set()),
        # Nobody answers his own side.
        (SPOKEN + "Ghana's army dismissed the claim.", "REJECT", set()),
        # Who looks into claims does not do so to those who made them.
        (SPOKEN + "Kenyan police are investigating the claims.", "ACCUSE", set()),
    ],
)
def test_what_is_denied_is_theirs_who_said_it(text: str, type_: str, recipients: set[str]) -> None:
    assert told(text, type_)[-1].recipients == recipients


def test_remarks_are_theirs_who_spoke_last() -> None:
    text = "Ghana's president said Togo would drown. Kenya condemned the remarks."
    assert one(text, "ACCUSE").recipients == {"Ghana's president"}


def test_words_told_long_before_are_not_answered() -> None:
    text = SPOKEN + "Rain fell. Corn grew. Cows slept. Maize ripened. Togo denied the claim."
    assert one(text, "REJECT").recipients == set()


def test_who_strikes_back_strikes_those_who_struck_first() -> None:
    assert told("Kenya shelled Togo. Togo retaliated.", "ASSAULT")[-1].recipients == {"Kenya"}
    assert told("Kenya shelled Ghana. Togo retaliated.", "ASSAULT")[-1].recipients == set()
    assert not told("Kenya raised tariffs on Togo. Togo retaliated.", "ASSAULT")
    assert not told("Kenya raised tariffs. Togo retaliated. Ghana retaliated.", "ASSAULT")
    assert told("Togo retaliated with shells.", "ASSAULT")
    text = "Kenya bombed Togo. Togo retaliated with shells."
    assert told(text, "ASSAULT")[-1].recipients == {"Kenya"}


def test_a_minister_of_no_land_that_is_told_threatens_for_the_state() -> None:
    text = "Chad will expel all Kenyans if need be, the foreign minister warned on Monday."
    assert told(text, "THREATEN")
    assert not told(text, "ACCUSE")
    other = "Kenya warned that Togo would attack Ghana."
    assert not told(other, "THREATEN")


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Kenya shelled Togo at dawn. Ghana condemned the attack.", "ACCUSE", {"Kenya"}),
        ("Kenya shelled Togo at dawn. Ghana condemned the attack on Mali.", "ACCUSE", set()),
        ("Kenya tested a missile at dawn. Ghana condemned the launch.", "ACCUSE", {"Kenya"}),
        ("Kenya tested a missile at dawn. Ghana condemned the raid.", "ACCUSE", set()),
        ("Kenya lifted its ban on oil. Ghana welcomed the decision.", "SUPPORT", {"Kenya"}),
        (
            "Kenya and Togo signed an agreement. Ghana welcomed the agreement.",
            "SUPPORT",
            {"Kenya", "Togo"},
        ),
        ("Kenya called for a truce in Mali. Ghana rejected the appeal.", "REJECT", {"Kenya"}),
        (
            "Kenya shelled Togo. Mali shelled Benin. Rain fell. It was wet. It was cold. Ghana"
            " condemned the attack.",
            "ACCUSE",
            set(),
        ),
        (
            "Kenya shelled Togo at dawn. Rain fell. It was wet. It was cold. Ghana condemned the"
            " attack.",
            "ACCUSE",
            {"Kenya"},
        ),
        ("Kenya detained Kofi Mensah. Togo demanded the release of Mensah.", "REQUEST", {"Kenya"}),
        (
            "Kenya seized a ship. Mali detained Kofi Mensah. Rain fell. Togo demanded the ship's"
            " return.",
            "REQUEST",
            {"Kenya"},
        ),
        (
            "Kenya seized a ship. Mali seized a bank. Rain fell. Togo demanded the car's return.",
            "REQUEST",
            set(),
        ),
        ("Kenya closed the border, a move condemned by Togo.", "ACCUSE", {"Kenya"}),
        (
            "Kenya freed two Malian nurses. Rain fell. Togo welcomed the release of the nurses.",
            "SUPPORT",
            {"Kenya"},
        ),
        ("Kenya accuses Togo of theft, a charge rejected by Togo.", "REJECT", {"Kenya"}),
        ("Kenya said it had taken a town, a claim denied by Togo.", "REJECT", {"Kenya"}),
        ("Kenya refused to work with Togo, accusing it of theft.", "ACCUSE", {"Togo"}),
        ("Kenya accused Togo of theft. Togo denies this.", "REJECT", {"Kenya"}),
        (
            "Rain fell. Kenya denies this.",
            "REJECT",
            set(),
        ),
        ("Kenya shelled Togo at dawn. Kenya's premier condemned the attack.", "ACCUSE", set()),
    ],
)
def test_a_known_deed_has_its_doer(text: str, type_: str, recipients: set[str]) -> None:
    assert told(text, type_)[-1].recipients == recipients


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya, Ghana and Chad called for peace. The statement urges Mali to talk.",
         {"Kenya", "Ghana", "Chad"}),
        ("Kenya, Ghana and Chad called for peace. Togo's statement urges Mali to talk.", {"Togo"}),
        ("Kenya called for peace. The statement urges Mali to talk.", {"Kenya"}),
    ],
)  # fmt: skip
def test_a_statement_is_of_all_who_were_told_to_speak(text: str, actors: set[str]) -> None:
    assert told(text, "REQUEST")[-1].actors == actors


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        (
            "Pirates stormed a port. Two men were shot dead by the attackers.",
            "ASSAULT",
            {"Pirates"},
            {"Men"},
        ),
        ("Farmers marched in Lome. Police beat the marchers.", "ASSAULT", {"Police"}, {"Farmers"}),
        ("Kenya overthrew Mali's king. The mutineers freed a man.", "RETREAT", {"Kenya"}, {"Man"}),
        (
            "Men attack port\n\nPirates stormed a port. Two men were shot by the attackers.",
            "ASSAULT",
            {"Pirates"},
            {"Men"},
        ),
        # nobody was told to have done it, or two were, or others are meant
        ("Two men were shot dead by the attackers.", "ASSAULT", {"Attackers"}, {"Men"}),
        ("Pirates stormed a port. Police beat the marchers.", "ASSAULT", {"Police"}, {"Marchers"}),
        ("Farmers marched in Lome. Police beat marchers.", "ASSAULT", {"Police"}, {"Marchers"}),
        (
            "Farmers marched. Nurses marched. Rain fell. Police beat the marchers.",
            "ASSAULT",
            {"Police"},
            {"Marchers"},
        ),
    ],
)
def test_the_attackers_are_those_who_attacked(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    last = told(text, type_)[-1]
    assert (last.actors, last.recipients) == (actors, recipients)


def test_a_warning_to_somebody_unknown_is_not_one_to_the_foe() -> None:
    text = "Kenya and Togo fought. Ghana met Mali. Kenya warned it of grave consequences."
    assert one(text, "THREATEN").recipients == set()


def test_who_strikes_back_with_no_blow_does_what_is_told() -> None:
    struck = "Kenya shelled Togo. Togo retaliated"
    assert len(told(f"{struck} by recalling its ambassador.", "ASSAULT")) == 1
    assert len(told(f"{struck}.", "ASSAULT")) == 2


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        (
            "Somali troops attacked Al-Shabaab. Somalia spoke. Al-Shabaab vowed revenge.",
            "THREATEN",
            {"Al-Shabaab"},
            {"Somalia"},
        ),
        (
            "Somalia attacked Al-Shabaab. Ghana met Mali. France called for a ceasefire.",
            "REQUEST",
            {"France"},
            {"Somalia", "Al-Shabaab"},
        ),
        # a group that fights for its land, against another
        (
            "Israel attacked Hamas. Palestine spoke. Hamas attacked Israel. France called for a"
            " ceasefire.",
            "REQUEST",
            {"France"},
            {"Israel", "Palestine"},
        ),
    ],
)
def test_a_state_and_the_group_that_it_fights_are_the_two(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    event = one(text, type_)
    assert (event.actors, event.recipients) == (actors, recipients)


@pytest.mark.parametrize(
    ("step", "recipients"),
    [
        ("France suspended military aid.", {"Togo"}),
        ("Ghana recalled its ambassador.", {"Togo"}),
        ("Togo recalled its ambassador.", set()),
        ("France recalled its ambassador from Mali.", {"Mali"}),
    ],
)
def test_a_foreign_power_cuts_ties_with_the_country_of_the_story(
    step: str, recipients: set[str]
) -> None:
    story = "Togolese soldiers shot two men in Lome, Togo. Togo's parliament met in Togo. "
    assert one(story + step, "SANCTION").recipients == recipients
    other = "Kenya met Mali. Ghana met Benin. Togo spoke. "
    assert one(other + "France suspended military aid.", "SANCTION").recipients == set()
