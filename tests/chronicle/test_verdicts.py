"""Reviews as JSON Lines: training data out, verdicts in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.chronicle.test_chronicle import keep
from tests.chronicle.test_review import say, take_back
from tests.store.records import Draft, valley

from dateline.chronicle.keep import Keeper
from dateline.chronicle.verdicts import Added, add_lines, examples
from dateline.store import Store, reviews
from dateline.store.reviews import ReviewQuestion


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    with Store(tmp_path / "c.db") as store:
        keeper = Keeper(store)
        keep(keeper, valley())
        yield keeper


def told(keeper: Keeper, **question: Any) -> list[dict[str, Any]]:
    return list(examples(keeper, ReviewQuestion(**question)))


def add(keeper: Keeper, *rows: object) -> list[Added]:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    return list(add_lines(keeper, lines, "Bo"))


def test_an_example_says_what_was_read_where_and_what_is_right(keeper: Keeper) -> None:
    content = ["Azerbaijan shelled Martuni"]
    say(keeper, "s0", "corrected", speaker="Orla Venn", content=content)
    say(keeper, "e1", "corrected", date={"begin": "2020-03-04", "end": "2020-03-05"})
    date, said = told(keeper)
    assert said["text"] == "Armenia said that Azerbaijan shelled Martuni on Tuesday."
    assert said["story"] == "url https://wire.invalid/1"
    words = [said["text"][s:e] for s, e in said["spans"]]
    assert words == ["said", "that Azerbaijan shelled Martuni on Tuesday"]
    assert said["machine"]["speaker"] == "a0"
    assert said["reviewed"]["speaker"] == "a3"
    assert said["names"] == {"a0": "Armenia", "a3": "Orla Venn"}
    assert [said["text"][s:e] for s, e in said["reviewed"]["content"]] == content
    assert (said["reviewer"], said["verdict"], said["again"]) == ("Ida", "corrected", None)
    assert date["reviewed"]["date"] == {
        "edtf": "2020-03-04/2020-03-05",
        "begin": "2020-03-04",
        "end": "2020-03-05",
        "time": None,
    }


def test_rejected_merged_and_split_have_no_right_value_of_their_own(keeper: Keeper) -> None:
    say(keeper, "e0", "rejected")
    say(keeper, "a4", "merged", into="a3")
    say(keeper, "s0", "split", **{"from": "on Tuesday"})
    assert [one["reviewed"] for one in told(keeper)] == [None] * 3
    assert [one["names"].get("a3") for one in told(keeper, verdict="merged")] == ["Orla Venn"]


def test_all_are_told_however_many(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.chronicle.verdicts.BATCH", 2)
    for value in ("e0", "e1", "s0", "s1", "a0"):
        say(keeper, value, "accepted")
    assert len(told(keeper)) == 5


def test_reviews_go_over_into_another_chronicle_by_their_words(
    keeper: Keeper, tmp_path: Path
) -> None:
    say(keeper, "e0", "corrected", status="denied", recipients=["Orla Venn"])
    say(keeper, "e1", "rejected")
    lines = [json.dumps(one) for one in reversed(told(keeper))]
    other = valley(more="It rained.\n")
    for number, event in enumerate(other.fields["events"]):
        event["id"] = f"other{number}"
    other.fields["actors"] = other.fields["actors"][:3]
    with Store(tmp_path / "other.db") as store:
        there = Keeper(store)
        keep(there, other)
        added = list(add_lines(there, lines))
        assert [(one.review, one.problem) for one in added] == [(1, None), (2, None)]
        (event,) = store.record(1).events
        assert (event.id, event.status) == ("other0", "denied")
        assert [a.name for a in store.record(1).actors if a.id in event.recipients] == ["Orla Venn"]
        last, first = reviews.reviews(store.db, ReviewQuestion(which="all"))
        assert (first.reviewer, last.verdict) == ("Ida", "rejected")


def test_what_is_there_already_is_not_kept_again(keeper: Keeper) -> None:
    say(keeper, "e0", "corrected", status="denied")
    take_back(keeper, 1)
    say(keeper, "e1", "rejected")
    rows = told(keeper, which="all")
    assert [(one.review, one.problem) for one in add(keeper, *rows)] == [(None, None)] * 2


def test_verdicts_of_ones_own(keeper: Keeper) -> None:
    rows = [
        {"story": 1, "value": "e0", "verdict": "corrected", "fields": {"status": "denied"}},
        "",
        {"story": "https://nowhere.invalid", "value": "e0", "verdict": "accepted"},
        {"story": 1, "value": "e9", "verdict": "accepted"},
        {"story": 1, "value": "e0", "verdict": "accepted", "fields": []},
        {"story": 1, "value": "e0"},
        "[]",
        "{",
        "[" * 100_000,
        {"story": 1, "value": "e0", "verdict": "rejected", "kept": [[1]], "family": "events"},
        {"story": 1, "value": ["e0"], "verdict": {}},
        '{"story": 1, "value": "e0", "verdict": "accepted", "note": "\\ud800"}',
        {"story": 1, "value": "s0", "verdict": "accepted", "reviewer": "Ida", "note": "clear"},
    ]
    added = add(keeper, *rows)
    assert [(one.line, one.review) for one in added if not one.problem] == [(1, 1), (13, 2)]
    problems = " ".join(one.problem or "" for one in added)
    for part in ("no story", "no value", "must be an object", "lacks `verdict`", "no JSON"):
        assert part in problems
    found = reviews.reviews(keeper.store.db, ReviewQuestion())
    assert [(one.reviewer, one.note) for one in found] == [("Ida", "clear"), ("Bo", "")]
    assert keeper.store.record(1).events[0].status == "denied"


def test_words_that_do_not_stand_in_the_story_are_told(keeper: Keeper, tmp_path: Path) -> None:
    say(keeper, "e0", "rejected")
    (row,) = told(keeper)
    with Store(tmp_path / "other.db") as store:
        there = Keeper(store)
        keep(there, Draft("Rain falls\nIt rained for hours.\n"))
        (one,) = add_lines(there, [json.dumps(row)])
        assert one.problem
        assert "do not stand in the story" in one.problem
