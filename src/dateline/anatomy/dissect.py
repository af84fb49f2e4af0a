"""Dissect a document: tell its parts apart and date it."""

from __future__ import annotations

from datetime import date

from dateline.anatomy import agencies, datelines, dates, furniture, published
from dateline.anatomy.layout import lay_out
from dateline.anatomy.paragraphs import Span, split, trim
from dateline.anatomy.story import Segment, Story
from dateline.reading.document import Document
from dateline.record import DatelineLine, DocumentFacts, Line, Notes

_HEAD = 3
"""A date before a bar or dash is a date line only in the first paragraphs."""


def dissect(document: Document, notes: Notes, today: date) -> Story:
    """Lay a document out as a story.

    `today` is the day of reading: no publication lies after it. Doubts go to `notes`: `no_date`,
    `no_year`, `unsure_year`, `date_conflict`, `future_date`, `bad_date`, `only_furniture`.
    The facts' `sentences` are left to the language stage. Raises DataError if a table is broken.
    """
    text = document.text
    paragraphs = split(text)
    content, kept_out, stamp = _sift(text, paragraphs, notes)
    found = datelines.find(text, content)
    parts = lay_out(text, content, found.span if found else None, document.title)
    body, pieces = _cut_pieces(text, parts.body)
    anchor = _anchor(text, found, stamp, body)
    dated = published.publish(document, anchor, parts.standfirst + body, today, notes)
    byline = _line(text, parts.byline, document.byline)
    facts = DocumentFacts(
        title=_line(text, parts.title, document.title),
        standfirst=_line(text, _whole(parts.standfirst), None),
        byline=byline,
        dateline=_dateline(found, dated.filed),
        agency=_agency(document, found, byline),
        language=document.language,
        url=document.url,
        source=document.source,
        published=dated.published,
        paragraphs=content,
        furniture=sorted(kept_out + pieces),
    )
    segments = [Segment(*parts.title, "title")] if parts.title else []
    segments += [Segment(*s, "standfirst") for s in parts.standfirst]
    segments += [Segment(*s, "body") for s in body]
    return Story(text, facts, sorted(segments))


def _sift(
    text: str, paragraphs: list[Span], notes: Notes
) -> tuple[list[Span], list[Span], furniture.Stamp | None]:
    """The paragraphs of the article, the furniture, and the date line."""
    content: list[Span] = []
    kept_out: list[Span] = []
    first: furniture.Stamp | None = None
    for start, end in paragraphs:
        stamp = furniture.stamp(text, start, end)
        if stamp is None and len(content) < _HEAD:
            stamp = furniture.stamp_head(text, start, end)
        if stamp:
            kept_out.append(trim(text, stamp.start, stamp.end))
            # Of "published" and "updated" the first counts; a full date goes before a bare day.
            if first is None or (first.date.full is None and stamp.date.full):
                first = stamp
            start, end = trim(text, stamp.end, end)
        elif furniture.line_kind(text, start, end):
            kept_out.append((start, end))
            continue
        if start < end:
            content.append((start, end))
    if paragraphs and not content:
        notes.warn("only_furniture", "Nothing looks like an article, so all of it is read as one.")
        return list(paragraphs), [], first
    return content, kept_out, first


def _cut_pieces(text: str, spans: list[Span]) -> tuple[list[Span], list[Span]]:
    """The spans without the furniture inside them, and that furniture."""
    cuts = furniture.pieces(text, spans)
    if not cuts:
        return spans, []
    out: list[Span] = []
    waiting = iter(cuts)
    cut = next(waiting, None)
    for start, end in spans:
        at = start
        # Both lists are in text order, and every cut lies inside one span.
        while cut and cut[1] <= end:
            out.append(trim(text, at, cut[0]))
            at = cut[1]
            cut = next(waiting, None)
        out.append(trim(text, at, end))
    return [s for s in out if s[0] < s[1]], [trim(text, *s) for s in cuts]


def _anchor(
    text: str,
    found: datelines.DatelineFound | None,
    stamp: furniture.Stamp | None,
    body: list[Span],
) -> published.Anchor | None:
    """The day that the text gives for itself: dateline, date line, or "today (1 October)"."""
    filed = found.date if found else None
    if filed and (filed.full or stamp is None or stamp.date.full is None):
        return published.Anchor(filed, "dateline")
    if stamp:
        return published.Anchor(stamp.date, "date line")
    today = next((t for s in body[:2] if (t := dates.named_today(text, *s))), None)
    return published.Anchor(today, "day called today") if today else None


def _dateline(found: datelines.DatelineFound | None, filed: str | None) -> DatelineLine | None:
    if found is None:
        return None
    day = filed if found.date else None
    return DatelineLine(span=found.span, place=found.place, date=day, agency=found.agency)


def _agency(
    document: Document, found: datelines.DatelineFound | None, byline: Line | None
) -> str | None:
    """Who wrote it: the dateline's agency, else the carrier's outlet, else the byline's."""
    if found and found.agency:
        return found.agency
    if document.source:
        return agencies.canonical(document.source) or document.source
    host = agencies.of_host(document.url) if document.url else None
    if host:
        return host
    for line in (document.title, byline.text if byline else None):
        name = agencies.at_end(line) if line else None
        if name:
            return name
    return None


def _line(text: str, span: Span | None, given: str | None) -> Line | None:
    """The words at a span, else what the carrier gave."""
    if span:
        return Line(text=text[span[0] : span[1]], span=span)
    return Line(text=given) if given else None


def _whole(spans: list[Span]) -> Span | None:
    return (spans[0][0], spans[-1][1]) if spans else None
