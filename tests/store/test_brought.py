"""A chronicle of an earlier version has the same rows as one made today, once it is opened."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

from tests.store.records import valley
from tests.store.test_mediation import NOW, forum, talks

from dateline.chronicle.incidents import incidents
from dateline.chronicle.keep import Keeper
from dateline.store import Question, Store, events, formats, statements, stories
from dateline.store.pack import pack

TABLES = ("format", "naming", "membership", "format_fact", "meeting")


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: [tuple(row) for row in store.db.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3")]
        for table in TABLES
    }


BY_DAY = {
    "party": ("event, side, actor", "actor, event"),
    "scene": ("event, place", "place, event"),
    "appearance": ("story, actor, mentions", "actor, story"),
    "named": ("story, place", "place, story"),
}
"""Tables that the fifth step has made wider: what they had before, and their index."""


def to_version_5(store: Store) -> None:
    """Take away what the sixth step brought."""
    store.db.execute("DROP TABLE wording")
    for table in ("event", "statement"):
        store.db.execute(f"ALTER TABLE {table} DROP COLUMN spans")
    store.db.execute("PRAGMA user_version = 5")


def to_version_4(store: Store) -> None:
    """Take away what the steps since the fourth brought."""
    to_version_5(store)
    for table, (columns, index) in BY_DAY.items():
        store.db.execute(f"CREATE TABLE before AS SELECT {columns} FROM {table}")
        store.db.execute(f"DROP TABLE {table}")
        store.db.execute(f"ALTER TABLE before RENAME TO {table}")
        store.db.execute(f"CREATE INDEX {table}_{index.split(',')[0]} ON {table} ({index})")
    store.db.execute("DROP INDEX statement_country")
    store.db.execute("ALTER TABLE statement DROP COLUMN country")
    for column in ("value", "words"):
        store.db.execute(f"ALTER TABLE casualty DROP COLUMN {column}")
    stories: dict[int, dict[str, str]] = {}
    for story, ref, body in store.db.execute("SELECT * FROM told ORDER BY story, ref"):
        stories.setdefault(story, {})[ref] = zlib.decompress(body).decode()
    store.db.execute("DROP TABLE told")
    store.db.execute("CREATE TABLE told (story INTEGER PRIMARY KEY, happenings BLOB NOT NULL)")
    for story, told in stories.items():
        shared = json.loads(told.pop(""))
        lines = [json.dumps({"shared": shared, "events": list(told)}), *told.values()]
        store.db.execute(
            "INSERT INTO told VALUES (?, ?)", (story, zlib.compress("\n".join(lines).encode()))
        )
    store.db.execute("PRAGMA user_version = 4")


def to_version_3(store: Store) -> None:
    """Take away what the steps since the third brought."""
    for table in (*reversed(TABLES), "format_name"):
        store.db.execute(f"DROP TABLE {table}")
    to_version_4(store)
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


def test_what_takes_part_is_found_by_day_and_told_event_by_event(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    with Store(path) as store:
        keeper = Keeper(store)
        losses = valley(more="Four of its soldiers died.\n")
        losses.fields["casualties"] = [
            {
                "id": "c0",
                "spans": [losses.at("Four"), losses.at("died")],
                "killed": {"min": 4, "max": 4},
                "side": "a0",
            }
        ]
        for draft in (talks(), losses, forum()):
            with keeper.writing():
                keeper.keep(draft.document(), draft.record(), NOW)
        before = {t: list(map(tuple, store.db.execute(f"SELECT * FROM {t}"))) for t in BY_DAY}
        said = list(map(tuple, store.db.execute("SELECT id, country FROM statement ORDER BY id")))
        told = [found.sources for found in incidents(store.db, Question())]
        before["casualty"] = list(map(tuple, store.db.execute("SELECT * FROM casualty")))
        assert before["casualty"][0][-1] == "Four … died"
        assert all(before.values())
        assert any(country for _, country in said)
        to_version_4(store)
    with Store(path, create=False) as brought:
        for table, rows in before.items():
            assert list(map(tuple, brought.db.execute(f"SELECT * FROM {table}"))) == rows
        query = "SELECT id, country FROM statement ORDER BY id"
        assert list(map(tuple, brought.db.execute(query))) == said
        assert [found.sources for found in incidents(brought.db, Question())] == told
        assert brought.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_words_of_events_and_statements_are_filled(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    with Store(path) as store:
        keeper = Keeper(store)
        for draft in (talks(), valley(), forum()):
            with keeper.writing():
                keeper.keep(draft.document(), draft.record(), NOW)
        lists = events, statements, stories
        before = [list(listed(store.db, Question())) for listed in lists]
        assert all(before)
        assert all(event.trigger and event.sentence for event in events(store.db, Question()))
        to_version_5(store)
    with Store(path, create=False) as brought:
        assert [list(listed(brought.db, Question())) for listed in lists] == before


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
