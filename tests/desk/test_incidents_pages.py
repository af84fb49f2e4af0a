"""Incidents on the desk: one happening with its sources, and what a reader decides on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.chronicle.test_chronicle import ONE, OTHER, TWO, keep, shelling

from dateline.chronicle.keep import Keeper
from dateline.desk.app import desk
from dateline.store import Store


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """The desk of two stories of one shelling, and one of another."""
    path = tmp_path / "c.db"
    with Store(path) as store:
        keeper = Keeper(store)
        keep(keeper, shelling(ONE), shelling(TWO, outlet="Northland Wire"))
        keep(keeper, shelling(OTHER, "2020-03-12"))
    with TestClient(desk(path), base_url="http://127.0.0.1:8321") as client:
        yield client


def numbers(client: TestClient, address: str = "/api/incidents") -> list[list[int]]:
    """The stories of each incident."""
    return [[s["story"] for s in one["sources"]] for one in client.get(address).json()["items"]]


def test_one_happening_with_its_sources(client: TestClient) -> None:
    assert numbers(client) == [[1, 2], [3]]
    assert numbers(client, "/api/incidents?told_by=2") == [[1, 2]]
    page = client.get("/incidents").text
    assert "2 stories" in page
    assert 'href="/incident/1"' in page
    shown = client.get("/incident/1").text
    assert ONE in shown
    assert TWO in shown
    assert 'href="/story/2"' in shown
    assert client.get("/events").text.count("its incident, with all sources") == 3


def test_the_overview_has_what_most_stories_tell(client: TestClient) -> None:
    page = client.get("/").text
    told = page[page.index("Most widely told") :]
    assert told.count('class="item event"') == 1
    assert 'href="/incident/1"' in told
    assert "2 stories, 2 sources" in told


def test_an_incident_that_is_not_there(client: TestClient) -> None:
    for address in ("/incident/99", "/api/incident/99"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "no incident 99" in answer.text
    assert client.get("/incidents?told_by=many").status_code == 400


def test_a_reader_parts_and_joins(client: TestClient) -> None:
    sent = {"kind": "part", "event": "1", "other": "e2", "reviewer": "Ida"}
    here = {"Origin": "http://127.0.0.1:8321"}
    answer = client.post("/incident/1/rule", data=sent, headers=here, follow_redirects=False)
    assert answer.status_code == 303
    assert sorted(numbers(client)) == [[1], [2], [3]]
    client.post("/incident/1/rule", data=sent | {"kind": "join"}, headers=here)
    assert sorted(numbers(client)) == [[1, 2], [3]]


@pytest.mark.parametrize(
    "sent", [{"kind": "burn"}, {"event": "x"}, {"other": ""}, {"other": "99"}, {"event": "0"}]
)
def test_a_decision_that_cannot_be_understood(client: TestClient, sent: dict[str, str]) -> None:
    sent = {"kind": "part", "event": "1", "other": "2"} | sent
    here = {"Origin": "http://127.0.0.1:8321"}
    assert client.post("/incident/1/rule", data=sent, headers=here).status_code == 400
    assert numbers(client) == [[1, 2], [3]]


def test_nobody_decides_from_another_site(client: TestClient) -> None:
    sent = {"kind": "part", "event": "1", "other": "2"}
    there = {"Origin": "http://elsewhere.invalid"}
    assert client.post("/incident/1/rule", data=sent, headers=there).status_code == 403
    assert numbers(client) == [[1, 2], [3]]


def test_intensity_in_words_and_numbers(client: TestClient) -> None:
    found = client.get("/api/intensity?between=Armenia&between=Azerbaijan").json()
    fights = [d for d in found["days"] if d["measure"] == "fighting"]
    assert [(d["day"], d["incidents"], d["reports"]) for d in fights] == [
        ("2020-03-05", 1, 2),
        ("2020-03-12", 1, 1),
    ]
    assert "Armenia and Azerbaijan" in client.get("/intensity").text
