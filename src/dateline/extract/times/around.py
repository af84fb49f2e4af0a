"""The words around a time, and what they say of past, present and future without a parse.

The words of a piece of text are found once, with those that tell (`tense.yaml`) marked, and the
piece is longer where dates stand close: a look at the sentence around a date is a few look-ups
then, however many stand in a row.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import itemgetter

from dateline.extract.times.cues import FUTURE, OPEN, PAST, cues

_LEFT, _RIGHT = 100, 50  # characters looked at on either side, within the sentence
_AHEAD = 2000  # characters at most that are read ahead where dates stand close
_OPENING = 3  # words: "Until Thursday, ..." opens a sentence and says nothing of the future
_WORD = re.compile(r"['’]ll|[^\W\d_]{1,60}(?:['’]t(?![^\W_]))?")
_SENTENCE_END = re.compile(r"[.!?][\"”’']{0,4}\s{1,40}(?=[A-Z\"“])|\n")


def _participle(word: str) -> bool:
    return word[-2:] == "ed" and len(word) > len("need")


class Around:
    """What the words of one text say around its dates. Nothing is read until asked."""

    def __init__(self, text: str, message: bool = False) -> None:
        self.text = text
        self._tables = cues().tables[message]
        self._last: _Piece | None = None
        self._ahead = 0
        """How many characters more the last piece was read ahead."""

    def _piece(self, start: int, end: int) -> _Piece:
        low, high = start - _LEFT, end + _RIGHT
        piece = self._last
        if piece is None or low < piece.first or high > piece.last:
            close = piece is not None and low <= piece.last
            self._ahead = min(_AHEAD, 2 * self._ahead + _LEFT + _RIGHT) if close else 0
            piece = _Piece(self.text, max(0, low), high + self._ahead, self._tables)
            piece.first = low
            self._last = piece
        return piece

    def direction(self, start: int, end: int, far: bool) -> tuple[int, int]:
        """PAST, FUTURE or OPEN twice: from the words right before a date, which outweigh all else
        (`since`, `until`, `as early as`), and from the nearest that tells in the sentence.

        `far` for what may lie months away (a month, a day of a month): weaker signs count as well.
        """
        return self._piece(start, end).direction(start, end, far)


class _Piece:
    """The words of a piece of text, lower case, and the marks among them."""

    def __init__(
        self, text: str, first: int, last: int, tables: tuple[dict[str, int], dict[str, int]]
    ) -> None:
        self.first, self.last = first, last
        self.near, self.far = tables
        words = list(_WORD.finditer(text, first, last))
        self.starts = [m.start() for m in words]
        self.words = [m[0].lower() for m in words]
        far = self.far
        self.marked = [
            i
            for i, w in enumerate(self.words)
            if (w in far and words[i][0] != "May") or _participle(w)
        ]
        """Where words stand that may tell."""
        self.breaks = [m.span() for m in _SENTENCE_END.finditer(text, first, last)]

    def _sides(self, start: int, end: int) -> tuple[int, int, int, int]:
        """The words of the sentence before and after a span, as two ranges of word numbers."""
        first, last = start - _LEFT, end + _RIGHT
        if self.breaks:
            k = bisect_right(self.breaks, start + 1, key=itemgetter(1))
            if k:
                first = max(first, min(self.breaks[k - 1][1], start))
            k = bisect_left(self.breaks, (end - 1, 0))  # the stop of "in Aug." may end it too
            if k < len(self.breaks):
                last = min(last, self.breaks[k][0])
        starts = self.starts
        b = bisect_left(starts, start)
        c = bisect_left(starts, end, b)
        return bisect_left(starts, first, 0, b), b, c, bisect_left(starts, last, c)

    def direction(self, start: int, end: int, far: bool) -> tuple[int, int]:
        a, b, c, d = self._sides(start, end)
        beside = self._beside(a, b)
        return beside, beside or self._nearest(a, b, c, d, far)

    def _beside(self, a: int, b: int) -> int:
        words = self.words
        last = words[b - 1] if b > a else ""
        if last in cues().near_past:
            return PAST
        early = b - 3 >= a and words[b - 3] == "as" and words[b - 2] in ("early", "soon")
        late = last in ("until", "effective") and b - a > _OPENING
        return FUTURE if early or late else OPEN

    def _nearest(self, a: int, b: int, c: int, d: int, far: bool) -> int:
        """The nearest cue, the left side first."""
        lists, words, marked = cues(), self.words, self.marked
        says = self.far if far else self.near
        best, distance = OPEN, _RIGHT
        k = bisect_left(marked, b) - 1
        while k >= 0 and marked[k] >= a:
            i = marked[k]
            found = says.get(words[i], OPEN)
            participle = not found and _participle(words[i])
            if found == PAST or participle:
                helper = words[i - 1] if i > a else ""
                if not participle or helper not in lists.before_adjective:
                    # "to be held", "will be opened"
                    found = FUTURE if helper in ("be", "to", "will") else PAST
            if found:
                best, distance = found, b - 1 - i
                break
            k -= 1
        if far and best != PAST and b > a and words[b - 1] in lists.near_future:
            return FUTURE
        stop = min(d, c + distance - 1)
        k = bisect_left(marked, c) if c < stop else len(marked)
        while k < len(marked) and marked[k] < stop:
            found = self.near.get(words[marked[k]], OPEN)
            if found:
                return found
            k += 1
        return best
