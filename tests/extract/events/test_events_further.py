"""Parties that stand further off: inside a land struck, between whom a pact is, before a fight."""

from __future__ import annotations

import pytest
from events_reader import told


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # Whose land the target lies in.
        ("Kenyan jets bombed targets inside Togo.", "ASSAULT", {"Kenyan jets"}, {"Togo"}),
        ("Kenya reserved the right to strike bases in Togo.", "THREATEN", {"Kenya"}, {"Togo"}),
        ("Kenya bombed the camp within hours.", "ASSAULT", {"Kenya"}, set()),
        # Between whom it was agreed.
        (
            "Kenya praised the pact brokered by Chad on Monday between Ghana and Togo.",
            "SUPPORT",
            {"Kenya"},
            {"Ghana", "Togo"},
        ),
        # Who was taken away fought, and who was flown to talks took part.
        (
            "Two rebels were arrested after a gunfight with Kenyan police.",
            "ASSAULT",
            {"Rebels", "Kenyan police"},
            set(),
        ),
        (
            "Two rebels were hurt before a gunfight with Kenyan police.",
            "ASSAULT",
            {"Kenyan police"},
            set(),
        ),
        (
            "The premier of Togo was driven to Nairobi for talks with Amara Diallo.",
            "CONSULT",
            {"Premier of Togo", "Amara Diallo"},
            set(),
        ),
        ("The road shut after clashes with Kenyan rebels.", "ASSAULT", {"Kenyan rebels"}, set()),
        # Whose troops and shells come.
        ("Kenyan troops landed in Lome.", "MOBILIZE", {"Kenyan troops"}, {"Togo"}),
        ("Kenyan shells fell on the Togolese town of Kara.", "ASSAULT", {"Kenya"}, {"Togo"}),
        ("Six Qassam rockets fell on Kara.", "ASSAULT", set(), set()),
        # Of whom something is thought, and with whom it is negotiated.
        ("Ghana voiced confidence in the Kenyan troops.", "SUPPORT", {"Ghana"}, {"Kenyan troops"}),
        ("Kenya is negotiating a loan with Togo.", "CONSULT", {"Kenya", "Togo"}, set()),
    ],
)  # fmt: skip
def test_a_party_further_off(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    event = told(text, type_)[-1]
    assert (event.actors, event.recipients) == (actors, recipients)


def test_what_somebody_is_given_is_no_ultimatum() -> None:
    (event,) = told("Kenya gave the head of the charity a day to leave the country.")
    assert (event.type, event.mode) == ("SANCTION", "expel")


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Kenya dropped its demand that Togo withdraw.", "CONCEDE", {"Kenya"}, {"Togo"}),
        ("Kenya backed down over Togo.", "CONCEDE", {"Kenya"}, {"Togo"}),
        ("Kenya handed over Togolese captives.", "RETREAT", {"Kenya"}, {"Togolese captives"}),
        ("Kenya let aid convoys into Togo.", "RETREAT", {"Kenya"}, {"Togo"}),
        ("Kenya reinforced its border with Togo.", "MOBILIZE", {"Kenya"}, {"Togo"}),
        ("Kenyan students burned Togo's flag.", "PROTEST", {"Kenyan students"}, {"Togo"}),
        ("Kenya dropped food over Togo.", "AID", {"Kenya"}, {"Togo"}),
        ("Kenya ended its offensive in Togo.", "RETREAT", {"Kenya"}, {"Togo"}),
        ("Togo faced accusations of spying from Kenya.", "ACCUSE", {"Kenya"}, {"Togo"}),
        ("Kenya's support for Togo was reaffirmed.", "SUPPORT", {"Kenya"}, {"Togo"}),
        ("A visit by Kenyan envoys to Togo began.", "CONSULT", {"Kenyan envoys"}, {"Togo"}),
        ("Togo's leader was invited to Kenya.", "AGREE", {"Kenya"}, {"Togo's leader"}),
        ("The blockade of Togo by Kenya was lifted.", "RETREAT", {"Kenya"}, {"Togo"}),
        ("Kenya's suspension of aid to Togo was announced.", "SANCTION", {"Kenya"}, {"Togo"}),
        ("Kenya ruled out holding talks with Togo.", "REJECT", {"Kenya"}, {"Togo"}),
        ("Kenya used hunger as a weapon against Togo.", "COERCE", {"Kenya"}, {"Togo"}),
        ("Kenya lifted its threat of a boycott against Togo.", "CONCEDE", {"Kenya"}, {"Togo"}),
        ("Kenya made tents available to Togolese troops.", "AID", {"Kenya"}, {"Togolese troops"}),
        ("Ghana repeated its charge that Togo had shelled Kara.", "ACCUSE", {"Ghana"}, {"Togo"}),
        ("Kenya hastened the withdrawal of its forces from Togo.", "RETREAT", {"Kenya"}, {"Togo"}),
    ],
)  # fmt: skip
def test_the_slots_of_a_row_reach_both_sides(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    event = told(text, type_)[0]
    assert (event.actors, event.recipients) == (actors, recipients)
