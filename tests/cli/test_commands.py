"""The command line, as a user meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import dateline
from dateline.cli.app import app


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=text)


def shell(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_version() -> None:
    assert run("--version").output == f"dateline {dateline.__version__}\n"


def test_schema_is_json() -> None:
    assert json.loads(run("schema").output)["title"] == "Dateline record"


def test_read_fits_eighty_columns_and_has_no_escapes(story_file: Path) -> None:
    result = run("read", str(story_file), "--width", "80", "--today", "2026-11-23")
    assert result.exit_code == 0, result.output
    assert max(map(len, result.output.splitlines())) <= 80
    assert "\x1b" not in result.output
    assert "Orhan Yildiran" in result.output


@pytest.mark.parametrize("style", ["json", "markdown", "html"])
def test_read_in_other_styles(story_file: Path, style: str) -> None:
    result = run("read", str(story_file), "--format", style)
    assert result.exit_code == 0
    assert "Green Valley" in result.output
    if style == "json":
        assert json.loads(result.output)["schema"] == "dateline/1"


def test_read_from_standard_input(story: str) -> None:
    result = run("read", "-", "--format", "json", "--date", "2020-03-05", text=story)
    assert json.loads(result.output)["document"]["published"]["basis"] == "metadata"


def test_a_missing_file_is_named_and_the_status_is_not_zero() -> None:
    done = shell("read", "no-such-file.txt")
    assert done.returncode == 1
    assert done.stderr.startswith("dateline: ")
    assert "no-such-file.txt" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"", "no text"), (b"\x00\x01\x02\xff" * 99, "binary"), (b"  \n ", "no text")],
)
def test_bad_files_get_a_clear_error(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    done = shell("read", str(path))
    assert done.returncode == 1
    assert word in done.stderr
    assert "bad.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_explain_gives_words_and_rules(story: str, story_file: Path) -> None:
    result = run("explain", str(story_file), "--today", "2026-11-23")
    assert result.exit_code == 0, result.output
    for family in ("TIMES", "ACTORS", "STATEMENTS", "EVENTS", "CASUALTIES"):
        assert family in result.output
    assert "why: not recorded" not in result.output


def test_explain_at_an_offset_shows_only_what_stands_there(story: str, story_file: Path) -> None:
    at = story.index("March 2, 2020")
    result = run("explain", str(story_file), "--at", str(at))
    assert "2020-03-02" in result.output
    assert "2020-03-05" not in result.output.split("TIMES")[1].split("\n\n")[0]


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_annotate_goes_on_past_a_bad_row(tmp_path: Path, story: str) -> None:
    corpus, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    good = json.dumps({"id": "a", "text": story})
    corpus.write_text(f'{good}\n{{"id": "b", "text": \n{json.dumps({"id": "c", "text": story})}\n')
    result = run("annotate", str(corpus), "-o", str(out))
    assert result.exit_code == 1
    assert "in.jsonl:2" in result.stderr
    written = rows(out)
    assert [r["id"] for r in written][::2] == ["a", "c"]
    assert written[1]["text"] == ""
    assert written[1]["warnings"]
    assert written[0]["statements"] == written[2]["statements"]


def test_annotate_writes_records_in_input_order_to_standard_output(story_file: Path) -> None:
    result = run("annotate", str(story_file), "--quiet")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["schema"] == "dateline/1"


def test_resume_repairs_a_half_line_and_skips_what_is_there(tmp_path: Path) -> None:
    corpus, out, whole = (tmp_path / n for n in ("in.jsonl", "out.jsonl", "whole.jsonl"))
    texts = [f"Rebels attacked village number {n} on Monday." for n in range(6)]
    corpus.write_text(
        "".join(json.dumps({"id": str(n), "text": t}) + "\n" for n, t in enumerate(texts))
    )
    today = ("--today", "2026-11-23", "--quiet")
    assert run("annotate", str(corpus), "-o", str(whole), *today).exit_code == 0
    content = whole.read_bytes()
    records = content.splitlines(keepends=True)
    out.write_bytes(b"".join(records[:3]) + records[3][:40])
    result = run("annotate", str(corpus), "-o", str(out), "--resume", *today)
    assert result.exit_code == 0, result.output
    assert out.read_bytes() == content


def test_resume_without_a_file_is_wrong_usage(story_file: Path) -> None:
    assert run("annotate", str(story_file), "--resume").exit_code == 2


def test_a_bad_date_is_wrong_usage(story_file: Path) -> None:
    assert run("read", str(story_file), "--today", "yesterday").exit_code == 2


def test_nothing_read_is_not_success(tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("")
    assert run("annotate", str(empty), "-o", str(tmp_path / "out.jsonl")).exit_code == 1


def test_actor_phrases() -> None:
    result = run("actor", text='{"id": "1", "text": "Russian Deputy Foreign Minister"}\n')
    answer = json.loads(result.output)
    assert answer["country"] == "RUS"
    assert answer["sectors"][0] == "GOV"


def test_actor_names_a_bad_line() -> None:
    result = run("actor", text='{"id": "1"}\n{"id": "2", "text": "Iraqi police"}\n')
    assert result.exit_code == 1
    assert "standard input:1" in result.stderr
    assert json.loads(result.stdout)["id"] == "2"


@pytest.mark.parametrize("command", ["read", "annotate"])
def test_a_pipeline_that_cannot_be_loaded_ends_the_run(story_file: Path, command: str) -> None:
    done = shell("--spacy", "no_such_pipeline", command, str(story_file))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("dateline: DATELINE_SPACY=no_such_pipeline: cannot be loaded")
    assert "Traceback" not in done.stderr


def test_a_roster_of_the_users_is_known(tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("name,kind,country,sectors\nValley Guard,armed_group,CHE,REB\n")
    command = [sys.executable, "-m", "dateline", "--roster", str(mine), "actor"]
    phrase = '{"id": "1", "text": "the Valley Guard"}\n'
    done = subprocess.run(command, input=phrase, capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    assert (answer["kind"], answer["country"]) == ("armed_group", "CHE")


def test_a_broken_roster_ends_the_run(story_file: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("name,kind\nValley Guard,wizards\n")
    done = shell("--roster", str(mine), "read", str(story_file))
    assert done.returncode == 1
    assert done.stdout == ""
    assert "mine.csv:2: kind 'wizards'" in done.stderr
    assert "Traceback" not in done.stderr
