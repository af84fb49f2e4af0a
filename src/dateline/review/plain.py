"""Kinds of fields that are checked by themselves: texts, codes, days and numbers.

Each function takes the field and what was given, and returns what is kept, or raises QueryError.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date as Day
from typing import Any, Final

from dateline.errors import QueryError
from dateline.knowledge.countries import countries
from dateline.record.brief.clean import clean
from dateline.review.families import Field

TEXT: Final = 500
"""Characters of a name or another short text."""
MOST: Final = 50
"""Things in a list."""
_EDTF: Final = re.compile(
    r"(?:\.\.|[\dX]{4}(?:-[\dX]{2}){0,2}(?:T[\d:]{2,8}Z?)?[?~%]?)"
    r"(?:/(?:\.\.|[\dX]{4}(?:-[\dX]{2}){0,2}(?:T[\d:]{2,8}Z?)?[?~%]?)?)?"
)


def text(field: Field, given: Any) -> str:
    """A short text on one line."""
    line = " ".join(given.split()) if isinstance(given, str) else "\0"
    if clean(line) != line or len(line) > TEXT:
        raise QueryError(f"“{field.label}” must be a text of at most {TEXT} characters")
    return line


def choice(field: Field, given: Any) -> str:
    """One of the codes that may be chosen."""
    if not isinstance(given, str) or given not in field.options:
        known = ", ".join(field.options)
        raise QueryError(f"“{field.label}” cannot be {given!r}; it may be {known}")
    return given


def codes(field: Field, given: Any) -> list[str]:
    """Several of the codes that may be chosen."""
    return [choice(field, one) for one in listed(field, given)]


def country(field: Field, given: Any) -> str:
    """A country by its alpha-3 code or its name."""
    name = text(field, given)
    for code, country in countries().items():
        if name.casefold() in (code.casefold(), country.name.casefold()):
            return code
    raise QueryError(f"there is no country {name!r} (its usual name or alpha-3 code)")


def day(field: Field, given: Any) -> str:
    """An ISO day."""
    try:
        return Day.fromisoformat(given).isoformat()
    except (TypeError, ValueError):
        raise QueryError(f"“{field.label}” must be a day (YYYY-MM-DD), not {given!r}") from None


def date(field: Field, given: Any) -> str:
    """A date in EDTF: a day, month, year, or an interval of them."""
    if not isinstance(given, str) or not _EDTF.fullmatch(given):
        raise QueryError(f"“{field.label}” must be a date (YYYY, YYYY-MM-DD, or A/B)")
    return given


def days(field: Field, given: Any) -> dict[str, str]:
    """First and last day."""
    if not isinstance(given, Mapping):
        raise QueryError(f"“{field.label}” needs `begin` and `end`")
    begin = day(field, given.get("begin") or given.get("end"))
    end = day(field, given.get("end") or begin)
    if end < begin:
        raise QueryError(f"“{field.label}”: {begin} is later than {end}")
    return {"begin": begin, "end": end}


def count(field: Field, given: Any) -> dict[str, int | None]:
    """A number of people as a range; one end may be open."""
    if not isinstance(given, Mapping):
        given = {"min": given, "max": given}
    ends = {end: whole(field, given.get(end)) for end in ("min", "max")}
    least, most = ends["min"], ends["max"]
    if least is not None and most is not None and least > most:
        raise QueryError(f"“{field.label}”: {least} is more than {most}")
    return ends


def number(field: Field, given: Any) -> int:
    """A whole number."""
    found = whole(field, given)
    if found is None:
        raise QueryError(f"“{field.label}” must be a whole number")
    return found


def degrees(field: Field, given: Any) -> float:
    """Degrees of latitude or longitude."""
    most = 90 if field.name == "lat" else 180
    try:
        found = float(given)
    except (TypeError, ValueError):
        found = float("nan")
    if not abs(found) <= most:
        raise QueryError(f"“{field.label}” must be a number from {-most} to {most}")
    return found


def flag(field: Field, given: Any) -> bool:
    """Yes or no."""
    if given not in (True, False):
        raise QueryError(f"“{field.label}” must be true or false")
    return bool(given)


def listed(field: Field, given: Any) -> list[Any]:
    """What was given as a list; a single text is a list of one."""
    found = [given] if isinstance(given, str) else given or []
    if not isinstance(found, list) or len(found) > MOST:
        raise QueryError(f"“{field.label}” must be a list of at most {MOST}")
    return found


def whole(field: Field, given: Any) -> int | None:
    """A whole number, or nothing."""
    if given in (None, ""):
        return None
    if isinstance(given, bool) or not re.fullmatch(r"[0-9]{1,12}", str(given)):
        raise QueryError(f"“{field.label}” must be a whole number, not {given!r}")
    return int(given)


KINDS: Final[Mapping[str, Callable[[Field, Any], Any]]] = {
    "text": text,
    "choice": choice,
    "codes": codes,
    "country": country,
    "date": date,
    "day": day,
    "days": days,
    "count": count,
    "number": number,
    "degrees": degrees,
    "flag": flag,
}
