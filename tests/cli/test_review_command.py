"""`dateline review`: verdicts in, a list, training data out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.chronicle.test_chronicle import keep
from tests.store.records import valley
from typer.testing import CliRunner, Result

from dateline.api.chronicle import Chronicle
from dateline.chronicle.keep import Keeper
from dateline.cli.app import app
from dateline.store import Store


@pytest.fixture
def db(tmp_path: Path) -> str:
    """A chronicle of one story."""
    path = tmp_path / "c.db"
    with Store(path) as store:
        keep(Keeper(store), valley())
    return str(path)


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, ["review", *arguments], input=given)


def test_verdicts_in_a_list_and_out(db: str, tmp_path: Path) -> None:
    assert run("--db", db).exit_code == 1  # nothing yet
    row = {"story": 1, "value": "e0", "verdict": "corrected", "fields": {"status": "denied"}}
    file = tmp_path / "said.jsonl"
    file.write_text(json.dumps(row) + "\n" + json.dumps(row | {"note": "\x1b[2Jtwice"}) + "\n")
    result = run("--add", str(file), "--by", "Ida", "--db", db)
    assert result.exit_code == 0
    assert "2 kept, 0 known, 0 not taken" in result.output
    listed = run("--db", db, "--by", "Ida")
    assert "corrected event e0 of story 1" in listed.output
    assert '{"status": "denied"}' in listed.output
    assert "\x1b" not in listed.output
    assert "superseded" in run("past", "--db", db).output
    (line,) = run("--export", "--db", db).output.splitlines()
    told = json.loads(line)
    assert (told["reviewed"]["status"], told["machine"]["status"]) == ("denied", "occurred")
    assert run("--undo", "2", "--by", "Bo", "--db", db).exit_code == 0
    assert "1 · " in run("--db", db).output


def test_what_cannot_be_taken_is_told(db: str) -> None:
    result = run("--add", "-", "--db", db, given='{"story": 1}\n')
    assert result.exit_code == 1
    assert "-:1: the line lacks `value`" in result.output
    assert run("--add", "nowhere.jsonl", "--db", db).exit_code != 0
    assert run("--undo", "9", "--db", db).exit_code != 0


def test_the_same_from_python(db: str) -> None:
    with Chronicle(db) as chronicle:
        number = chronicle.review(1, "e0", "corrected", {"status": "denied"}, reviewer="Ida")
        assert chronicle.record(1).events[0].status == "denied"
        assert chronicle.machine_record(1).events[0].status == "occurred"
        assert [one.review for one in chronicle.reviews(verdict="corrected")] == [number]
        (told,) = chronicle.training_data()
        chronicle.undo_review(number, "Ida")
        assert chronicle.reviews() == []
        assert [one.review for one in chronicle.add_reviews([json.dumps(told)])] == [None]
