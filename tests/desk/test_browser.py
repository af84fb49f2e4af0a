"""Every page of the desk in a real browser: whole, accessible, and there without scripts."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.desk.browsing import needs_browser

pytestmark = needs_browser

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
    "/story/1/missed",
    "/story/1/missed?family=events&words=agreement",
    "/brief",
    "/review",
    "/review?show=done",
    "/story/1/review",
    "/story/1/review/document",
    "/paste",
]
CONTRAST = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}


@pytest.mark.parametrize("at", PAGES)
def test_each_page_is_whole(visit: Page, at: str) -> None:
    answer = visit.goto(at)
    assert answer
    assert answer.status == 200
    wide, seen = visit.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= seen


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
