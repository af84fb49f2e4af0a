"""A desk to ask, over the sample stories, read once for all tests; and a browser to look at it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from starlette.testclient import TestClient
from tests.desk.browsing import BROWSER

from dateline.api.chronicle import Chronicle
from dateline.desk import desk
from dateline.samples import paths

TODAY = date(2026, 11, 23)
HOME = "http://127.0.0.1:8321"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronicle of the sample stories. Tests only read it."""
    path = tmp_path_factory.mktemp("desk") / "samples.db"
    with Chronicle(path, create=True) as chronicle:
        told = chronicle.ingest([str(p) for p in paths()], today=TODAY)
    assert {one.change for one in told} == {"new"}
    return path


@pytest.fixture(scope="session")
def client(samples: Path) -> Iterator[TestClient]:
    """Asks the desk of the sample stories, as a program on this machine does."""
    with TestClient(desk(samples), base_url=HOME) as asking:
        yield asking


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def address(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk that `dateline desk` serves, over a copy of the sample chronicle."""
    path = tmp_path_factory.mktemp("browser") / "copy.db"
    with Chronicle(samples) as chronicle:
        chronicle._store.db.execute("VACUUM INTO ?", (str(path),))
    command = [sys.executable, "-m", "dateline", "desk", str(path), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().split()[1].rstrip("/")
        process.terminate()


@pytest.fixture(params=[1280, 360])
def visit(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page of the browser that fails the test on any error, dialog, or request elsewhere."""
    size = {"width": request.param, "height": 800}
    context: BrowserContext = browser.new_context(viewport=size, base_url=address)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda r: None if r.url.startswith(address + "/") else wrong.append(r.url))
    yield page
    context.close()
    assert wrong == []
