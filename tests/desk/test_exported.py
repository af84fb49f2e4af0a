"""Lists as files: the same question, all of it, in the formats of `dateline export`."""

from __future__ import annotations

import csv
import html
import io
import json
import re

import pytest
from starlette.testclient import TestClient

from dateline.desk.files import KINDS, endings

DEALS = "type=AGREE&between=Armenia&between=Azerbaijan"


def test_a_list_as_csv_holds_all_that_its_page_finds(client: TestClient) -> None:
    answer = client.get(f"/export/events.csv?{DEALS}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="events.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    found = client.get(f"/api/events?{DEALS}&limit=200").json()
    assert rows
    assert found["next"] is None
    assert len(rows) == len(found["items"])
    assert {row["type"] for row in rows} == {"AGREE"}


def test_other_kinds_are_what_they_say(client: TestClient) -> None:
    lines = client.get("/export/statements.jsonl?by=Armenia").text.splitlines()
    said = client.get("/api/statements?by=Armenia&limit=200").json()["items"]
    assert len([json.loads(line) for line in lines]) == len(said) > 0
    assert client.get("/export/events.geojson").json()["type"] == "FeatureCollection"
    assert client.get("/export/events.ics").text.startswith("BEGIN:VCALENDAR")
    assert client.get("/export/events.timelinejs.json").json()["events"]


@pytest.mark.parametrize("what", ["events", "statements", "stories", "incidents"])
def test_pages_link_to_files_that_are_there(client: TestClient, what: str) -> None:
    page = client.get(f"/{what}?actor=Armenia").text
    for ending in endings(what):
        address = f"/export/{what}.{ending}?actor=Armenia"
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/export/statements.geojson", 404),
        ("/export/events.exe", 404),
        ("/export/..%2f..%2fetc.csv", 404),
        ("/export/events.csv?type=NOISE", 400),
        ("/export/events.csv?nonsense=1", 400),
    ],
)
def test_what_there_is_not(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_the_document_tells_of_the_files(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    told = paths["/export/events.ics"]["get"]["responses"]["200"]["content"]
    assert list(told) == [KINDS["ics"].media]
    assert "/export/stories.ics" not in paths


def test_the_timeline_as_files_holds_the_days_that_it_shows(client: TestClient) -> None:
    page = html.unescape(client.get("/timeline").text)
    links = re.findall(r'href="(/export/events[^"]+)" download>as ([^<]+)', page)
    assert {"CSV", "JSON Lines", "calendar", "TimelineJS"} <= {label for _, label in links}
    assert all("from=" in address for address, _ in links)  # news alone, as the page says
    (calendar,) = (address for address, label in links if label == "calendar")
    shown = len(re.findall(r'<a class="type', page.split('<ol class="days">')[1]))
    assert client.get(calendar).text.count("BEGIN:VEVENT") == shown
    narrowed = html.unescape(client.get("/timeline?type=CONSULT&from=0001").text)
    assert 'href="/export/events.csv?type=CONSULT&from=0001"' in narrowed


def test_intensity_as_files_says_what_its_page_says(client: TestClient) -> None:
    asked = "between=Armenia&between=Azerbaijan"
    page = html.unescape(client.get(f"/intensity?{asked}").text)
    assert f'href="/export/intensity.csv?{asked}" download>as CSV' in page
    lines = client.get(f"/export/intensity.jsonl?{asked}").text.splitlines()
    rows = [json.loads(line) for line in lines]
    days = client.get(f"/api/intensity?{asked}").json()["days"]
    told = [(d["measure"], d["day"], d["incidents"], d["score"]) for d in days]
    assert [(r["measure"], r["day"], r["incidents"], r["score"]) for r in rows] == told
    assert {(r["one"], r["other"]) for r in rows} == {("Armenia", "Azerbaijan")}
    assert "/export/intensity.ics" not in client.get("/api/openapi.json").json()["paths"]
