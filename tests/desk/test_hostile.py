"""A story that holds script, on every page that shows it: it comes out as text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.store.records import Draft

from dateline.chronicle.keep import Keeper
from dateline.desk import desk
from dateline.reading.document import Document
from dateline.record import Record
from dateline.store import Store

SCRIPT = "<script>alert(1)</script>"
BREAKOUT = "\"><img src=x onerror=alert(2)> ' onmouseover='alert(3)"
TEXT = (
    f"Minister {SCRIPT} warns\n"
    f'"We {SCRIPT} {BREAKOUT} agree," Kari <b>Holmedal</b> told Ostland Radio.\n'
    "Forces shelled K\u202eobani\x1b[31m on Monday. {{ 7 * 7 }} {% raw %}\n"
)


def hostile() -> Record:
    draft = Draft(TEXT, outlet=f"DSS {SCRIPT}")
    who = draft.actor("Kari <b>Holmedal</b>", "person", roles=[{"title": f"minister {BREAKOUT}"}])
    radio = draft.actor("Ostland Radio", "media")
    draft.place("K\u202eobani")
    draft.statement(
        who,
        "told",
        f"We {SCRIPT} {BREAKOUT} agree",
        mode="direct",
        medium=f"radio {BREAKOUT}",
        why=f"rule {BREAKOUT}",
        addressee=radio,
        date="2020-03-05",
    )
    draft.event("ASSAULT", "shelled", "2020-03-05", actors=[who], why=SCRIPT)
    draft.fields["warnings"] = [{"code": SCRIPT, "message": BREAKOUT, "span": draft.at("agree")}]
    draft.fields["document"]["url"] = "javascript:alert(4)//"
    draft.fields["document"]["byline"] = {"text": BREAKOUT, "span": None}
    return draft.record(f"id {BREAKOUT}")


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with Store(path) as store:
        keeper = Keeper(store)
        with keeper.writing():
            keeper.keep(Document(text=TEXT, id="first"), hostile(), "2026-01-01T00:00:00+00:00")
    with TestClient(desk(path), base_url="http://127.0.0.1:8321") as client:
        yield client


PAGES = [
    "/",
    "/stories?words=agree",
    f"/stories?words={SCRIPT}",
    f"/stories?actor={BREAKOUT}",
    "/story/1",
    "/story/1/brief",
    "/statements",
    "/statements?by=Holmedal&beside=Ostland",
    "/events",
    "/incidents",
    "/incident/1",
    "/intensity",
    "/timeline",
    "/day/2020-03-05",
    "/map",
    "/actors",
    "/actor?name=Holmedal",
    f"/actor?name={BREAKOUT}",
    "/brief",
    f"/{SCRIPT}",
    f"/events?type={SCRIPT}",
]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_of_a_story_becomes_code(asking: TestClient, page: str) -> None:
    text = asking.get(page).text
    tags = re.findall(r"<(script|img|b|iframe|style)\b([^>]*)", text)
    assert all(tag == "script" and 'src="/static/' in rest for tag, rest in tags)
    for tag in re.findall(r"<[a-z][^>]*>", text):
        names = re.findall(r"""\s([\w-]+)=(?:"[^"]*"|'[^']*')""", tag)
        assert not [name for name in names if name.startswith("on")], tag
        assert "javascript:" not in tag, tag
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_it_is_shown_as_it_was_written(asking: TestClient) -> None:
    page = asking.get("/story/1").text
    article = page[page.index("<article") : page.index("</article>")]
    shown = html.unescape(re.sub(r"<[^>]*>", "", article))
    assert f"Minister {SCRIPT} warns" in shown
    assert BREAKOUT in shown
    assert "{{ 7 * 7 }}" in shown


def test_an_address_that_would_run_is_no_link(asking: TestClient) -> None:
    page = asking.get("/story/1").text
    assert "the page it came from" not in page
    assert "javascript:alert(4)//" in html.unescape(page)  # it is told all the same
