"""Review on the desk: what is refused, and shown as text whatever it is."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient
from tests.desk.reviewing import HERE, form_of, say

HOSTILE = "<script>alert(1)</script>"


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
