"""GeoJSON, iCalendar, TimelineJS, and CSV for spreadsheets."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.export.conftest import FORMULA
from tests.store.records import Draft
from tests.store.test_store import put

from dateline.export import Written, export
from dateline.store import Question, Store

Write = Callable[..., tuple[Written, bytes]]


@pytest.fixture
def write(store: Store, tmp_path: Path) -> Write:
    def run(what: str, name: str, **more: Any) -> tuple[Written, bytes]:
        done = export(store.db, what, tmp_path / name, **more)
        return done, (tmp_path / name).read_bytes()

    return run


def test_geojson_has_what_has_coordinates(write: Write) -> None:
    done, content = write("events", "x.geojson")
    tree = json.loads(content)
    assert tree["type"] == "FeatureCollection"
    assert [f["properties"]["type"] for f in tree["features"]] == ["ASSAULT", "PROTEST"]
    first = tree["features"][0]
    assert first["geometry"] == {"type": "Point", "coordinates": [18.5, 59.25]}
    assert first["id"] == first["properties"]["event_id"]
    assert first["properties"]["actors"] == ["Northland"]
    assert done.rows == 2
    assert done.left_out == 5
    assert "coordinates" in done.why


def test_several_places_are_a_multipoint_the_most_exact_first(tmp_path: Path) -> None:
    draft = Draft("Flood talks\nThe sides met in Southland, in Harbourtown.\n")
    south, town = draft.place("Southland"), draft.place("Harbourtown")
    draft.fields["places"][0] |= {"kind": "country", "lat": 1.0, "lon": 2.0}
    draft.fields["places"][1] |= {"lat": 3.0, "lon": 4.0}
    draft.event("CONSULT", "met", None, places=[south, town])
    with Store(tmp_path / "c.db") as store:
        put(store, draft)
        export(store.db, "events", tmp_path / "x.geojson")
        export(store.db, "events", tmp_path / "x.csv")
    feature = json.loads((tmp_path / "x.geojson").read_text())["features"][0]
    assert feature["geometry"] == {"type": "MultiPoint", "coordinates": [[4.0, 3.0], [2.0, 1.0]]}
    assert feature["properties"]["places"] == ["Harbourtown", "Southland"]
    assert feature["properties"]["latitude"] == 3.0


def calendar(content: bytes) -> list[dict[str, str]]:
    """The entries of a calendar, lines unfolded, by name."""
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert all(b"\n" not in line and len(line) <= 75 for line in lines)
    text = content.replace(b"\r\n ", b"").decode("utf-8")
    entries = [part.split("END:VEVENT")[0] for part in text.split("BEGIN:VEVENT\r\n")[1:]]
    return [dict(line.split(":", 1) for line in e.splitlines() if line) for e in entries]


def test_ical(write: Write) -> None:
    done, content = write("events", "x.ics", question=Question(source="Post"))
    assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    shelled, planned, fought = calendar(content)
    assert (done.rows, done.left_out) == (3, 2)
    assert shelled["DTSTART;VALUE=DATE"] == "20210401"
    assert shelled["DTEND;VALUE=DATE"] == "20210402"
    assert shelled["GEO"] == "59.25;18.5"
    assert shelled["LOCATION"] == "Östby"
    assert shelled["STATUS"] == "CONFIRMED"
    assert shelled["URL"] == "https://example.org/a?b=1&c=2"
    assert shelled["CATEGORIES"] == "ASSAULT,heavy-weapons"
    assert "“Östby”\\, a town\\; officials" in shelled["DESCRIPTION"]
    assert "\\nOn the word of Östland. Source: The " in shelled["DESCRIPTION"]
    assert planned["STATUS"] == "TENTATIVE"
    assert planned["X-DATELINE-STATUS"] == "planned"
    assert fought["DTEND;VALUE=DATE"] == "20210401"
    assert len({e["UID"] for e in (shelled, planned, fought)}) == 3


def test_a_backslash_and_a_control_character_in_a_calendar(tmp_path: Path) -> None:
    draft = Draft("Sums\nThey met \\ talked\x07; and " + "ж" * 90 + " left.\n")
    draft.event("CONSULT", "met", "2020-01-01")
    with Store(tmp_path / "c.db") as store:
        put(store, draft)
        export(store.db, "events", tmp_path / "x.ics")
    words = calendar((tmp_path / "x.ics").read_bytes())[0]["DESCRIPTION"]
    assert "met \\\\ talked\\; and ж" in words
    assert "ж" * 90 in words


def test_what_was_by_a_day_stands_on_it(tmp_path: Path) -> None:
    draft = Draft("News\nThey have met.\n")
    draft.event("CONSULT", "met", "2020-01-01")
    date = {"edtf": "../2020-01-01", "begin": None, "end": "2020-01-01", "time": None}
    draft.fields["events"][0]["date"] = date
    with Store(tmp_path / "c.db") as store:
        put(store, draft)
        export(store.db, "events", tmp_path / "x.ics")
        export(store.db, "events", tmp_path / "x.json", format="timelinejs")
        done = export(store.db, "events", tmp_path / "x.jsonl")
    (entry,) = calendar((tmp_path / "x.ics").read_bytes())
    assert entry["DTSTART;VALUE=DATE"] == "20200101"
    (slide,) = json.loads((tmp_path / "x.json").read_text())["events"]
    assert slide["start_date"] == {"year": 2020, "month": 1, "day": 1}
    row = json.loads((tmp_path / "x.jsonl").read_text())
    assert (done.rows, row["begin"], row["until"]) == (1, None, "2020-01-01")
    assert row["dated_by"] == "story"


def test_timelinejs(write: Write) -> None:
    done, content = write("events", "x.json", format="timelinejs", question=Question(source="Post"))
    slides = json.loads(content)["events"]
    assert (done.rows, done.left_out) == (3, 2)
    assert [s["start_date"] for s in slides] == [
        {"year": 2021, "month": 4, "day": 1},
        {"year": 2021, "month": 5, "day": 1},
        {"year": 2021, "month": 3},
    ]
    assert all("end_date" not in slide for slide in slides)
    assert slides[0]["group"] == "ASSAULT"
    assert 'href="https://example.org/a?b=1&amp;c=2"' in slides[0]["text"]["text"]
    assert "&quot;Post&quot;" in slides[0]["text"]["text"]


def test_no_markup_of_a_story_gets_into_a_slide(tmp_path: Path) -> None:
    draft = Draft("News\nThey met <script>alert(1)</script>.\n")
    draft.fields["document"]["url"] = "javascript:alert(1)"
    draft.event("CONSULT", "met", "2020-01-01")
    with Store(tmp_path / "c.db") as store:
        put(store, draft)
        export(store.db, "events", tmp_path / "x.json", format="timelinejs")
    content = (tmp_path / "x.json").read_text()
    assert "<script" not in content
    assert "javascript:" not in content
    assert "&lt;script&gt;" in content


def cells(content: bytes, column: str) -> list[str]:
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines(keepends=True)))
    return [row[column] for row in rows]


def test_cells_are_as_they_are_unless_a_spreadsheet_is_meant(write: Write) -> None:
    _, plain = write("events", "x.csv", question=Question(source="Post"))
    assert cells(plain, "title")[0] == FORMULA
    assert not plain.startswith(b"\xef\xbb\xbf")
    _, guarded = write("events", "x.csv", spreadsheet=True, question=Question(source="Post"))
    assert guarded.startswith(b"\xef\xbb\xbf")
    assert cells(guarded, "title")[0] == "'" + FORMULA
    assert cells(guarded, "intensity")[0] == "-9.5"
    assert cells(guarded, "sentence") == cells(plain, "sentence")


def test_without_a_header(write: Write) -> None:
    _, whole = write("events", "x.tsv", columns="petrarch")
    _, bare = write("events", "x.tsv", columns="petrarch", header=False)
    assert whole.partition(b"\n")[2] == bare


def test_polecat_writes_none(write: Write) -> None:
    _, content = write("events", "x.tsv", columns="polecat")
    assert "\tNone\t" in content.decode()
    assert b"\t\t" not in content


def test_the_same_rows_give_the_same_bytes(write: Write) -> None:
    assert write("events", "x.csv.gz")[1] == write("events", "x.csv.gz")[1]
    assert gzip.decompress(write("events", "x.csv.gz")[1]) == write("events", "x.csv")[1]
