"""Quotation marks, paired exactly: which characters of a text stand in quotation.

One pass over each paragraph with a stack of open marks. A mark that nothing answers ends with
its paragraph, so no slip of a typist can swallow the rest of a story. A quotation that runs over
several paragraphs is opened again in each and closed once, in the last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

MAX_DEPTH: Final = 6
"""Quotations nested deeper than this are not told apart."""

# What closes a mark that opens. „ closes with “ or ” (German, Polish); » opens in Danish style.
_CLOSERS: Final = {
    '"': '"',
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’",
    "'": "'",
    "‚": "‘’",
    "''": "''",
    "``": "''",
}
_MARKS: Final = frozenset("\"“”„‟«»‹›‘’‚'`")
_SINGLE: Final = frozenset("‘’'")


class Quotation(NamedTuple):
    """A stretch in quotation, marks included, as characters of the text."""

    start: int
    end: int
    closed: bool
    """False where its paragraph ended first."""
    mark: int
    """Length of the opening mark."""

    @property
    def inner(self) -> tuple[int, int]:
        """The stretch without its marks."""
        return self.start + self.mark, self.end - self.mark if self.closed else self.end


class Quotations:
    """The outermost quotations of a text, in order; they never overlap."""

    def __init__(self, text: str, paragraphs: Iterable[tuple[int, int]]) -> None:
        self.all: list[Quotation] = []
        for start, end in paragraphs:
            self.all.extend(pair(text, start, end))
        self._starts = [q.start for q in self.all]

    def at(self, offset: int) -> Quotation | None:
        """The quotation that covers a character, its marks included."""
        i = bisect_right(self._starts, offset) - 1
        return self.all[i] if i >= 0 and offset < self.all[i].end else None

    def within(self, start: int, end: int) -> list[Quotation]:
        """The quotations that share a character with [start, end)."""
        i = max(0, bisect_right(self._starts, start) - 1)
        out = []
        while i < len(self.all) and self.all[i].start < end:
            if self.all[i].end > start:
                out.append(self.all[i])
            i += 1
        return out


def pair(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of one paragraph, `text[start:end]`.

    Of two marks of one kind that both look like openers (`"We go, he said. "They stay."`) the
    first is taken to have lost its partner: it is dropped if it would otherwise run to the end
    of the paragraph over a complete quotation.
    """
    stack: list[tuple[str, int, int]] = []  # mark, its place, quotations found before it
    out: list[Quotation] = []
    at = start
    while at < end:
        if text[at] not in _MARKS:
            at += 1
            continue
        mark = _mark_at(text, at, end)
        width = len(mark)
        closing = next(
            (d for d in range(1, len(stack) + 1) if mark in _closers_of(stack[-d][0])), 0
        )
        opens = mark in _CLOSERS and _may_open(text, at, width, start, end, mark)
        closes = _may_close(text, at, width, start, end, mark) or not (opens or mark in _SINGLE)
        if closing and closes:
            del stack[len(stack) - closing + 1 :]
            _, place, before = stack.pop()
            if not stack:
                del out[before:]
            out.append(Quotation(place, at + width, True, width))
        elif opens and len(stack) < MAX_DEPTH:
            stack.append((mark, at, len(out)))
        at += width
    return _outermost(out, stack, end)


def _outermost(
    out: list[Quotation], stack: list[tuple[str, int, int]], end: int
) -> list[Quotation]:
    """Drop what lies inside another; settle the marks that were left open."""
    for mark, place, before in stack:
        if mark in _SINGLE or any(q.start > place for q in out[before:]):
            continue  # an apostrophe, or an opener that lost its partner
        out = [q for q in out if q.end <= place]
        out.append(Quotation(place, end, False, len(mark)))
        break
    out.sort()
    kept: list[Quotation] = []
    for quotation in out:
        if not kept or quotation.start >= kept[-1].end:
            kept.append(quotation)
        elif quotation.end > kept[-1].end:
            kept[-1] = quotation
    return kept


def _closers_of(mark: str) -> tuple[str, ...]:
    closers = _CLOSERS[mark]
    return (closers,) if closers == "''" else tuple(closers)


def _mark_at(text: str, at: int, end: int) -> str:
    pair_of = text[at : min(at + 2, end)]
    return pair_of if pair_of in ("''", "``") else text[at]


def _may_open(text: str, at: int, width: int, start: int, end: int, mark: str) -> bool:
    after = text[at + width] if at + width < end else " "
    before = text[at - 1] if at > start else " "
    if mark in "“„‟‚":
        return True
    if mark == "»":
        return not after.isspace() and (before.isspace() or before in "([—–-")
    if mark in ('"', "''", "``", "«", "‹"):
        # 5'10" and the like: a straight mark behind a number is a unit.
        return not (before.isdigit() or after.isspace()) or (before.isspace() and at + width < end)
    # Single marks: only before a word, and neither an elision ('90s, 'em) nor inside a word.
    return (after.isalpha() or after in '[("“…') and not (before.isalnum() or before in "’'")


def _may_close(text: str, at: int, width: int, start: int, end: int, mark: str) -> bool:
    after = text[at + width] if at + width < end else " "
    before = text[at - 1] if at > start else " "
    if mark in _SINGLE:
        # An apostrophe stands between letters; a plural's ("the rebels' camp") is taken for one
        # only as long as a word follows directly in lower case and no stop or comma precedes.
        if after.isalnum():
            return False
        follows = text[at + 1 : at + 3].strip()[:1]
        return before in ",.?!…" or not (before in "sS" and follows.islower())
    if mark == '"' or mark == "''":
        looks_open = (before.isspace() or before in "([—–") and after.isalnum()
        return not looks_open
    return True
