"""Attributions that the layout of paragraphs tells: transcripts, and quotations that are signed.

`NAME: We sign tomorrow.` in a talk between several, and `"We sign." — Name` as under an epigraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from dateline.extract.statements.edges import QUOTE_CHARS, trim
from dateline.extract.statements.marks import Link, Mark
from dateline.extract.statements.quotation import Quotations
from dateline.language.parsed import Parsed

LONGEST_LABEL: Final = 4
"""Tokens in the name that a turn of a transcript begins with."""
FEWEST_TURNS: Final = 4
"""Turns in a transcript, of two speakers or more of whom one speaks twice."""
LONGEST_SIGNATURE: Final = 12
"""Tokens in the signature of a quotation."""
_DASHES: Final = frozenset(["―", "—", "–", "--", "-"])
_OPENERS: Final = "([*"
_CLOSERS: Final = QUOTE_CHARS | frozenset(")]")

Segment = tuple[int, int]
"""The token range of a paragraph."""


def segments(parsed: Parsed) -> Iterator[tuple[str, int, int]]:
    """Kind and token range of each segment."""
    begin = 0
    for number, sentence in enumerate(parsed.sentences):
        last = number + 1 == len(parsed.sentences)
        if last or parsed.sentences[number + 1].segment != sentence.segment:
            yield sentence.segment.kind, begin, sentence.end
            begin = sentence.end


def attributions(parsed: Parsed, quotations: Quotations) -> list[Link]:
    """The attributions of the body that its layout tells."""
    body = [(begin, end) for kind, begin, end in segments(parsed) if kind == "body"]
    return [*_turns(parsed, body), *_signed(parsed, quotations, body)]


def _turns(parsed: Parsed, body: list[Segment]) -> Iterator[Link]:
    """The turns of a transcript; a paragraph that opens its quotation anew goes on with it."""
    labels = [_label(parsed, *segment) for segment in body]
    names = Counter(parsed.text[slice(*parsed.span(*label))] for label in labels if label)
    if names.total() < FEWEST_TURNS or len(names) < 2 or max(names.values()) < 2:
        return
    turn: Link | None = None
    for (begin, end), label in zip(body, labels, strict=True):
        quoted = parsed.word(begin)[0] in QUOTE_CHARS
        if label:
            if turn and turn.content:
                yield turn
            colon = label[1]
            turn = Link([Mark(*label, "s")], [Mark(colon, colon + 1, "c")], [], "turn of a talk")
            begin = colon + 1
        elif turn and not (quoted and parsed.word(begin + 1)[0] not in _OPENERS):
            if turn.content:
                yield turn
            turn = None
        span = trim(parsed, begin, end)
        if turn and span:
            turn.content.append(Mark(*span, "t"))
    if turn and turn.content:
        yield turn


def _label(parsed: Parsed, begin: int, end: int) -> tuple[int, int] | None:
    """The token range of the name that a paragraph begins with, before a colon and sentences."""
    if end - begin < 4 or not _stops(parsed, begin, end):
        return None
    start = begin + (parsed.word(begin)[0] in QUOTE_CHARS)
    for token in range(start, min(start + LONGEST_LABEL + 1, end - 1)):
        word = parsed.word(token)
        if word == ":":
            return (start, token) if token > start else None
        if not (word[0].isupper() or word == "."):
            return None
    return None


def _stops(parsed: Parsed, begin: int, end: int) -> bool:
    """Whether a paragraph ends as sentences do, which lists and headlines do not."""
    last = end - 1
    while last > begin and parsed.word(last)[0] in _CLOSERS:
        last -= 1
    return parsed.word(last)[-1] in ".?!…—–"


def _signed(parsed: Parsed, quotations: Quotations, body: list[Segment]) -> Iterator[Link]:
    """Paragraphs that are one quotation, a dash and a name, also where these two stand below."""
    ends = {end: stop for (_, end), (_, stop) in pairwise(body)}
    for begin, end in body:
        quotation = quotations.at(parsed.starts[begin])
        if quotation is None or not quotation.closed:
            continue
        close = begin
        while close < end and parsed.starts[close] < quotation.end:
            close += 1
        stop = ends.get(end, end) if close == end else end
        source = _signature(parsed, close, stop)
        if source:
            dash = Mark(close, close + 1, "c")
            yield Link([Mark(*source, "s")], [dash], [Mark(begin, close, "t")], "signed quotation")


def _signature(parsed: Parsed, dash: int, end: int) -> tuple[int, int] | None:
    """Who signs on the tokens behind a dash, if they do nothing else."""
    if not 2 <= end - dash <= LONGEST_SIGNATURE or parsed.word(dash) not in _DASHES:
        return None
    named = range(dash + 1, end)
    if not parsed.word(named[0])[0].isupper() or any(
        parsed.upos[t] == "VERB" or parsed.word(t)[0] in QUOTE_CHARS for t in named
    ):
        return None
    stop = next((t for t in named if parsed.word(t) == ","), end)
    return trim(parsed, dash + 1, stop)


def free(marks: Iterable[Mark], taken: Iterable[Link]) -> list[Mark]:
    """The marks that lie outside of the attributions taken."""
    tokens = {t for item in taken for m in item.marks for t in range(m.start, m.end)}
    return [m for m in marks if tokens.isdisjoint(range(m.start, m.end))]
