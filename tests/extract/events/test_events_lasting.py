"""What goes on while it is told: day after day, since a day, and wars."""

from __future__ import annotations

import pytest
from events_reader import one, told


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Drivers blocked a highway in Togo for a third day.", "PROTEST", "ongoing"),
        ("Drivers blocked a highway in Togo for a day.", "PROTEST", "occurred"),
        ("Kenyan and Togolese troops fought for a fifth straight day.", "ASSAULT", "ongoing"),
        ("Kenyan and Togolese troops fought for a third time.", "ASSAULT", "occurred"),
        ("The truce between Kenya and Togo was holding for a second day.", "RETREAT", "ongoing"),
        ("Envoys of Kenya and Togo were meeting for a 12th day.", "CONSULT", "ongoing"),
        ("Envoys of Kenya and Togo were meeting in Accra.", "CONSULT", "occurred"),
        ("A lawyer in Lome has entered the third week of a hunger strike.", "PROTEST", "ongoing"),
        ("Five students have been held by Togo's police since May.", "COERCE", "ongoing"),
        ("Five students had been held by Togo's police since May.", "COERCE", "occurred"),
        ("Five students have been held by Togo's police.", "COERCE", "occurred"),
        ("Kenya and Togo have been at war since 2019.", "ASSAULT", "ongoing"),
        ("Kenya and Togo are at war.", "ASSAULT", "ongoing"),
        ("Togo's president was being held at his residence.", "COERCE", "ongoing"),
        ("Togo's president was held at his residence.", "COERCE", "occurred"),
        ("It rained. Rebels forbid access to Lome.", "COERCE", "ongoing"),
        ("It rained. Rebels forbade access to Lome.", "COERCE", "occurred"),
        ("Rebels forbid access to Lome.", "COERCE", "occurred"),  # a story may open so
        ("It rained. Kenyan troops are stationed in Togo.", "MOBILIZE", "ongoing"),
        ("It rained. Kenyan troops were stationed in Togo.", "MOBILIZE", "occurred"),
        ("It rained. The mayor is freed when Togo arrests a rebel.", "COERCE", "occurred"),
    ],
)
def test_what_lasts_goes_on(text: str, type_: str, status: str) -> None:
    assert one(text, type_).status == status


def test_those_who_are_at_war_fight_each_other() -> None:
    assert one("Kenya has been at war with Togo since 2019.", "ASSAULT").actors == {"Kenya", "Togo"}
    assert not told("The United States is at war with terror.")
