"""A chronicle of an earlier version has the same rows as one made today, once it is opened."""

from __future__ import annotations

from pathlib import Path

from tests.store.records import valley
from tests.store.test_mediation import NOW, forum, talks

from dateline.store import Question, Store, formats
from dateline.store.pack import pack

TABLES = ("format", "naming", "membership", "format_fact", "meeting")


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: [tuple(row) for row in store.db.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3")]
        for table in TABLES
    }


def to_version_3(store: Store) -> None:
    """Take away what the fourth step brought."""
    for table in (*reversed(TABLES), "format_name"):
        store.db.execute(f"DROP TABLE {table}")
    store.db.execute("PRAGMA user_version = 3")
    store.close()


def test_formats_are_filled_from_the_records_that_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    store = Store(path)
    for draft in (talks(), valley(), forum()):
        with store.writing():
            store.put(draft.document(), draft.record(), NOW)
    before = rows(store)
    assert all(before.values())
    to_version_3(store)
    with Store(path, create=False) as brought:
        assert rows(brought) == before
        assert [f.name for f in formats(brought.db, Question(words="hill"))] == ["Hill Group"]
        assert brought.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_people_said_of_a_record_is_what_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    store = Store(path)
    with store.writing():
        store.put(talks().document(), talks().record(), NOW)
    draft = talks()
    draft.fields["formats"] = []
    store.db.execute("UPDATE body SET reviewed = ?", (pack(draft.record()),))
    to_version_3(store)
    with Store(path, create=False) as brought:
        assert not any(rows(brought).values())
