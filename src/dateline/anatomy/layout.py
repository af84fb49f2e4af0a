"""The layout of an article: headline, standfirst, byline, dateline and body told apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.anatomy import headline
from dateline.anatomy.paragraphs import Span, trim

_HEAD = 4
"""Between headline and dateline stand at most this many paragraphs of standfirst."""
_HEAD_CHARS = 1500
_STOPPED_TITLE = 110
"""A headline with a final stop is taken for one up to this length."""
_LEAST_STANDFIRST = 25


@dataclass(slots=True)
class Parts:
    """The parts of a text as they were told apart."""

    title: Span | None = None
    standfirst: list[Span] = field(default_factory=list)
    byline: Span | None = None
    body: list[Span] = field(default_factory=list)


def lay_out(text: str, content: list[Span], dateline: Span | None, title: str | None) -> Parts:
    """Tell the parts of an article apart.

    `content` holds its paragraphs without furniture, `dateline` the span of the dateline, `title`
    the carrier's headline, which need not stand in the text.
    """
    parts = Parts()
    before, after = _around(text, content, dateline)
    if title:
        parts.title = _carriers_title(text, before + after, title)
        if parts.title:
            before = _without(text, before, parts.title)
            after = _without(text, after, parts.title)
    before = _take_byline(text, parts, before, bool(dateline))
    if dateline is None and len(after) > 1:
        after = _take_byline(text, parts, after[:_HEAD], False) + after[_HEAD:]
        after = _plain_head(text, parts, after, title is not None)
    else:
        _filed_head(text, parts, before, title is not None)
    parts.body += after
    return parts


def _around(text: str, content: list[Span], dateline: Span | None) -> tuple[list[Span], list[Span]]:
    """The paragraphs before and after the dateline."""
    if dateline is None:
        return [], list(content)
    before, after = [], []
    for start, end in content:
        if start < dateline[0]:
            before.append(trim(text, start, min(end, dateline[0])))
        if end > dateline[1]:
            after.append(trim(text, max(start, dateline[1]), end))
    return [s for s in before if s[0] < s[1]], [s for s in after if s[0] < s[1]]


def _carriers_title(text: str, pool: list[Span], title: str) -> Span | None:
    """Where the carrier's headline stands; None too where it is all that the text has."""
    span = headline.find_title(text, [start for start, _ in pool[: _HEAD + 2]], title)
    if span and len(pool) == 1 and span[1] >= pool[0][1]:
        return None
    return span


def _without(text: str, spans: list[Span], cut: Span) -> list[Span]:
    out = []
    for start, end in spans:
        if cut[1] <= start or end <= cut[0]:
            out.append((start, end))
            continue
        out += [trim(text, start, max(start, cut[0])), trim(text, min(end, cut[1]), end)]
    return [s for s in out if s[0] < s[1]]


def _take_byline(text: str, parts: Parts, spans: list[Span], filed: bool) -> list[Span]:
    """Take the first byline out: a paragraph, or the end of the chunk before the dateline."""
    out = []
    for index, (start, end) in enumerate(spans):
        if parts.byline is None and headline.byline_line(text, start, end):
            parts.byline = (start, end)
            continue
        at = None
        if filed and parts.byline is None and index == len(spans) - 1:
            at = headline.byline_at_end(text, start, end)
        if at is None:
            out.append((start, end))
            continue
        parts.byline = trim(text, at, end)
        out += [s for s in (trim(text, start, at),) if s[0] < s[1]]
    return out


def _filed_head(text: str, parts: Parts, before: list[Span], titled: bool) -> None:
    """What stands before a dateline: headline, then standfirst; more than that is body."""
    if before and parts.title is None and not titled:
        start, end = before[0]
        stop = headline.first_sentence_end(text, start, end)
        first = trim(text, start, stop)
        if _fits_title(text, first):
            parts.title = first
            before = [s for s in (trim(text, stop, end),) if s[0] < s[1]] + before[1:]
    if len(before) <= _HEAD and sum(e - s for s, e in before) <= _HEAD_CHARS:
        parts.standfirst = before
    else:
        parts.body = before


def _fits_title(text: str, span: Span) -> bool:
    length = span[1] - span[0]
    if headline.ends_like_sentence(text, *span):
        return length <= _STOPPED_TITLE
    return length <= headline.MAX_TITLE


def _plain_head(text: str, parts: Parts, spans: list[Span], titled: bool) -> list[Span]:
    """Take headline and standfirst from an article without dateline; give back the rest."""
    if parts.title is None and not titled and _opens(text, spans, 0):
        parts.title, spans = spans[0], spans[1:]
    headed = parts.title is not None or titled
    if headed and _opens(text, spans, 0) and spans[0][1] - spans[0][0] >= _LEAST_STANDFIRST:
        parts.standfirst, spans = spans[:1], spans[1:]
    return spans


def _opens(text: str, spans: list[Span], index: int) -> bool:
    """Whether a paragraph is headed like a title and sentences follow it."""
    if len(spans) < index + 2 or not headline.looks_like_title(text, *spans[index]):
        return False
    return any(headline.ends_like_sentence(text, *s) for s in spans[index + 1 : index + 4])
