"""The stage by itself: the expressions of time of a text, without model or record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dateline.extract.times import mode as modes
from dateline.extract.times.around import Around
from dateline.extract.times.cascade import read
from dateline.extract.times.games import of_games
from dateline.extract.times.names import names
from dateline.extract.times.period import Period
from dateline.extract.times.quoted import Speech, is_of_words
from dateline.extract.times.reading import Reading
from dateline.extract.times.resolve import Resolver, Timeline, timeline
from dateline.extract.times.row import JOIN, heads_of_tables, inherit_years
from dateline.extract.times.tense import direction
from dateline.extract.times.write import Timex, duration_value, interval, point, set_value, unknown
from dateline.language.parsed import Parsed
from dateline.record import Notes

_LOOSE = frozenset(
    {"PARTTIME", "DURATION", "SEASONDATE", "BAREUNIT", "WEEKDAYDATE", "CLOCKTIME", "DAYSHIFT"}
)
"""What a message names without an article or a preposition: "busy day", "morning class"."""
_MODES = {"narrative": (modes.NARRATIVE,), "not news": (modes.NARRATIVE, modes.MESSAGE)}
"""What only some ways of telling count as a time."""
_SET_OF_WEEKDAYS = "XXXX-WXX-"
_BESIDE = 30  # characters
_TO_DAY = re.compile(r"\s*\(\s*|\s*\)?,?\s*(?:on\s+)?")
"""What stands between a clock and a clock in brackets, or the day of either."""
_DAYS = frozenset(["WEEKDAYDATE", "MONTHDAY"])
_OUT_OF_ORDER = 5  # days: "Friday and Thursday" name the later one first
_WITH_DIRECTION = frozenset({"MONTH", "MONTHDAY", "MDAY", "WEEKDAYDATE", "SEASONDATE", "NAMED"})


def _readings(text: str, segments: Iterable[tuple[int, int]]) -> list[Reading]:
    rows = (read(text, start, end) for start, end in segments)
    return [item for row in rows for item in row.items if isinstance(item, Reading)]


def _days_ahead(text: str, readings: Sequence[Reading]) -> dict[int, Reading]:
    """By the start of a clock, the day that follows it, another clock in brackets perhaps between:
    "at 3 p.m. (2000 GMT) Tuesday"."""
    out: dict[int, Reading] = {}
    day: Reading | None = None
    after: Reading | None = None
    for r in reversed(readings):
        clock = r.kind == "CLOCKTIME"
        gap = text[r.end : after.start] if after and after.start - r.end < _BESIDE else "far"
        if r.kind in _DAYS and not (r.rel or r.unit or r.parts or r.clock):
            day = r
        elif not clock or _TO_DAY.fullmatch(gap) is None:
            day = None
        elif day is not None:
            out[r.start] = day
        after = r
    return out


class Finder:
    """Resolves and writes out the readings of one text, in order."""

    def __init__(self, text: str, line: Timeline, parsed: Parsed | None, notes: Notes) -> None:
        self.text = text
        self.around = Around(text, line.mode == modes.MESSAGE)
        self.line = line
        self.parsed = parsed
        self.notes = notes
        self.resolver = Resolver(line)
        self.speech = Speech(text, parsed)
        self.ahead: dict[int, Reading] = {}
        """By the start of a clock, the day that follows it."""
        self._last: tuple[int, Reading, Period | None] | None = None
        """Where the last point or set ended, its reading, its day."""

    def _ahead_day(self, r: Reading) -> Period | None:
        """The day of a clock that its day follows."""
        day = self.ahead.get(r.start)
        if day is None:
            return None
        told = self.resolver.period(r, 0)
        named = day.kind == "WEEKDAYDATE" and told is not None and told.unit == "D"
        if named and told and told.first_day().isoweekday() == day.index:
            return told  # the day that the story told of is such a weekday
        back = day.kind != "WEEKDAYDATE"
        way = direction(self.around, day.start, day.end, back, self.parsed)
        return self.resolver.period(day, way)

    def _beside_day(self, r: Reading) -> Period | None:
        """The day of a weekday that hangs on the one before it: `Friday or Saturday`, and
        `2 May (Sat)`."""
        if self._last is None or r.kind != "WEEKDAYDATE" or r.rel or r.unit:
            return None
        end, before, day = self._last
        gap = self.text[end : r.start] if r.start - end < _BESIDE else "far"
        if day is None or day.unit != "D":
            return None
        if before.kind == "WEEKDAYDATE" and JOIN.fullmatch(gap):
            ahead = (r.index - day.first_day().isoweekday()) % 7
            return day.shift(ahead) if 0 < ahead < _OUT_OF_ORDER else None
        if before.kind == "CLOCKTIME" and not gap.strip(" )"):
            return day if day.first_day().isoweekday() == r.index else None  # "0801 GMT) Tuesday"
        if gap.strip() == "(":
            return day.shift((r.index - day.first_day().isoweekday() + 3) % 7 - 3)
        return None

    def _why(self, r: Reading) -> str:
        base = r.base if r.unit else "told" if self.line.mode == modes.NARRATIVE else "said"
        if r.period is not None or r.kind in ("DURATION", "SETTIME", "REF"):
            return f"{r.rule} ({self.line.mode})"
        return f"{r.rule} ({self.line.mode}; {self.line.anchor_name(base)})"

    def _point(self, r: Reading, period: Period | None = None) -> Timex | None:
        """A point in time written out; `period` where it is known from what stands beside it."""
        way = 0
        if r.kind in _WITH_DIRECTION and r.period is None and not r.parts and period is None:
            way = direction(self.around, r.start, r.end, r.kind != "WEEKDAYDATE", self.parsed)
        why = self._why(r)
        period = period or self._ahead_day(r) or self._beside_day(r)
        period = period or self.resolver.period(r, way)
        self._last = r.end, r, period
        if period is None:
            out = unknown(r, self.line.told if r.base == "told" else None)
        else:
            if r.value.startswith("edge:"):
                period = _edge(period, r.value)
            out = point(r, period)
            sure = r.period is not None or bool(r.parts)
            if not r.base.startswith("compared") and not self._ends_before(r, "since "):
                spoken = period.unit == "D" and is_of_words(self.text, r)
                self.line.tell(period, r.start, sure, spoken)
            self.speech.note(r, period)
        if out is not None:
            out.why = why
        return out

    def _ends_before(self, r: Reading, word: str) -> bool:
        return self.text[max(0, r.start - len(word)) : r.start].lower() == word

    def write(self, r: Reading) -> list[Timex]:
        """What a reading comes to: none, one or, for ranges and lists, two expressions."""
        if self.line.mode not in _MODES.get(r.rel, modes.ALL):
            return []
        if r.kind == "REF" and r.value == "told":
            if self.line.told is not None:
                why = f"{r.rule} ({self.line.mode}; {self.line.anchor_name('told')})"
                return [replace(point(r, self.line.told), why=why)]
            return []
        if r.kind == "REF":
            return [Timex(r.start, r.end, "DATE", r.value, why=self._why(r))]
        if r.kind == "DURATION" or (r.kind == "BAREUNIT" and r.unit != "WE"):
            if r.unit == "M" and r.n in (6, 9):
                self.line.by_quarter = False
            return [Timex(r.start, r.end, "DURATION", duration_value(r), why=self._why(r))]
        if r.kind == "SETTIME" or self._one_more(r):
            self._last = r.end, r, None
            return [Timex(r.start, r.end, "SET", set_value(r), why=self._why(r))]
        if r.kind in ("RANGE", "LIST"):
            return self._pair(r)
        found = self._point(r)
        return [found] if found else []

    def _one_more(self, r: Reading) -> bool:
        """Whether a weekday is one more of a set, `every Monday and Friday`; makes it one."""
        if self._last is None or r.kind != "WEEKDAYDATE" or r.rel or r.unit:
            return False
        end, before, _ = self._last
        if not before.value.startswith(_SET_OF_WEEKDAYS) or r.start - end > _BESIDE:
            return False
        if not JOIN.fullmatch(self.text[end : r.start]):
            return False
        r.value = f"{_SET_OF_WEEKDAYS}{r.index}" + (f"T{r.clock}" if r.clock else "")
        return True

    def _pair(self, r: Reading) -> list[Timex]:
        for start, end, part in r.parts:
            part.start, part.end, part.rule = start, end, part.rule or r.rule
        if r.parts[-1][2].period is not None:
            inherit_years([p for _, _, p in r.parts], self.text)
        written: list[Timex] = []
        before: Reading | None = None
        for _, _, part in r.parts:
            # the days of "May 30 - June 2" are of one year, whatever the words around each say
            first = self._last[2] if before and self._last else None
            period = self.resolver.next_after(before, first, part) if before and first else None
            one = self._point(part, period)
            written += [one] if one is not None else []
            before = part
        whole = r.kind == "RANGE" and r.value != "to" and self.line.mode == modes.NEWS
        if whole and len(written) == 2:
            one = interval(r, written[0], written[1])
            one.why = f"{r.rule} ({self.line.mode})"
            return [one]
        return written


def _edge(period: Period, value: str) -> Period:
    """The first or last day of a period."""
    return Period.of_day(period.first_day() if value == "edge:first" else period.last_day())


def find(
    text: str,
    segments: Sequence[tuple[int, int]] | None = None,
    published: date | None = None,
    parsed: Parsed | None = None,
    notes: Notes | None = None,
) -> list[Timex]:
    """The expressions of time in a text, in order, none overlapping.

    `segments` are character ranges to look at (default: the whole text); `published` is the day of
    writing; `parsed` helps to tell past from future where there is one; what was considered and
    dropped goes to `notes`.
    """
    notes = notes if notes is not None else Notes()
    readings = _readings(text, segments if segments is not None else [(0, len(text))])
    mode = modes.choose(text, (r for r in readings if not r.weak), published)
    strong = []
    for r in readings:
        if r.weak and not (mode == modes.MESSAGE and r.kind in _LOOSE):
            notes.reject("times", (r.start, r.end), f"{r.rule}: nothing around it makes it a time")
        else:
            strong.append(r)
    outside: dict[int, str] = {}
    if parsed is not None:
        outside |= {r.start: "part of a name" for r in names(strong, text, parsed)}
    outside |= {r.start: "part of a game" for r in of_games(strong, text)}
    inherit_years([r for r in strong if r.start not in outside], text)
    outside |= dict.fromkeys(heads_of_tables(strong, text), "the head of a table")
    for r in strong:
        if r.start in outside:
            notes.reject("times", (r.start, r.end), f"{r.rule}: {outside[r.start]}")
    line = timeline(mode, published)
    finder = Finder(text, line, parsed, notes)
    finder.ahead = _days_ahead(text, strong)
    found = [timex for r in strong if r.start not in outside for timex in finder.write(r)]
    if mode != modes.NEWS:
        return found
    moved = {timex.start: timex for timex in finder.speech.moved(line.said)}
    return [moved.get(timex.start, timex) for timex in found]
