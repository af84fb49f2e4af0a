"""What the machine missed counts everywhere, outlives a new reading, and goes from chronicle to
chronicle."""

from __future__ import annotations

import json
from pathlib import Path

from tests.chronicle.test_chronicle import keep_at
from tests.store.records import Draft, valley

from dateline.chronicle.keep import Keeper
from dateline.chronicle.review import review, undo
from dateline.chronicle.verdicts import add_lines, examples
from dateline.store import Question, Store, events, formats, reviews
from dateline.store.reviews import ReviewQuestion

MORE = "Rebels seized the bridge in Oakham in May.\n"
GIVEN = {"words": ["seized"], "type": "ASSAULT", "actors": ["Rebels"]}


def story(more: str = MORE) -> Draft:
    return valley(more=more)


def added(keeper: Keeper) -> int:
    with keeper.writing():
        return review(keeper, 1, "events", "added", GIVEN, reviewer="Ida")


def triggers(store: Store) -> list[tuple[str, str | None]]:
    return sorted((e.trigger, e.reviewed) for e in events(store.db, Question()))


def test_it_counts_with_its_own_incident_and_can_be_taken_back(tmp_path: Path) -> None:
    with Store(tmp_path / "c.db") as store:
        keeper = Keeper(store)
        keep_at(keeper, 1, story())
        number = added(keeper)
        (event,) = events(store.db, Question(actor="Rebels"))
        assert (event.type, event.reviewed) == ("ASSAULT", "added")
        assert event.incident
        assert event.sentence == MORE.strip()
        with keeper.writing():
            review(keeper, 1, event.id, "corrected", {"status": "denied"}, reviewer="Bo")
        (event,) = events(store.db, Question(actor="Rebels"))
        assert (event.status, event.reviewed) == ("denied", "corrected")
        with keeper.writing():
            undo(keeper, number, "Ida")
        assert triggers(store) == [("met", None), ("shelled", None)]
        (waiting,) = reviews.reviews(store.db, ReviewQuestion(which="again"))
        assert waiting.verdict == "corrected"
        assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_it_outlives_a_new_reading_and_is_asked_again_where_its_words_changed(
    tmp_path: Path,
) -> None:
    with Store(tmp_path / "c.db") as store:
        keeper = Keeper(store)
        keep_at(keeper, 1, story())
        added(keeper)
        keep_at(keeper, 1, story(f"It rained all day.\n{MORE}"))
        assert ("seized", "added") in triggers(store)
        keep_at(keeper, 1, story("Rebels seized two bridges in Oakham in May.\n"))
        assert triggers(store) == [("met", None), ("shelled", None)]
        assert [r.verdict for r in reviews.reviews(store.db, ReviewQuestion(which="again"))] == [
            "added"
        ]
        keep_at(keeper, 1, story())
        assert ("seized", "added") in triggers(store)


def test_lines_add_it_and_carry_it_elsewhere_with_what_was_said_of_it(tmp_path: Path) -> None:
    lines = [{"story": 1, "family": "events", "verdict": "added", "fields": GIVEN}]
    with Store(tmp_path / "one.db") as store:
        keeper = Keeper(store)
        keep_at(keeper, 1, story())
        (one,) = add_lines(keeper, map(json.dumps, lines), "Ida")
        assert one.problem is None
        (event,) = events(store.db, Question(actor="Rebels"))
        with keeper.writing():
            review(keeper, 1, event.id, "corrected", {"status": "denied"}, reviewer="Bo")
        told = [json.dumps(line) for line in examples(keeper, ReviewQuestion())]
        assert [json.loads(line)["verdict"] for line in told] == ["corrected", "added"]
        (lacking,) = add_lines(keeper, ['{"story": 1, "verdict": "added"}'])
        assert lacking.problem == "the line lacks `family`"
    with Store(tmp_path / "other.db") as store:
        keeper = Keeper(store)
        keep_at(keeper, 1, story())
        assert [one.problem for one in add_lines(keeper, told)] == [None, None]
        (event,) = events(store.db, Question(actor="Rebels"))
        assert (event.status, event.reviewed) == ("denied", "corrected")
        assert [one.review for one in add_lines(keeper, told)] == [None, None]
        assert not list(formats(store.db, Question()))
