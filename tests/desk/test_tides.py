"""Conflict above the line, cooperation below it, and the days of change."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.chronicle.intensity import Intensity
from dateline.desk.tides import HEIGHT, LEAST, MOST, tides
from dateline.link.intensity import Day, Shift

PAIR = ("ARM", "AZE")


def day(when: str, measure: str, incidents: int) -> Day:
    return Day(PAIR, measure, when, incidents, incidents, 1, 1.0)


def shift(when: str, measure: str, rise: bool = True) -> Shift:
    return Shift(PAIR, measure, when, when, rise, 0.1, 2.0, 3, 2, 3, 20.0)


def found(*days: Day, changes: tuple[Shift, ...] = ()) -> Intensity:
    sentences = tuple(f"{change.measure} on {change.day}" for change in changes)
    return Intensity(days, changes, sentences, {})


def test_bars_share_one_scale_on_both_sides_of_the_line() -> None:
    drawn = tides(
        found(
            day("2020-03-01", "conflict", 6),
            day("2020-03-03", "conflict", 3),
            day("2020-03-03", "cooperation", 2),
            day("2020-03-03", "fighting", 99),  # is part of conflict
        )
    )
    assert drawn
    assert [t.first for t in drawn.tides] == ["2020-03-01", "2020-03-02", "2020-03-03"]
    assert [(t.conflict, t.cooperation) for t in drawn.tides] == [(6, 0), (0, 0), (3, 2)]
    assert drawn.line == HEIGHT * 6 / 8
    assert [t.up for t in drawn.tides] == [drawn.line, 0, drawn.line / 2]
    assert drawn.tides[2].down == HEIGHT - drawn.line
    assert drawn.tides[2].told == "3 March 2020: 3 of conflict, 2 of cooperation"


def test_one_among_hundreds_is_seen() -> None:
    drawn = tides(found(day("2020-03-01", "conflict", 900), day("2020-03-02", "conflict", 1)))
    assert drawn
    assert drawn.tides[1].up == LEAST


def test_the_ends_are_drawn_and_nothing_beyond_them() -> None:
    days = (day("2020-02-20", "conflict", 5), day("2020-03-02", "conflict", 1))
    drawn = tides(found(*days), ("2020-03-01", "2020-03-10"))
    assert drawn
    assert len(drawn.tides) == 10
    assert drawn.conflict == 1
    assert tides(found(days[0]), ("2020-03-01", "2020-03-10")) is None
    assert tides(found(days[0])) is None
    assert tides(found()) is None


def test_years_are_drawn_by_month() -> None:
    first = date(2020, 1, 1)
    days = [(first + timedelta(days=n)).isoformat() for n in range(0, 3 * MOST, 7)]
    drawn = tides(found(*(day(when, "conflict", 1) for when in days)))
    assert drawn
    assert drawn.unit == "month"
    assert sum(t.conflict for t in drawn.tides) == len(days)


def test_changes_stand_at_their_day_and_fighting_does_not_say_them_again() -> None:
    days = (day("2020-03-01", "conflict", 1), day("2020-03-05", "conflict", 4))
    changes = (
        shift("2020-03-04", "conflict"),
        shift("2020-03-04", "fighting"),
        shift("2020-03-05", "fighting", rise=False),
        shift("2020-04-01", "conflict"),  # beyond what is drawn
    )
    drawn = tides(found(*days, changes=changes))
    assert drawn
    assert [(turn.sentence, turn.x) for turn in drawn.turns] == [
        ("conflict on 2020-03-04", drawn.tides[3].x),
        ("fighting on 2020-03-05", drawn.tides[4].x),
    ]
