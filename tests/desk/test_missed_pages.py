"""What the machine missed is added on the desk: words, then what they tell."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.chronicle.test_chronicle import keep_at
from tests.desk.reviewing import HERE, form_of
from tests.store.records import valley

from dateline.chronicle.keep import Keeper
from dateline.desk.app import desk
from dateline.store import Store

MORE = "Rebels seized the bridge in Oakham in May.\nRebels seized the mill.\n"
MISSED = "/story/1/missed"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A chronicle of one story with two events that nobody read."""
    path = tmp_path / "c.db"
    with Store(path) as store:
        keep_at(Keeper(store), 1, valley(more=MORE))
    return path


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    """Its desk."""
    with TestClient(desk(path), base_url="http://127.0.0.1:8321") as client:
        yield client


def send(client: TestClient, **sent: Any) -> Any:
    data = {"family": "events", "reviewer": "Ida Holm", "f-type": "ASSAULT"} | sent
    data |= {"f-status": data.get("f-status", "occurred")}
    return client.post(MISSED, data=data, headers=HERE, follow_redirects=False)


def seized(client: TestClient) -> list[dict[str, Any]]:
    events = client.get("/api/events?limit=200").json()["items"]
    return [event for event in events if event["trigger"] == "seized"]


def test_a_form_asks_for_the_words_and_then_for_what_they_tell(client: TestClient) -> None:
    page = client.get(MISSED).text
    assert f'href="{MISSED}"' in client.get("/story/1").text
    assert "What they tell" not in page
    assert re.findall(r'<option value="(\w+)"', page) == [
        *("statements", "events", "casualties", "actors", "places", "times", "formats")
    ]
    page = client.get(MISSED, params={"family": "events", "words": "seized"}).text
    assert "Rebels <mark>seized</mark> the bridge" in page
    assert 'name="f-type"' in page
    assert 'name="n-actors"' in page
    assert '<option value="" selected>choose' in page[page.index('name="f-type"') :]
    assert "the machine:" not in page


def test_what_is_sent_is_in_the_story_and_everywhere(client: TestClient) -> None:
    answer = send(client, words="seized", **{"n-actors": "Rebels"}, note="It says so")
    assert answer.status_code == 303
    value = answer.headers["location"].removeprefix("/story/1#w-")
    story = client.get("/story/1").text
    assert f'id="w-{value}"' in story
    assert "added by Ida Holm" in html.unescape(story)
    (event,) = seized(client)
    assert (event["type"], event["actors"], event["reviewed"]) == ("ASSAULT", ["Rebels"], "added")
    page = client.get(f"/story/1/review/{value}").text
    assert "Accept as it was added" in page
    assert "It says so" in page
    listed = client.get("/review?show=done").text
    assert '<span class="status added">added</span>' in listed
    (kept,) = client.get("/api/reviews?verdict=added").json()["items"]
    taken = {"reviewer": "Ida Holm"}
    client.post(f"/review/{kept['review']}/undo", data=taken, headers=HERE)
    assert seized(client) == []


def test_words_before_tell_which_of_several_is_meant(client: TestClient) -> None:
    page = client.get(MISSED, params={"words": "seized", "family": "events", "before": "Rebels"})
    assert "<mark>seized</mark> the bridge" in page.text
    marked = {"words": "mill", "family": "places", "before": "Rebels seized the "}
    assert "seized the <mark>mill</mark>" in client.get(MISSED, params=marked).text
    before = "Oakham in May. Rebels "
    page = client.get(MISSED, params={"words": "seized", "family": "events", "before": before})
    assert "<mark>seized</mark> the mill" in page.text
    assert send(client, words="seized", before=before).status_code == 303
    assert seized(client)[0]["sentence"] == "Rebels seized the mill."


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({"words": "burnt"}, "does not stand in the text"),
        ({"words": "seized", "f-type": ""}, "must have a value"),
        ({"words": "shelled"}, "on these words already"),
        ({"words": "seized", "n-actors": "<b>Nobody</b>"}, "does not stand in its text"),
        ({"words": "seized", "family": "warnings"}, "cannot be added to"),
        ({"words": "seized", "reviewer": " "}, "needs the name"),
    ],
)
def test_what_cannot_be_is_told_beside_what_was_typed(
    client: TestClient, sent: dict[str, str], problem: str
) -> None:
    answer = send(client, **sent)
    assert answer.status_code == 400
    assert problem in html.unescape(answer.text)
    assert sent["words"] in answer.text
    assert "<b>Nobody" not in answer.text
    assert client.get("/api/reviews?which=all").json()["items"] == []


def test_a_form_sent_back_as_it_is_says_only_what_was_chosen(client: TestClient) -> None:
    page = client.get(MISSED, params={"family": "places", "words": "Oakham"}).text
    page = page[page.index("<h2>What they tell") - 80 :]
    sent = form_of(page) | {"family": "places", "reviewer": "Ida", "f-kind": "city"}
    assert client.post(MISSED, data=sent, headers=HERE, follow_redirects=False).status_code == 303
    (kept,) = client.get("/api/reviews?verdict=added").json()["items"]
    assert kept["fields"] == {"kind": "city"}


def test_what_changed_is_asked_again_with_its_words(client: TestClient, path: Path) -> None:
    send(client, words="seized")
    with Store(path) as store:
        changed = MORE.replace("the bridge", "two bridges")
        keep_at(Keeper(store), 1, valley(more=changed))
    link = re.search(r'href="([^"]*missed[^"]*again=1)"', client.get("/review?show=again").text)
    assert link
    page = client.get(html.unescape(link[1])).text
    assert "<mark>seized</mark> two bridges" in page
    assert send(client, words="seized", again="1").status_code == 303
    assert "Nothing here" in client.get("/review?show=again").text


def test_only_the_desk_itself_adds(client: TestClient) -> None:
    there = {"Origin": "http://elsewhere.invalid"}
    data = {"family": "events", "words": "seized", "f-type": "ASSAULT", "reviewer": "Eve"}
    assert client.post(MISSED, data=data, headers=there).status_code == 403
    assert client.get("/story/9/missed").status_code == 404
    assert client.get(f"{MISSED}?colour=red").status_code == 400


def test_a_casualty_claim_is_in_the_brief_and_an_actor_has_a_page(client: TestClient) -> None:
    def post(**sent: str) -> Any:
        sent["reviewer"] = "Ida Holm"
        return client.post(MISSED, data=sent, headers=HERE, follow_redirects=False)

    shown = client.get(MISSED, params={"family": "actors", "words": "Rebels"}).text
    assert 'name="f-name" value="Rebels"' in shown
    who = {"family": "actors", "words": "Rebels", "f-name": "Rebels", "f-kind": "armed_group"}
    assert post(**who).status_code == 303
    assert "armed group" in client.get("/actor?name=Rebels").text
    claim = {"family": "casualties", "words": "mill"}
    assert "one of “Killed”" in post(**claim).text
    assert post(**claim, **{"f-killed-min": "31", "f-killed-max": "31"}).status_code == 303
    assert "31" in client.get("/brief").text
