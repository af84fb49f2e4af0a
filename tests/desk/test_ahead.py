"""What the first page leads to is made before somebody asks for it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from tests.desk.conftest import HOME
from tests.store.records import valley

from dateline.desk import ahead, desk
from dateline.desk.pages import intensity
from dateline.errors import QueryError
from dateline.store import Store


def until(holds: Callable[[], bool], seconds: float = 20.0) -> bool:
    """Whether something comes to hold."""
    end = time.monotonic() + seconds
    while not (held := holds()) and time.monotonic() < end:
        time.sleep(0.01)
    return held


def test_the_first_page_and_what_it_leads_to_are_made(samples: Path) -> None:
    made = list(ahead.Ahead(desk(samples)).ask())
    assert made[0] == "/"
    kinds = {link.split("?")[0].split("/")[1] for link in made}
    assert {"stories", "statements", "events", "map", "actor", "brief", "intensity"} <= kinds
    assert not any(link.startswith(("/static", "/export", "/paste", "/api")) for link in made)


def test_no_kind_of_page_is_made_too_often(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "EACH", 1)
    made = list(ahead.Ahead(desk(samples)).ask())[1:]
    kinds = [link.split("?")[0].split("/")[1] for link in made]
    assert len(kinds) == len(set(kinds))


def test_what_was_counted_ahead_is_not_counted_again(
    samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = desk(samples)
    links = list(ahead.Ahead(app).ask())
    asked = next(link for link in links if link.startswith("/intensity?"))

    def never(*_: object) -> None:
        raise AssertionError("counted again")

    monkeypatch.setattr(intensity, "intensity", never)
    # No `with`: what runs beside the pages stays out of it.
    assert TestClient(app, base_url=HOME).get(asked).status_code == 200


def test_a_page_that_fails_stops_none_of_the_others(
    samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise QueryError("no")

    monkeypatch.setattr("dateline.desk.pages.actor.person", fails)
    made = list(ahead.Ahead(desk(samples)).ask())
    assert any(link.startswith("/actor?") for link in made)
    assert made[-1] != "/"


def test_it_reads_again_once_a_change_has_come_to_rest(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own.db"
    shutil.copy(samples, path)
    monkeypatch.setattr(ahead, "AFTER", 0.0)
    monkeypatch.setattr(ahead, "REST", 0.05)
    monkeypatch.setattr(ahead, "PAUSE", 0.0)
    read: list[str] = []

    class Counted(ahead.Ahead):
        def _made(self, link: str):  # type: ignore[no-untyped-def]
            read.append(link)
            return super()._made(link)

    app: Starlette = desk(path)
    reader = Counted(app)
    reader.start()
    try:
        assert until(lambda: read.count("/map") == 1)
        with Store(path) as store, store.writing():
            store.put(valley().document(), valley().record(), "2026-01-01")
        assert until(lambda: read.count("/map") == 2)
    finally:
        reader.close()
    count = len(read)
    time.sleep(0.2)
    assert len(read) == count
