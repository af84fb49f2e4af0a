"""Tellings: sentences that tell of a day, as flat values read off one record.

A store keeps them as rows of one table; everything else of a timeline is computed from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

from dateline.link.timeline.wording import clear_of_stamps, fitness, only_marks
from dateline.link.timeline.words import content_words, passes_on_words
from dateline.record import Record, Time
from dateline.record.base import Span

How = Literal["named", "relative", "published"]
"""How the day of a telling is known: the sentence names it (`17 March`), points to it from the
story's own date (`on Thursday`, `yesterday`), or says no day and the story was published on it."""

OPENING: Final = 12
"""Sentences without a day further down than this tell nothing of the day of publication."""
_BESIDE: Final = 24
"""Characters beside a time that say how it is meant."""
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells of a day."""

    day: str
    """ISO date."""
    story: str
    """Id of the story; give the id of its group of copies to count copies once."""
    position: int
    """Number of the sentence in its story's body, from 0."""
    span: Span
    """Of the sentence in the story's text."""
    text: str
    published: str | None
    """ISO date of the story, if it is known."""
    how: How
    words: tuple[str, ...]
    """Content words, as `content_words` gives them."""
    fitness: float
    """How well the wording stands alone, 0 to 1 (`wording.py`)."""
    spoken: bool = False
    """Whether the sentence passes on somebody's words ("said", "told")."""
    aside: bool = False
    """Whether the day is but a mark for something else: "since Tuesday", "Tuesday's attack"."""

    @property
    def lag(self) -> int | None:
        """Days from the day told to the day of publication; negative for what is still to come."""
        if self.published is None:
            return None
        return (date.fromisoformat(self.published) - date.fromisoformat(self.day)).days


def collect(record: Record, story: str | None = None) -> list[Telling]:
    """The tellings of a record, by sentence, from `document`, `times` and `text` alone.

    `story` stands for the record's id (default). A sentence that names several days tells of each;
    one without a day, in the first OPENING ones, tells of the day of publication. Only times of one
    day count: months, years, durations and what recurs tell of no day.
    """
    published = (record.document.published.value or "")[:10] or None
    out = []
    for position, span, days in _sentences(record):
        start = span[0] + clear_of_stamps(record.text[span[0] : span[1]])
        text = " ".join(record.text[start : span[1]].split())
        words = content_words(text)
        if not words:
            continue
        if not days and published and position < OPENING:
            days = {published: Pointer("published", False)}
        spoken = passes_on_words(text)
        fit = fitness(text)
        for day, (how, aside) in sorted(days.items()):
            out.append(
                Telling(
                    day=day,
                    story=story or record.id,
                    position=position,
                    span=(start, span[1]),
                    text=text,
                    published=published,
                    how=how,
                    words=words,
                    fitness=fit,
                    spoken=spoken,
                    aside=aside,
                )
            )
    return out


class Pointer(NamedTuple):
    """How a sentence points to a day."""

    how: How
    aside: bool


def _sentences(record: Record) -> Iterator[tuple[int, Span, dict[str, Pointer]]]:
    """The sentences of the body with their position, and the days that each of them names."""
    facts = record.document
    heads = [line.span for line in (facts.title, facts.standfirst) if line and line.span]
    times = sorted(record.times, key=lambda t: t.span)
    at = position = 0
    for span in sorted(facts.sentences):
        while at < len(times) and times[at].span[0] < span[0]:
            at += 1
        days: dict[str, Pointer] = {}
        while at < len(times) and times[at].span[0] < span[1]:
            time = times[at]
            at += 1
            if time.type not in ("DATE", "TIME") or not time.begin or time.begin != time.end:
                continue
            new = Pointer("named" if _names_its_day(time) else "relative", _aside(record, time))
            old = days.get(time.begin, new)
            how: How = "named" if "named" in (old.how, new.how) else "relative"
            days[time.begin] = Pointer(how, old.aside and new.aside)
        if any(a <= span[0] < b for a, b in heads):
            continue
        yield position, span, days
        position += 1


def _aside(record: Record, time: Time) -> bool:
    """Whether the words around a time make it a mark for something else."""
    start, end = time.span
    before = record.text[max(0, start - _BESIDE) : start]
    after = record.text[end : end + _BESIDE]
    return only_marks(before, after)


def _names_its_day(time: Time) -> bool:
    """Whether the words hold the day of the month: `17 March`, `3/17`, not `on Thursday`."""
    day = int((time.begin or "")[8:10] or 0)
    return any(int(number) == day for number in _DIGITS.findall(time.text) if len(number) < 3)
