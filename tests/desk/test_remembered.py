"""Answers are kept until something is written, and no longer."""

from __future__ import annotations

from pathlib import Path

from tests.store.records import valley

from dateline.desk.remembered import MOST, Remembered
from dateline.store import Store


def test_an_answer_is_kept_until_the_chronicle_changes(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    with Store(path) as store:
        kept = Remembered(path)

        def count() -> int:
            asked.append(1)
            return int(store.db.execute("SELECT count(*) FROM story").fetchone()[0])

        asked: list[int] = []
        assert [kept.get("stories", count) for _ in range(3)] == [0, 0, 0]
        assert len(asked) == 1
        for number in range(1, 4):
            draft = valley(more=f"Number {number}.\n")
            with store.writing():
                store.put(draft.document(), draft.record(), "2026-01-01")
            assert kept.get("stories", count) == number


def test_no_more_than_some_are_kept(tmp_path: Path) -> None:
    kept = Remembered(tmp_path / "none.db")
    for number in range(MOST + 5):
        kept.get(number, lambda: "old")
    assert kept.get(0, lambda: "new") == "new"
    assert kept.get(MOST + 4, lambda: "new") == "old"


def test_readers_that_come_and_go_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    with Store(path):
        pass
    remembered = Remembered(path)
    asked: list[int] = []
    for _ in range(3):
        with Store(path, create=False) as store:  # makes a log, and takes it away in the end
            store.db.execute("SELECT count(*) FROM story").fetchone()
            remembered.get("stories", lambda: asked.append(1))
    assert len(asked) == 1
