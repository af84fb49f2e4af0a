"""Every page of the sample chronicle, and what it must hold."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from dateline.api.chronicle import Chronicle

PAGES = [
    "/",
    "/?between=Russia&between=Ukraine",
    "/stories",
    "/stories?words=ceasefire&actor=Armenia&from=2020",
    "/story/1",
    "/story/1/brief",
    "/statements",
    "/statements?by=Armenia&beside=Azerbaijan",
    "/events",
    "/events?type=ASSAULT&between=Armenia&between=Azerbaijan",
    "/incidents",
    "/incidents?told_by=2&widest=1",
    "/incident/1",
    "/intensity",
    "/intensity?between=Armenia&between=Azerbaijan",
    "/timeline",
    "/timeline?from=0001",
    "/day/2020-11-10",
    "/map",
    "/map?view=all&type=ASSAULT",
    "/actors",
    "/actors?kind=person&country=Armenia",
    "/actor?name=Armenia",
    "/formats",
    "/formats?actor=France&words=Minsk",
    "/format?name=OSCE+Minsk+Group",
    "/events?under=Minsk+Group",
    "/story/1/missed",
    "/story/1/missed?family=events&words=agreement",
    "/brief",
    "/brief?words=ceasefire",
    "/paste",
]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there(client: TestClient, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1" in answer.text


@pytest.mark.parametrize("page", PAGES)
def test_pages_name_no_other_host_and_hold_no_inline_code(client: TestClient, page: str) -> None:
    text = client.get(page).text
    assert not re.findall(r'(?:src|action)="(?!/)', text)
    assert not re.findall(r'<link[^>]*href="(?!/)', text)
    assert not re.findall(r"<script(?![^>]*\bsrc=)", text)
    assert not re.findall(r"<[^>]*\s(?:style|on\w+)=", text)
    assert "<style" not in text


def test_links_within_the_desk_lead_somewhere(client: TestClient) -> None:
    seen: set[str] = set()
    for page in PAGES:
        for link in re.findall(r'href="(/[^"#]*)', client.get(page).text):
            seen.add(html.unescape(link))
    assert len(seen) > 100
    broken = [link for link in sorted(seen)[::2] if client.get(link).status_code != 200]
    assert broken == []


def test_overview_counts_what_is_there(client: TestClient) -> None:
    text = client.get("/").text
    assert "12 stories" in text
    assert "Olusegun Obasanjo" in text  # speaks in the last thirty days of the chronicle


def test_search_narrows(client: TestClient) -> None:
    text = client.get("/stories?words=grain").text
    assert "Ukraine and Russia sign grain deals" in text
    assert "Balkan leaders" not in text


def test_a_bad_question_is_told_beside_the_form(client: TestClient) -> None:
    for page, message in [
        ("/events?type=QUARREL", "is no type"),
        ("/stories?from=soon", "is no date"),
        ("/statements?by=Nobody+Atall", "no actor of this chronicle"),
        ("/statements?beside=Armenia", "name both"),
        ("/stories?colour=red", "cannot be asked for"),
        ("/stories?limit=9999", "must be between"),
        ("/events?between=Armenia", "needs two names"),
    ]:
        answer = client.get(page)
        assert answer.status_code == 400, page
        assert message in html.unescape(answer.text), page
        assert "<form" in answer.text


def test_what_is_not_there_is_404(client: TestClient) -> None:
    for page in ("/story/999", "/story/99999999999999999999", "/day/2020-02-30", "/nowhere"):
        assert client.get(page).status_code == 404, page
    assert client.post("/stories", headers={"origin": "http://127.0.0.1:8321"}).status_code == 405


def test_lists_go_on_and_back(client: TestClient) -> None:
    first = client.get("/statements?limit=5").text
    after = re.search(r'rel="next" href="([^"]+)"', first)
    assert after
    assert 'rel="prev"' not in first
    second = client.get(html.unescape(after[1])).text
    assert 'rel="prev"' in second
    words = re.findall(r"<blockquote[^>]*>([^<]+)", first)
    assert len(words) == 5
    assert not set(words) & set(re.findall(r"<blockquote[^>]*>([^<]+)", second))


def test_two_speakers_stand_side_by_side(client: TestClient) -> None:
    text = client.get("/statements?by=Pashinyan&beside=Lavrov").text
    columns = re.findall(r'<td data-who="([^"]+)">(.*?)</td>', text, re.S)
    said = {who: "".join(cell for name, cell in columns if name == who) for who, _ in columns}
    assert "Nikol Pashinyan" in said["Pashinyan"]
    assert "Sergey Lavrov" in said["Lavrov"]
    assert "Sergey Lavrov</bdi>" not in said["Pashinyan"]


def test_the_story_page_shows_the_whole_text(client: TestClient, samples: Path) -> None:
    with Chronicle(samples) as chronicle:
        for number in range(1, 13):
            record = chronicle.record(number)
            page = client.get(f"/story/{number}").text
            article = page[page.index("<article") : page.index("</article>")]
            shown = re.sub(r'<a class="no [^>]*>[SE]\d+</a>', "", article)
            shown = html.unescape(re.sub(r"<[^>]*>", "", shown))
            assert shown.split() == record.text.split()
            for value in (*record.statements, *record.events, *record.times, *record.places):
                assert f'id="w-{value.id}"' in article
                assert f'data-card="{value.id}"' in page


def test_a_statement_leads_to_its_words(client: TestClient) -> None:
    link = re.search(r'href="(/story/\d+)#(w-s\w+)"', client.get("/statements?by=Lavrov").text)
    assert link
    assert f'id="{link[2]}"' in client.get(link[1]).text


def test_a_missing_or_damaged_chronicle_is_told(tmp_path: Path) -> None:
    from dateline.desk import desk

    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"no chronicle at all " * 200)
    for path in (tmp_path / "none.db", damaged):
        with TestClient(desk(path), base_url="http://127.0.0.1:8321") as asking:
            answer = asking.get("/")
            assert answer.status_code == 503
            assert path.name in answer.text
            assert asking.get("/api/stories").json()["error"]


def test_an_empty_chronicle_has_all_pages(tmp_path: Path) -> None:
    from dateline.desk import desk

    path = tmp_path / "empty.db"
    Chronicle(path, create=True).close()
    with TestClient(desk(path), base_url="http://127.0.0.1:8321") as asking:
        assert "no story in this chronicle yet" in asking.get("/").text
        pages = ("/stories", "/statements", "/events", "/timeline", "/actors", "/brief")
        for page in (*pages, "/day/2020-01-01"):
            assert asking.get(page).status_code == 200, page


def test_a_large_chronicle_is_counted_by_its_latest_days(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.desk.pages.asked.LARGE", 1)
    for page in ("/intensity", "/brief"):
        sent = client.get(f"{page}?actor=Armenia", follow_redirects=False)
        assert sent.status_code == 302
        asked = parse_qs(urlsplit(sent.headers["location"]).query)
        assert asked["actor"] == ["Armenia"]
        days = [date.fromisoformat(asked[name][0]) for name in ("from", "until")]
        assert days[1] - days[0] == timedelta(days=90)
        assert client.get(sent.headers["location"], follow_redirects=False).status_code == 200
        # What names days gets these, and what cannot be understood is told.
        assert client.get(f"{page}?from=2020", follow_redirects=False).status_code == 200
        assert client.get(f"{page}?colour=red", follow_redirects=False).status_code == 400


def test_a_small_chronicle_is_counted_whole(client: TestClient) -> None:
    assert client.get("/intensity", follow_redirects=False).status_code == 200


def test_a_day_shows_its_first_things_and_leads_to_the_others(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = "/day/2020-10-01"
    assert "are shown" not in client.get(day).text
    monkeypatch.setattr("dateline.desk.pages.timeline.OF_A_DAY", 1)
    text = client.get(day).text
    for page in ("/events", "/statements", "/stories"):
        assert f"{page}?from=2020-10-01&amp;until=2020-10-01" in text
    assert text.count("Only the first 1 are shown.") == 3
