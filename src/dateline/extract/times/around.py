"""The words around a time, and what they say of past, present and future without a parse.

The words of a text are found once, with those that tell (`tense.yaml`) marked: a look at the
sentence around a date is a few look-ups then, however many dates stand in a row.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, cached_property

from dateline.errors import DataError
from dateline.extract.times.lexicon import load_yaml

PAST, OPEN, FUTURE = -1, 0, 1
_LEFT, _RIGHT = 100, 50  # characters looked at on either side, within the sentence
_WHOLE = (250, 250)  # the same, where the sentence as a whole is looked at
_OPENING = 3  # words: "Until Thursday, ..." opens a sentence and says nothing of the future
_WORD = re.compile(r"['’]ll|[^\W\d_]{1,60}")
_SENTENCE_END = re.compile(r"[.!?][\"”’']{0,4}\s{1,40}(?=[A-Z\"“])|\n")


@dataclass(frozen=True)
class Cues:
    """The lists of `tense.yaml`."""

    will: frozenset[str]
    perhaps: frozenset[str]
    past: frozenset[str]
    near_future: frozenset[str]
    near_past: frozenset[str]
    before_adjective: frozenset[str]
    modal: frozenset[str]
    negative: frozenset[str]
    done: frozenset[str]
    ahead: frozenset[str]
    ahead_adjective: frozenset[str]
    moved: frozenset[str]
    moved_to: frozenset[str]
    intention: frozenset[str]
    scheduled: frozenset[str]
    condition: frozenset[str]
    of_now: frozenset[str]
    of_now_last: frozenset[str]
    units: frozenset[str]

    @cached_property
    def near(self) -> dict[str, int]:
        """What single words say of a day near by."""
        return dict.fromkeys(self.past, PAST) | dict.fromkeys(self.will, FUTURE)

    @cached_property
    def far(self) -> dict[str, int]:
        """What they say of a month or a date: weaker signs of the future count as well."""
        return self.near | dict.fromkeys(self.perhaps, FUTURE)


@cache
def cues() -> Cues:
    """The lists, read once. Raises DataError where the file is broken."""
    data = load_yaml("tense.yaml")
    try:
        return Cues(**{name: frozenset(map(str, words)) for name, words in data.items()})
    except TypeError as error:
        raise DataError(f"tense.yaml: {error}") from error


def _participle(word: str) -> bool:
    return word[-2:] == "ed" and len(word) > len("need")


class Around:
    """The words of one text, lower case, and the marks among them. Nothing is read until asked."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _found(self) -> tuple[list[int], list[str]]:
        pairs = [(m.start(), m[0].lower()) for m in _WORD.finditer(self.text)]
        return [at for at, _ in pairs], [word for _, word in pairs]

    @cached_property
    def _breaks(self) -> tuple[list[int], list[int]]:
        spans = [m.span() for m in _SENTENCE_END.finditer(self.text)]
        return [a for a, _ in spans], [b for _, b in spans]

    @cached_property
    def _telling(self) -> dict[bool, list[int]]:
        """Where words stand that tell of a day near by (False) or of one that may be far (True)."""
        words = self._found[1]
        near, far = cues().near, cues().far
        marked = [i for i, w in enumerate(words) if w in far or _participle(w)]
        return {
            True: marked,
            False: [i for i in marked if words[i] in near or _participle(words[i])],
        }

    @cached_property
    def _sure(self) -> list[int]:
        words, near = self._found[1], cues().near
        return [i for i in self._telling[False] if words[i] in near]

    @cached_property
    def _of_now(self) -> list[tuple[int, int]]:
        """First and last word of what speaks of the present: `currently`, `last month`."""
        words, lists = self._found[1], cues()
        out = []
        for i, word in enumerate(words):
            if word in lists.of_now:
                out.append((i, i))
            elif word in lists.of_now_last and words[i + 1 : i + 2] and words[i + 1] in lists.units:
                out.append((i, i + 1))
        return out

    def _sides(self, start: int, end: int, reach: tuple[int, int]) -> tuple[int, int, int, int]:
        """The words of the sentence before and after a span, as two ranges of word numbers."""
        opens, closes = self._breaks
        first, last = start - reach[0], end + reach[1]
        k = bisect_right(closes, start + 1)
        if k:
            first = max(first, min(closes[k - 1], start))
        k = bisect_left(opens, end)
        if k < len(opens):
            last = min(last, opens[k])
        starts = self._found[0]
        a, b = bisect_left(starts, first), bisect_left(starts, start)
        c = bisect_left(starts, end)
        return a, b, c, max(c, bisect_left(starts, last))

    def of_now(self, start: int, end: int) -> bool:
        """Whether the sentence around a date speaks of the present ("the latest outbreak", "has
        left hundreds dead", "last month's deal"), whatever history was told before it."""
        a, b, c, d = self._sides(start, end, _WHOLE)
        marks = self._of_now
        for low, high in ((a, b), (c, d)):
            k = bisect_left(marks, (low, 0))
            while k < len(marks) and marks[k][0] < high:
                if marks[k][1] < high:
                    return True
                k += 1
        return False

    def direction(self, start: int, end: int, far: bool) -> tuple[int, int]:
        """PAST, FUTURE or OPEN twice: from the words right before a date, which outweigh all else
        (`since`, `until`, `as early as`), and from the nearest that tells in the sentence.

        `far` for what may lie months away (a month, a day of a month): weaker signs count as well.
        """
        a, b, c, d = self._sides(start, end, (_LEFT, _RIGHT))
        beside = self._beside(a, b)
        return beside, beside or self._nearest(a, b, c, d, far)

    def _beside(self, a: int, b: int) -> int:
        words = self._found[1]
        last = words[b - 1] if b > a else ""
        if last in cues().near_past:
            return PAST
        early = b - 3 >= a and words[b - 3 : b - 1] in (["as", "early"], ["as", "soon"])
        late = last in ("until", "effective") and b - a > _OPENING
        return FUTURE if early or late else OPEN

    def _nearest(self, a: int, b: int, c: int, d: int, far: bool) -> int:
        """The nearest cue, the left side first."""
        lists, words, marked = cues(), self._found[1], self._telling[far]
        says = lists.far if far else lists.near
        best, distance = OPEN, _RIGHT
        k = bisect_left(marked, b) - 1
        while k >= 0 and marked[k] >= a:
            i = marked[k]
            found = says.get(words[i], OPEN)
            participle = not found
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
        k = bisect_left(self._sure, c)
        if k < len(self._sure) and self._sure[k] < d and self._sure[k] - c + 1 < distance:
            best = says[words[self._sure[k]]]
        return best
