"""Dates, places, and one event told twice."""

from __future__ import annotations

import pytest
from events_reader import RAIN, one, read, told


def test_own_clause_first() -> None:
    text = "Kenya shelled Somalia on Monday and signed a truce on Wednesday."
    assert one(text, "ASSAULT").date == "2021-06-07"
    assert one(text, "SUPPORT").date == "2021-06-09"


def test_the_story_day_for_news_without_a_date() -> None:
    found = read("Kenya shelled Somalia.")
    assert found.events[0].date is not None
    assert (found.events[0].date.edtf, found.events[0].date.time) == ("2021-06-10", None)


def test_background_stays_undated() -> None:
    assert read("Kenya had shelled Somalia.").events[0].date is None
    assert read("Kenya shelled Somalia.", None).events[0].date is None


def test_since_is_an_open_interval() -> None:
    found = read("Talks between Kenya and Somalia have continued since 1992.")
    date = found.events[0].date
    assert date is not None
    assert (date.begin, date.end, date.edtf) == ("1992-01-01", None, "1992/..")


def test_several_dates_are_several_events() -> None:
    text = "The border saw clashes between Kenya and Somalia in 2014, in April 2016 and in 2018."
    assert [e.date for e in told(text, "ASSAULT")] == ["2014", "2016-04", "2018"]


def test_place_of_what_happens_and_none_for_words() -> None:
    assert "Mombasa" in one("Kenya attacked rebels in Mombasa.", "ASSAULT").places
    assert not one("Kenya condemned the rebels in Mombasa.", "ACCUSE").places


@pytest.mark.parametrize(
    "text",
    [
        "Lagos was rocked by attacks on Monday.",
        "Attacks rocked Lagos on Monday.",
        "Violence broke out in Lagos on Monday.",
    ],
)
def test_attacks_that_a_place_lives_through_are_there(text: str) -> None:
    assert one(text, "ASSAULT").places == {"Lagos"}


def test_here_is_where_the_story_was_filed() -> None:
    filed = "MOMBASA, June 9 (AFP) - "
    visit = one(
        f"{filed}Togolese President Jo Roe arrived here on Wednesday. Kenya waits.", "CONSULT"
    )
    assert ("Mombasa" in visit.places, visit.recipients) == (True, {"Kenya"})
    assert one(f"{filed}Police fired tear gas at protesters here.", "ASSAULT").places == {"Mombasa"}
    assert not one("Police fired tear gas at protesters here.", "ASSAULT").places


def test_an_event_told_twice_has_two_triggers() -> None:
    text = "Clashes between Kenya and Somalia erupted on Monday. The clashes continued in Garissa."
    found = read(text)
    fights = [e for e in found.events if e.type == "ASSAULT" and e.status == "occurred"]
    assert len(fights) == 1
    text = "Two soldiers were killed in an attack by Kenya in Somalia."
    assert one(text, "ASSAULT").trigger == "killed attack"


def test_other_parties_are_another_event() -> None:
    text = "Kenya shelled Somalia on Monday. Ghana shelled Togo on Monday."
    assert len(told(text, "ASSAULT")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Rebels violated the 2014 agreement, Kenya said.",
        "Kenya annulled the 1998 treaty with Somalia.",
        "The opposition alleged that the August 9 polls would be rigged by Kenya.",
        "Kenya and Somalia agreed to meet again on July 20.",
        "Kenya welcomed the pact sealed on Monday by Togo.",
    ],
)
def test_a_time_of_something_else_dates_no_event(text: str) -> None:
    assert read(text).events
    assert {e.date and e.date.edtf for e in read(text).events} == {"2021-06-10"}


def test_a_noun_dates_itself() -> None:
    assert one("Tuesday's clashes between Kenya and Somalia killed two.", "ASSAULT").date == (
        "2021-06-08"
    )


def test_what_is_dated_ahead_is_planned() -> None:
    event = one("Kenya is preparing for next month's talks with Somalia.", "AGREE")
    assert (event.status, event.date) == ("planned", "2021-07")


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Kenya is sending troops to Somalia next week.", "MOBILIZE", "planned"),
        ("Kenya is sending troops to Somalia.", "MOBILIZE", "ongoing"),
        ("Kenya is training Somali troops until 2025.", "AID", "ongoing"),
        ("Kenya has sent troops to Somalia for next week.", "MOBILIZE", "occurred"),
        ("President Wekesa meets the Somali president next week.", "AGREE", "planned"),
        ("Kenya is calling for talks with Somalia next week.", "REQUEST", "ongoing"),
    ],
)
def test_the_present_with_a_date_to_come_is_a_plan(text: str, type_: str, status: str) -> None:
    assert one(text, type_).status == status


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It was the first visit to Kenya by a Somali president since 1994.", "2021-06-10"),
        ("President Wekesa visited Kenya for the first time since 1994.", "2021-06-10"),
        ("The attack, the deadliest since 2003, killed ten soldiers in Kenya.", "2021-06-10"),
        ("Rebels killed ten Kenyans in the heaviest shelling of a town since 2014.", None),
        ("Kenyan rebels have bombed the largest camp since May.", "2021-05/.."),
        ("Kenyan rebels have attacked the town since 2018.", "2018/.."),
    ],
)
def test_a_day_that_something_is_compared_with_dates_nothing(text: str, date: str | None) -> None:
    assert [e.date and e.date.edtf for e in read(text).events] == [date]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        # Part of the deed told just before, whose day it has.
        (
            "Rebels raided a town in Kenya on Monday. Guards shot two of them dead.",
            ["2021-06-07", "2021-06-07"],
        ),
        # Too old to be what the story tells, another kind of deed, words, and what is usual.
        (
            "Rebels raided a town in Kenya on 3 March. Ten soldiers were shot dead.",
            ["2021-03-03", "2021-06-10"],
        ),
        (
            "Rebels raided a town in Kenya on Monday. Police arrested ten rebels." + RAIN,
            ["2021-06-07", "2021-06-10"],
        ),
        (
            "Rebels raided a town in Kenya on Monday. Kenya condemned the rebels." + RAIN,
            ["2021-06-07", "2021-06-10"],
        ),
        (
            "Rebels raided a town in Kenya on Monday. Rebels often kidnap Kenyan soldiers.",
            ["2021-06-07", None],
        ),
        (
            "Wekesa mourned the victims of Monday's attack in Kenya. Ten soldiers were shot dead.",
            ["2021-06-07", "2021-06-10"],
        ),
    ],
)
def test_a_deed_told_on_has_the_day_of_the_deed_before_it(
    text: str, dates: list[str | None]
) -> None:
    assert [e.date and e.date.edtf for e in read(text).events] == dates


def test_each_other_is_an_act_of_each_and_not_one_on_the_other() -> None:
    text = (
        "Kenya and Somalia accused each other of lying. Somalia accused Kenya of shelling a town."
    )
    accusals = [(e.actors, e.recipients) for e in told(text, "ACCUSE")]
    one_way, other_way = ({"Kenya"}, {"Somalia"}), ({"Somalia"}, {"Kenya"})
    assert accusals == [one_way, other_way, other_way]
    text = "Kenya and Somalia held talks on Monday. Kenya held talks with Somalia on Monday."
    assert len(told(text, "CONSULT")) == 1


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kenya and Togo met in the Normandy format.", set()),
        ("Kenya and Togo held talks under the Minsk process.", set()),
        ("Kenya and Togo met in Normandy.", {"Normandy"}),
    ],
)
def test_a_format_is_named_for_a_place_and_not_held_there(text: str, places: set[str]) -> None:
    assert one(text, "CONSULT").places == places


@pytest.mark.parametrize(
    ("text", "type_", "places"),
    [
        # What is talked about is elsewhere; where one meets is not.
        ("Wekesa held talks with Mensah on the crisis in Togo.", "CONSULT", set()),
        ("Wekesa held talks with Mensah in Togo.", "CONSULT", {"Togo"}),
        ("Wekesa met Mensah on Monday to discuss the situation in Togo.", "CONSULT", set()),
        # Of a land, or for it, is not in it.
        ("Ministers arrived in Lagos, among them envoys of Zambia.", "CONSULT", {"Lagos"}),
        ("Rebels were jailed at the court for Togo in Accra.", "COERCE", {"Accra"}),
        ("Rebels shelled a market within a league of the US consulate.", "ASSAULT", set()),
        ("Rebels shelled the Lagos airport.", "ASSAULT", {"Lagos"}),
        ("Rebels killed ten soldiers in Lagos.", "ASSAULT", {"Lagos"}),
        # From where the way is told counts where nothing else does.
        ("Rebels shelled the town of Thika, north of Nairobi.", "ASSAULT", {"Thika"}),
        ("Rebels killed ten soldiers north of Nairobi.", "ASSAULT", {"Nairobi"}),
    ],
)
def test_the_place_is_that_of_the_event(text: str, type_: str, places: set[str]) -> None:
    assert set().union(*(e.places for e in told(text, type_))) == places


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Troops left on Monday, less than a week after Togo shelled Kenya.",
            "2021-05-31/2021-06-07",
        ),
        (
            "Troops left on Monday, under two months before Togo shelled Kenya.",
            "2021-06-07/2021-08-07",
        ),
        ("Troops left on Monday, a week after Togo shelled Kenya.", "2021-05-31"),
    ],
)
def test_less_than_a_week_after_is_within_it(text: str, date: str) -> None:
    assert one(text, "ASSAULT").date == date


def test_where_something_began_dates_no_talks_there() -> None:
    text = "Kenya and Togo held new talks in Accra, where negotiations had begun in 2012."
    assert all(e.date != "2012" for e in told(text) if "held" in e.trigger)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Wekesa was among the organisers of a coup in 1960.", ["COERCE"]),
        ("Wekesa was among the organisers of a coup.", []),
        ("A coup took place in Togo.", ["COERCE"]),
        ("Wekesa was toppled in a coup in 1960.", ["SANCTION"]),
        ("Togo remembers the 1998 war.", ["ASSAULT"]),
        ("A six-week war in Togo is over.", ["ASSAULT"]),
        ("Togo remembers the war.", []),
        ("Togo remembers a decades-long war.", []),
        ("Wekesa came to power after a 2018 uprising.", ["PROTEST"]),
        ("Wekesa dismissed the idea that the 1998 war was lost.", ["REJECT", "ASSAULT"]),
        ("Wekesa dismissed the idea that the war was lost.", ["REJECT"]),
    ],
)
def test_a_deed_that_has_its_own_time_is_told(text: str, types: list[str]) -> None:
    assert [event.type for event in told(text)] == types
