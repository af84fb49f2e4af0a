"""The publication date: from the carrier, the address, the dateline, or the story itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from dateline.anatomy import dates, years
from dateline.reading.document import Document
from dateline.record import Notes, Published

_NEAR = timedelta(days=2)
"""A dateline may lie this far from the publication: time zones, and reprints of the night."""
_OLDEST = 1900


class Dated(NamedTuple):
    """The publication date, and the day that the dateline means."""

    published: Published
    filed: str | None
    """The dateline's date in EDTF; XXXX stands for a year that cannot be told."""


class Anchor(NamedTuple):
    """A day that the text gives for itself."""

    seen: dates.Seen
    what: str
    """`dateline`, `date line` or `today`."""


def publish(
    document: Document,
    anchor: Anchor | None,
    body: list[tuple[int, int]],
    today: date,
    notes: Notes,
) -> Dated:
    """Decide on the publication date.

    `anchor` is the day that the text gives for itself, `body` the spans that are read for
    evidence, `today` the reading date. Doubts go to `notes` as warnings.
    """
    carrier, basis, why = _carrier(document, today, notes)
    if anchor is None:
        if carrier:
            return Dated(Published(value=carrier.isoformat(), basis=basis, why=why), None)
        notes.warn("no_date", "Neither the carrier nor the text gives a publication date.")
        return Dated(Published(why="no date found"), None)
    seen = anchor.seen
    full = seen.full
    if full and (carrier is None or abs(full - carrier) > _NEAR):
        return _by_dateline(full, carrier, basis, anchor, today, notes)
    if carrier:
        near = full or _nearest(carrier, seen)
        if near is None or abs(near - carrier) > _NEAR:
            _conflict(notes, anchor, near, carrier, basis, "the carrier's is kept")
            why += f"; the {anchor.what} says another day"
        filed = near.isoformat() if near else None
        return Dated(Published(value=carrier.isoformat(), basis=basis, why=why), filed)
    return _inferred(document, anchor, body, today, notes)


def _carrier(document: Document, today: date, notes: Notes) -> tuple[date | None, str, str]:
    """What metadata or, failing that, the address says."""
    if document.date:
        day = _iso(document.date)
        if day:
            if day > today + timedelta(days=1):
                notes.warn("future_date", f"The publication date {day} lies after the reading.")
            return day, "metadata", "given by the carrier"
        notes.warn("bad_date", f"The carrier's date {document.date[:40]!r} is no ISO date.")
    for day in _in_url(document.url or ""):
        if day <= today + timedelta(days=1):
            return day, "url", "stands in the address"
    return None, "unknown", ""


def _iso(written: str) -> date | None:
    match = re.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)", written)
    return dates.make(int(match[1]), int(match[2]), int(match[3])) if match else None


@cache
def _url_pattern() -> re.Pattern[str]:
    months = "|".join(m for m in dates.month_numbers())
    return re.compile(
        rf"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[/_.-]?)(?P<m>\d\d?|{months})(?P=sep)(?P<d>\d\d?)(?!\d)",
        re.IGNORECASE,
    )


def _in_url(url: str) -> Iterator[date]:
    """The full dates in an address: /2020/10/01/, /2020/oct/01/, 2020-10-01, 20201001."""
    for match in _url_pattern().finditer(url[:2000]):
        month = dates.month_numbers().get(match["m"].lower()) or match["m"]
        if not match["sep"] and len(match[0]) != 8:
            continue
        day = dates.make(int(match["y"]), int(month), int(match["d"]))
        if day:
            yield day


def _nearest(carrier: date, seen: dates.Seen) -> date | None:
    """The day of a date without a year that lies nearest to the carrier's."""
    if not (seen.month and seen.day):
        return None
    near = (dates.make(carrier.year + shift, seen.month, seen.day) for shift in (-1, 0, 1))
    return min((d for d in near if d), key=lambda d: abs(d - carrier), default=None)


def _by_dateline(
    full: date, carrier: date | None, basis: str, anchor: Anchor, today: date, notes: Notes
) -> Dated:
    """The text gives a full date, and the carrier none or another."""
    why, others = f"stands in the {anchor.what}", []
    if full > today + timedelta(days=1) or full.year < _OLDEST:
        notes.warn("future_date", f"The {anchor.what}'s date {full} lies after the reading.")
    if carrier:
        others = [carrier.isoformat()]
        _conflict(notes, anchor, full, carrier, basis, "the text's, a full date, is taken")
        why += f"; the carrier says {carrier}"
    value = full.isoformat()
    found = Published(value=value, basis="dateline", alternatives=others, why=why)
    return Dated(found, value)


def _conflict(
    notes: Notes, anchor: Anchor, said: date | None, carrier: date, basis: str, kept: str
) -> None:
    span = (anchor.seen.start, anchor.seen.end)
    words = said.isoformat() if said else "a day that does not exist"
    source = "address" if basis == "url" else "metadata"
    message = f"The {anchor.what} says {words}, the {source} {carrier}: {kept}."
    notes.warn("date_conflict", message, span)


def _inferred(
    document: Document, anchor: Anchor, body: list[tuple[int, int]], today: date, notes: Notes
) -> Dated:
    """Day and month are known, the year must come from the story."""
    seen = anchor.seen
    span = (seen.start, seen.end)
    month, day = seen.month or 0, seen.day or 0
    found = years.evidence(document.text, body, today)
    reading = years.fit(month, day, seen.weekday, found, today)
    open_year = f"XXXX-{month:02d}-{day:02d}"
    others = [d.isoformat() for d in reading.days]
    words = f"{document.text[span[0] : span[1]]} ({anchor.what})"
    why = f"year of {' '.join(words.split())} from the story: {reading.why}"
    if not reading.days:
        notes.warn("no_date", "No year up to the reading date fits the dateline's day.", span)
        return Dated(Published(why=why), open_year)
    if not reading.known:
        notes.warn("no_year", "The dateline has no year and nothing in the story tells it.", span)
        return Dated(Published(alternatives=others, why=why), open_year)
    if not reading.sure and len(others) > 1:
        notes.warn("unsure_year", f"The year was chosen among {len(others)} that fit.", span)
    value = Published(value=others[0], basis="inferred", alternatives=others[1:], why=why)
    return Dated(value, others[0])
