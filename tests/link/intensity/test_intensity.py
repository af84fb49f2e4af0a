"""Intensity: series counted by incident, change points, their sentences."""

from __future__ import annotations

import time

import numpy as np
import pytest

from dateline.link.intensity import Act, changes, daily, dense, sentence, shifts


def act(day: str, incident: str, source: str, a: str = "ARM", b: str = "AZE") -> Act:
    return Act(day, a, b, "ASSAULT", -9.0, incident, source)


def test_an_incident_counts_once_on_the_day_most_reports_give() -> None:
    acts = [
        act("2021-03-02", "i", "s1"),
        act("2021-03-02", "i", "s2"),
        act("2021-03-03", "i", "s3"),
    ]
    (row,) = daily(acts, ["conflict"])
    assert (row.day, row.incidents, row.reports, row.sources) == ("2021-03-02", 1, 3, 3)
    assert row.score == -9.0


def test_direction_is_kept_where_it_is_asked_for() -> None:
    acts = [act("2021-03-02", "i", "s"), act("2021-03-02", "j", "s", "AZE", "ARM")]
    assert [r.pair for r in daily(acts, ["conflict"])] == [("ARM", "AZE")]
    assert len(daily(acts, ["conflict"], directed=True)) == 2
    assert daily(acts, ["cooperation"]) == []


def test_dense_fills_days_without_incidents() -> None:
    days = daily([act("2021-03-02", "i", "s1"), act("2021-03-02", "i", "s2")], ["conflict"])
    assert dense(days, "2021-03-01", "2021-03-03") == [0, 1, 0]
    assert dense(days, "2021-03-01", "2021-03-03", naive=True) == [0, 2, 0]
    with pytest.raises(ValueError, match="before"):
        dense(days, "2021-03-03", "2021-03-01")


def test_known_changes_are_found_and_none_where_there_is_none() -> None:
    rng = np.random.default_rng(5)
    steps = np.concatenate([rng.poisson(r, n) for r, n in ((0.4, 100), (12, 44), (1, 200))])
    assert [(c.at, c.rise) for c in changes(steps.tolist())] == [(100, True), (144, False)]
    false = sum(bool(changes(rng.poisson(2, 365).tolist())) for _ in range(100))
    assert false <= 5
    assert changes([0] * 50) == changes([3]) == changes([]) == []


def test_a_short_burst_in_a_long_peace_is_found() -> None:
    assert [c.at for c in changes([0] * 300 + [9] * 4 + [0] * 300)] == [300, 304]


def test_the_cost_grows_with_the_length_and_not_its_square() -> None:
    rng = np.random.default_rng(5)
    spent = []
    for n in (4_000, 32_000):
        counts = rng.poisson(1, n).tolist()
        begun = time.process_time()
        changes(counts)
        spent.append(time.process_time() - begun)
    assert spent[1] < 30 * spent[0]  # 8 times the days; a square would be 64


def test_a_change_is_told_with_its_figures() -> None:
    acts = [
        act(f"2021-03-{d:02d}", f"i{d}-{n}", f"s{d}-{n % 3}")
        for d in range(21, 31)
        for n in range(6)
    ]
    (shift,) = shifts(acts, "2021-03-01", "2021-03-30", ["fighting"])
    assert sentence(shift) == (
        "Fighting between Armenia and Azerbaijan rose on 21 March 2021: 6 incidents, 3 sources, "
        "and 6 a day to 30 March 2021, against none a day before."
    )
