"""The API: the same as the pages, paged and filtered, as its OpenAPI document says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from dateline.api.chronicle import Chronicle
from dateline.desk import desk

NAMED = {"/api/actor": "?name=Armenia", "/api/format": "?name=OSCE+Minsk+Group"}
"""What an address of one thing by its name is asked for."""


def all_of(client: TestClient, address: str) -> list[dict[str, Any]]:
    """All items of a list, page by page."""
    found: list[dict[str, Any]] = []
    following: str | None = address
    while following:
        page = client.get(following).json()
        assert len(page["items"]) <= page["limit"]
        found += page["items"]
        following = page["next"]
    return found


@pytest.mark.parametrize("what", ["stories", "statements", "events", "actors"])
def test_pages_put_together_are_the_whole_list(client: TestClient, what: str) -> None:
    whole = all_of(client, f"/api/{what}?limit=200")
    assert all_of(client, f"/api/{what}?limit=7") == whole
    assert len(whole) > 7


def test_lists_are_narrowed_as_the_chronicle_does(client: TestClient, samples: Path) -> None:
    with Chronicle(samples) as chronicle:
        said = chronicle.statements(by="Armenia", since="2020-10")
        events = chronicle.events(pair=("Armenia", "Azerbaijan"), type="AGREE")
        stories = chronicle.stories("ceasefire", actor="Russia")
    assert said
    assert events
    assert stories
    found = all_of(client, "/api/statements?by=Armenia&from=2020-10")
    assert [s["statement"] for s in found] == [s.statement for s in said]
    found = all_of(client, "/api/events?between=Armenia&between=Azerbaijan&type=AGREE")
    assert [e["event"] for e in found] == [e.event for e in events]
    found = all_of(client, "/api/stories?words=ceasefire&actor=Russia")
    assert [s["story"] for s in found] == [s.story for s in stories]


def test_a_story_is_its_record(client: TestClient, samples: Path) -> None:
    with Chronicle(samples) as chronicle:
        assert client.get("/api/story/3").json() == chronicle.record(3).to_dict()


def test_actors_are_narrowed(client: TestClient) -> None:
    found = all_of(client, "/api/actors?kind=person&country=Azerbaijan")
    assert {a["kind"] for a in found} == {"person"}
    assert {a["country"] for a in found} == {"AZE"}
    assert "Ilham Aliyev" in {a["name"] for a in found}
    assert client.get("/api/actor?name=Aliyev").json()["name"] == "Ilham Aliyev"


def test_problems_are_json_with_a_sentence(client: TestClient) -> None:
    for address, status in [
        ("/api/events?type=QUARREL", 400),
        ("/api/stories?limit=0", 400),
        ("/api/stories?offset=-1", 400),
        ("/api/stories?colour=red", 400),
        ("/api/actor", 400),
        ("/api/actors?kind=robot", 400),
        ("/api/format", 400),
        ("/api/format?name=Nowhere+Group", 400),
        ("/api/formats?type=ASSAULT", 400),
        ("/api/story/999", 404),
        ("/api/nothing", 404),
    ]:
        answer = client.get(address)
        assert answer.status_code == status, address
        assert answer.headers["content-type"] == "application/json"
        assert answer.json()["error"]


def test_the_document_has_every_route_and_no_other(client: TestClient, samples: Path) -> None:
    document = client.get("/api/openapi.json").json()
    routes = {getattr(route, "path", "") for route in desk(samples).routes}
    api = {re.sub(r":int", "", r) for r in routes if r.startswith("/api/")}
    told = {path for path in document["paths"] if not path.startswith("/export/")}
    assert told == api - {"/api/openapi.json"}


def test_answers_are_as_the_document_says(client: TestClient) -> None:
    document = client.get("/api/openapi.json").json()
    for path, operations in document["paths"].items():
        operation = operations["get"]
        address = path.replace("{number}", "1") + NAMED.get(path, "")
        answer = client.get(address)
        assert answer.status_code == 200, path
        (kind,) = operation["responses"]["200"]["content"]
        assert answer.headers["content-type"] == kind
        if path.startswith("/export/"):
            continue
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**schema, "components": document["components"]}
        jsonschema.Draft202012Validator(whole).validate(answer.json())


def test_what_the_document_says_may_be_asked_is_answered(client: TestClient) -> None:
    document = client.get("/api/openapi.json").json()
    values = {"type": "ASSAULT", "status": "occurred", "from": "2020", "until": "2021"}
    values |= {"words": "ceasefire", "source": "DSS", "kind": "state", "limit": "3", "offset": "1"}
    values |= {"told_by": "1", "widest": "1"}
    values |= {"under": "Minsk Group"}
    values |= {"which": "all", "story": "1", "family": "events", "verdict": "corrected"}
    for path, operations in document["paths"].items():
        for parameter in operations["get"]["parameters"]:
            if parameter["in"] == "path":
                continue
            value = values.get(parameter["name"], "Armenia")
            params = {parameter["name"]: value}
            query: Any = [(parameter["name"], v) for v in ("Armenia", "Azerbaijan")]
            asked = query if parameter["schema"]["type"] == "array" else params
            address = path.replace("{number}", "1")
            if path == "/api/actor":
                asked = {"name": "Armenia"}
            if path == "/api/format":
                asked = {"name": "Minsk Group"}
            answer = client.get(address, params=asked)
            assert answer.status_code == 200, (path, parameter["name"], answer.text)
