"""Reviews in a chronicle: they count everywhere, outlive a new reading, and lose nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from tests.chronicle.test_chronicle import ONE, TWO, keep, keep_at, shelling, told
from tests.store.records import Draft, valley

from dateline.chronicle import review as module
from dateline.chronicle.brief import briefing
from dateline.chronicle.keep import Keeper
from dateline.chronicle.review import review, undo
from dateline.chronicle.timeline import timeline
from dateline.errors import QueryError, StoreError
from dateline.export.exporting import rows
from dateline.store import Question, Store, events, person, reviews, statements
from dateline.store.connect import APPLICATION_ID
from dateline.store.pack import pack
from dateline.store.reviews import ReviewQuestion

ALL = ReviewQuestion(which="all")


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    with Store(tmp_path / "c.db") as store:
        yield Keeper(store)


def say(keeper: Keeper, value: str, verdict: str, story: int = 1, **fields: object) -> int:
    with keeper.writing():
        return review(keeper, story, value, verdict, fields, reviewer="Ida")


def take_back(keeper: Keeper, number: int) -> None:
    with keeper.writing():
        undo(keeper, number, "Ida")


def whole(keeper: Keeper) -> None:
    """The full-text indexes hold what the tables do."""
    for table in ("story_words", "statement_words"):
        keeper.store.db.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
    assert keeper.store.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_rejected_event_is_in_no_list_count_or_export(keeper: Keeper) -> None:
    keep(keeper, shelling(ONE), shelling(TWO, outlet="Northland Wire"))
    db = keeper.store.db
    say(keeper, "e0", "rejected")
    assert [e.story for e in events(db, Question())] == [2]
    assert told(keeper) == [[2]]
    assert [row["story"] for row in rows(db, "events")] == [2]
    assert person(db, "Azerbaijan").events == (("ASSAULT", 1),)
    take_back(keeper, 1)
    assert sorted(e.story for e in events(db, Question())) == [1, 2]
    assert told(keeper) == [[1, 2]]
    whole(keeper)


def test_a_corrected_statement_is_told_as_corrected(keeper: Keeper) -> None:
    keep(keeper, valley())
    db = keeper.store.db
    say(keeper, "s0", "corrected", speaker="Orla Venn", content=["shelled Martuni"])
    (said,) = statements(db, Question(by="Orla Venn"))
    assert (said.statement, said.content) == (1, "shelled Martuni")
    assert [s.id for s in statements(db, Question(words="Tuesday"))] == []
    assert "Orla Venn" in {side.name for side in briefing(db, Question()).sides}
    first = next(rows(db, "statements"))
    assert (first["speaker"], first["reviewed"]) == ("Orla Venn", "corrected")
    assert keeper.store.machine_record(1) == valley().record()
    whole(keeper)


def test_an_event_keeps_its_number_and_its_incident(keeper: Keeper) -> None:
    keep(keeper, shelling(ONE), valley())
    db = keeper.store.db

    def numbers() -> list[tuple[int, int, str]]:
        return [tuple(r) for r in db.execute("SELECT id, incident, ref FROM event ORDER BY id")]

    before = numbers()
    say(keeper, "e1", "corrected", 2, status="planned")
    assert numbers() == before
    say(keeper, "a4", "corrected", 2, name="Davit Orbeli")
    assert numbers() == before
    assert "Davit Orbeli" in next(events(db, Question(type="CONSULT"))).actors


def test_an_acceptance_writes_nothing_anew(keeper: Keeper) -> None:
    keep(keeper, valley())
    dump = [line for line in keeper.store.db.iterdump() if '"review"' not in line]
    say(keeper, "e0", "accepted")
    after = [line for line in keeper.store.db.iterdump() if '"review"' not in line]
    assert after == dump


def test_what_hangs_on_the_day_of_a_story_follows_it(keeper: Keeper) -> None:
    keep(keeper, shelling(ONE))
    db = keeper.store.db
    assert [entry.day for entry in timeline(db, 3, 1)] == ["2020-03-05"]
    say(keeper, "document", "corrected", published="2020-04-07")
    assert keeper.store.db.execute("SELECT day FROM story").fetchone()[0] == "2020-04-07"
    assert [e.begin for e in events(db, Question())] == ["2020-04-07"]
    assert [entry.day for entry in timeline(db, 3, 1)] == ["2020-04-07"]


def test_the_later_review_counts_and_the_earlier_stays(keeper: Keeper) -> None:
    keep(keeper, valley())
    db = keeper.store.db
    say(keeper, "e0", "corrected", status="denied")
    say(keeper, "e0", "corrected", type="COERCE")
    event = keeper.store.record(1).events[0]
    assert (event.type, event.status) == ("COERCE", "occurred")
    known = reviews.reviews(db, ALL)
    assert [(r.review, r.later, r.holds) for r in known] == [(2, None, True), (1, 2, False)]
    with pytest.raises(QueryError, match="does not count any more"):
        take_back(keeper, 1)
    take_back(keeper, 2)
    assert keeper.store.record(1).events[0].status == "denied"
    take_back(keeper, 1)
    assert keeper.store.record(1) == valley().record()
    with pytest.raises(QueryError, match="no review 9"):
        take_back(keeper, 9)


def test_reviews_outlive_a_revision_where_their_words_do(keeper: Keeper) -> None:
    keep_at(keeper, 1, valley())
    db = keeper.store.db
    say(keeper, "e0", "corrected", status="denied")
    say(keeper, "e1", "rejected")
    keep_at(keeper, 1, valley(more="Two people died.\n"))
    assert [e.status for e in events(db, Question())] == ["denied"]
    assert reviews.counts(db) == {"holding": 2, "again": 0}
    other = valley()
    changed = Draft(other.text.replace("met Davit", "never met Davit"))
    for spoken in ("Armenia", "Azerbaijan", "Aram Testian", "Orla Venn", "Davit Orbelin"):
        changed.actor(spoken, "person")
    changed.event("ASSAULT", "shelled", "2020-03-05")
    changed.event("CONSULT", "met", "2020-03-05")
    keep_at(keeper, 1, changed)
    assert [e.status for e in events(db, Question())] == ["denied", "occurred"]
    (asked,) = reviews.reviews(db, ReviewQuestion(which="again"))
    assert (asked.review, asked.verdict, asked.passage) == (
        2,
        "rejected",
        "Northland's envoy Orla Venn met Davit Orbelin.",
    )
    with keeper.writing():
        review(keeper, 1, "e1", "rejected", reviewer="Bo", again=2)
    assert reviews.counts(db) == {"holding": 2, "again": 0}
    whole(keeper)


def test_words_that_come_back_bring_their_reviews_back(keeper: Keeper) -> None:
    keep_at(keeper, 1, valley())
    say(keeper, "e0", "rejected")
    keep_at(keeper, 1, Draft(valley().text.replace("Azerbaijan shelled", "nobody shelled")))
    assert reviews.counts(keeper.store.db) == {"holding": 0, "again": 1}
    keep_at(keeper, 1, valley())
    assert reviews.counts(keeper.store.db) == {"holding": 1, "again": 0}
    assert [e.id for e in keeper.store.record(1).events] == ["e1"]


def test_who_is_one_in_a_story_is_one_in_the_chronicle(keeper: Keeper) -> None:
    keep(keeper, valley())
    say(keeper, "a4", "merged", into="a2")
    found = person(keeper.store.db, "Aram Testian")
    assert dict(found.events) == {"CONSULT": 1}
    assert "Davit Orbelin" in found.spellings


def test_a_review_needs_a_name_and_a_story(keeper: Keeper) -> None:
    keep(keeper, valley())
    with pytest.raises(QueryError, match="name of its reviewer"), keeper.writing():
        review(keeper, 1, "e0", "accepted", reviewer=" \n\x00")
    with pytest.raises(StoreError, match="no story 7"), keeper.writing():
        review(keeper, 7, "e0", "accepted", reviewer="Ida")
    assert reviews.reviews(keeper.store.db, ALL) == []


def test_all_of_a_review_is_kept_or_nothing(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(keeper, valley())
    before = list(keeper.store.db.iterdump())

    def breaks(*given: object) -> None:
        raise RuntimeError("the last step")

    monkeypatch.setattr(module.timeline, "renew", breaks)
    with pytest.raises(RuntimeError):
        say(keeper, "e0", "rejected")
    assert list(keeper.store.db.iterdump()) == before


CHILD = """
import sys
from dateline.chronicle.keep import Keeper
from dateline.chronicle.review import review
from dateline.store import Store
with Store(sys.argv[1]) as store:
    keeper = Keeper(store)
    print("ready", flush=True)
    for n in range(10_000):
        status = ("denied", "planned")[n % 2]
        with keeper.writing():
            number = review(keeper, 1, "e0", "corrected", {"status": status}, reviewer="Ida")
        print(number, status, flush=True)
"""


def test_killed_while_reviewing_nothing_told_is_lost(keeper: Keeper) -> None:
    keep(keeper, valley())
    path = keeper.store.path
    for pause in (0.0, 0.01, 0.03, 0.05, 0.1):
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        child.stdout.readline()
        time.sleep(pause)
        child.kill()
        rest, _ = child.communicate()
        with Store(path) as store:
            last, *_ = reviews.reviews(store.db, ALL)
            status = store.db.execute("SELECT status FROM event WHERE ref = 'e0'").fetchone()[0]
            assert status == last.fields["status"] == store.record(1).events[0].status
            lines = [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
            assert not lines or int(lines[-1].split()[0]) <= last.review
    whole(keeper)


def test_a_chronicle_of_the_first_version_is_brought_forward(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    step = resources.files("dateline.store").joinpath("schema/0001.sql").read_text()
    draft = valley()
    draft.fields["warnings"] = [
        {"code": "group_open", "message": "who?", "span": draft.at("envoy")},
        {"code": "date_unknown", "message": "when?", "span": None},
    ]
    db = sqlite3.connect(path)
    db.executescript(step)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")
    db.execute(
        "INSERT INTO story (id, key, name, digest, revision, added)"
        " VALUES (1, 'k', 'n', x'', 1, '')"
    )
    db.execute("INSERT INTO body VALUES (1, ?)", (pack(draft.record()),))
    db.commit()
    db.close()
    with Store(path, create=False) as store:
        assert store.record(1) == draft.record()
        found = [tuple(row) for row in store.db.execute("SELECT * FROM doubt")]
        assert found == [
            (1, 0, "group_open", "who?", *draft.at("envoy")),
            (1, 1, "date_unknown", "when?", None, None),
        ]
