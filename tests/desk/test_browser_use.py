"""The desk used in a real browser: marks, cards, forms, sliders, and a story that is hostile."""

from __future__ import annotations

from playwright.sync_api import Page
from tests.desk.browsing import needs_browser

pytestmark = needs_browser

HOSTILE = (
    "<script>alert('headline')</script> warns of war\n\n"
    "OSLO, March 5, 2020 (DSS) - \"We <img src=x onerror=alert('quote')> will never talk,\" "
    "Minister Kari Holmedal said on Thursday, according to "
    "http://example.org/<svg/onload=alert(1)>. Forces shelled Kobani on March 2.\n"
)


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
    visit.locator(".text a.actors", has_text="Bill Clinton").first.click()
    visit.wait_for_url("**/actor?name=*")
    visit.locator(".said .source a").first.click()
    visit.wait_for_url("**/story/*#w-s*")


def test_the_form_narrows_and_leaves_out_what_is_empty(visit: Page) -> None:
    visit.goto("/events")
    form = visit.locator(".narrowing")
    if form.get_attribute("open") is None:
        form.locator("summary").click()
    visit.get_by_label("Event", exact=True).select_option("CONSULT")
    visit.locator(".narrowing button").click()
    visit.wait_for_url("**/events?type=CONSULT")
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


def test_names_of_counterparts_are_legible(visit: Page) -> None:
    visit.goto("/actor?name=Armenia")
    sizes = visit.locator(".fan text").evaluate_all(
        "all => all.map(e => parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a)"
    )
    assert min(sizes) >= 14
    inside = visit.locator(".fan").evaluate(
        "e => [...e.querySelectorAll('text')].every(t => t.getBBox().x + t.getBBox().width <= 600)"
    )
    assert inside


def test_another_pair_is_drawn_on_the_overview(visit: Page) -> None:
    visit.goto("/")
    visit.get_by_label("Between", exact=True).fill("France")
    visit.get_by_label("and", exact=True).fill("Russia")
    visit.keyboard.press("Enter")
    visit.wait_for_url("**between=France&between=Russia")
    assert visit.locator("#intensity + p").inner_text().startswith("France and Russia")


def test_a_format_leads_to_its_words(visit: Page) -> None:
    visit.goto("/formats")
    visit.get_by_role("link", name="OSCE Minsk Group").first.click()
    visit.wait_for_url("**/format?*")
    assert visit.locator("h1").inner_text() == "OSCE Minsk Group"
    visit.locator("section:has(#members) .source a").first.click()
    visit.wait_for_url("**/story/*#w-f*")
    assert "Minsk Group" in visit.locator(".text").inner_text()
