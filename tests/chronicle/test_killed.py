"""An ingestion that is killed at any moment loses nothing that it has told."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from dateline.store import Store

TIMES = 50
CHILD = """
import json, sys
from datetime import date
from dateline.chronicle import ingest as module
from dateline.pool import Result
from dateline.store import Store
from tests.store.records import valley

# Stories whose records are at hand, so that the time goes into keeping them.
first = int(sys.argv[2])  # some of those told already among them
drafts = (valley(more=f"Story number {n}.\\n") for n in range(first, first + 100_000))
documents, records = [], []
def items():
    for draft in drafts:
        records.append(draft.record())
        yield draft.document()
def annotate_all(documents, today, jobs):
    for _ in documents:
        yield Result(records.pop())
module.annotate_all = annotate_all
with Store(sys.argv[1]) as store:
    print("ready", flush=True)
    for kept in module.ingest(store, items(), date(2026, 1, 1)):
        if kept.change != "same":
            print(json.dumps([kept.story, kept.name]), flush=True)
"""


def test_killed_fifty_times_at_any_moment(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    dice = random.Random(9)
    told: dict[int, str] = {}
    for _ in range(TIMES):
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(path), str(max(0, len(told) - 20))],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        # So many stories are told of, then any moment of the next batch.
        lines = [child.stdout.readline() for _ in range(dice.randint(0, 24))]
        time.sleep(dice.uniform(0, 0.08))
        child.kill()
        rest, _ = child.communicate()
        for line in [*lines, *rest.splitlines(keepends=True)]:
            if line.endswith("\n"):  # a line that was cut off told nothing
                story, name = json.loads(line)
                assert told.setdefault(story, name) == name
    assert len(told) > TIMES
    with Store(path, create=False) as store:
        assert store.db.execute("PRAGMA integrity_check").fetchall()[0][0] == "ok"
        assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in ("story_words", "statement_words", "actor_name", "place_name"):
            store.db.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        kept = dict(store.db.execute("SELECT id, name FROM story").fetchall())
        assert told.items() <= kept.items()
        for story in list(told)[-20:]:
            assert store.record(story).id == told[story]
        events = store.db.execute("SELECT count(*) FROM event").fetchone()[0]
        assert events == 2 * len(kept)  # each story is there with all that it holds
