"""One actor of a roster: its fields, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from dateline.knowledge.countries import countries
from dateline.knowledge.tables import cached_words, split

KINDS: Final = ("person", "igo", "organisation", "armed_group", "media", "state", "population")
COLUMNS: Final = ("name", "aliases", "kind", "country", "code", "sectors", "roles", "members")
_DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_TERM = re.compile(rf"(.*\S)\s+({_DAY}|\.\.)?/({_DAY}|\.\.)?")
_DATE = re.compile(_DAY)
_OWN_CODE = re.compile(r"[A-Z][A-Z0-9]{1,7}")


class Term(NamedTuple):
    """An office that a person holds or held; dates are ISO to the year, month or day, or empty."""

    title: str
    begin: str = ""
    end: str = ""
    """Empty where it is not known or has not come; see `dated`."""
    dated: bool = False
    """Whether the row says when, if only from when on."""
    organisation: str = ""
    country: str = ""


class ActorRow(NamedTuple):
    """One actor as a roster has it."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    """As in the record."""
    country: str | None
    """ISO alpha-3, or the user's own code of a land that has none."""
    sectors: tuple[str, ...]
    """PLOVER codes."""
    roles: tuple[Term, ...]
    """Of a person, the best known first."""
    members: tuple[str, ...]
    """Of an organisation, ISO alpha-3 codes."""
    where: str
    """File and line, for messages; empty for the built-in roster."""


def row_of(values: Mapping[str, Any], where: str) -> ActorRow:
    """A row from its fields. Raises ValueError that says what is wrong."""
    name = _text(values, "name")
    if not any(c.isalnum() for c in name):
        raise ValueError("an actor needs a name")
    kind = _text(values, "kind")
    if kind not in KINDS:
        raise ValueError(f"kind '{kind}' is none of {', '.join(KINDS)}")
    country = _land(values)
    if kind == "state" and country is None:
        raise ValueError("a state needs its country, or a code of your own for it")
    sectors = _several(values, "sectors")
    if sectors and not cached_words("sectors.tsv").issuperset(sectors):
        wrong = next(s for s in sectors if s not in cached_words("sectors.tsv"))
        raise ValueError(f"sector '{wrong}' is no PLOVER code")
    members = _several(values, "members")
    for member in members:
        if member not in countries():
            raise ValueError(f"member '{member}' is no ISO 3166-1 alpha-3 code")
    aliases = _several(values, "aliases")
    return ActorRow(name, aliases, kind, country, sectors, _roles(values), members, where)


def _land(values: Mapping[str, Any]) -> str | None:
    """The country of a row, or its user's own code for a land that ISO 3166-1 does not know.

    A code that ISO has given to a country would make two lands one, and is refused.
    """
    country, code = _text(values, "country") or None, _text(values, "code") or None
    if country is not None and country not in countries():
        raise ValueError(
            f"country '{country}' is no ISO 3166-1 alpha-3 code (a land without one: column code)"
        )
    if code is None:
        return country
    if country is not None:
        raise ValueError(f"country '{country}' and code '{code}': an actor has one or the other")
    if not _OWN_CODE.fullmatch(code):
        raise ValueError(f"code '{code}' is not two to eight capital letters and digits")
    if code in countries():
        raise ValueError(f"code '{code}' is {countries()[code].name}: use the column country")
    return code


def _text(values: Mapping[str, Any], field: str) -> str:
    value = values.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{field} is no text: {value!r}")
    return value.strip()


def _several(values: Mapping[str, Any], field: str) -> tuple[str, ...]:
    """A cell parted by `;`, or a list."""
    value = values.get(field)
    if not value:
        return ()
    if isinstance(value, str):
        return split(value) if ";" in value else (value,)
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise ValueError(f"{field} is no list of texts: {value!r}")
    return tuple(value)


def _roles(values: Mapping[str, Any]) -> tuple[Term, ...]:
    value = values.get("roles")
    if not value:
        return ()
    if isinstance(value, str):
        return tuple(term_of(part.strip()) for part in split(value))
    if not isinstance(value, list):
        raise ValueError(f"roles is no list: {value!r}")
    return tuple(_mapped(v) if isinstance(v, dict) else term_of(str(v)) for v in value)


@lru_cache(maxsize=4096)
def term_of(text: str) -> Term:
    """A role from one line: a title, and behind it from when to when in EDTF, where known.

    "President of Ruritania 2001-05/2005", ".../.." for one that lasts, "/2005" where only the end
    is known. Raises ValueError.
    """
    match = _TERM.fullmatch(text)
    if match is None:
        if re.search(r"\d/|/\d", text):
            raise ValueError(f"role '{text}': dates are like 2001-05-07/2005 or 2001/..")
        return Term(text)
    return _checked(match.group(1), match.group(2), match.group(3), "", "")


def _mapped(value: Mapping[str, Any]) -> Term:
    unknown = set(value) - {"title", "begin", "end", "organisation", "country"}
    if unknown or not value.get("title"):
        raise ValueError(
            f"role {dict(value)!r}: it has a title, and may have begin, end, organisation, country"
        )
    given = {k: "" if v is None else str(v) for k, v in value.items()}
    begin, end = given.get("begin", ""), given.get("end", "")
    for day in (begin, end):
        if day and day != ".." and not _DATE.fullmatch(day):
            raise ValueError(f"role '{given['title']}': '{day}' is no date like 2001-05-07 or 2001")
    country = given.get("country", "")
    if country and country not in countries():
        raise ValueError(f"country '{country}' is no ISO 3166-1 alpha-3 code")
    if not begin and not end:
        return Term(given["title"], organisation=given.get("organisation", ""), country=country)
    return _checked(given["title"], begin, end, given.get("organisation", ""), country)


def _checked(title: str, begin: str | None, end: str | None, body: str, country: str) -> Term:
    begin = "" if begin in (None, "..") else begin
    last = "" if end in (None, "..") else end
    for day in (begin, last):
        if len(day or "") >= 7 and not "01" <= (day or "")[5:7] <= "12":
            raise ValueError(f"role '{title}': '{day}' is no date")
    if begin and last and last < begin[: len(last)]:
        raise ValueError(f"role '{title}' ends ({last}) before it begins ({begin})")
    return Term(title, begin or "", last or "", True, body, country)
