"""Dates, places, and one event told twice."""

from __future__ import annotations

from events_reader import one, read, told


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
