"""A small checker for EDTF (ISO 8601-2:2019), as far as Dateline writes it."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_YEAR = r"-?\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX"
_DATE = re.compile(rf"(?P<y>{_YEAR})(?:-(?P<m>\d\d|XX)(?:-(?P<d>\d\d|XX))?)?(?P<q>[?~%])?")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d:\d\d)?")
_LAST_MONTH = 41  # 21-24 seasons, 33-36 quarters, 40-41 half-years


def _is_date(text: str) -> bool:
    if _TIME.fullmatch(text):
        text = text[:10]
    m = _DATE.fullmatch(text)
    if not m:
        return False
    month, day = m["m"], m["d"]
    if month and month != "XX":
        number = int(month)
        if not (
            1 <= number <= 12
            or 21 <= number <= 24
            or 33 <= number <= 36
            or 40 <= number <= _LAST_MONTH
        ):
            return False
        if day and number > 12:
            return False
    if day and "X" not in text:
        try:
            year = int(m["y"])
            date(year if year > 0 else 2000 + year % 400, int(month), int(day))
        except ValueError:
            return False
    return True


@lru_cache(4096)
def is_valid(text: str) -> bool:
    """Whether a string is EDTF: a date, a time, or an interval that may be open."""
    if "/" not in text:
        return _is_date(text)
    first, _, last = text.partition("/")
    ends = (first, last)
    return all(e in ("", "..") or _is_date(e) for e in ends) and not all(
        e in ("", "..") for e in ends
    )
