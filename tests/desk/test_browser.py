"""The desk in a real browser: Debian's Chromium, led by Playwright.

Skipped, with the reason, where there is no Chromium (`apt-get install chromium`).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dateline.api.chronicle import Chronicle

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium on this machine")

PAGES = [
    "/",
    "/?between=Russia&between=Ukraine",
    "/stories?words=ceasefire",
    "/story/1",
    "/story/1/brief",
    "/statements",
    "/statements?by=Armenia&beside=Azerbaijan",
    "/events",
    "/incidents",
    "/incident/1",
    "/intensity",
    "/intensity?between=Armenia&between=Azerbaijan",
    "/timeline",
    "/day/2020-11-10",
    "/map",
    "/actors",
    "/actor?name=Armenia",
    "/formats",
    "/format?name=OSCE+Minsk+Group",
    "/brief",
    "/review",
    "/review?show=done",
    "/story/1/review",
    "/story/1/review/document",
    "/paste",
]
HOSTILE = (
    "<script>alert('headline')</script> warns of war\n\n"
    "OSLO, March 5, 2020 (DSS) - \"We <img src=x onerror=alert('quote')> will never talk,\" "
    "Minister Kari Holmedal said on Thursday, according to "
    "http://example.org/<svg/onload=alert(1)>. Forces shelled Kobani on March 2.\n"
)


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


@pytest.mark.parametrize("at", PAGES)
def test_each_page_is_whole(visit: Page, at: str) -> None:
    answer = visit.goto(at)
    assert answer
    assert answer.status == 200
    wide, seen = visit.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= seen


CONTRAST = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}


@pytest.mark.parametrize(("scheme", "options"), [("light", None), ("dark", CONTRAST)])
def test_axe_finds_nothing_serious(
    browser: Browser, address: str, scheme: Any, options: dict[str, Any] | None
) -> None:
    context = browser.new_context(base_url=address, color_scheme=scheme)
    page = context.new_page()
    found = []
    for at in PAGES:
        page.goto(at)
        for violation in Axe().run(page, options=options).response["violations"]:
            if violation["impact"] in ("serious", "critical"):
                where = [node["html"][:120] for node in violation["nodes"][:3]]
                found.append((at, violation["id"], where))
    context.close()
    assert found == []


def test_layers_switch_on_and_off(visit: Page) -> None:
    visit.goto("/story/1")
    event = visit.locator(".text .events").first
    colour = "e => getComputedStyle(e).color"
    marked = event.evaluate(colour)
    visit.locator("#layer-events").uncheck()
    assert event.evaluate(colour) != marked
    assert visit.locator(".text .no").first.is_visible()
    visit.locator("#layer-statements").uncheck()
    assert not visit.locator(".text .no").first.is_visible()


def test_pointing_at_words_shows_their_value_and_rule(visit: Page) -> None:
    visit.goto("/story/1")
    card = visit.locator(".float")
    assert not card.is_visible()
    visit.locator(".text a.actors").first.hover()
    assert card.is_visible()
    assert "ACTOR" in card.inner_text().upper()
    assert "why:" in card.inner_text()
    visit.keyboard.press("Escape")
    assert not card.is_visible()
    visit.locator(".text a.times").first.focus()
    assert "TIMEX3" in card.inner_text()


def test_words_lead_to_the_actor_and_back(visit: Page) -> None:
    visit.goto("/story/1")
    visit.locator(".text a.actors").first.click()
    assert "/actor?name=" in visit.url
    visit.locator(".said .source a").first.click()
    assert "/story/" in visit.url
    assert "#w-s" in visit.url


def test_the_form_narrows_and_leaves_out_what_is_empty(visit: Page) -> None:
    visit.goto("/events")
    form = visit.locator(".narrowing")
    if form.get_attribute("open") is None:
        form.locator("summary").click()
    visit.get_by_label("Event", exact=True).select_option("CONSULT")
    visit.locator(".narrowing button").click()
    assert visit.url.endswith("/events?type=CONSULT")
    kinds = visit.locator(".item .type").evaluate_all("all => all.map(e => e.className)")
    assert kinds
    assert set(kinds) == {"type CONSULT"}


def test_a_bar_of_the_timeline_leads_nearer(visit: Page) -> None:
    visit.goto("/timeline?from=0001")
    before = visit.locator(".chart figcaption").inner_text()
    visit.locator(".chart a").last.focus()
    visit.keyboard.press("Enter")
    visit.wait_for_url("**from=*until=*")
    assert visit.locator("h1").inner_text() == "Timeline"
    after = visit.locator(".chart figcaption")
    assert after.count() == 0 or after.inner_text() != before


def test_the_slider_of_the_map_moves_through_the_days(visit: Page) -> None:
    visit.goto("/map")
    slider = visit.get_by_label("Day", exact=True)
    told = visit.locator(".steps output")
    assert told.inner_text() == "All days"
    everywhere = visit.locator("figure.map circle").count()
    slider.focus()
    visit.keyboard.press("ArrowRight")
    visit.wait_for_url("**from=*until=*")
    assert told.inner_text() != "All days"
    assert visit.locator("figure.map circle").count() < everywhere
    visit.keyboard.press("ArrowLeft")
    visit.wait_for_url("**/map")
    assert visit.locator("figure.map circle").count() == everywhere


def test_a_hostile_story_is_text(visit: Page) -> None:
    visit.goto("/paste")
    visit.get_by_label("Its text").fill(HOSTILE)
    visit.get_by_role("button", name="Read").click()
    visit.get_by_role("button", name="Keep it").wait_for()
    visit.wait_for_load_state()  # style too: without it the headline is in capitals
    assert "<script>alert('headline')</script>" in visit.locator(".text").inner_text()
    assert visit.locator("main img, main svg, main script").count() == 0
    visit.get_by_role("button", name="Keep it").click()
    visit.wait_for_url("**/story/*")
    assert "onerror=alert('quote')" in visit.locator(".text").inner_text()
    visit.goto("/stories?words=Holmedal")
    assert "<script>alert('headline')</script>" in visit.locator("main").inner_text()


def test_without_script_all_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    for at in PAGES:
        page.goto(at)
        assert page.locator("h1").first.is_visible()
    page.goto("/story/1")
    assert page.locator(".text a.actors").first.get_attribute("title")
    page.locator("#layer-actors").uncheck()
    border = page.locator(".text a.actors").first.evaluate("e => getComputedStyle(e).borderBottom")
    assert border.startswith("0px")
    context.close()
