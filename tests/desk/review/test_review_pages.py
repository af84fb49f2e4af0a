"""Review on the desk: pages and forms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.chronicle.test_chronicle import keep_at
from tests.desk.reviewing import HERE, form_of, say
from tests.store.records import Draft, valley

from dateline.chronicle.keep import Keeper
from dateline.store import Store


@pytest.mark.parametrize("value", ["e0", "e1", "s0", "a0", "p0", "document"])
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


def test_a_copy_is_corrected_along_unless_one_unticks_it(client: TestClient, path: Path) -> None:
    page = client.get("/story/1/review/e0").text
    assert "of this story, where it has" not in page
    with Store(path) as store:
        keep_at(Keeper(store), 2, valley(outlet="Echo"))
    page = client.get("/story/1/review/e0").text
    assert "Also in the other copy of this story" in page
    sent = form_of(page)
    assert sent["copies"] == ["1"]
    say(client, "e0", "rejected", copies="1")
    say(client, "e1", "rejected")
    found = client.get("/api/reviews").json()["items"]
    assert sorted((one["story"], one["value"]) for one in found) == [
        (1, "e0"),
        (1, "e1"),
        (2, "e0"),
    ]
