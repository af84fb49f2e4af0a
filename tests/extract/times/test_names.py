"""Months that are parts of people's names, and weekdays that go with the clock before them."""

from __future__ import annotations

from datetime import date

from dateline.anatomy.story import Segment
from dateline.extract.times.find import find
from dateline.extract.times.names import names
from dateline.extract.times.reading import Reading
from dateline.language.parsed import Entity, Parsed, Sentence
from dateline.record import Notes

TEXT = "Vi Van May left in May ."


def parsed() -> Parsed:
    """Two of the text's months, the first of them in a person's name."""
    words = TEXT.split(" ")
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    count = len(words)
    out = Parsed(
        text=TEXT,
        starts=starts,
        ends=[s + len(w) for s, w in zip(starts, words, strict=True)],
        lemmas=[w.lower() for w in words],
        upos=["PROPN", "PROPN", "PROPN", "VERB", "ADP", "PROPN", "PUNCT"],
        xpos=[""] * count,
        heads=[3, 0, 0, 3, 5, 3, 3],
        deprels=["nsubj", "flat", "flat", "root", "case", "obl", "punct"],
        sentences=[Sentence(0, count, Segment(0, len(TEXT), "body"))],
    )
    out.entities.append(Entity(0, 3, "PER"))
    return out


def test_a_month_in_a_persons_name_is_no_time() -> None:
    notes = Notes()
    found = find(TEXT, [(0, len(TEXT))], date(2021, 6, 10), parsed(), notes)
    assert [(t.start, t.value) for t in found] == [(19, "2021-05")]
    without = find(TEXT, [(0, len(TEXT))], date(2021, 6, 10))
    assert [t.start for t in without][-1] == 19


def test_only_single_words_within_a_name_count() -> None:
    inside = Reading(start=7, end=10, kind="MONTH", rule="r")
    phrase = Reading(start=4, end=10, kind="MONTH", rule="r")
    outside = Reading(start=19, end=22, kind="MONTH", rule="r")
    assert names([inside, phrase, outside], TEXT, parsed()) == [inside]


def test_a_weekday_behind_a_clock_is_the_clocks_day() -> None:
    text = "They vote on December 13. The polls are to open at 00:01 ({clock}) {day}."
    for clock, day, value in (
        ("0801 GMT", "Tuesday", "2005-12-13"),
        ("0801 GMT", "Friday", "2005-12-09"),  # the clock is of another day: the week's own
        ("noon there", "Tuesday", "2005-12-06"),  # words between
    ):
        told = text.format(clock=clock, day=day)
        found = find(told, [(0, len(told))], date(2005, 12, 11))
        assert [t.value for t in found][-1] == value, (clock, day)


def test_a_part_of_a_bodys_name_is_no_time_and_a_body_of_that_name_alone_is() -> None:
    tokens = parsed()
    month = Reading(start=7, end=10, kind="MONTH", rule="r")
    tokens.entities[:] = [Entity(1, 3, "ORG")]
    assert names([month], TEXT, tokens) == [month]
    tokens.entities[:] = [Entity(2, 3, "ORG")]
    assert names([month], TEXT, tokens) == []


def test_a_clock_is_of_the_day_that_follows_it() -> None:
    for text, values in (
        ("It fell at 4 p.m. (2100 GMT) Tuesday.", ["2005-12-06T16:00", "2005-12-06T21:00Z"]),
        ("It fell at 3 p.m. (2000 GMT) on May 3.", ["2005-05-03T15:00", "2005-05-03T20:00Z"]),
        ("It fell at 4 p.m. (2100 GMT). Tuesday was", ["2005-12-11T16:00", "2005-12-11T21:00Z"]),
    ):
        found = find(text, [(0, len(text))], date(2005, 12, 11))
        assert [t.value for t in found][:2] == values, text
