"""The three ways of showing a brief, and that no article's words can act in any of them."""

from __future__ import annotations

import re
from html import unescape

import pytest
from lxml import etree, html
from markdown_it import MarkdownIt
from rich.cells import cell_len
from valley import valley

from dateline.record import Caution, DocumentFacts, Line, Record
from dateline.record.brief import render
from dateline.record.brief.clean import clean, isolate
from dateline.record.brief.markdown import escape

HOSTILE = [
    "<script>alert(1)</script>",
    "[click](https://evil.example/) ![x](y)",
    "# heading",
    "- item",
    "1. item",
    "12) item",
    "+ plus",
    "> quote",
    "`code` *bold* _em_ ~~gone~~ **b**",
    "| a | b |",
    "&lt;b&gt; &#60;i&#62;",
    "\\*",
    "</style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "www.evil.example https://evil.example a@evil.example",
    "$x^2$ {{ template }} ==mark==",
    "---",
    "===",
]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_of_the_terminal_brief_is_too_wide(width: int) -> None:
    record = valley(warnings=[Caution(code="c", message="unbroken" * 40)])
    lines = render(record, "terminal", width=width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert not any(line != line.rstrip() for line in lines)


def test_wrapping_loses_no_word() -> None:
    words = " ".join(f"word{i}" for i in range(300))
    brief = render(valley(warnings=[Caution(code="c", message=words)]), "terminal", width=40)
    assert re.findall(r"word\d+", brief) == words.split()


def test_colour_only_where_asked_for_and_the_same_words_with_it() -> None:
    plain = render(valley(), "terminal")
    colour = render(valley(), "terminal", colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1m" in colour
    assert re.sub(r"\x1b\[[0-9;]*m", "", colour) == plain


def titled(title: str) -> Record:
    return Record(id=title, text=title, document=DocumentFacts(title=Line(text=title)))


@pytest.mark.parametrize("style", ["terminal", "markdown", "html"])
@pytest.mark.parametrize("colour", [False, True])
def test_control_codes_of_the_text_do_not_come_through(style: str, colour: bool) -> None:
    evil = "a\x1b[2Jb\x07c\x9bd\u202ee\x00f\x7fg\udc80h\u2066i"
    out = render(titled(evil), style, colour=colour)  # type: ignore[arg-type]
    assert not re.search("[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]", out)
    assert "\x1b[2J" not in out
    assert "a␛" in out  # shown, not dropped
    out.encode("utf-8")


def test_clean_keeps_words_and_joiners() -> None:
    assert clean("  two\r\n\tlines\u2028three ") == "two lines three"
    assert clean("soft\u00adhyphen") == "softhyphen"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
    assert clean("naïve – “ok”") == "naïve – “ok”"


def test_right_to_left_words_are_fenced_and_others_are_not() -> None:
    assert isolate("مرحبا") == "\u2068مرحبا\u2069"
    assert isolate("hello") == "hello"
    out = render(titled("قال الوزير 12"), "terminal", width=40)
    assert out.count("\u2068") == out.count("\u2069") > 0
    page = render(titled("قال الوزير"), "html")
    assert '<h1 dir="auto">' in page


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_shows_hostile_words_as_they_are(words: str) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = [t for block in parser.parse(f"- {escape(words)}") for t in (block.children or [])]
    assert {token.type for token in tokens} <= {"text", "text_special"}
    shown = "".join(token.content for token in tokens).replace("\u2060", "")
    assert shown == words
    blocks = [block.type for block in parser.parse(f"- {escape(words)}")]
    assert blocks.count("list_item_open") == 1
    assert not {"heading_open", "blockquote_open", "hr", "html_block", "table_open"} & set(blocks)


@pytest.mark.parametrize("words", HOSTILE)
def test_a_whole_markdown_brief_holds_no_link_and_no_html(words: str) -> None:
    record = valley(warnings=[Caution(code="c", message=words)])
    record.document.title = Line(text=words)
    record.actors[0].name = words
    out = render(record, "markdown")
    tokens = MarkdownIt("commonmark").parse(out)
    inner = {t.type for block in tokens for t in (block.children or [])}
    assert not inner & {"link_open", "image", "html_inline", "code_inline"}
    assert not re.search(r"(?i)https?://|www\.e|@evil", out)


def test_a_strong_run_is_read_as_bold() -> None:
    tokens = MarkdownIt("commonmark").parse(render(valley(), "markdown"))
    bold = [
        block.children[i + 1].content
        for block in tokens
        for i, token in enumerate(block.children or [])
        if token.type == "strong_open" and block.children
    ]
    assert {"S3", "Northland", "CONSULT", "Lakeside Group", "27 September 2020"} <= set(bold)
    assert "**" not in MarkdownIt("commonmark").render(render(valley(), "markdown"))


def page(record: Record) -> etree._Element:
    return html.document_fromstring(render(record, "html"))


@pytest.mark.parametrize("words", HOSTILE)
def test_the_page_shows_hostile_words_as_they_are(words: str) -> None:
    record = valley(warnings=[Caution(code="c", message=words)], id=words)
    record.document.title = Line(text=words)
    record.actors[0].name = words
    tree = page(record)
    assert "".join(tree.find(".//h1").itertext()) == words
    assert not tree.xpath("//script | //img | //i | //b | //@*[starts-with(name(), 'on')]")
    assert len(tree.xpath("//style")) == 1


def test_the_page_stands_alone() -> None:
    out = render(valley(), "html")
    assert "default-src 'none'" in unescape(out)
    assert "prefers-color-scheme: dark" in out
    assert "@media print" in out
    assert not re.search(r"(?i)\bsrc=|href=\"[^#]|url\(|@import|<link", out)


def test_every_reference_of_the_page_leads_somewhere() -> None:
    tree = page(valley())
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href.removeprefix("#") for href in tree.xpath("//a/@href")}
    assert {"S2", "S5", "E4"} <= targets <= set(ids)


@pytest.mark.parametrize("style", ["terminal", "markdown", "html"])
def test_a_hostile_length_takes_no_long_time(style: str) -> None:
    record = valley(warnings=[Caution(code="c", message="“[(*" * 20_000)])
    assert len(render(record, style)) > 80_000  # type: ignore[arg-type]
