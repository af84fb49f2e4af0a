"""The simplest way from spans to attributions: each content to its nearest cue and source.

For measuring the spans alone; the statement extractor does better with the tree.
"""

from __future__ import annotations

from typing import Any

from dateline.language.parsed import Parsed

Range = tuple[int, int]
REACH = 60
"""A cue or source further off than this many tokens is not taken."""


def distance(a: Range, b: Range) -> int:
    """Tokens between two ranges; 0 if they touch or overlap."""
    return max(a[0] - b[1], b[0] - a[1], 0)


def nearest(parsed: Parsed, span: Range, others: list[Range]) -> Range | None:
    """The nearest range of the paragraph in which `span` begins or that in which it ends, one in
    the same sentence first."""
    sentence = parsed.sentence_of
    first, last = sentence[span[0]], sentence[span[1] - 1]
    paragraphs = [parsed.sentences[s].segment for s in (first, last)]

    def key(other: Range) -> tuple[int, int, int]:
        s = sentence[other[0]]
        outside = 0 if first <= s <= last else 1
        return (outside, distance(span, other), other[0])

    near = [o for o in others if parsed.sentences[sentence[o[0]]].segment in paragraphs]
    best = min(near, key=key, default=None)
    return best if best is not None and distance(span, best) <= REACH else None


def attributions(parsed: Parsed) -> list[dict[str, Any]]:
    """Attributions with character spans, contents that share a cue joined into one."""
    groups: dict[tuple[Range | None, int], list[Range]] = {}
    for k, content in enumerate(parsed.contents):
        outside = [c for c in parsed.cues if not (content[0] <= c[0] and c[1] <= content[1])]
        cue = nearest(parsed, content, outside)
        groups.setdefault((cue, -1 if cue else k), []).append(content)
    out = []
    for (cue, _), contents in groups.items():
        anchor = cue or contents[0]
        outside = [
            s for s in parsed.sources
            if not any(c[0] <= s[0] and s[1] <= c[1] for c in contents)
        ]  # fmt: skip
        source = nearest(parsed, anchor, outside)
        out.append(
            {
                "source": [parsed.span(*source)] if source else [],
                "cue": [parsed.span(*cue)] if cue else [],
                "content": [parsed.span(*c) for c in contents],
            }
        )
    return out
