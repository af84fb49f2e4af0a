"""Documents from files, folders, patterns and standard input."""

from __future__ import annotations

import datetime
import gzip
import io
import json
import pickle
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dateline.errors import (
    EmptyError,
    FormatError,
    InputError,
    NotFoundError,
    NotTextError,
    TooLargeError,
)
from dateline.reading import BadInput, Document, limits, read_document, read_documents
from dateline.reading.jsonl import read_lines
from dateline.reading.streams import text_stream
from dateline.reading.text import read_data
from dateline.record import document_id

TEXT = "OSTHAVEN, May 3. Talks opened on Monday, the envoy said."
PACKED = gzip.compress(b"x" * 20_000_001, mtime=0)


def read(*inputs: object, stdin: str | None = None) -> list[Document | BadInput]:
    return list(read_documents([str(i) for i in inputs], stdin))


def good(items: list[Document | BadInput]) -> list[Document]:
    return [item for item in items if isinstance(item, Document)]


def bad(items: list[Document | BadInput]) -> list[BadInput]:
    return [item for item in items if isinstance(item, BadInput)]


def codes(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings]


def jsonl(path: Path, *rows: Any) -> Path:
    data = b"".join(
        (row if isinstance(row, bytes) else json.dumps(row).encode()) + b"\n" for row in rows
    )
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def test_a_row_with_all_its_fields(tmp_path: Path) -> None:
    row = {
        "id": "a-1",
        "text": TEXT + "\r\n\u00a0“Yes”\u00ad",
        "date": "2020-10-01T23:30:00+04:00",
        "title": "Talks open",
        "source": "Example Agency",
        "url": "https://example.org/a",
        "byline": "J. Example",
        "language": "en-GB",
        "other": [1],
    }
    (document,) = good(read(jsonl(tmp_path / "a.jsonl", row)))
    assert document == Document(
        text=row["text"],
        id="a-1",
        title="Talks open",
        date="2020-10-01",
        source="Example Agency",
        url="https://example.org/a",
        byline="J. Example",
        language="en",
    )
    assert pickle.loads(pickle.dumps(document)) == document


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_bad_rows_are_named_by_line_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    path = jsonl(
        tmp_path / name,
        {"id": 1, "text": TEXT},
        b"",
        b'{"id": "cut", "text": "half',
        {"id": "3", "body": "x"},
        [1],
        {"id": "5", "text": 7},
        {"id": "6", "text": "  "},
        b'{"id": "7", "text": "caf\xe9"}',
        b"[" * 100_000,
        b'{"id": "9", "text": ' + b"1" * 5000 + b"}",
        {"id": "last", "text": TEXT},
    )
    items = read(path)
    assert [d.id for d in good(items)] == ["1", "last"]
    assert [(b.where.rsplit(":", 1)[1], type(b.error)) for b in bad(items)] == [
        ("3", FormatError),
        ("4", FormatError),
        ("5", FormatError),
        ("6", FormatError),
        ("7", EmptyError),
        ("8", NotTextError),
        ("9", FormatError),
        ("10", FormatError),
    ]
    assert bad(items)[1].id == "3"
    assert bad(items)[1].message.startswith(f"{path}:4: the row has no `text` (its fields: body,")
    assert isinstance(items[-1], Document)


def test_row_7431(tmp_path: Path) -> None:
    rows: list[Any] = [{"id": i, "text": TEXT} for i in range(7_430)]
    items = read(jsonl(tmp_path / "stories.jsonl", *rows, b"{oops", {"id": "z", "text": TEXT}))
    assert len(good(items)) == 7_431
    (only,) = bad(items)
    assert only.message.startswith(f"{tmp_path}/stories.jsonl:7431: it is no JSON")


def test_an_overlong_row_is_passed_over_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    long = b'{"id": "long", "text": "' + b"x" * (3 * limits.MAX_ROW) + b'"}\n'
    rest = json.dumps({"id": "b", "text": TEXT}).encode()
    path.write_bytes(gzip.compress(long + rest, 1))
    items = read(path)
    assert [d.id for d in good(items)] == ["b"]
    assert isinstance(bad(items)[0].error, TooLargeError)
    assert bad(items)[0].where == f"{path}:1"


def test_a_text_over_the_cap_is_that_rows_own_trouble(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "x" * 1_000_001}, {"id": "b", "text": TEXT}]
    items = read(jsonl(tmp_path / "a.jsonl", *rows))
    assert (bad(items)[0].id, bad(items)[0].code) == ("a", "too_large")
    assert good(items)[0].id == "b"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2020-10-01", "2020-10-01"),
        ("2020-10-01T10:00:00Z", "2020-10-01"),
        ("2020-10-01 10:00", "2020-10-01"),
        ("", None),
        (None, None),
    ],
)
def test_good_dates(tmp_path: Path, value: str | None, day: str | None) -> None:
    (document,) = good(read(jsonl(tmp_path / "a.jsonl", {"id": 1, "text": TEXT, "date": value})))
    assert (document.date, codes(document)) == (day, [])


@pytest.mark.parametrize("value", ["2020", "2020-13-01", "1 October 2020", 20201001, "20201001"])
def test_bad_dates_are_warned_of(tmp_path: Path, value: object) -> None:
    (document,) = good(read(jsonl(tmp_path / "a.jsonl", {"id": 1, "text": TEXT, "date": value})))
    assert (document.date, codes(document)) == (None, ["bad_date"])


def test_bad_fields_are_warned_of(tmp_path: Path) -> None:
    row = {"id": 1, "text": TEXT, "title": ["x"], "url": "", "language": "English"}
    (document,) = good(read(jsonl(tmp_path / "a.jsonl", row)))
    assert (document.title, document.url, document.language) == (None, None, None)
    assert codes(document) == ["bad_field", "bad_field"]


def test_ids_missing_and_twice(tmp_path: Path) -> None:
    one = jsonl(tmp_path / "a.jsonl", {"text": TEXT}, {"id": "x", "text": TEXT})
    two = jsonl(tmp_path / "b.jsonl", {"id": "x", "text": TEXT + " More."})
    documents = good(read(one, two))
    assert [d.id for d in documents] == [document_id(TEXT), "x", "x"]
    assert [codes(d) for d in documents] == [[], [], ["duplicate_id"]]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_json_lines_with_a_byte_order_mark(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "a.jsonl"
    row = json.dumps({"id": "é", "text": TEXT + "\u2028é"}, ensure_ascii=False)
    path.write_bytes((row + "\r\n" + row).encode(codec))
    assert [(d.id, d.text) for d in good(read(path))] == [("é", TEXT + "\u2028é")] * 2


def test_json_arrays_and_single_objects(tmp_path: Path) -> None:
    array = tmp_path / "array.json"
    array.write_text(json.dumps([{"id": "a", "text": TEXT}, {"id": "b"}], indent=1))
    single = tmp_path / "single.json"
    single.write_text(json.dumps({"id": "c", "text": TEXT}, indent=1))
    lines = jsonl(tmp_path / "lines.json", {"id": "d", "text": TEXT}, {"id": "e", "text": TEXT})
    items = read(array, single, lines)
    assert [d.id for d in good(items)] == ["a", "c", "d", "e"]
    assert bad(items)[0].where == f"{array}: item 2"


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv(tmp_path: Path, mark: str, codec: str) -> None:
    path = tmp_path / "a.csv"
    rows = [
        mark.join(["ID", " Text ", "date", "extra"]),
        mark.join(["1", f'"Café, one; two|\tthree\r\n""{TEXT}"""', "2020-10-01", ""]),
        mark.join(["2", "short row"]),
        "",
        mark.join(["3", f'"{TEXT}"', "", "x"]),
    ]
    path.write_bytes("\r\n".join(rows).encode(codec))
    items = read(path)
    assert [(d.id, d.text, d.date) for d in good(items)] == [
        ("1", f'Café, one; two|\tthree\r\n"{TEXT}"', "2020-10-01"),
        ("3", TEXT, None),
    ]
    assert bad(items)[0].where == f"{path}:4"
    assert "2 fields where the head line has 4" in bad(items)[0].message


def test_csv_without_text_or_with_broken_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,body\n1,x\n")
    assert "no column `text`" in bad(read(path))[0].message
    path.write_bytes(b"id,text\n1,caf\xc3\xa9\n" + b"2,ok then\n" * 9_000 + b"3,caf\xe9\n4,fine\n")
    items = read(path)
    assert [(b.where, b.id) for b in bad(items)] == [(f"{path}:9003", "3")]
    assert len(good(items)) == 9_002
    path.write_bytes(b"")
    assert bad(read(path))[0].code == "bad_format"


def test_a_csv_field_over_the_librarys_own_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1," + "word " * 40_000 + "\n2," + "y" * 1_100_000 + "\n3,z z\n")
    items = read(path)
    assert [d.id for d in good(items)] == ["1", "3"]
    assert bad(items)[0].code == "too_large"


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    table = pyarrow.table(
        {
            "id": [1, 2, 3, 4],
            "text": pyarrow.array([TEXT, None, "x" * 4_000_001, TEXT]).dictionary_encode(),
            "date": [datetime.date(2020, 10, 1), None, None, datetime.date(2020, 10, 2)],
            "other": [[1], [2], [3], [4]],
        }
    )
    parquet.write_table(table, path)
    items = read(path)
    assert [(d.id, d.date) for d in good(items)] == [("1", "2020-10-01"), ("4", "2020-10-02")]
    assert [(b.where, b.code) for b in bad(items)] == [
        (f"{path}:2", "bad_format"),
        (f"{path}:3", "too_large"),
    ]
    parquet.write_table(table.drop_columns(["text"]), path)
    assert "no column `text`" in bad(read(path))[0].message
    path.write_bytes(b"PAR1 nonsense PAR1")
    assert bad(read(path))[0].code == "bad_format"


def test_parquet_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    assert "pip install 'dateline[parquet]'" in bad(read(tmp_path / "a.parquet"))[0].message


def test_files_folders_and_patterns(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "b.txt").write_text(TEXT)
    (folder / "a.html").write_text(f"<html><body><p>{TEXT}</p></body></html>")
    (folder / "notes.md").write_text("not read")
    (folder / ".hidden.txt").write_text("not read")
    jsonl(folder / "deep" / "c.jsonl.gz", {"id": "c", "text": "In a corpus."})
    (tmp_path / "empty").mkdir()
    assert [d.text for d in good(read(folder))] == [TEXT, TEXT, "In a corpus."]
    assert [d.text for d in good(read(folder / "**" / "*.gz"))] == ["In a corpus."]
    assert [d.text for d in good(read(folder / "notes.md"))] == ["not read"]
    items = read(
        tmp_path / "empty", tmp_path / "*.nothing", tmp_path / "none.txt", folder / "b.txt"
    )
    assert [b.code for b in bad(items)] == ["empty", "not_found", "not_found"]
    assert good(items)[0].text == TEXT


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    class Stdin:
        buffer = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]

    monkeypatch.setattr(sys, "stdin", Stdin())


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}', ["a", "b"]),
        (
            gzip.compress(b'{"id": "a", "text": "One."}\n{"id": 2, "text": "2"}', mtime=0),
            ["a", "2"],
        ),
        (b'[{"id": "a", "text": "One."}]', ["a"]),
        (b"[Note] A story.", [document_id("[Note] A story.")]),
        ("“A story”".encode("utf-16"), [document_id("“A story”")]),
        (b"<html><body><p>One page.</p></body></html>", [document_id("One page.")]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, ids: list[str]) -> None:
    feed(monkeypatch, data)
    assert [d.id for d in good(read("-"))] == ids
    assert not sys.stdin.buffer.closed


def test_standard_input_of_a_named_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, b"id,text\n1,One.\n2,\n")
    items = read("-", stdin="csv")
    assert good(items)[0].text == "One."
    assert bad(items)[0].message.startswith("<stdin>:3: ")


@pytest.mark.parametrize(
    ("name", "data", "kind", "said"),
    [
        ("a.txt", b"", EmptyError, "no text"),
        ("a.txt", b"\x00\x01\x02" * 99, NotTextError, "binary"),
        ("a.html", b"<html></html>", EmptyError, "no article"),
        ("a.txt.gz", PACKED, TooLargeError, "unpacks to more than 20"),
        ("a.txt.gz", gzip.compress(TEXT.encode(), mtime=0)[:-5], FormatError, "cut off"),
        ("a.txt.gz", b"\x1f\x8bnonsense", FormatError, "damaged"),
        ("a.jsonl", b'{"id": "a", "text": "x"}', FormatError, "corpus"),
    ],
)
def test_single_documents_that_cannot_be_read(
    tmp_path: Path, name: str, data: bytes, kind: type[InputError], said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(kind, match=said) as caught:
        read_document(str(path))
    assert str(caught.value).startswith(f"{path}: ")


def test_a_file_of_50_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    start = time.process_time()
    with pytest.raises(TooLargeError, match=r"50\.0 MB; the cap is 20\.0 MB"):
        read_document(str(path))
    assert time.process_time() - start < 60  # a guard against hanging, no measurement


@given(st.binary(max_size=300), st.sampled_from([b"", b"<html>", b"\xff\xfe", b"<p>", b"\x1f\x8b"]))
@settings(deadline=None, max_examples=40)
def test_whatever_the_bytes_only_our_own_errors_come(data: bytes, start: bytes) -> None:
    try:
        document = read_data(start + data)
    except InputError:
        return
    document.text.encode("utf-8")
    assert document.text.strip()


@given(st.binary(max_size=200))
@settings(deadline=None, max_examples=100)
def test_whatever_the_rows_the_last_one_is_read(data: bytes) -> None:
    # What these announce is not JSON Lines in UTF-8.
    assume(not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff", b"\x1f\x8b")))
    good_row = b'\n{"id": "last", "text": "Words."}'
    with text_stream(io.BufferedReader(io.BytesIO(data + good_row)), utf8=True) as stream:
        items = list(read_lines(stream, "x.jsonl"))
    assert isinstance(items[-1], Document)
    assert items[-1].id == "last"


def test_a_text_of_two_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text("word " * 400_000)
    with pytest.raises(TooLargeError, match="2,000,000 characters"):
        read_document(str(path))


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no such file"):
        read_document(str(tmp_path / "none.txt"))
    with pytest.raises(InputError, match="folder"):
        read_document(str(tmp_path))
    with pytest.raises(InputError):
        read_document("x" * 5_000)
    assert isinstance(read("x" * 5_000)[0], BadInput)


def test_a_packed_page_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(f"<html><body><p>{TEXT}</p></body></html>".encode()))
    document = read_document(str(path))
    assert (document.text, document.id) == (TEXT, document_id(TEXT))


def test_a_corpus_cut_off_in_its_gzip_gives_what_came_before(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl.gz", *({"id": i, "text": f"{TEXT} {i}"} for i in range(999)))
    path.write_bytes(path.read_bytes()[:-100])
    items = read(path)
    assert good(items)[0].id == "0"
    assert bad(items)[-1].code == "bad_format"
    assert "cut off" in bad(items)[-1].message


def test_the_heavy_libraries_wait_until_needed() -> None:
    code = (
        "import sys, dateline.reading as r; list(r.read_documents(['none.jsonl']));"
        "print([m for m in ('trafilatura', 'urllib3', 'pyarrow', 'py3langid', 'lxml',"
        " 'charset_normalizer') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
