"""Publication dates as carriers write them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any


def iso_day(value: Any) -> str | None:
    """The day in `value`, as `YYYY-MM-DD`, or None where it is no ISO date.

    Takes ISO 8601 dates and times as text (a time's day is the one written, whatever its zone),
    and the date and datetime values that Parquet gives.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    text = value.strip()
    # Python also reads `20201001` and `2020-W40-4`; a bare number would be read by chance.
    if len(text) < 10 or text[4] != "-" or text[7] != "-":
        return None
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        return None
