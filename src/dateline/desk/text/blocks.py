"""The text in blocks (headline, paragraphs, furniture), each cut at the borders of all marks.

Marks overlap in every way: a quotation holds a name, a casualty claim begins in one and ends behind
it. HTML nests, so the text is cut wherever a mark begins or ends, and each piece says which marks
cover it. Takes time linear in the text and the marks (and in what is written out).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.desk.text.marks import Mark, marks
from dateline.record import Record, Span

_LINKED = ("events", "times", "actors", "places", "casualties", "more")
"""Layers whose marks are links of their own; of marks as short as one another the first wins."""


class Piece(NamedTuple):
    """A stretch of text that the same marks cover."""

    text: str
    marks: tuple[Mark, ...]
    """The shortest first."""
    begins: tuple[Mark, ...]
    """Those of them that are the first words of their value."""

    @property
    def classes(self) -> str:
        """Layers and parts, as class names."""
        names = [m.layer for m in self.marks]
        names += [f"said-{m.part}" for m in self.marks if m.layer == "statements"]
        return " ".join(dict.fromkeys(names))

    @property
    def values(self) -> str:
        """The ids of the values, the shortest mark first."""
        return " ".join(dict.fromkeys(m.value for m in self.marks))

    @property
    def link(self) -> Mark | None:
        """The mark whose page the words lead to: the shortest one that has any. A space between
        two marks leads nowhere."""
        if not any(c.isalnum() for c in self.text):
            return None
        linked = [m for m in self.marks if m.layer in _LINKED]
        return min(linked, key=lambda m: (m.length, _LINKED.index(m.layer)), default=None)


class Block(NamedTuple):
    """A paragraph, or another part of the text that stands by itself."""

    kind: str
    """`title`, `standfirst`, `paragraph`, `furniture`, or `other`."""
    pieces: tuple[Piece, ...]


def marked(record: Record) -> list[Block]:
    """The whole text of a record, in order; nothing of it but white space is left out."""
    spans = _blocks(record)
    return [
        Block(kind, tuple(pieces))
        for (kind, _), pieces in zip(spans, _cut(record, [s for _, s in spans]), strict=True)
    ]


def _blocks(record: Record) -> list[tuple[str, Span]]:
    """Kinds and spans of the blocks, in order and apart."""
    facts = record.document
    lines = {"title": facts.title, "standfirst": facts.standfirst}
    known = {line.span: kind for kind, line in lines.items() if line and line.span}
    known |= dict.fromkeys(facts.furniture, "furniture")
    for span in facts.paragraphs:
        known.setdefault(span, "paragraph")
    found: list[tuple[str, Span]] = []
    at = 0
    for (start, end), kind in sorted(known.items()):
        start = max(start, at)
        if end <= start:
            continue
        found += _between(record.text, at, start)
        found.append((kind, (start, end)))
        at = end
    return found + _between(record.text, at, len(record.text))


def _between(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    """What stands between two known blocks, if it is more than white space."""
    return [("other", (start, end))] if text[start:end].strip() else []


def _cut(record: Record, spans: Iterable[Span]) -> Iterator[list[Piece]]:
    """The pieces of each span, which are in order and apart."""
    waiting = marks(record)[::-1]
    borders = sorted({b for m in waiting for b in (m.start, m.end)})
    known: set[str] = set()
    active: list[Mark] = []
    index = 0
    for start, end in spans:
        pieces = []
        while index < len(borders) and borders[index] <= start:
            index += 1
        at = start
        while at < end:
            until = min(borders[index], end) if index < len(borders) else end
            active = [m for m in active if m.end > at]
            while waiting and waiting[-1].start <= at:
                mark = waiting.pop()
                if mark.end > at:
                    active.append(mark)
            active.sort(key=lambda m: (m.length, m.start))
            begins = tuple(m for m in active if m.value not in known)
            known.update(m.value for m in begins)
            pieces.append(Piece(record.text[at:until], tuple(active), _once(begins)))
            at = until
            if index < len(borders) and borders[index] <= at:
                index += 1
        yield pieces


def _once(found: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """One mark of each value."""
    return tuple({mark.value: mark for mark in found}.values())
