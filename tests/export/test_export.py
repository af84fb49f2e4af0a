"""Choosing, errors, and what a large chronicle needs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.store.records import Draft, valley
from tests.store.test_store import put
from typer.testing import CliRunner, Result

import dateline.store.bodies
from dateline.api.chronicle import Chronicle
from dateline.cli.app import app
from dateline.errors import InputError, QueryError
from dateline.export import export, rows
from dateline.store import Question, Store


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.mark.parametrize(
    ("what", "question", "count"),
    [
        ("events", {}, 7),
        ("events", {"type": "assault"}, 4),
        ("events", {"type": "ASSAULT", "status": "denied"}, 1),
        ("events", {"actor": "Northland"}, 3),
        ("events", {"pair": ("Northland", "Östland")}, 1),
        ("events", {"since": "2021", "until": "2021-04"}, 2),
        ("events", {"by": "Östland"}, 1),
        ("events", {"place": "Ostby"}, 2),
        ("events", {"words": "marched"}, 5),
        ("statements", {"by": "Testian"}, 1),
        ("statements", {"words": "cease-fire"}, 1),
        ("stories", {"words": "mill"}, 1),
        ("stories", {"type": "PROTEST"}, 1),
        ("casualties", {"actor": "rebel spokesman"}, 1),
        ("casualties", {"by": "Östland"}, 1),
        ("casualties", {"place": "Martuni"}, 0),
        ("casualties", {"source": "dss"}, 0),
        ("actors", {"actor": "Testian"}, 1),
        ("actors", {"source": "DSS"}, 5),
        ("places", {"place": "SWE"}, 1),
        ("places", {}, 2),
        ("times", {"since": "2021-04-02"}, 1),
    ],
)
def test_the_question_chooses(
    store: Store, what: str, question: dict[str, Any], count: int
) -> None:
    assert len(list(rows(store.db, what, question=Question(**question)))) == count


def test_actors_are_counted_in_the_stories_that_fit(tmp_path: Path) -> None:
    with Store(tmp_path / "c.db") as store:
        put(store, valley(), source="DSS")
        put(store, valley("2020-04-10", "NW", "It rained.\n"), source="NW")
        whole = next(rows(store.db, "actors", question=Question(actor="Testian")))
        april = next(rows(store.db, "actors", question=Question(actor="Testian", since="2020-04")))
    numbers = ("stories", "mentions", "statements", "first", "last")
    assert [whole[n] for n in numbers] == [2, 2, 2, "2020-03-05", "2020-04-10"]
    assert [april[n] for n in numbers] == [1, 1, 1, "2020-04-10", "2020-04-10"]
    assert whole["offices"] == ["Foreign Minister (ARM)"]


@pytest.mark.parametrize(
    ("what", "options", "complaint"),
    [
        ("wars", {}, "no 'wars'"),
        ("events", {"columns": "gdelt"}, "no columns 'gdelt'"),
        ("events", {"format": "xlsx"}, "no format"),
        ("stories", {"format": "ical"}, "holds events"),
        ("events", {"format": "geojson", "columns": "acled"}, "own columns only"),
        ("casualties", {"question": Question(type="ASSAULT")}, "by 'type'"),
        ("events", {"question": Question(to="Northland")}, "by 'to'"),
        ("events", {"columns": "acled", "question": Question(status="planned")}, "not 'planned'"),
        ("events", {"question": Question(actor="Nobody Known")}, "Nobody Known"),
        ("events", {"format": "jsonl", "header": False}, "no header"),
        ("events", {"format": "parquet", "spreadsheet": True}, "spreadsheets"),
    ],
)
def test_what_does_not_go_together(
    store: Store, tmp_path: Path, what: str, options: dict[str, Any], complaint: str
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("before")
    with pytest.raises(QueryError, match=complaint):
        export(store.db, what, path, **options)
    assert path.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["x.csv"]


def test_an_ending_that_names_no_format(store: Store, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="timelinejs"):
        export(store.db, "events", tmp_path / "x.json")


def test_a_folder_that_is_not_there(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        export(store.db, "events", tmp_path / "nowhere" / "x.csv")


def test_without_pyarrow_the_error_says_what_to_install(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"pip install 'dateline\[parquet\]'"):
        export(store.db, "events", tmp_path / "x.parquet")
    assert list(tmp_path.iterdir()) == []


def test_without_pandas_the_error_says_what_to_install(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline.export import frame

    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InputError, match=r"pip install 'dateline\[frames\]'"):
        frame(store.db, "events")


def test_all_goes_out_and_each_record_is_opened_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where the order of happening would jump from story to story."""
    with Store(tmp_path / "c.db") as store:
        for number in range(150):
            draft = Draft(f"News of day {number}\nThey met, they talked.\n", outlet="DSS")
            draft.event("CONSULT", "met", f"2020-01-{number % 28 + 1:02}")
            draft.event("CONSULT", "talked", f"2021-01-{number % 28 + 1:02}")
            put(store, draft)
        opened = 0
        inflate = dateline.store.bodies.zlib.decompress

        def counted(data: bytes) -> bytes:
            nonlocal opened
            opened += 1
            return inflate(data)

        monkeypatch.setattr(dateline.store.bodies.zlib, "decompress", counted)
        done = export(store.db, "events", tmp_path / "x.csv", question=Question(limit=3))
        assert done.rows == 300
        assert opened == 150


def test_parquet_comes_in_groups(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pyarrow.parquet import ParquetFile

    from dateline.export.formats import parquet

    monkeypatch.setattr(parquet, "BATCH", 2)
    monkeypatch.setattr(parquet, "GROUP", 4)
    export(store.db, "events", tmp_path / "x.parquet")
    facts = ParquetFile(tmp_path / "x.parquet").metadata
    assert [facts.row_group(n).num_rows for n in range(facts.num_row_groups)] == [4, 3]
    monkeypatch.setattr(parquet, "OCTETS", 1)
    export(store.db, "events", tmp_path / "x.parquet")
    assert ParquetFile(tmp_path / "x.parquet").metadata.num_row_groups == 4


def test_ids_stay_the_same_in_another_chronicle(tmp_path: Path) -> None:
    found = []
    for name, drafts in (("a", [valley(), Draft("Rain\nIt rained.\n")]), ("b", None)):
        with Store(tmp_path / f"{name}.db") as store:
            for draft in drafts or [Draft("Rain\nIt rained.\n"), valley()]:
                put(store, draft, id=draft.text[:5], source="DSS")
            found.append({row["event_id"]: row["trigger"] for row in rows(store.db, "events")})
    assert found[0] == found[1]
    assert len(found[0]) == 2


def test_one_state_is_exported_whoever_writes_beside_it(tmp_path: Path) -> None:
    with Store(tmp_path / "c.db") as store, Store(tmp_path / "c.db") as writer:
        put(store, valley())
        store.db.execute("BEGIN")
        before = len(list(rows(store.db, "stories")))
        put(writer, Draft("Rain\nIt rained.\n"))
        assert len(list(rows(store.db, "stories"))) == before
        export(store.db, "stories", tmp_path / "x.jsonl")
        store.db.execute("COMMIT")
        assert len((tmp_path / "x.jsonl").read_text().splitlines()) == before


def test_the_command(store: Store, tmp_path: Path) -> None:
    db = ("--db", store.path)
    out = tmp_path / "x.geojson"
    done = run("export", "events", "-o", out, *db)
    assert done.exit_code == 0, done.output
    assert "2 events; 5 left out, without a place" in done.stderr
    assert len(json.loads(out.read_text())["features"]) == 2
    done = run("export", "events", "--between", "Northland", "Östland", "-f", "jsonl", "-q", *db)
    assert done.stderr == ""
    assert [json.loads(line)["status"] for line in done.stdout.splitlines()] == ["planned"]
    done = run("export", "casualties", *db)
    assert done.stdout.startswith("casualty_id,")
    assert done.stdout.count("\n") == 3


def test_the_command_says_what_is_wrong(store: Store, tmp_path: Path) -> None:
    done = run("export", "wars", "--db", store.path)
    assert isinstance(done.exception, QueryError)
    done = run("export", "events", "-o", tmp_path / "x.xlsx", "--db", store.path)
    assert "names no format" in str(done.exception)


def test_from_python(store: Store, tmp_path: Path) -> None:
    with Chronicle(store.path) as chronicle:
        done = chronicle.export("events", tmp_path / "x.tsv", columns="polecat", type="ASSAULT")
        assert done.rows == 3
        assert len(chronicle.frame("statements", by="Testian")) == 1
        with pytest.raises(QueryError, match="limit"):
            chronicle.export("events", tmp_path / "x.tsv", limit=10)
