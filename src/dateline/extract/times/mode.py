"""How a text tells time: as news, from the day it was written, or as a narrative, date by date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

from dateline.errors import DataError
from dateline.extract.times.lexicon import load_yaml
from dateline.extract.times.reading import Reading

NEWS: Final = "news"
NARRATIVE: Final = "narrative"
MESSAGE: Final = "message"
ALL: Final = (NEWS, NARRATIVE, MESSAGE)

_FEW = 3
_MANY = 5
"""So many past dates make a narrative: fewer are enough where nothing speaks against it."""
_SHARE = 3
"""A narrative names at least so many past dates for each word like "yesterday" or "Tuesday", or
date near the day of writing."""


_LONGEST_MESSAGE = 500  # characters
_LONGEST_CHAT = 200
_MARKS = re.compile(r"(?<!\w)[@#]\w|https?://")
_GESTURES = re.compile(
    r"!|(?<![.])[.]{2}(?![.])|(?<!\w)(?:[:;=]['’]?-?[()DPp]|[xX]D)(?!\w)|(\w)\1{3}|\b[Ii]['’]m\b"
)
"""An exclamation, two stops, a face made of stops, a letter drawn out, `I'm`."""
_QUOTED = re.compile(r"[\"“”]|``")


@cache
def _chat() -> re.Pattern[str]:
    """The words of `message.yaml`. Raises DataError where the file is broken."""
    data = load_yaml("message.yaml")
    try:
        words, exact = ("|".join(map(re.escape, data[name])) for name in ("words", "exact"))
    except (TypeError, KeyError) as error:
        raise DataError(f"message.yaml: {error}") from error
    return re.compile(rf"\b(?:(?i:{words})|{exact})\b")


def is_message(text: str) -> bool:
    """Whether a text is a short message such as a tweet.

    That is a brief text with a handle, a hash or a link, or one without quotation that speaks of
    the writer and the reader (`my`, `you`), in words of chat or with gestures.
    """
    if len(text) < _LONGEST_MESSAGE and _MARKS.search(text):
        return True
    if len(text) >= _LONGEST_CHAT or _QUOTED.search(text):
        return False
    return bool(_GESTURES.search(text) or _chat().search(text))


def choose(text: str, readings: Iterable[Reading], published: date | None) -> str:
    """`news`, `narrative` or `message`, from the text itself.

    Dates of other years speak for a narrative; weekdays, `today` and `last week`, which only mean
    something on the day of writing, against it.
    """
    if is_message(text):
        return MESSAGE
    told = deictic = 0
    for r in readings:
        if r.kind in ("FULLDATE", "MONTHYEAR", "YEAR") and r.period is not None:
            if published is not None and r.period.year >= published.year - 1:
                deictic += 1
            else:
                told += r.kind != "YEAR" or r.period.year < 1000
        elif r.kind in ("RANGE", "LIST"):
            told += any(p.period is not None for _, _, p in r.parts)
        elif (
            r.kind == "WEEKDAYDATE"
            or r.rel in ("last", "past", "next")
            or (
                r.kind in ("DAYSHIFT", "WEEKSHIFT", "YEARSHIFT", "PARTTIME")
                and r.base == "said"
                and r.unit
            )
        ):
            deictic += 1
    enough = _MANY if deictic else _FEW
    return NARRATIVE if told >= enough and told >= _SHARE * deictic else NEWS
