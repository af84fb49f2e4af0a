"""A page becomes a document."""

from __future__ import annotations

import threading
import time

import pytest
from lxml.html import document_fromstring

from dateline.errors import EmptyError, FormatError, TooLargeError
from dateline.reading import article, deadline, nesting
from dateline.reading.chunks import join_chunks
from dateline.reading.html import decode_html, looks_like_html, read_html
from dateline.reading.text import read_data

LEAD = "Delegations from both sides met for the first time since May."
FIRST = (
    "OSTHAVEN, March 4. The two delegations met on Thursday in a hotel outside the city, "
    "officials of both sides told reporters."
)
SECOND = (
    "“We shall go on tomorrow,” the envoy said after four hours of talks on prisoners, water "
    "and the road through the valley."
)
THIRD = (
    "The last round was broken off in May, when shelling along the line of contact killed four "
    "people, according to observers."
)


def page(body: str = "", head: str = "", lead: str = f"<h2>{LEAD}</h2>") -> str:
    return f"""<!DOCTYPE html><html lang="en-GB"><head>
<title>Talks resume in Osthaven | The Example Post</title>
<meta property="og:title" content="Talks resume in Osthaven | The Example Post">
<meta property="og:site_name" content="The Example Post">
<meta name="description" content="{LEAD}"><meta name="author" content="Jane Example">
<meta property="article:published_time" content="2021-03-04T10:00:00Z">{head}</head><body>
<nav><ul><li><a href="/">All news</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Talks resume in Osthaven</h1>{lead}
<p>{FIRST}</p><p>{SECOND}</p>{body}<p>{THIRD}</p></article>
<footer><p>Copyright 2021 The Example Post. All rights reserved.</p></footer></body></html>"""


def test_the_story_is_composed_with_its_parts_apart() -> None:
    document = read_html(page(), "https://example.org/talks")
    assert document.text == "\n\n".join(["Talks resume in Osthaven", LEAD, FIRST, SECOND, THIRD])
    assert document.title == "Talks resume in Osthaven"
    assert document.source == "The Example Post"
    assert document.date == "2021-03-04"
    assert document.byline == "Jane Example"
    assert document.url == "https://example.org/talks"
    assert document.language == "en"
    assert document.warnings == []


def test_a_description_that_no_reader_sees_is_left_out() -> None:
    assert LEAD not in read_html(page(lead="")).text


def test_a_standfirst_beside_the_article_is_put_under_the_headline() -> None:
    outside = page(lead="").replace("<article>", f"<header><div>{LEAD}</div></header><article>")
    assert read_html(outside).text.split("\n\n")[1] == LEAD


def test_a_headline_in_capitals_is_taken_as_the_metadata_writes_it() -> None:
    shouted = page().replace("<h1>Talks resume", "<h1>World | TALKS RESUME")
    assert read_html(shouted).title == "Talks resume in Osthaven"


def test_a_longer_visible_headline_outranks_the_metadata() -> None:
    longer = page().replace("<h1>Talks resume in Osthaven", "<h1>Talks resume after long break")
    assert read_html(longer).title == "Talks resume after long break"


def test_an_article_in_several_containers_is_read_to_its_end() -> None:
    box = '<div class="article__body">{}</div>'
    body = f"<p>{FIRST}</p><p>{SECOND}</p>"
    more = f"<p>{THIRD}</p><p>{SECOND.replace('tomorrow', 'on Friday')}</p>"
    advertisement = "<aside>Advertisement</aside>"
    html = f"<html><body><article>{box.format(body)}{advertisement}{box.format(more)}</article>"
    teaser = f'<div class="article__body"><p>{FIRST.replace("OSTHAVEN", "ELSEWHERE")}</p></div>'
    text = read_html(html + teaser + "</body></html>").text
    assert text.split("\n\n") == [FIRST, SECOND, THIRD, SECOND.replace("tomorrow", "on Friday")]


def test_containers_of_different_stories_are_not_joined() -> None:
    box = f'<div class="story-body"><p>{FIRST}</p></div>'
    tree = document_fromstring(f"<html><body>{box}{box}<main>{box}</main></body></html>")
    join_chunks(tree)
    assert [len(div) for div in tree.iter("div")] == [1, 1, 1]


@pytest.mark.parametrize(("kept", "taken"), [(100, "strict"), (40, "plain"), (1_600, "strict")])
def test_the_strict_mode_is_left_where_it_loses_the_article(
    monkeypatch: pytest.MonkeyPatch, kept: int, taken: str
) -> None:
    found = {True: ["s" * kept], False: ["p" * (4_000 if kept > 1_000 else 150)]}
    monkeypatch.setattr(
        article, "_blocks", lambda tree, favor_precision=False: found[favor_precision]
    )
    assert article.body_blocks(None)[0][0] == taken[0]


def test_line_breaks_tables_and_lists_keep_their_shape() -> None:
    body = (
        f"<p>{SECOND.replace('tomorrow', 'today')}<br><br>{THIRD.replace('May', 'June')}</p>"
        "<ul><li>First on the agenda are the prisoners</li><li>Then water</li></ul>"
        "<table><tr><th>Side</th><th>Killed</th></tr><tr><td>North</td><td>3</td></tr></table>"
    )
    blocks = read_html(page(body)).text.split("\n\n")
    assert SECOND.replace("tomorrow", "today") in blocks
    assert THIRD.replace("May", "June") in blocks
    assert "- First on the agenda are the prisoners\n- Then water" in blocks
    assert "Side | Killed\nNorth | 3" in blocks


@pytest.mark.parametrize("depth", [150, 2_000, 20_000])
def test_deep_nesting_costs_a_warning_and_not_the_story(depth: int) -> None:
    deep = page().replace("<article>", "<article>" + "<div>" * depth)
    document = read_html(deep.replace("</article>", "</div>" * depth + "</article>"))
    for paragraph in (FIRST, SECOND, THIRD):
        assert paragraph in document.text
    assert [w.code for w in document.warnings] == ["deep_html"]


@pytest.mark.parametrize("html", ["", "  ", "<html></html>", "<html><body></body></html>", "<!--"])
def test_an_empty_page(html: str) -> None:
    with pytest.raises(EmptyError):
        read_html(html)


def test_a_page_of_scripts_only_is_empty() -> None:
    with pytest.raises(EmptyError):
        read_html("<html><head><script>var a = '<p>no</p>';</script></head><body></body></html>")


def test_entities_are_neither_expanded_nor_loaded() -> None:
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 9))
    top = f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    html = top + page("<p>&l8; and &f; in the second half of the talks, he said.</p>")[15:]
    document = read_html(html)
    assert "root:" not in document.text
    assert len(document.text) < 3_000


def test_a_fragment_is_a_page() -> None:
    assert read_html(f"<p>{FIRST}</p>").text == FIRST


@pytest.mark.parametrize(
    "hostile",
    [
        "<" * 300_000,
        '<a "' * 100_000,
        '<a ="' * 100_000,
        "<!--" * 100_000,
        "<script>" * 40_000,
        "<div " * 100_000,
        "</div>" * 100_000,
        "<b>" * 49_000,
        "<b><p>" * 24_000,
        "<li><td><dt>" * 16_000,
    ],
)
def test_looking_for_depth_takes_linear_time(hostile: str) -> None:
    start = time.process_time()
    nesting.tame(hostile)
    assert time.process_time() - start < 60  # a guard against hanging, no measurement


def test_what_counts_as_deep() -> None:
    flat = "<p>one<p>two<li>three<li>four<br><img><input>" * 300
    assert nesting.tame(flat, max_depth=10).dropped == 0
    scripted = "<script>" + "'<div>'" * 300 + "</script><!--" + "<div>" * 300 + "-->"
    assert nesting.tame(scripted, max_depth=10).dropped == 0
    quoted = '<a title="' + "<div>" * 300 + '">x</a>'
    assert nesting.tame(quoted, max_depth=10).dropped == 0
    assert nesting.tame("<div>" * 11 + "x", max_depth=10).html.count("<div>") == 10
    tamed = nesting.tame("<b>" * 12 + "x" + "</b>" * 12 + "<i>y</i>", max_depth=10)
    assert (tamed.dropped, tamed.html.count("</b>")) == (4, 10)
    assert tamed.html.endswith("<i>y</i>")


def test_words_of_flattened_blocks_do_not_run_together() -> None:
    html = "<div>" * 12 + "one</div><div>two</div>" + "</div>" * 11
    assert "one<br>two" in nesting.tame(html, max_depth=10).html.replace("<br><br>", "<br>")


def test_too_many_elements() -> None:
    with pytest.raises(TooLargeError, match="50,000 elements"):
        read_html("<p>word</p>" * 50_001)


def test_too_many_bytes() -> None:
    with pytest.raises(TooLargeError, match="20"):
        decode_html(b"<p>" + b"x" * 20_000_000)


def stubborn(seconds: float) -> None:
    """Goes on whatever is raised, as libraries do that catch every Exception."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            time.sleep(0.01)
        except Exception:
            continue


def test_the_cap_on_time_holds_against_libraries_that_catch_everything() -> None:
    start = time.monotonic()
    said = r"the work took more than 0\.05"
    with pytest.raises(TooLargeError, match=said), deadline.deadline(0.05, "the work"):
        stubborn(60)
    assert time.monotonic() - start < 30


def test_the_cap_on_time_is_no_hindrance_in_a_thread() -> None:
    texts: list[str] = []
    thread = threading.Thread(target=lambda: texts.append(read_html(page()).text))
    thread.start()
    thread.join()
    assert FIRST in texts[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!doctype html><p>x", True),
        ("\ufeff  <?xml version='1.0'?>\n<!-- note --><html xmlns='x'>", True),
        ("<div>One</div>", True),
        ("A story.\nIt says <b>this</b> & 3 < 4 <p>.", False),
        ("<ceasefire> is what the sign said", False),
        ("<", False),
    ],
)
def test_pages_are_told_by_their_content(text: str, expected: bool) -> None:
    assert looks_like_html(text) is expected


def test_a_page_is_decoded_as_it_declares() -> None:
    html = page(head='<meta charset="windows-1252">').encode("cp1252")
    document = read_data(html)
    assert SECOND in document.text
    assert document.warnings == []


def test_plain_text_is_kept_as_it_is() -> None:
    document = read_data(b"\xef\xbb\xbfOne\r\n\r\nTwo <p> \xc2\xa0three\r\n")
    assert document.text == "One\r\n\r\nTwo <p> \u00a0three\r\n"


def test_served_as_plain_text_a_page_is_text() -> None:
    assert read_data(b"<p>Words</p>", content_type="text/plain").text == "<p>Words</p>"


def test_xml_that_is_no_page_is_named() -> None:
    with pytest.raises(FormatError, match="<rss>"):
        read_data(b'<?xml version="1.0"?>\n<!-- feed -->\n<rss version="2.0"></rss>')
