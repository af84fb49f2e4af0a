"""The chronicle of several stories: what stands together and what does not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from valley import valley

from dateline.record import (
    Actor,
    DocumentFacts,
    Event,
    EventDate,
    Line,
    Mention,
    Place,
    Published,
    Record,
)
from dateline.record.brief import render_many
from dateline.record.brief.together import together
from dateline.record.brief.view import View


def story(day: str, actors: list[str], type_: str = "ASSAULT", **more: Any) -> Record:
    """A story of one event."""
    text = f"Shots were fired on {day}."
    place = more.pop("place", None)
    return Record(
        id=day,
        text=text,
        document=DocumentFacts(
            title=Line(text=f"Story of {day}"),
            published=Published(value=more.pop("published", day), basis="metadata"),
            sentences=[(0, len(text))],
        ),
        places=[Place(id="p", span=(0, 1), text=place, name=place, kind="city")] if place else [],
        actors=[
            Actor(
                id=a, name=a, kind="state", country=a, mentions=[Mention(span=(0, 1), how="name")]
            )
            for a in actors
        ],
        events=[
            Event(
                id="e",
                type=type_,  # type: ignore[arg-type]
                trigger=[(0, 5)],
                actors=actors,
                places=["p"] if place else [],
                date=EventDate(edtf=day, begin=day, end=more.pop("end", day)),
                **more,
            )
        ],
    )


def groups(*records: Record) -> list[list[int]]:
    found = together([View(record) for record in records])
    return [[told.story for told in happening.told] for happening in found]


BOTH = ["EST", "WST"]


def test_one_incident_of_two_stories_stands_together() -> None:
    assert groups(story("2020-10-10", BOTH), story("2020-10-11", BOTH)) == [[1, 2]]


@pytest.mark.parametrize(
    "other",
    [
        story("2020-10-12", BOTH),
        story("2020-10-10", BOTH, "CONSULT"),
        story("2020-10-10", ["EST", "ISL"]),
        story("2020-10-10", ["ISL"]),
        story("2020-10-10", BOTH, status="denied"),
        story("2020-10-10", BOTH, end="2020-10-20"),
    ],
    ids=["two days on", "type", "one party of two", "no party", "status", "length"],
)
def test_what_differs_stands_apart(other: Record) -> None:
    assert len(groups(story("2020-10-10", BOTH), other)) == 2


def test_places_that_differ_keep_events_apart_and_a_missing_one_does_not() -> None:
    here, there = (story("2020-10-10", BOTH, place=p) for p in ("Kobar", "Lindau"))
    assert len(groups(here, there)) == 2
    assert groups(here, story("2020-10-10", BOTH)) == [[1, 2]]


def test_what_nobody_in_particular_did_is_grouped_by_where() -> None:
    here = [story("2020-10-10", [], place="Kobar") for _ in range(2)]
    assert groups(*here) == [[1, 2]]
    assert len(groups(here[0], story("2020-10-10", [], place="Lindau"))) == 2
    assert len(groups(*(story("2020-10-10", []) for _ in range(2)))) == 2


def test_a_sentence_is_shown_in_full_once_and_named_by_its_trigger_then() -> None:
    record = story("2020-10-10", BOTH)
    record.events.append(record.events[0].model_copy(update={"id": "f", "type": "AID"}))
    brief = render_many([record], "terminal", width=120)
    assert brief.count("[1] “Shots were fired on 2020-10-10.”") == 1
    assert brief.count("[1] “Shots”") == 1


def test_a_war_of_many_days_is_not_one_happening() -> None:
    days = [str(date(2020, 9, 27) + timedelta(days=i)) for i in range(10)]
    assert [len(group) for group in groups(*(story(day, BOTH) for day in days))] == [2] * 5


def test_stories_are_in_order_and_history_is_apart() -> None:
    late, early = story("2020-10-10", BOTH), story("2020-10-01", BOTH)
    old = story("1994-05-12", BOTH, "AGREE", published="2020-10-12")
    brief = render_many([late, old, early], "terminal", width=120)
    assert brief.index("[1]  Story of 2020-10-01") < brief.index("[2]  Story of 2020-10-10")
    day_by_day, background = brief.index("DAY BY DAY"), brief.index("BACKGROUND")
    assert day_by_day < brief.index("ASSAULT") < background < brief.index("AGREE – agreement")
    assert "It is no proof that they tell one happening" in " ".join(brief.split())


def test_sources_stand_side_by_side_and_dates_are_said_once() -> None:
    records = [valley(), valley(id="second")]
    brief = render_many(records, "terminal", width=120)
    assert "told by 2 stories" in brief
    assert "[1] “Eastland and Westland have imposed martial law.”" in brief
    assert "[2] “Eastland and Westland have imposed martial law.”" in brief
    claims = brief[brief.index("CASUALTIES, CLAIM BESIDE CLAIM") :]
    assert claims.count("Westland: 12 killed") == 2
    assert claims.count("Westland, military\n") == 1
    assert "filed 1 October 2020" in brief  # the army's words have no date of their own


def test_an_event_without_a_date_is_counted_where_it_is_left_out() -> None:
    record = valley()
    record.events[0].date = None
    assert "1 event without a date is left out" in " ".join(
        render_many([record], "terminal").split()
    )


@pytest.mark.parametrize("style", ["terminal", "markdown", "html"])
def test_no_stories_make_an_empty_chronicle(style: str) -> None:
    assert "Chronicle of 0 stories" in render_many([], style)  # type: ignore[arg-type]
