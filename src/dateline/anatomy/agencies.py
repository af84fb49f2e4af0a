"""News agencies and outlets: their names, and how to tell one from a wording or a web host."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from dateline.anatomy.tables import any_of, load_yaml
from dateline.errors import DataError


class Agency(NamedTuple):
    """A row of `agencies.yaml`."""

    name: str
    """Canonical."""
    also: tuple[str, ...]
    country: str
    """ISO 3166-1 alpha-3 of the seat."""
    lang: tuple[str, ...]
    """ISO 639-1 codes."""
    hosts: tuple[str, ...]
    example: str
    gives: tuple[str | None, ...]


@cache
def agencies() -> tuple[Agency, ...]:
    """The table. Raises DataError if a row lacks a field."""
    out = []
    for row in load_yaml("agencies.yaml"):
        try:
            out.append(
                Agency(
                    row["name"],
                    tuple(row.get("also", ())),
                    row["country"],
                    tuple(row["lang"]),
                    tuple(row["hosts"]),
                    row["example"],
                    tuple(str(v) if v is not None else None for v in row["gives"]),
                )
            )
        except (KeyError, TypeError) as error:
            raise DataError(f"anatomy/agencies.yaml: {row!r} lacks {error}") from error
    return tuple(out)


@cache
def _by_wording() -> dict[str, str]:
    return {_fold(w): a.name for a in agencies() for w in (a.name, *a.also)}


@cache
def _by_host() -> dict[str, str]:
    return {host: a.name for a in agencies() for host in a.hosts}


def _fold(wording: str) -> str:
    return re.sub(r"[\s\xad]+", " ", wording).strip().casefold().removeprefix("the ")


def canonical(wording: str) -> str | None:
    """The agency's usual name for one of its wordings, or None."""
    return _by_wording().get(_fold(wording))


def of_host(url: str) -> str | None:
    """The agency that a web address belongs to, or None."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    parts = host.split(".")
    for cut in range(len(parts) - 1):
        name = _by_host().get(".".join(parts[cut:]))
        if name:
            return name
    return None


def at_end(line: str) -> str | None:
    """The agency that a byline or a page's title names last, or None.

    "By Jo Field, Reuters", "Two villages lose power | TASS", "Jo Field, BBC News, Baku".
    """
    parts = re.split(r"\s?[,|]\s?|\s[-–—]\s", line)
    return next((name for part in parts[:0:-1] if (name := canonical(part.strip(" .")))), None)


@cache
def names_pattern() -> str:
    """All wordings, longest first, as they are written and in capitals."""
    wordings = {w for a in agencies() for w in (a.name, *a.also)}
    return any_of(wordings | {w.upper() for w in wordings}) + r"(?!\w)"
