"""Kinds of error that were seen in real text, told in sentences of our own."""

from __future__ import annotations

import pytest
from events_reader import one, read, told, types


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # An amount is what it is of.
        (
            "Hundreds of Kenyan troops withdrew from the town of Kismayo on Monday.",
            "RETREAT",
            {"Kenyan troops"},
            set(),
        ),
        # The owner of the subject does not act beside it.
        (
            "Kenya's defence minister met Ugandan President Amos Okello on Monday.",
            "CONSULT",
            {"Kenya's defence minister", "Amos Okello"},
            set(),
        ),
        # The name in an apposition is who acts.
        (
            "Kenya on Monday welcomed the former Ugandan president Amos Okello.",
            "CONSULT",
            {"Kenya"},
            {"Amos Okello"},
        ),
        # A weapon acts for those who fired it.
        (
            "Kenya's embassy was hit by a rocket fired by Somali rebels on Monday.",
            "ASSAULT",
            {"Somali rebels"},
            {"Kenya's embassy"},
        ),
        # The other object stays behind a passive.
        (
            "Kenyan diplomats were denied visas by Uganda on Monday.",
            "REJECT",
            {"Uganda"},
            {"Kenyan diplomats"},
        ),
        # Who is called upon.
        ("Kenya called upon Uganda to pull out its troops.", "REQUEST", {"Kenya"}, {"Uganda"}),
    ],
)
def test_who_acts(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    event = one(text, type_)
    assert (event.actors, event.recipients) == (actors, recipients)


def test_words_to_the_press_are_no_talks() -> None:
    text = "Kenyan President Amos Okello spoke to reporters in Nairobi on Monday."
    assert types(text) == []
    assert any("statement" in r.why for r in read(text).notes.rejections)
    assert types("Kenyan President Amos Okello spoke to Uganda's prime minister.") == ["CONSULT"]


def test_a_claim_of_responsibility_is_the_deed() -> None:
    text = "Somali rebels claimed responsibility for an attack on Kenyan troops on Monday."
    event = one(text, "ASSAULT")
    assert (event.actors, event.recipients) == ({"Somali rebels"}, {"Kenyan troops"})


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenyan troops shelled the town of Kismayo on Monday, killing five civilians.", 1),
        ("Kenya's president met Uganda's president on Monday to discuss the border.", 1),
        ("Kenyan troops shelled Kismayo on Monday after Somali rebels killed five soldiers.", 2),
    ],
)
def test_a_telling_that_goes_on_is_no_second_event(text: str, count: int) -> None:
    assert len(told(text)) == count


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("Kenyan troops attacked the town of Kismayo.", "190"),
        ("Somali rebels attacked Kenyan troops.", "190"),
        ("Gunmen attacked the Kenyan embassy on Monday, officials said.", "180"),
        ("Fighting erupted between Kenya and Somalia on Monday.", "190"),
    ],
)
def test_conventional_force_is_that_of_armies(text: str, cameo: str) -> None:
    assert [e.cameo for e in read(text).events if e.type == "ASSAULT"] == [cameo]


def test_what_failed_did_not_come_about() -> None:
    text = "Kenyan police failed to arrest the rebel leader on Monday."
    assert types(text) == []
    assert any("did not come about" in r.why for r in read(text).notes.rejections)


def test_a_health_measure_of_nobody_named_is_left_out() -> None:
    text = "Curfew rules were imposed on Monday because of a disease outbreak at the hospital."
    assert types(text) == []
    assert types("Kenya imposed a curfew in Mombasa on Monday.") == ["COERCE"]
