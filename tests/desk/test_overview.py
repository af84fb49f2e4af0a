"""The overview draws a pair's last days and where the latest events were."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.store.records import Draft

from dateline.chronicle.keep import Keeper
from dateline.desk import desk
from dateline.store import Store
from dateline.store.pairs import LOOKED_AT, busiest


def skirmish(number: int, day: str, one: str, two: str, kind: str = "ASSAULT") -> Draft:
    """Two invented sides of real lands, a town, and what happened there."""
    codes = {"Norway": "NOR", "Chad": "TCD", "Peru": "PER"}
    draft = Draft(f"Report {number}\n{one} and {two} met at Aldermoor, {number}.\n", day)
    town = draft.place("Aldermoor", codes[one], 100 + number % 5)
    draft.fields["places"][0] |= {"lat": 10.0 + number % 5, "lon": 20.0}
    sides = [draft.actor(name, country=codes[name]) for name in (one, two)]
    draft.event(
        kind, "met", day, actors=sides[:1], recipients=sides[1:], places=[town], intensity=-5.0
    )
    return draft


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[TestClient]:
    path = tmp_path / "c.db"
    with Store(path) as store:
        keeper = Keeper(store)
        with keeper.writing():
            number = 0
            for month in (1, 2, 3):
                for day in range(1, 29):
                    # Norway and Chad fight ten times as much from March on.
                    for _ in range(5 if month == 3 else day % 2):
                        number += 1
                        when = f"2021-{month:02}-{day:02}"
                        draft = skirmish(number, when, "Norway", "Chad")
                        keeper.keep(draft.document(), draft.record(), "2021-05-01")
            for day in range(1, 9):
                number += 1
                draft = skirmish(number, f"2021-03-{day:02}", "Norway", "Peru", "CONSULT")
                keeper.keep(draft.document(), draft.record(), "2021-05-01")
    with TestClient(desk(path), base_url="http://127.0.0.1:8321") as client:
        yield client


def lately(page: str) -> str:
    return page[page.index('id="intensity"') : page.index('id="where"')]


def test_the_busiest_pair_is_drawn_with_its_change(asking: TestClient) -> None:
    part = lately(html.unescape(asking.get("/").text))
    assert "<bdi>Norway</bdi></strong> and <strong><bdi>Chad</bdi>" in part
    assert part.count('class="up"') > 50
    assert "by day" in part
    assert re.search(r"rose on [12]?\d (March|February) 2021", part)
    assert 'class="turn conflict"' in part
    link = re.search(r'href="(/events\?between=[^"]*from=2021-03-02&until=2021-03-02)"', part)
    assert link
    assert asking.get(link[1]).status_code == 200


def test_another_pair_may_be_chosen(asking: TestClient) -> None:
    answer = asking.get("/?between=Norway&between=Peru")
    part = lately(html.unescape(answer.text))
    assert 'class="up"' not in part
    assert part.count('class="down"') == 8
    assert 'value="Peru"' in part


def test_a_pair_that_cannot_be_understood_is_told_as_text(asking: TestClient) -> None:
    answer = asking.get("/", params=[("between", "Norway"), ("between", "<script>x</script>")])
    assert answer.status_code == 400
    assert "no actor of this chronicle is called" in answer.text
    assert "<script>x" not in answer.text
    assert asking.get("/?between=Norway").status_code == 400
    assert asking.get("/?colour=red").status_code == 400


def test_a_small_map_shows_the_latest_places(asking: TestClient) -> None:
    page = asking.get("/").text
    part = page[page.index('id="where"') : page.index('id="latest"')]
    assert part.count("<circle") == 5
    assert "Events since 26 February 2021" in part
    assert 'href="/map?from=2021-02-26&amp;until=2021-03-28"' in part


def test_what_is_drawn_changes_with_the_chronicle(asking: TestClient) -> None:
    before = asking.get("/?between=Norway&between=Peru").text
    with Store(asking.app.state.path) as store:  # type: ignore[attr-defined]
        keeper = Keeper(store)
        draft = skirmish(999, "2021-03-20", "Norway", "Peru", "CONSULT")
        with keeper.writing():
            keeper.keep(draft.document(), draft.record(), "2021-05-01")
    after = asking.get("/?between=Norway&between=Peru").text
    assert after.count('class="down"') == before.count('class="down"') + 1


def test_the_api_names_the_busiest_pairs(asking: TestClient) -> None:
    pairs = asking.get("/api/overview").json()["pairs"]
    assert [(p["one"], p["other"]) for p in pairs] == [("Norway", "Chad"), ("Norway", "Peru")]
    assert pairs[0]["incidents"] > pairs[1]["incidents"] == 8


def test_only_the_latest_events_are_looked_at(tmp_path: Path) -> None:
    with Store(tmp_path / "c.db") as store:
        assert busiest(store.db, None) == []
        plan = store.db.execute(
            "EXPLAIN QUERY PLAN SELECT id FROM event WHERE begin <= '9' AND status IN ('occurred')"
            f" ORDER BY begin DESC, id DESC LIMIT {LOOKED_AT}"
        ).fetchall()
        assert "USING INDEX event_begin" in " ".join(row[3] for row in plan)
