"""Stories are kept once, changed ones as revisions, and nothing is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.store.records import Draft, valley

from dateline.errors import StoreError
from dateline.store import Store
from dateline.store.connect import APPLICATION_ID

NOW = "2026-01-01T00:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "c.db")


def put(store: Store, draft: Draft, **known: object) -> tuple[int, str]:
    with store.writing():
        return store.put(draft.document(**known), draft.record(), NOW)


def count(store: Store, table: str) -> int:
    return int(store.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_the_same_story_again_changes_nothing(store: Store) -> None:
    assert put(store, valley()) == (1, "new")
    before = list(store.db.iterdump())
    assert put(store, valley()) == (1, "same")
    assert list(store.db.iterdump()) == before
    assert store.known(valley().document()) == 1


def test_a_record_comes_back_as_it_was(store: Store) -> None:
    put(store, valley())
    assert store.record(1) == valley().record()
    with pytest.raises(StoreError, match="no story 2"):
        store.record(2)


def test_a_changed_story_is_a_revision_with_its_difference(store: Store) -> None:
    url = "https://wire.invalid/1"
    put(store, valley(), url=url)
    assert put(store, valley(more="Two people died.\n"), url=url) == (1, "revised")
    assert count(store, "story") == 1
    assert store.record(1).text.endswith("Two people died.\n")
    (change,) = store.changes(1)
    assert change.revision == 1
    assert "+Two people died." in change.difference.splitlines()
    for table, rows in (("event", 2), ("statement", 2), ("appearance", 5), ("named", 1)):
        assert count(store, table) == rows, table


def test_words_of_an_earlier_revision_are_not_found_any_more(store: Store) -> None:
    url = "https://wire.invalid/1"
    put(store, valley(more="A lighthouse burnt.\n"), url=url)
    put(store, valley(), url=url)
    query = "SELECT count(*) FROM story_words WHERE story_words MATCH ?"
    assert store.db.execute(query, ("lighthouse",)).fetchone()[0] == 0
    assert store.db.execute(query, ("martuni",)).fetchone()[0] == 1
    for table in ("story_words", "statement_words"):
        store.db.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")


def test_a_better_date_alone_is_a_revision_too(store: Store) -> None:
    put(store, valley(), url="https://wire.invalid/1")
    changed = put(store, valley(), url="https://wire.invalid/1", date="2020-03-06")
    assert changed == (1, "revised")


def test_one_id_for_two_stories_keeps_both(store: Store) -> None:
    put(store, valley(), id="7")
    other = Draft("Harvest in Southland\nFarmers brought in the barley before the rain came.\n")
    assert put(store, other, id="7") == (2, "new")
    assert put(store, valley(more="More.\n"), id="7") == (1, "revised")
    assert put(store, other, id="7") == (2, "same")


def test_one_id_of_two_outlets_is_two_stories(store: Store) -> None:
    put(store, valley(), id="7", source="One")
    assert put(store, valley(), id="7", source="Two") == (2, "new")


def test_a_file_that_was_changed_is_a_revision_and_one_that_was_moved_is_the_same(
    store: Store,
) -> None:
    put(store, valley(), origin="/a/story.txt")
    assert put(store, valley(), origin="/b/story.txt") == (1, "same")
    assert put(store, valley(more="More.\n"), origin="/a/story.txt") == (1, "revised")


def test_a_transaction_that_fails_leaves_no_trace(store: Store) -> None:
    put(store, Draft("Rain in Southland\nIt rained.\n"))
    before = list(store.db.iterdump())

    def fail() -> None:
        with store.writing():
            store.put(valley().document(), valley().record(), NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(store.db.iterdump()) == before
    assert put(store, valley())[1] == "new"
    assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_one_writes_while_others_read(store: Store) -> None:
    put(store, valley())
    with store.writing():
        store.put(valley(more="More.\n").document(), valley(more="More.\n").record(), NOW)
        with Store(store.path, create=False) as reader:
            assert count(reader, "story") == 1
    assert count(store, "story") == 2


def test_actors_and_places_are_kept_once_with_all_their_spellings(store: Store) -> None:
    put(store, valley())
    other = Draft(
        "Talks\nAzerbaijan's Defence Ministry and the Azerbaijani Defense Ministry met.\n"
    )
    other.actor("Azerbaijan's Defence Ministry", "organisation", "AZE")
    other.actor("Azerbaijani Defense Ministry", "organisation", "AZE")
    other.actor("Azerbaijan", "state", "AZE")
    put(store, other)
    names = [row[0] for row in store.db.execute("SELECT name FROM actor WHERE country = 'AZE'")]
    assert names == ["Azerbaijan", "Azerbaijan's Defence Ministry"]
    spelt = store.db.execute("SELECT name FROM spelling WHERE name LIKE '%Ministry'").fetchall()
    assert len(spelt) == 2


def test_a_state_of_the_past_is_not_its_successor(store: Store) -> None:
    draft = Draft("History\nThe Soviet Union fell; Russia followed.\n")
    draft.actor("Soviet Union", country="RUS")
    draft.actor("Russia", country="RUS")
    put(store, draft)
    names = {row[0] for row in store.db.execute("SELECT name FROM actor")}
    assert names == {"Soviet Union", "Russia"}


def test_what_is_no_chronicle_is_refused_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no database at all, " * 100)
    with pytest.raises(StoreError, match=r"notes\.txt: is no chronicle"):
        Store(text)
    assert text.read_text().startswith("no database")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE mine (x)")
    db.close()
    with pytest.raises(StoreError, match="but no chronicle"):
        Store(other)
    with pytest.raises(StoreError, match="no such chronicle"):
        Store(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


def test_a_chronicle_of_a_later_version_is_refused(store: Store) -> None:
    assert store.db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    store.db.execute("PRAGMA user_version = 999")
    store.close()
    with pytest.raises(StoreError, match="newer Dateline"):
        Store(store.path)


def test_a_writer_that_waits_too_long_says_so(store: Store) -> None:
    put(store, valley())
    with Store(store.path) as other:
        other.db.execute("PRAGMA busy_timeout = 10")
        with store.writing(), pytest.raises(StoreError, match="cannot be written"), other.writing():
            raise AssertionError("two writers at once")
