"""Review in a real browser: a value is corrected, its story read again, and it stays corrected."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright
from tests.desk.browsing import BROWSER, needs_browser
from tests.desk.conftest import TODAY

from dateline.api.chronicle import Chronicle
from dateline.samples import paths

pytestmark = needs_browser

SPEAKER = "Hikmet Hajiyev"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a sample story, to be changed."""
    (sample,) = [path for path in paths() if path.name.startswith("ganja")]
    return Path(shutil.copy(sample, tmp_path_factory.mktemp("story")))


@pytest.fixture(scope="module")
def chronicle(file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronicle of it."""
    path = tmp_path_factory.mktemp("reviewed") / "c.db"
    assert ingest(path, file) == "new"
    return path


@pytest.fixture(scope="module")
def page(chronicle: Path) -> Iterator[Page]:
    """A browser that looks at its desk; any error, or request elsewhere, fails the tests."""
    command = [sys.executable, "-m", "dateline", "desk", str(chronicle), "--port", "0"]
    with (
        subprocess.Popen([*command, "--no-browser"], stdout=subprocess.PIPE, text=True) as process,
        sync_playwright() as playwright,
    ):
        assert process.stdout
        address = process.stdout.readline().split()[1].rstrip("/")
        opened = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = opened.new_context(base_url=address).new_page()
        wrong: list[str] = []
        page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda r: None if r.url.startswith(address) else wrong.append(r.url))
        yield page
        opened.close()
        process.terminate()
        assert wrong == []


def ingest(path: Path, file: Path) -> str:
    with Chronicle(path, create=True) as chronicle:
        (told,) = chronicle.ingest([str(file)], today=TODAY)
    return told.change


def by(page: Page) -> list[str]:
    """Who speaks, in the list of statements."""
    page.goto("/statements?words=ballistic+missile")
    return page.locator(".said .who a").all_inner_texts()


def test_a_correction_outlives_a_new_reading(page: Page, chronicle: Path, file: Path) -> None:
    assert by(page) == ["Azerbaijan's Foreign Ministry"]
    page.get_by_role("link", name="review", exact=True).click()
    page.get_by_label("Your name").fill("Ida <b>Holm</b>")
    page.get_by_label("Note").fill("<img src=x onerror=alert(1)>")
    page.get_by_label("Who says it").select_option(label=SPEAKER)
    page.get_by_role("button", name="Save the correction").click()
    page.wait_for_url("**/story/1#w-s*")
    assert by(page) == [SPEAKER]
    assert ingest(chronicle, file) == "same"
    assert by(page) == [SPEAKER]
    file.write_text(file.read_text() + "\nSchools in the town stay closed until Monday.\n")
    assert ingest(chronicle, file) == "revised"
    assert by(page) == [SPEAKER]
    page.goto("/review?show=done")
    assert "Ida <b>Holm</b>" in page.locator("main").inner_text()
    assert page.locator("main img, main b").count() == 0


def test_the_forms_can_be_read_and_used_by_everyone(page: Page) -> None:
    for at in ("/review?show=done", "/story/1/review", "/review"):
        page.goto(at)
        check(page, at)
    page.goto("/review?show=done")
    page.locator(".reviews .who a").first.click()
    page.wait_for_url("**/story/1/review/s*")
    check(page, "a statement")
    page.goto("/story/1")
    page.locator(".text a.events").first.focus()
    page.keyboard.press("r")
    page.wait_for_url("**/story/1/review/e*")
    check(page, "an event")
    page.get_by_role("button", name="Reject").press("Enter")
    page.wait_for_url("**/story/1#w-e*")
    assert "2 reviews of its values" in page.locator("main").inner_text()


def check(page: Page, name: str) -> None:
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        wide = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        assert page.evaluate(f"{wide}[0] <= {wide}[1]"), (name, width)
    page.set_viewport_size({"width": 1280, "height": 800})
    found = Axe().run(page).response["violations"]
    serious = [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] != "minor"]
    assert [v for v in serious if v[0] != "region"] == [], name


def test_a_changed_sentence_is_asked_again(page: Page, chronicle: Path, file: Path) -> None:
    file.write_text(file.read_text().replace("ballistic missile", "cruise missile"))
    assert ingest(chronicle, file) == "revised"
    page.goto("/review?show=again")
    assert "ballistic missile" in page.locator(".reviews").inner_text()
    page.get_by_role("link", name="Ask again").click()
    assert "It was said of these words" in page.locator("main").inner_text()
    page.locator(".values li", has_text="cruise missile").get_by_role("link").first.click()
    page.get_by_label("Who says it").select_option(label=SPEAKER)
    page.get_by_role("button", name="Save the correction").click()
    page.goto("/review?show=again")
    assert "Nothing here" in page.locator("main").inner_text()
    page.goto("/statements?words=cruise+missile")
    assert page.locator(".said .who a").all_inner_texts() == [SPEAKER]


def test_marked_words_lead_to_the_form_of_what_was_missed(page: Page) -> None:
    page.goto("/story/1")
    words = page.locator(".text p").evaluate_all(
        """all => {
            const piece = all.flatMap(p => [...p.childNodes]).find(
                n => n.nodeType === 3 && n.data.trim().split(/\\s+/).length > 3);
            const first = piece.data.search(/\\w/);
            const last = first + piece.data.slice(first).search(/\\W|$/);
            getSelection().setBaseAndExtent(piece, first, piece, last);
            return piece.data.slice(first, last);
        }"""
    )
    link = page.locator(".marked")
    link.wait_for()
    assert words in link.inner_text()
    link.click()
    page.get_by_label("What the machine missed").select_option("events")
    page.get_by_role("button", name="Other words").click()
    assert page.locator("mark").first.inner_text() == words
    page.get_by_label("Type", exact=True).select_option("CONSULT")
    page.get_by_label("Your name", exact=False).fill("Ida Holm")
    page.get_by_role("button", name="Add this event").click()
    page.wait_for_url("**/story/1#w-e-added-*")
    violations = Axe().run(page).response["violations"]
    assert [v["id"] for v in violations if v["impact"] in ("serious", "critical")] == []
    page.goto("/events?type=CONSULT")
    assert page.locator(".item").filter(has_text=words).count() >= 1
