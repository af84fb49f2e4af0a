"""Days that a speaker counts from the day of speaking: `"Today we are free," he said on 2 October`.

Only inside quotation marks: what is told in other words counts from the day of writing, as the
rest of the story does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from dateline.extract.times.period import Period
from dateline.extract.times.reading import Reading
from dateline.extract.times.write import Timex, point
from dateline.language.parsed import Parsed

_SPOKEN = re.compile(r"\b(?:said|says|reported|announced|told \w+)(?: late| early)?(?: on)? $")
"""What stands before a day on which something was said, not done: "police said on Tuesday"."""
_BESIDE = 30  # characters
_MARKS = re.compile(r"[\"“”\n]|``|''")
_OPENS = {"“": True, "``": True, "”": False, "''": False}
_SENTENCE = re.compile(r"[.!?][\"”']*\s+[A-Z“\"]|\n")
"""Where another sentence begins."""
_FAR = 200  # characters from the words to the day on which they were said


def is_of_words(text: str, r: Reading) -> bool:
    """Whether a day is that of a statement, by the words in front: "police said on Tuesday"."""
    before = text[max(0, r.start - _BESIDE) : r.start]
    return before[-1:] == " " and bool(_SPOKEN.search(before))


def _of_cue(parsed: Parsed, r: Reading) -> bool:
    """Whether the verb that a day belongs to is a cue: "told a forum in Minsk on Tuesday"."""
    first, last = parsed.tokens_in(r.start, r.end)
    if first >= last:
        return False
    token = last - 1
    while first <= parsed.heads[token] < last and parsed.heads[token] != token:
        token = parsed.heads[token]
    above = parsed.heads[token]
    at = bisect_left(parsed.cues, (above + 1, 0)) - 1
    return at >= 0 and parsed.cues[at][0] <= above < parsed.cues[at][1]


def _counts(r: Reading) -> bool:
    """Whether a reading is a day counted from the day of writing: `today`, `this morning`."""
    return r.unit == "D" and r.base == "said" and r.n is not None and r.kind != "DURATION"


@dataclass
class Speech:
    """The days of statements in a text, and the days counted from them."""

    text: str
    parsed: Parsed | None
    said: list[tuple[int, Period]] = field(default_factory=list)
    """Where a day of speaking stands, and the day."""
    counted: list[Reading] = field(default_factory=list)

    def note(self, r: Reading, period: Period) -> None:
        """Take in a point in time that was written out."""
        if _counts(r):
            self.counted.append(r)
        elif period.unit == "D":
            spoken = self.parsed is not None and _of_cue(self.parsed, r)
            if spoken or is_of_words(self.text, r):
                self.said.append((r.start, period))

    def moved(self, published: Period | None) -> Iterator[Timex]:
        """The days within quotation marks that count from another day than that of writing."""
        for r in self.counted:
            quotation = self._quotation(r.start)
            day = self._day(*quotation) if quotation else None
            if day is None or published is None or day.n >= published.n:
                continue
            out = point(r, day.shift(int(r.n or 0)))
            yield replace(out, why=f"{r.rule} (quoted; said {day.value()})")

    def _quotation(self, at: int) -> tuple[int, int] | None:
        """The quotation around a place; None outside."""
        k = bisect_left(self._quotations, (at, at)) - 1
        return self._quotations[k] if k >= 0 and at < self._quotations[k][1] else None

    @cached_property
    def _quotations(self) -> list[tuple[int, int]]:
        """The quotations of the text, each within its line."""
        out = []
        opened = -1
        for mark in _MARKS.finditer(self.text):
            if mark[0] == "\n":
                opened = -1
            elif _OPENS.get(mark[0], opened < 0):
                opened = mark.start()
            elif opened >= 0:
                out.append((opened, mark.end()))
                opened = -1
        return out

    def _day(self, start: int, end: int) -> Period | None:
        """The day on which a quotation was said: told behind it in its sentence, or before it in
        its line."""
        line = self.text.rfind("\n", 0, start) + 1
        at = bisect_left(self.said, end, key=lambda s: s[0])
        if at < len(self.said):
            where, day = self.said[at]
            if where - end < _FAR and not _SENTENCE.search(self.text, end - 2, where):
                return day
        if at and self.said[at - 1][0] >= max(line, start - _FAR):
            return self.said[at - 1][1]
        return None
