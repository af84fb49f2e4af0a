"""Mediation formats on the desk: the list, the page of one, their JSON, their files."""

from __future__ import annotations

import csv
import html
import io
import re
from pathlib import Path

from starlette.testclient import TestClient
from tests.store.records import Draft

from dateline.desk import desk
from dateline.store import Store

MINSK = "/format?name=OSCE+Minsk+Group"


def test_the_list_has_members_with_roles_and_leads_to_each(client: TestClient) -> None:
    page = html.unescape(client.get("/formats").text)
    assert f'href="{MINSK}"' in page
    entry = page[page.index(MINSK) :].split("</li>")[0]
    assert "2 stories" in entry
    assert "since 1992" in entry
    assert re.search(r"France</bdi></a> <span class=\"dim\">\(co-chair\)", entry)
    assert "OSCE" not in client.get("/formats?words=Normandy").text.split("<section")[1]


def test_a_page_shows_each_value_with_its_words_and_story(client: TestClient) -> None:
    page = html.unescape(client.get(MINSK).text)
    members = page[page.index('id="members"') : page.index('id="fact-1"')]
    assert '<h3 class="speaker">Co-chairs</h3>' in members
    for name in ("Russia", "France", "United States"):
        assert f"{name}</bdi>" in members
    assert "co-chairs" in re.findall(r"<blockquote[^>]*>([^<]+)", members)[0]
    assert re.search(r'href="/story/\d+#w-f\w+"', members)
    since = page[page.index('id="fact-1"') : page.index('id="meetings"')]
    assert "1992" in re.findall(r"<blockquote[^>]*>([^<]+)", since)[0]


def test_words_of_a_format_are_marked_in_their_story(client: TestClient) -> None:
    link = re.search(r'href="(/story/\d+)#(w-f\w+)"', client.get(MINSK).text)
    assert link
    story = client.get(link[1]).text
    assert f'id="{link[2]}"' in story
    assert "/format?name=OSCE+Minsk+Group" in html.unescape(story)


def test_the_api_says_the_same(client: TestClient) -> None:
    items = client.get("/api/formats").json()["items"]
    assert items[0]["name"] == "OSCE Minsk Group"
    assert [i["stories"] for i in items] == sorted((i["stories"] for i in items), reverse=True)
    one = client.get("/api/format?name=minsk+group").json()
    assert one["name"] == "OSCE Minsk Group"
    assert {(m["name"], m["role"]) for m in one["members"]} >= {("France", "co-chair")}
    assert all(m["first"]["words"] and m["first"]["story"] for m in one["members"])
    first = client.get("/api/formats?limit=1").json()
    assert len(first["items"]) == 1
    assert client.get(first["next"]).json()["items"][0] == items[1]
    tag = client.get("/api/formats").headers["etag"]
    assert client.get("/api/formats", headers={"if-none-match": tag}).status_code == 304


def test_events_and_stories_are_narrowed_by_a_format(client: TestClient) -> None:
    found = client.get("/api/stories?under=Minsk+Group").json()["items"]
    assert len(found) == client.get("/api/formats?words=minsk+group").json()["items"][0]["stories"]
    held = client.get("/api/events?under=Minsk+Group").json()["items"]
    assert len(held) == client.get("/api/format?name=Minsk+Group").json()["meetings"]
    assert client.get("/events?under=Nowhere").status_code == 400


def test_one_that_is_not_there_is_told(client: TestClient) -> None:
    for address in ("/format?name=Nowhere", "/format", "/format?nome=x"):
        assert client.get(address).status_code == 400, address


def test_formats_as_a_file(client: TestClient) -> None:
    text = client.get("/export/formats.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[0]["name"] == "OSCE Minsk Group"
    assert "co-chair: France (1)" in rows[0]["roles"].split("; ")


def test_a_hostile_name_is_text(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    bad = "<script>alert('format')</script> talks"
    draft = Draft(f"Talks\n{bad} of {bad}, Norway's forum, met.\n")
    norway = draft.actor("Norway", country="NOR", name=f"{bad}\x1b[2J")
    relation = {"kind": "complements", "to": bad, "spans": [draft.at("met")]}
    draft.format(bad, bad, (norway, "<b>host</b>"), purpose=bad, relations=[relation])
    with Store(path) as store, store.writing():
        store.put(draft.document(), draft.record(), "2026-01-01T00:00:00+00:00")
    with TestClient(desk(path), base_url="http://127.0.0.1:8321") as asking:
        for address in ("/formats", "/format"):
            page = asking.get(address, params={"name": bad} if address == "/format" else {}).text
            assert "&lt;script&gt;alert" in page
            assert "<script>alert" not in page
            assert "<b>host" not in page
            assert "\x1b" not in page
