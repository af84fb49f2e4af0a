"""The words of a story that are compared: the article itself."""

from __future__ import annotations

from dateline.record import Record


def body(record: Record) -> str:
    """The text of a record without headline, standfirst, byline, dateline and furniture.

    Outlets change just these when they take over a wire story. Linear in the text's length.
    """
    facts = record.document
    out = [
        line.span for line in (facts.title, facts.standfirst, facts.byline) if line and line.span
    ]
    out += [facts.dateline.span] if facts.dateline else []
    out += facts.furniture
    parts: list[str] = []
    at = 0
    for begin, end in sorted(out):
        if begin > at:
            parts.append(record.text[at:begin])
        at = max(at, end)
    parts.append(record.text[at:])
    return " ".join(parts)
