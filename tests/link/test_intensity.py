"""Intensity by pair and day, and its changes."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.link.intensity import Act, changes, daily, dense, sentence, shifts


def act(day: str, incident: str, source: str = "s", **more: object) -> Act:
    fields = {"actor": "AZE", "recipient": "ARM", "type": "ASSAULT", "score": -9.0} | more
    return Act(day=day, incident=incident, source=source, **fields)  # type: ignore[arg-type]


def poisson(seed: int, *parts: tuple[int, float]) -> list[int]:
    """Counts of some days at each rate, one after the other."""
    dice = np.random.default_rng(seed)
    return [int(n) for days, rate in parts for n in dice.poisson(rate, days)]


def test_an_incident_counts_once_however_many_stories_tell_it() -> None:
    acts = [act("2020-09-27", "a", source) for source in ("1", "2", "3")]
    (day,) = daily(acts, ["fighting"])
    assert (day.incidents, day.reports, day.sources, day.score) == (1, 3, 3, -9.0)


def test_an_incident_counts_on_the_day_that_most_reports_give() -> None:
    acts = [act("2020-09-27", "a", "1"), act("2020-09-28", "a", "2"), act("2020-09-28", "a", "3")]
    assert [d.day for d in daily(acts, ["fighting"])] == ["2020-09-28"]


def test_pairs_are_one_series_either_way_round_unless_directed() -> None:
    acts = [act("2020-09-27", "a"), act("2020-09-27", "b", actor="ARM", recipient="AZE")]
    assert [d.pair for d in daily(acts, ["fighting"])] == [("ARM", "AZE")]
    assert len(daily(acts, ["fighting"], directed=True)) == 2


def test_measures_keep_conflict_and_cooperation_apart() -> None:
    acts = [act("2020-09-27", "a"), act("2020-09-27", "b", type="CONSULT", score=3.0)]
    assert {d.measure: d.incidents for d in daily(acts)} == {"conflict": 1, "cooperation": 1}
    with pytest.raises(KeyError):
        daily(acts, ["weather"])


def test_a_war_in_a_long_peace_is_found_to_the_day() -> None:
    counts = poisson(1, (200, 0.1), (44, 6.0), (120, 0.1))
    found = changes(counts)
    assert [c.at for c in found] == [pytest.approx(200, abs=1), pytest.approx(244, abs=1)]
    assert [c.rise for c in found] == [True, False]
    assert found[0].before < 0.3
    assert found[0].after == pytest.approx(6.0, rel=0.2)


@pytest.mark.parametrize("seed", range(12))
def test_an_even_series_has_no_change(seed: int) -> None:
    assert changes(poisson(seed, (365, 2.0))) == []


def test_too_little_to_tell_and_bad_counts() -> None:
    assert changes([]) == changes([3]) == changes([0] * 50) == []
    with pytest.raises(ValueError, match="below zero"):
        changes([1, -1])


def test_days_without_a_row_are_zero() -> None:
    days = daily([act("2020-09-27", "a"), act("2020-09-29", "b")], ["fighting"])
    assert dense(days, "2020-09-26", "2020-09-30") == [0, 1, 0, 1, 0]
    with pytest.raises(ValueError, match="comes before"):
        dense(days, "2020-09-30", "2020-09-26")


def test_a_change_in_a_plain_sentence() -> None:
    acts = [act("2020-08-10", "old")]
    acts += [act(f"2020-09-{d}", f"{d}-{n}", str(n)) for d in (27, 28, 29, 30) for n in range(9)]
    (rise,) = shifts(daily(acts, ["fighting"]), "2020-08-01", "2020-09-30")
    assert sentence(rise) == (
        "Fighting between Armenia and Azerbaijan rose on 27 September 2020: 9 incidents, "
        "9 sources, and 9 a day to 30 September 2020, against fewer than 0.1 a day before."
    )
