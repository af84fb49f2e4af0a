"""The article in a page: its body, headline and standfirst, as wording.

trafilatura finds the body. Its strict mode is taken, since furniture in the text costs more than
a lost caption: measured on open pages of news sites, the strict mode has fewer foreign words and
loses no more of the article. Where it finds less than half of what the plain mode finds it has
lost the article, and the plain result is taken.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from dateline.reading.same_words import condensed, overlap, words

_STRICT_SHARE = 0.5
_LONG_ENOUGH = 1500
"""Characters of an article that has surely not been lost."""
_SAME_HEADLINE = 0.5
"""Share of the words of the shorter of two headlines that the other has too."""
_SHORT_HEADLINE = 3
"""Words; what has fewer may be a section's name or the site's own."""
_NEW_PARAGRAPH = 60
"""A line break after so many characters and the end of a sentence is a paragraph's end."""
_SEPARATORS = (" - ", " | ", " – ", " — ", " :: ", " · ", " • ", " » ")

for _name in ("trafilatura", "htmldate", "justext", "courlan"):
    # What they have to say comes back as an error or a warning of ours, not on standard error.
    logging.getLogger(_name).addHandler(logging.NullHandler())


def body_blocks(tree: Any) -> list[str]:
    """The paragraphs, headings, lists and tables of the article in `tree` (an lxml page)."""
    strict = _blocks(tree, favor_precision=True)
    if _size(strict) >= _LONG_ENOUGH:
        return strict
    plain = _blocks(tree)
    return strict if _size(strict) >= _STRICT_SHARE * _size(plain) else plain


def _size(blocks: list[str]) -> int:
    return sum(map(len, blocks))


def _blocks(tree: Any, favor_precision: bool = False) -> list[str]:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(tree, include_comments=False, favor_precision=favor_precision)
    if found is None or found.body is None:
        return []
    return [block for element in found.body for block in _of_element(element)]


def _of_element(element: Any) -> Iterator[str]:
    """The blocks of one element of trafilatura's own small XML."""
    if element.tag == "table":
        rows = (" | ".join(_line(c) for c in row) for row in element.iter("row"))
        yield from _joined(row for row in rows if row.strip(" |"))
    elif element.tag == "list":
        items = (_line(item) for item in element.iter("item"))
        yield from _joined(f"- {item}" for item in items if item)
    elif any(child.tag in ("p", "head", "quote", "list", "table") for child in element):
        yield from _paragraphs(element.text or "")
        for child in element:
            yield from _of_element(child)
    else:
        yield from _paragraphs("".join(_wording(element)))
    yield from _paragraphs(element.tail or "")


def _joined(lines: Iterator[str]) -> Iterator[str]:
    block = "\n".join(lines)
    if block:
        yield block


def _line(element: Any) -> str:
    return " ".join("".join(_wording(element)).split())


def _wording(element: Any) -> Iterator[str]:
    yield "\n" if element.tag == "lb" else element.text or ""
    for child in element:
        yield from _wording(child)
        yield child.tail or ""


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs in the wording of one element, whose line breaks may be such or not."""
    block: list[str] = []
    for line in text.split("\n"):
        line = " ".join(line.split())
        if not line:
            continue
        block.append(line)
        if len(line) > _NEW_PARAGRAPH and line.endswith((".", "!", "?", '"', "”", "’", ":")):
            yield "\n".join(block)
            block = []
    if block:
        yield "\n".join(block)


def headline(tree: Any, given: str | None, site: str | None) -> str | None:
    """The headline: the visible one (h1) where it says what the metadata's title says.

    `given` is the title from the metadata, which often ends in the site's name. Where it stands
    whole in the h1 it is taken: the h1 may be in capitals, or begin with the section's name.
    """
    shown = [" ".join(h1.text_content().split()) for h1 in tree.iter("h1")]
    shown = [title for title in shown if title and len(title) < 500]
    if not given:
        return shown[0] if shown else None
    bare = _without_site(given, site)
    if any(condensed(bare) in condensed(title) for title in shown):
        return bare
    shown = [title for title in shown if len(words(title)) >= _SHORT_HEADLINE]
    best = max(shown, key=lambda title: overlap(title, bare), default="")
    return best if overlap(best, bare) >= _SAME_HEADLINE else bare


def _without_site(title: str, site: str | None) -> str:
    title = " ".join(title.split())
    if site:
        for mark in _SEPARATORS:
            end = (mark + " ".join(site.split())).casefold()
            if title.casefold().endswith(end) and len(title) > len(end):
                return title[: -len(end)].rstrip()
    return title


def standfirst(tree: Any, description: str | None, title: str | None, body: str) -> str | None:
    """The metadata's description, where a reader of the page sees it above or beside the body.

    None where it only repeats the headline or the body, or stands in the metadata alone (where
    it is often the site's own text, or a body cut off in mid-sentence).
    """
    line = " ".join((description or "").split())
    wanted = condensed(line)
    if not 20 <= len(wanted) <= 600:
        return None
    if wanted in condensed(title or "") or wanted in condensed(body):
        return None
    return line if wanted in condensed(_visible(tree)) else None


def _visible(tree: Any) -> str:
    from lxml import etree

    # strip_elements would change the tree: walk it and pass over what is not shown.
    shown: list[str] = []
    hidden = {"script", "style", "head", "noscript", "template", "title"}
    skip = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        unseen = not isinstance(element.tag, str) or element.tag in hidden
        if event == "start":
            skip += unseen
            if not skip and element.text:
                shown.append(element.text)
        else:
            skip -= unseen
            if not skip and element.tail:
                shown.append(element.tail)
    return " ".join(shown)
