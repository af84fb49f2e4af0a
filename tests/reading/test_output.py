"""Records go out, and a run that broke off is taken up again."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from dateline.errors import FormatError, InputError
from dateline.reading.output import open_output
from dateline.reading.replace_file import write_whole
from dateline.reading.resume import existing_ids, repair

NAMES = ["out.jsonl", "out.jsonl.gz"]


def record(key: str, words: str = "x") -> str:
    return json.dumps({"id": key, "schema": "dateline/1", "text": words}, ensure_ascii=False)


def content(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def write(path: Path, data: bytes) -> None:
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_is_found_again(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    keys = ["a", 'q"uo\\te', "é\u2028", "7"]
    with open_output(str(path)) as out:
        assert out.ids == frozenset()
        for key in keys:
            out.write(record(key, "“é”\u2028"))
    assert existing_ids(str(path)) == set(keys)
    with open_output(str(path), resume=True) as out:
        assert out.ids == set(keys)
        assert out.cut == 0
        out.write(record("more"))
    assert [json.loads(line)["id"] for line in content(path).split(b"\n")[:-1]] == [*keys, "more"]


@pytest.mark.parametrize("name", NAMES)
def test_without_resume_the_file_is_begun_anew(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write(path, record("old").encode() + b"\n")
    with open_output(str(path)) as out:
        out.write(record("new"))
    assert existing_ids(str(path)) == {"new"}


@pytest.mark.parametrize("name", NAMES)
def test_every_cut_of_a_last_line_is_repaired(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    first, last = (record(key, "“é”").encode() + b"\n" for key in ("a", "b"))
    for cut in range(len(last)):
        write(path, first + last[:cut])
        whole = cut == len(last) - 1  # only the line end is missing
        with open_output(str(path), resume=True) as out:
            assert out.ids == ({"a", "b"} if whole else {"a"})
            assert out.cut == (0 if whole else cut)
            out.write(record("c"))
        assert content(path) == first + (last if whole else b"") + record("c").encode() + b"\n"


def test_a_gzip_file_that_was_cut_off_is_saved_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl.gz"
    with open_output(str(path)) as out:
        for i in range(2_000):
            out.write(record(f"id{i}", f"words {i * i}"))
    whole = path.read_bytes()
    for share in (0.3, 0.6, 0.999):
        path.write_bytes(whole[: int(len(whole) * share)])
        found = repair(str(path))
        kept = [json.loads(line)["id"] for line in content(path).split(b"\n")[:-1]]
        assert kept == [f"id{i}" for i in range(len(kept))]
        assert found.ids == set(kept)
        assert len(kept) > 2_000 * share * 0.5
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl.gz"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "data", [b"id,text\n1,One.\n", b'{"no": 1}\n' + b"x\n", b"\n\n", b'["a"]\n{"id": "a"}\n']
)
def test_a_file_that_is_not_ours_is_left_alone(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    write(path, data)
    before = path.read_bytes()
    with pytest.raises(FormatError, match="no record"):
        open_output(str(path), resume=True)
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", NAMES)
def test_resuming_nothing_and_an_empty_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    open_output(str(path), resume=True).close()
    assert existing_ids(str(path)) == frozenset()
    path.write_bytes(b"")
    with open_output(str(path), resume=True) as out:
        out.write(record("a"))
    assert existing_ids(str(path)) == {"a"}


def test_each_record_is_on_disk_before_the_next(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with open_output(str(path)) as out:
        out.write(record("a"))
        assert existing_ids(str(path)) == {"a"}


def test_a_record_of_two_lines_is_refused(tmp_path: Path) -> None:
    with open_output(str(tmp_path / "o.jsonl")) as out, pytest.raises(ValueError, match="one line"):
        out.write("{\n}")


def test_standard_output_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdout:
        buffer = io.BytesIO()

    monkeypatch.setattr(sys, "stdout", Stdout())
    with open_output("-", resume=True) as out:
        out.write("{}")
    assert Stdout.buffer.getvalue() == b"{}\n"


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    for name in ("none/out.jsonl", "none/out.jsonl.gz"):
        with pytest.raises(InputError, match="cannot be written"):
            open_output(str(tmp_path / name))
    with pytest.raises(InputError, match="cannot be written"):
        write_whole(str(tmp_path / "none" / "x.json"), "{}")


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    write_whole(str(path), "one")
    path.chmod(0o600)
    write_whole(str(path), "twö")
    assert path.read_text(encoding="utf-8") == "twö"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]
