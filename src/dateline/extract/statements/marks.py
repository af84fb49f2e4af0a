"""The encoder's attribution spans as marks, put right where quotation marks know better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from dateline.extract.statements import lexicon
from dateline.extract.statements.edges import QUOTE_CHARS, by_quotation, trim
from dateline.extract.statements.grammar import SUBJECTS, phrase, verb_group
from dateline.extract.statements.quotation import Quotations
from dateline.language.parsed import Parsed

HOLE: Final = 3
"""So many tokens between two contents of a sentence are a hole in one content."""
_INNER: Final = frozenset("()[]/–—-") | {"--"}
_LIGHT_TAGS: Final = frozenset(["PUNCT", "ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART", "SYM"])


class Mark(NamedTuple):
    """A range of tokens with its part in an attribution."""

    start: int
    end: int
    role: str
    """`s` source, `c` cue, `t` content."""


@dataclass(slots=True, eq=False)
class Link:
    """An attribution in the making."""

    source: list[Mark] = field(default_factory=list)
    cue: list[Mark] = field(default_factory=list)
    content: list[Mark] = field(default_factory=list)
    rule: str = "encoder spans"
    within: Link | None = None
    """The attribution in whose content this one stands."""

    @property
    def marks(self) -> list[Mark]:
        """All marks, role by role."""
        return [*self.source, *self.cue, *self.content]

    def add(self, mark: Mark) -> None:
        """Take a mark in, by its role."""
        {"s": self.source, "c": self.cue, "t": self.content}[mark.role].append(mark)


def paragraph_of(parsed: Parsed) -> list[int]:
    """For each token, the number of the segment that it stands in."""
    out: list[int] = []
    number, before = -1, None
    for sentence in parsed.sentences:
        if sentence.segment != before:
            number, before = number + 1, sentence.segment
        out.extend([number] * (sentence.end - sentence.start))
    return out


def marks(parsed: Parsed, quotations: Quotations) -> list[Mark]:
    """All marks in text order; none crosses a paragraph, none is empty, none lies in a content.

    A cue or source inside a content is no outermost attribution; it is left to `nesting`.
    """
    paragraphs = paragraph_of(parsed)
    contents: list[Mark] = []
    for start, end in sorted(parsed.contents):
        for piece in _pieces(start, end, paragraphs):
            contents += [Mark(*span, "t") for span in by_quotation(parsed, quotations, *piece)]
    named = {t for a, b in (*parsed.sources, *parsed.cues) for t in range(a, b)}
    contents = _whole(parsed, _apart(contents), named)
    taken = bytearray(len(parsed))
    for mark in contents:
        taken[mark.start : mark.end] = b"\x01" * (mark.end - mark.start)
    out: list[Mark] = []
    for mark in contents:
        out += _told_apart(parsed, mark) or [mark]
    for role, spans in (("s", parsed.sources), ("c", parsed.cues)):
        for start, end in _joined(parsed, spans):
            for first, last in _pieces(start, end, paragraphs):
                trimmed = trim(parsed, first, last)
                if trimmed and not all(taken[trimmed[0] : trimmed[1]]):
                    out.append(Mark(*trimmed, role))
    out.sort()
    return out


def _told_apart(parsed: Parsed, content: Mark) -> list[Mark] | None:
    """The source and cue that a content is nothing but, as "Orland said" before a clause."""
    verb = content.end - 1
    entry = lexicon.verb(parsed, verb)
    subject = parsed.child(verb, *SUBJECTS)
    said = parsed.child(verb, "ccomp")
    if entry is None or not entry.takes_clause or subject is None or said is None or said < verb:
        return None
    span, cue = phrase(parsed, subject), verb_group(parsed, verb)
    if span is None or span[0] < content.start or span[1] > cue[0]:
        return None
    return [Mark(*span, "s"), Mark(*cue, "c")]


def is_quoted(parsed: Parsed, mark: Mark) -> bool:
    """Whether a quotation mark stands at an edge of a range."""
    edges = (max(0, mark.start - 1), mark.start, mark.end - 1, min(mark.end, len(parsed) - 1))
    return any(parsed.word(t)[0] in QUOTE_CHARS for t in edges)


def _pieces(start: int, end: int, paragraphs: list[int]) -> Iterator[tuple[int, int]]:
    """The range cut at the ends of paragraphs."""
    begin = start
    for token in range(start + 1, end):
        if paragraphs[token] != paragraphs[begin]:
            yield begin, token
            begin = token
    if begin < end:
        yield begin, end


def _joined(parsed: Parsed, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sources, or cues, that touch are one: "waitress" and "Maya Thapa"; not so a relative."""
    relative = lexicon.words("relative")
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1] and parsed.word(start).lower() not in relative:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _apart(contents: list[Mark]) -> list[Mark]:
    """Cut overlaps that widening to quotations may have made; drop what is left empty."""
    out: list[Mark] = []
    for mark in sorted(contents):
        start = max(mark.start, out[-1].end) if out else mark.start
        if start < mark.end:
            out.append(Mark(start, mark.end, "t"))
    return out


def _whole(parsed: Parsed, contents: list[Mark], named: set[int]) -> list[Mark]:
    """Contents of one sentence with a small hole between them as one; no crumbs.

    In PolNeAR's training part the pieces of one content are apart by a source or cue, or by far.
    """
    out: list[Mark] = []
    for mark in contents:
        hole = range(out[-1].end, mark.start) if out else range(0)
        if (
            0 < len(hole) <= HOLE
            and parsed.sentence_of[hole[0] - 1] == parsed.sentence_of[mark.start]
            and not _breaks(parsed, hole)
            and not any(t in named for t in hole)
        ):
            out[-1] = Mark(out[-1].start, mark.end, "t")
        else:
            out.append(mark)
    return [m for m in out if any(parsed.upos[t] not in _LIGHT_TAGS for t in range(m.start, m.end))]


def _breaks(parsed: Parsed, hole: range) -> bool:
    """Whether a hole is made of nothing but marks that end or quote something."""
    return all(parsed.upos[t] == "PUNCT" and parsed.word(t) not in _INNER for t in hole)
