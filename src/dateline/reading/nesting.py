"""How deep a page nests, found out before any parser sees it.

One pass over the characters, no recursion, no backtracking: time is linear in the length of the
page, whatever it holds. Tags deeper than the cap are taken out and their wording left in, so that
2,000 nested `div`s cost a warning and not the story.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dateline.errors import TooLargeError
from dateline.reading import tables
from dateline.reading.limits import MAX_DEPTH, MAX_ELEMENTS

_OPENING = re.compile(r"<(?:(!--)|(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40}))")
_IN_TAG = re.compile(r">|=\s{0,20}([\"'])")


class Tag(NamedTuple):
    """A tag in the source of a page."""

    start: int
    end: int
    name: str
    closing: bool


class Tamed(NamedTuple):
    """A page that is safe to parse."""

    html: str
    dropped: int
    """Tags that were taken out because they nested too deep."""


def tame(html: str, max_depth: int = MAX_DEPTH, max_elements: int = MAX_ELEMENTS) -> Tamed:
    """Take out the tags that nest deeper than `max_depth`.

    Raises TooLargeError where more than `max_elements` elements open.
    """
    pieces: list[str] = []
    kept_to = 0
    dropped = 0
    broken = False
    for tag, kind in _too_deep(html, max_depth, max_elements):
        wording = html[kept_to : tag.start]
        broken = broken and not wording.strip()
        pieces.append(wording)
        if kind == "block" and not broken:
            # Something must stand between two blocks, else their words run together.
            pieces.append("<br>")
            broken = True
        kept_to = tag.end
        dropped += 1
    if not dropped:
        return Tamed(html, 0)
    pieces.append(html[kept_to:])
    return Tamed("".join(pieces), dropped)


def _too_deep(html: str, max_depth: int, max_elements: int) -> Iterator[tuple[Tag, str]]:
    kinds, closes = _elements()
    stack: list[str] = []
    standing: Counter[str] = Counter()  # how many of each stand in the stack
    out: Counter[str] = Counter()  # how many of each were taken out and are not closed yet
    opened = 0
    for tag in tags(html):
        name = tag.name
        kind = kinds.get(name, "inline")
        if tag.closing:
            if out[name]:
                out[name] -= 1
                yield tag, kind
            elif standing[name]:
                while (top := stack.pop()) != name:
                    standing[top] -= 1
                standing[name] -= 1
            continue
        opened += 1
        if opened > max_elements:
            raise TooLargeError(f"the page has more than {max_elements:,} elements")
        while stack and stack[-1] in closes.get(name, ()):
            standing[stack.pop()] -= 1
        if kind in ("void", "raw"):
            continue
        if len(stack) >= max_depth:
            out[name] += 1
            yield tag, kind
        else:
            stack.append(name)
            standing[name] += 1


def tags(html: str) -> Iterator[Tag]:
    """The tags of a page in order; comments and the content of scripts are passed over."""
    kinds, _ = _elements()
    lower = html.lower() if len(html.lower()) == len(html) else html
    exhausted: set[str] = set()  # searched for to the end once: not to be looked for again
    at = 0
    while match := _OPENING.search(html, at):
        if match[1]:
            at = _after(html, "-->", match.end(), exhausted)
            continue
        name = match[3].lower()
        at = _tag_end(html, match.end(), exhausted)
        yield Tag(match.start(), at, name, bool(match[2]))
        if kinds.get(name) == "raw" and not match[2]:
            end = f"</{name}"
            found = -1 if end in exhausted else lower.find(end, at)
            if found < 0:
                exhausted.add(end)
            else:
                at = found


def _after(html: str, mark: str, at: int, exhausted: set[str]) -> int:
    """Where `mark` ends, or `at` if it does not come any more."""
    found = -1 if mark in exhausted else html.find(mark, at)
    if found < 0:
        exhausted.add(mark)
        return at
    return found + len(mark)


def _tag_end(html: str, at: int, exhausted: set[str]) -> int:
    """One past the `>` that ends the tag; quoted attribute values may hold `>` themselves."""
    while match := _IN_TAG.search(html, at):
        at = match.end()
        if not match[1]:
            return at
        at = _after(html, match[1], at, exhausted)
    return len(html)


@cache
def _elements() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    kinds, closes = {}, {}
    for name, kind, ends in tables.rows("nesting.tsv"):
        kinds[name] = kind
        closes[name] = frozenset(ends.split())
    return kinds, closes
