"""Review on the desk: pages, forms and what is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.chronicle.test_chronicle import keep_at
from tests.store.records import Draft, valley

from dateline.chronicle.keep import Keeper
from dateline.desk.app import desk
from dateline.store import Store

HERE = {"Origin": "http://127.0.0.1:8321"}
HOSTILE = "<script>alert(1)</script>"


def doubtful() -> Draft:
    draft = valley()
    draft.fields["events"][0]["confidence"] = 0.4
    draft.fields["events"][1]["confidence"] = 0.9
    draft.fields["warnings"] = [
        {"code": "group_open", "message": "whose envoy is not clear", "span": draft.at("envoy")},
        {"code": "place_unknown", "message": "no table has Martuni", "span": None},
    ]
    return draft


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A chronicle of one story."""
    path = tmp_path / "c.db"
    with Store(path) as store:
        keep_at(Keeper(store), 1, doubtful())
    return path


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    """Its desk."""
    with TestClient(desk(path), base_url="http://127.0.0.1:8321") as client:
        yield client


def say(client: TestClient, value: str, verdict: str, **sent: Any) -> Any:
    data = {"verdict": verdict, "reviewer": "Ida Holm"} | sent
    address = f"/story/1/review/{value}"
    return client.post(address, data=data, headers=HERE, follow_redirects=False)


def form_of(page: str) -> dict[str, Any]:
    """The fields of the form of a value, as a browser would send them back."""
    form = page[page.index('class="review"') : page.index("</form>", page.index('class="review"'))]
    sent: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name and ('type="checkbox"' not in tag or " checked" in tag):
            sent.setdefault(name[1], []).append(value[1] if value else "")
    for name, body in re.findall(r'<select[^>]*name="([^"]*)">(.*?)</select>', form, re.S):
        chosen = re.findall(r'value="([^"]*)" selected', body)
        sent[name] = chosen or [""]
    for name, text in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', form, re.S):
        sent[name] = [text]
    del sent["reviewer"]
    return sent


@pytest.mark.parametrize("value", ["e0", "s0", "a0", "p0", "document"])
def test_a_form_sent_back_as_it_is_is_an_acceptance(client: TestClient, value: str) -> None:
    sent = form_of(client.get(f"/story/1/review/{value}").text)
    assert say(client, value, "corrected", **sent).status_code == 303
    (found,) = client.get("/api/reviews").json()["items"]
    assert (found["verdict"], found["fields"]) == ("accepted", {})


def test_a_correction_counts_everywhere_and_is_shown_with_the_machines_value(
    client: TestClient,
) -> None:
    sent = form_of(client.get("/story/1/review/e0").text)
    answer = say(client, "e0", "corrected", **(sent | {"f-status": "denied", "f-mode": ""}))
    assert answer.headers["location"] == "/story/1#w-e0"
    (event,) = client.get("/api/events?type=ASSAULT").json()["items"]
    assert (event["status"], event["mode"], event["reviewed"]) == ("denied", None, "corrected")
    for address in ("/story/1", "/story/1/review/e0", "/review?show=done"):
        page = client.get(address).text
        assert "<s>happened</s>" in page
        assert "<ins>denied</ins>" in page
        assert "Ida Holm" in page
    assert 'href="/story/1/review/e0">corrected</a>' in client.get("/events").text
    assert client.get("/api/story/1").json()["events"][0]["status"] == "denied"
    machine = client.get("/api/story/1?machine=1").json()["events"][0]
    assert machine["status"] == "occurred"


def test_the_name_is_asked_once(client: TestClient) -> None:
    assert "Accept</button>" not in client.get("/review").text
    answer = say(client, "e0", "accepted", reviewer="")
    assert answer.status_code == 400
    assert "needs the name of its reviewer" in answer.text
    cookie = say(client, "e0", "accepted", reviewer="Zoë “Z” Lind").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Zoë “Z” Lind" in client.get("/story/1/review/e1").text
    assert say(client, "e1", "rejected", reviewer="").status_code == 303
    names = {one["reviewer"] for one in client.get("/api/reviews").json()["items"]}
    assert names == {"Zoë “Z” Lind"}


def test_rejected_and_taken_back(client: TestClient) -> None:
    say(client, "e1", "rejected")
    assert "met Davit" not in client.get("/events").text
    assert "does not count" in client.get("/story/1/review/e1").text
    answer = client.post("/review/1/undo", data={}, headers=HERE, follow_redirects=False)
    assert answer.headers["location"] == "/story/1/review/e1"
    assert "met Davit" in client.get("/events").text
    assert client.post("/review/1/undo", data={}, headers=HERE).status_code == 400
    assert client.post("/review/99/undo", data={}, headers=HERE).status_code == 400


def test_merged_and_split_by_forms(client: TestClient) -> None:
    assert say(client, "a4", "merged", into="a3").status_code == 303
    assert "one with Orla Venn" in client.get("/story/1/review/a4").text
    words = {"from": "on Tuesday"}
    assert say(client, "s0", "split", **words).status_code == 303
    assert len(client.get("/api/story/1").json()["statements"]) == 3
    assert say(client, "a3", "split", mention="0", name="Bo").status_code == 400
    assert say(client, "a0", "merged", into="").status_code == 400


def test_the_worklist_grows_shorter(client: TestClient) -> None:
    def listed(show: str) -> list[str]:
        page = client.get(f"/review?show={show}").text
        return re.findall(r'action="/story/1/review/([\w-]+)\?back=', page)

    say(client, "s0", "accepted")  # so that the name is known
    assert listed("unsure") == ["e0"]
    assert listed("warnings") == ["warning-0"]
    assert "no table has Martuni" in client.get("/review?show=warnings&code=place_unknown").text
    back = "?back=%2Freview%3Fshow%3Dunsure"
    answer = say(client, f"e0{back}", "accepted")
    assert answer.headers["location"] == "/review?show=unsure"
    assert say(client, "warning-0", "accepted").status_code == 303
    assert listed("unsure") == listed("warnings") == []
    assert "Reviewed" in client.get("/review?show=done&family=warnings&verdict=accepted").text


@pytest.mark.parametrize("back", ["//evil.invalid", "https://evil.invalid", "/review\\evil", "x"])
def test_nobody_is_led_elsewhere(client: TestClient, back: str) -> None:
    answer = client.post(
        "/story/1/review/e0",
        params={"back": back},
        data={"verdict": "accepted", "reviewer": "Ida"},
        headers=HERE,
        follow_redirects=False,
    )
    assert answer.headers["location"] == "/story/1#w-e0"


def test_what_changed_is_asked_again_and_answered(client: TestClient, path: Path) -> None:
    say(client, "e1", "rejected", note="They never met")
    with Store(path) as store:
        changed = Draft(valley().text.replace("met Davit", "saw Davit"))
        changed.event("CONSULT", "saw", "2020-03-05", actors=[changed.actor("Orla Venn", "person")])
        keep_at(Keeper(store), 1, changed)
    page = client.get("/review?show=again").text
    assert "Orla Venn met Davit Orbelin" in page
    assert "They never met" in page
    assert "1 to be asked again" in client.get("/story/1").text
    assert "/story/1/review/e0?again=1" in client.get("/story/1/review?again=1").text
    assert "Asked again" in client.get("/story/1/review/e0?again=1").text
    assert say(client, "e0?again=1", "rejected").status_code == 303
    assert "Nothing here" in client.get("/review?show=again").text
    assert client.get("/api/reviews?which=past").json()["items"][0]["later"] == 2


def test_notes_and_names_are_shown_as_text(client: TestClient) -> None:
    say(client, "a0", "corrected", **{"f-name": HOSTILE, "f-kind": "state"}, note=HOSTILE)
    say(client, "e0", "rejected", reviewer=HOSTILE, note=f"{HOSTILE}\x1b[2J\u202e")
    for address in ("/story/1", "/story/1/review", "/story/1/review/e0", "/review?show=done"):
        page = client.get(address).text
        assert HOSTILE not in page
        assert "&lt;script&gt;" in page
        assert "\x1b" not in page
        assert "\u202e" not in page
    assert HOSTILE not in client.get("/story/1/review/a0").text
    assert HOSTILE not in client.get("/actor", params={"name": HOSTILE}).text


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({"f-status": "burnt"}, "cannot be"),
        ({"f-type": ""}, "must have a value"),
        ({"f-type": "CONSULT", "f-mode": "drone"}, "has no mode"),
        ({"n-actors": "Nobody Here"}, "does not stand in its text"),
        ({"f-date-begin": "5 March"}, "must be a day"),
    ],
)
def test_a_bad_correction_is_told_beside_what_was_typed(
    client: TestClient, sent: dict[str, str], problem: str
) -> None:
    form = form_of(client.get("/story/1/review/e0").text) | sent
    answer = say(client, "e0", "corrected", **form)
    assert answer.status_code == 400
    assert problem in answer.text
    assert all(not v or v in answer.text for v in sent.values() if v != "burnt")
    assert client.get("/api/reviews?which=all").json()["items"] == []


def test_what_is_not_there(client: TestClient) -> None:
    for address in ("/story/9/review", "/story/9/review/e0", "/story/1/review/zz"):
        assert client.get(address).status_code == 404
    assert say(client, "zz", "accepted").status_code == 404
    assert client.get("/review?show=nothing").status_code == 400
    assert client.get("/review?colour=red").status_code == 400
    assert client.get("/review?verdict=burnt&show=done").status_code == 400
    assert client.get("/api/reviews?which=nothing").status_code == 400
    assert client.get("/api/reviews?family=nothing").status_code == 400
    assert say(client, "e0", "burnt").status_code == 400
    assert client.get("/story/1/review/e0?again=77").status_code == 400


def test_nobody_reviews_from_another_site(client: TestClient) -> None:
    there = {"Origin": "http://elsewhere.invalid"}
    sent = {"verdict": "rejected", "reviewer": "Eve"}
    for address in ("/story/1/review/e0", "/review/1/undo"):
        assert client.post(address, data=sent, headers=there).status_code == 403
    assert client.get("/api/reviews?which=all").json()["items"] == []
