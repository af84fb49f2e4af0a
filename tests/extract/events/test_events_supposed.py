"""What is only supposed, tied to a condition, or yet to be."""

from __future__ import annotations

import pytest
from events_reader import one, told


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Any attack on Togo by Ghana would be a crime.", "ASSAULT", "hypothetical"),
        ("The attack on Togo by Ghana was a crime.", "ASSAULT", "occurred"),
        ("Any troops Togo sends would be under Kenyan command.", "MOBILIZE", "hypothetical"),
        ("The troops Togo sent were under Kenyan command.", "MOBILIZE", "occurred"),
        ("If Ghana loses, Togo sends troops.", "MOBILIZE", "hypothetical"),
        ("Even if Ghana loses, Togo sends troops.", "MOBILIZE", "occurred"),
        ("Togo sent troops as Ghana lost.", "MOBILIZE", "occurred"),
        ("Togo rejects the plan if Ghana wins.", "REJECT", "occurred"),
        ("Togo supported sending more troops to Ghana.", "MOBILIZE", "hypothetical"),
        ("Togo started sending more troops to Ghana.", "MOBILIZE", "occurred"),
        ("The treaty would see Ghana deploy troops.", "MOBILIZE", "hypothetical"),
        ("The army is determined to shell Ghana and also raid Togo.", "ASSAULT", "planned"),
        ("Togo's plans are being opposed by Ghana.", "REJECT", "ongoing"),
        ("Togo's plans were being opposed by Ghana.", "REJECT", "occurred"),
    ],
)
def test_status(text: str, type_: str, status: str) -> None:
    found = told(text)
    assert status in {e.status for e in found if e.type == type_}, found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In his talks with Togo's president, Wekesa will stress trade.", "planned"),
        ("In his talks with Togo's president, Wekesa stressed trade.", "occurred"),
        ("Crowds will gather before a summit of Togo and Ghana.", "planned"),
        ("Crowds gathered ahead of a summit of Togo and Ghana.", "planned"),
        ("Crowds gathered during a summit of Togo and Ghana.", "occurred"),
        ("Wekesa spoke of the summit of Togo and Ghana to be held in Lagos.", "planned"),
        ("Wekesa spoke of the summit of Togo and Ghana scheduled for Lagos.", "planned"),
        ("Wekesa spoke of the summit of Togo and Ghana held in Lagos.", "occurred"),
    ],
)
def test_an_occasion_that_is_still_to_come(text: str, status: str) -> None:
    found = [e for e in told(text) if e.type in ("CONSULT", "AGREE")]
    assert [e.status for e in found] == [status], told(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("An insurgency aimed at toppling Togo's president spread.", "hypothetical"),
        ("Rebels toppled Togo's president.", "occurred"),
        ("Wekesa will be the first leader to topple Togo's president.", "planned"),
        ("Wekesa was the first leader to topple Togo's president.", "occurred"),
    ],
)
def test_what_something_is_aimed_at(text: str, status: str) -> None:
    found = [e for e in told(text) if e.recipients and "ogo" in str(e.recipients)]
    assert [e.status for e in found] == [status], told(text)


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The panel would meet Ghana's envoy on Saturday.", "AGREE", "planned"),
        ("The panel would meet Ghana's envoy on Saturday if he came.", "CONSULT", "hypothetical"),
        ("Togo would solve the 2005 murder of its envoy.", "ASSAULT", "occurred"),
        ("Togo would prevent a murder of its envoy.", "ASSAULT", "hypothetical"),
        ("The charter limits Wekesa's powers to ban the party.", "COERCE", "hypothetical"),
        ("Wekesa awaits approval to attack Ghana.", "ASSAULT", "hypothetical"),
        ("Wekesa voiced his keenness to mediate between Togo and Ghana.", "AGREE", "planned"),
        ("The vote comes three days before a summit of Togo and Ghana.", "AGREE", "planned"),
        ("The vote came three days before a summit of Togo and Ghana.", "CONSULT", "occurred"),
    ],
)
def test_what_may_come_and_what_has_been(text: str, type_: str, status: str) -> None:
    assert [e.status for e in told(text, type_)] == [status], told(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kenya acts during the first Kenya-Togo summit, to be held on Saturday.", "2021-06-12"),
        ("The pact will pass by the time Wekesa meets president Mensah of Togo.", None),
        (
            "The meeting comes ahead of a summit meeting between President Wekesa and Kofi Mensah"
            " on Tuesday.",
            "2021-06-15",
        ),
        ("A spokesman said so when announcing President Wekesa's planned visit to Togo.", None),
    ],
)
def test_a_meeting_to_come_is_no_meeting_yet(text: str, day: str | None) -> None:
    event = one(text, "AGREE")
    assert event.status == "planned"
    assert event.date == day


def test_a_plan_of_the_past_keeps_its_day() -> None:
    event = one("Wekesa was to meet president Mensah of Togo on Tuesday.", "AGREE")
    assert event.date == "2021-06-08"
