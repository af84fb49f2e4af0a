"""How long something lasted, in words."""

from __future__ import annotations

from calendar import monthrange

from dateline.record.brief.dates import as_day, say


def period(begin: str | None, until: str | None) -> str:
    """Two ISO days in words: a day, month or year where they are one, else from when to when.

    An open end is None: "since 1 May 2020". Empty where both are.
    """
    first, last = as_day(begin), as_day(until)
    if begin == until or not (first and last):
        return say(begin if begin == until else f"{begin or '..'}/{until or '..'}")
    begins_month = first.day == 1 and (first.year, first.month) == (last.year, last.month)
    if begins_month and last.day == monthrange(last.year, last.month)[1]:
        return say(first.isoformat()[:7])
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = [f"{first.year:04}", f"{last.year:04}"]
        return say("/".join(dict.fromkeys(years)))
    return say(f"{begin}/{until}")
