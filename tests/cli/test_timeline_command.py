"""`dateline timeline`, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from dateline.cli.app import app


def corpus(folder: Path) -> str:
    path = folder / "corpus.jsonl"
    text = "Rebels seized the port of Ostville on March 2 after a long siege by land and sea."
    rows = [{"id": f"s{n}", "date": f"2021-03-0{n}", "text": text} for n in (3, 4, 5)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def test_json_is_days_with_sentences(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    arguments = ["timeline", corpus(tmp_path), "-n", "1", "-m", "2", "-f", "json", "-o", str(out)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    told = json.loads(out.read_text())
    assert list(told) == ["2021-03-02"]
    assert len(told["2021-03-02"]) == 1
    assert "port of Ostville" in told["2021-03-02"][0]


def test_nothing_told_is_not_success(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["timeline", corpus(tmp_path), "--query", "zeppelin"])
    assert result.exit_code == 1
    assert "no story tells" in result.stderr


def test_markdown_names_the_story_of_each_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["timeline", corpus(tmp_path), "-f", "markdown"])
    assert "2 March 2021" in result.output
    assert "from s" in result.output
