"""The commands of the chronicle, on the stories that ship."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dateline.cli.app import app


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The chronicle of the samples, made by the command that shows them."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    result = run("demo", "--into", str(path), "--today", "2026-11-23")
    assert result.exit_code == 0, result.output
    assert "Brief of the chronicle" in result.output
    return str(path)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["search", "Karabakh", "ceasefire", "-n", "2"], "[7]"),
        (["search", "--actor", "FARC"], "Colombia and FARC rebels"),
        (["statements", "--by", "Lavrov", "--about", "ceasefire"], "Sergey Lavrov"),
        (["events", "--between", "Armenia", "Azerbaijan", "--type", "agree"], "agreement"),
        (["incidents", "--actor", "Azerbaijan", "-n", "3"], "2 stories"),
        (["show", "Pashinyan"], "Prime Minister"),
        (["show", "3"], "more than 550 Armenian"),
        (["show", "i1"], "Sources".upper()),
        (["brief", "--about", "Karabakh"], "WHAT EACH SIDE SAYS"),
        (["timeline", "-n", "3"], "DAY BY DAY"),
        (["intensity", "--actor", "Armenia"], "Counted"),
        (["export", "incidents", "-f", "csv"], "asserted_by"),
    ],
)
def test_each_command_answers(db: str, arguments: list[str], expected: str) -> None:
    result = run(*arguments, "--db", db)
    assert result.exit_code == 0, result.output
    assert expected in result.output
    assert "\x1b" not in result.output


@pytest.mark.parametrize("command", ["search", "statements", "events", "incidents"])
def test_lists_are_json_lines_too(db: str, command: str) -> None:
    result = run(command, "--db", db, "-f", "jsonl", "-n", "3")
    assert result.exit_code == 0
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert len(rows) == 3
    assert all(isinstance(row, dict) for row in rows)


def test_the_timeline_of_a_chronicle_in_the_contract_form(db: str) -> None:
    told = json.loads(run("timeline", "--db", db, "-n", "4", "-m", "1", "-f", "json").output)
    assert len(told) == 4
    assert all(len(sentences) == 1 for sentences in told.values())


def test_nothing_found_is_status_one(db: str) -> None:
    assert run("search", "zeppelin", "--db", db).exit_code == 1


def test_a_second_ingestion_adds_nothing(db: str, tmp_path: Path) -> None:
    story = tmp_path / "s.txt"
    story.write_text("VALE, March 5 (DSS) - Ferries stopped on Thursday, the harbour said.\n")
    first = run("ingest", str(story), "--into", db, "--report", "--today", "2026-11-23")
    assert first.exit_code == 0, first.output
    assert '"change": "new"' in first.output
    again = run("ingest", str(story), "--into", db, "--report", "--today", "2026-11-23")
    assert '"change": "same"' in again.output
    story.write_text("VALE, March 5 (DSS) - Ferries stopped on Thursday, the old harbour said.\n")
    changed = run("ingest", str(story), "--into", db, "--report", "--today", "2026-11-23")
    assert '"change": "revised"' in changed.output
    number = json.loads(changed.output.splitlines()[0])["story"]
    shown = run("show", str(number), "--revisions", "--db", db).output
    assert "+VALE, March 5 (DSS) - Ferries stopped on Thursday, the old harbour said." in shown


def test_what_cannot_be_read_is_named_and_the_rest_is_kept(db: str, tmp_path: Path) -> None:
    corpus = tmp_path / "c.jsonl"
    corpus.write_text('{"id": "1", "text": "Rain fell in Vale on Monday."}\nno json\n')
    result = run("ingest", str(corpus), "--into", db)
    assert result.exit_code == 1
    assert "c.jsonl:2" in result.output
    assert "1 new" in result.output


def test_a_user_s_ruling(db: str) -> None:
    def events() -> list[dict[str, Any]]:
        told = run("events", "--db", db, "-f", "jsonl").output.splitlines()
        return [json.loads(line) for line in told]

    rows = events()
    one, two = rows[0], next(r for r in rows if r["story"] != rows[0]["story"])
    ruled = run("rule", "join", f"e{one['event']}", str(two["event"]), "--by", "me", "--db", db)
    assert ruled.exit_code == 0, ruled.output
    incidents = {row["event"]: row["incident"] for row in events()}
    assert incidents[one["event"]] == incidents[two["event"]]
    shown = run("show", f"i{incidents[one['event']]}", "--db", db).output
    assert f"e{one['event']}" in shown
    assert f"e{two['event']}" in shown
    assert run("rule", "join", "nonsense", "1", "--db", db).exit_code == 2
