"""Paragraphs: where one ends and the next begins."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

Span = tuple[int, int]

# White space (NBSP and its kin among it), and what is as good as invisible: soft hyphens,
# zero-width spaces, byte order marks.
_EMPTY = "".join(c for c in map(chr, range(0x3001)) if c.isspace())
_EMPTY += "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CLOSED = re.compile(r"[.!?…:;](?:[\"”'’»)\]]| [\"”])*$")
_FULL_LINE = (45, 100)
"""A line that was broken to fit a page is about this long, in characters."""


class _Text(NamedTuple):
    start: int
    end: int
    block: int
    """Counts the blank lines before it."""


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space and invisible characters at its ends (may be empty)."""
    inner = text[start:end]
    start = end - len(inner.lstrip(_EMPTY))
    return start, max(start, end - len(inner) + len(inner.rstrip(_EMPTY)))


def split(text: str) -> list[Span]:
    """The paragraphs of a text, trimmed, in order, none empty.

    A paragraph ends at a blank line, and at every line break of a text that is not broken to fit
    a page. A line that goes on in small letters belongs to the one before.
    """
    lines = _lines(text)
    wrapped = _is_wrapped(text, lines)
    out: list[Span] = []
    block = -1
    for line in lines:
        joins = line.block == block and (wrapped or _goes_on(text, out[-1], line))
        if joins:
            out[-1] = (out[-1][0], line.end)
        else:
            out.append((line.start, line.end))
        block = line.block
    return out


def _lines(text: str) -> list[_Text]:
    """The lines that hold anything, trimmed."""
    out: list[_Text] = []
    block = last = 0
    for match in _LINE.finditer(text):
        start, end = trim(text, *match.span())
        if start == end:
            continue
        # Two breaks (CRLF is one) since the last line that held anything: a blank line between.
        if len(_BREAK.findall(text, last, match.start())) > 1:
            block += 1
        out.append(_Text(start, end, block))
        last = match.end()
    return out


def _is_wrapped(text: str, lines: list[_Text]) -> bool:
    """Whether the text was broken to fit a page: lines of one length that end mid-sentence."""
    inner = [a for a, b in pairwise(lines) if a.block == b.block]
    if len(inner) < 4:
        return False
    low, high = _FULL_LINE
    filled = sum(
        low <= line.end - line.start <= high and not _CLOSED.search(text, line.start, line.end)
        for line in inner
    )
    return filled >= 0.6 * len(inner)


def _goes_on(text: str, before: Span, line: _Text) -> bool:
    """Whether the line is the rest of the sentence before it."""
    if not text[line.start].islower():
        return False
    tail = text[max(before[0], before[1] - 8) : before[1]]
    return _CLOSED.search(tail) is None
