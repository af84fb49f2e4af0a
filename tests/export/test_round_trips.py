"""What is written comes back: values, types, nulls, with pandas and DuckDB."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pytest

from dateline.export import TELLERS, column_set, export, frame, rows, set_names
from dateline.export.columnset import ColumnSet
from dateline.store import Store

SETS = [(what, name) for what in TELLERS for name in set_names(what)]
Written = Callable[[str, str, str], Path]


@pytest.fixture
def written(store: Store, tmp_path: Path) -> Written:
    def write(what: str, name: str, ending: str) -> Path:
        path = tmp_path / f"out.{ending}"
        export(store.db, what, path, columns=name)
        return path

    return write


def expected(store: Store, what: str, name: str) -> list[dict[str, Any]]:
    return list(rows(store.db, what, columns=name))


def typed(chosen: ColumnSet, row: dict[str, Any]) -> dict[str, Any]:
    """A row with days as dates."""
    days = {column.name for column in chosen.columns if column.type == "date"}
    return {
        name: date.fromisoformat(value) if name in days and value else value
        for name, value in row.items()
    }


def text(chosen: ColumnSet, row: dict[str, Any]) -> dict[str, str]:
    """A row as the texts of its cells."""
    return {
        name: chosen.missing
        if value in (None, [])
        else "; ".join(value)
        if isinstance(value, list)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
        for name, value in row.items()
    }


def test_the_awkward_words_are_in_it(store: Store) -> None:
    first = expected(store, "stories", "dateline")[1]
    assert "\n" in first["text"]
    assert '"five"' in first["text"]
    assert "Ուսանողներ 🕊" in first["text"]
    assert first["outlet"] == 'The "Post", Ltd'
    assert first["title"].startswith("=")


@pytest.mark.parametrize(("what", "name"), SETS)
def test_jsonl(store: Store, written: Written, what: str, name: str) -> None:
    path = written(what, name, "jsonl")
    wanted = expected(store, what, name)
    assert [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] == wanted
    read = pandas.read_json(path, lines=True, dtype=False)
    assert list(read.columns) == list(wanted[0])
    assert len(read) == len(wanted)
    found = duckdb.sql(f"SELECT * FROM read_json('{path}')")
    assert found.columns == list(wanted[0])
    assert len(found.fetchall()) == len(wanted)


@pytest.mark.parametrize(("what", "name"), SETS)
@pytest.mark.parametrize(("ending", "comma"), [("csv", ","), ("tsv", "\t"), ("csv.gz", ",")])
def test_delimited(
    store: Store, written: Written, what: str, name: str, ending: str, comma: str
) -> None:
    path = written(what, name, ending)
    chosen = column_set(what, name)
    wanted = [text(chosen, row) for row in expected(store, what, name)]
    read = pandas.read_csv(path, sep=comma, dtype=str, keep_default_na=False)
    assert read.to_dict("records") == wanted
    query = f"SELECT * FROM read_csv('{path}', delim = '{comma}', all_varchar = true, header = true"
    found = duckdb.sql(f"{query}, quote = '\"', escape = '\"', nullstr = '')")
    assert found.columns == list(wanted[0])
    assert [
        {n: v or "" for n, v in zip(found.columns, row, strict=True)} for row in found.fetchall()
    ] == wanted


@pytest.mark.parametrize(("what", "name"), SETS)
def test_parquet(store: Store, written: Written, what: str, name: str) -> None:
    path = written(what, name, "parquet")
    chosen = column_set(what, name)
    wanted = [typed(chosen, row) for row in expected(store, what, name)]
    found = duckdb.sql(f"SELECT * FROM '{path}'")
    assert [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()] == wanted
    types = {
        "text": "VARCHAR",
        "texts": "VARCHAR[]",
        "integer": "BIGINT",
        "number": "DOUBLE",
        "date": "DATE",
        "boolean": "BOOLEAN",
    }
    assert [str(t) for t in found.types] == [types[column.type] for column in chosen.columns]
    read = pandas.read_parquet(path)
    assert list(read.columns) == list(wanted[0])
    for column in chosen.columns:
        values = [row[column.name] for row in wanted]
        absent = [value is None for value in values]
        assert read[column.name].isna().tolist() == absent
        if column.type == "texts":
            assert [list(value) for value in read[column.name]] == values
        elif not any(absent):
            assert read[column.name].tolist() == values


@pytest.mark.parametrize(("what", "name"), SETS)
def test_frame(store: Store, what: str, name: str) -> None:
    chosen = column_set(what, name)
    wanted = [typed(chosen, row) for row in expected(store, what, name)]
    read = frame(store.db, what, columns=name)
    assert len(read) == len(wanted)
    for column in chosen.columns:
        values = [row[column.name] for row in wanted]
        series = read[column.name]
        if column.type == "date":
            assert str(series.dtype).startswith("datetime64")
            series = series.dt.date
        for value, want in zip(series, values, strict=True):
            assert value == want if want is not None else pandas.isna(value)


def test_an_empty_frame_has_its_columns_and_types(store: Store) -> None:
    from dateline.store import Question

    read = frame(store.db, "events", question=Question(type="AID"))
    assert read.empty
    assert str(read["begin"].dtype).startswith("datetime64")
    assert str(read["event"].dtype) == "Int64"


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_nothing_found_is_a_file_that_can_be_read(
    store: Store, tmp_path: Path, ending: str
) -> None:
    from dateline.store import Question

    path = tmp_path / f"none.{ending}"
    assert export(store.db, "events", path, question=Question(type="AID")).rows == 0
    if ending == "parquet":
        assert "event_id" in duckdb.sql(f"SELECT * FROM '{path}'").columns
    if ending == "csv":
        assert "event_id" in pandas.read_csv(path).columns
