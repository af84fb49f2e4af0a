"""The Python API."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline import pool
from dateline.errors import NotFoundError


def test_three_lines_in_a_notebook(story_file: Path, today: date) -> None:
    record = dateline.read(story_file, today=today)
    assert record.statements[0].speaker
    assert "LONDON" in record.brief()


def test_path_text_and_document_read_the_same(story: str, story_file: Path, today: date) -> None:
    by_path = dateline.read(str(story_file), today=today)
    by_text = dateline.read(story, today=today)
    by_document = dateline.read(dateline.Document(text=story), today=today)
    assert by_path.to_json() == by_text.to_json() == by_document.to_json()


def test_what_the_caller_knows_is_used(story: str, today: date) -> None:
    record = dateline.read(story, today=today, date="2020-03-06", id="mine")
    assert record.id == "mine"
    assert record.document.published.value == "2020-03-06"
    assert record.document.published.basis == "metadata"


def test_an_unknown_keyword_is_refused(story: str) -> None:
    with pytest.raises(TypeError, match="dat"):
        dateline.read(story, dat="2020-03-06")


def test_a_text_without_line_breaks_is_no_name_of_a_file() -> None:
    text = "The ministry said that talks would go on. " * 12  # longer than a name may be
    assert dateline.read(text).text == text


def test_one_word_that_names_no_file_is_no_text() -> None:
    with pytest.raises(NotFoundError, match="no such file"):
        dateline.read("storry.txt")


def test_annotate_takes_rows_texts_and_documents(story: str, today: date) -> None:
    entries = [{"id": "a", "text": story}, story, dateline.Document(text=story, id="c")]
    records = list(dateline.annotate(entries, today=today))
    assert [r.id for r in records][::2] == ["a", "c"]
    assert records[0].statements == records[1].statements == records[2].statements


def test_annotate_keeps_the_place_of_a_bad_row(story: str, today: date) -> None:
    records = list(dateline.annotate([{"id": "a"}, {"id": "b", "text": ""}, story], today=today))
    assert len(records) == 3
    assert records[0].warnings
    assert records[1].warnings[0].code == "empty"
    assert records[2].statements


def test_a_pool_gives_what_one_process_gives(story: str, today: date) -> None:
    entries = [f"{story}\nCopy number {n}." for n in range(40)]
    alone = [r.to_json() for r in dateline.annotate(entries, today=today)]
    assert [r.to_json() for r in dateline.annotate(entries, today=today, jobs=2)] == alone


def test_a_script_without_a_main_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("import dateline\nprint(list(dateline.annotate(['Troops left.'], jobs=2)))\n")
    command = [sys.executable, str(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert '__name__ == "__main__"' in done.stderr.splitlines()[-1]


def _deadly(item: object, today: date, families: object) -> list[object]:
    os._exit(9)


def test_a_document_that_ends_its_process_costs_only_itself(
    story: str, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What a pool does with a worker that dies: the rest of the chunk is read one by one.
    items: list[pool.Item] = [dateline.Document(text=story, id=str(n)) for n in range(3)]
    monkeypatch.setattr(pool, "_annotate_chunk", _deadly)
    results = list(pool.annotate_all(items, today, jobs=2))
    assert [r.record.id for r in results] == ["0", "1", "2"]
    assert all(r.record.statements for r in results)
