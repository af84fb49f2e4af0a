"""What a person gives for the fields of a value, checked against the record's types.

Each kind of field (see families.yaml) has one function that takes what was given and returns what
is kept, or raises QueryError with a sentence. References may be given as ids or as names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from dateline.errors import QueryError
from dateline.extract.events.ontology import ontology
from dateline.knowledge.countries import countries
from dateline.record import Record
from dateline.record.ids import Ids
from dateline.review.families import Field
from dateline.review.wording import LONGEST, nearest

TEXT: Final = 500
"""Characters of a name or another short text."""
MOST: Final = 50
"""Things in a list."""
_EDTF: Final = re.compile(
    r"(?:\.\.|[\dX]{4}(?:-[\dX]{2}){0,2}(?:T[\d:]{2,8}Z?)?[?~%]?)"
    r"(?:/(?:\.\.|[\dX]{4}(?:-[\dX]{2}){0,2}(?:T[\d:]{2,8}Z?)?[?~%]?)?)?"
)


class Checker:
    """Checks what is given for values of one record; remembers what the ids in it are called."""

    def __init__(self, record: Record) -> None:
        self._text = record.text
        self._actors = {a.id: a.name for a in record.actors}
        self._places = {p.id: p.name for p in record.places}
        self._statements = {
            s.id: " ".join(" ".join(record.text[a:b].split()) for a, b in s.content[:1])
            for s in record.statements
        }
        self.names: dict[str, str] = {}

    def check(self, field: Field, given: Any) -> Any:
        """What is kept of what was given for a field. Raises QueryError."""
        if given in ("", [], {}):
            given = None
        if given is None and field.needed:
            raise QueryError(f"“{field.label}” must have a value")
        if given is None and field.kind not in _LISTS:
            return None
        return _KINDS[field.kind](self, field, given)

    def actor(self, field: Field, given: Any) -> str:
        """An actor: its id, its name, or words of the text that name a new one."""
        name = self.text(field, given)
        ref = self._known(self._actors, name)
        if ref is None:
            if nearest(self._text, name, 0) is None:
                raise QueryError(
                    f"“{name}” is no actor of this story, and does not stand in its text"
                )
            ref = Ids().new("a", name)
        self.names[ref] = self._actors.get(ref, name)
        return ref

    def place(self, field: Field, given: Any) -> str:
        """A place of the record: its id or its name."""
        return self._one(self._places, "place", self.text(field, given))

    def statement(self, field: Field, given: Any) -> str:
        """A statement of the record, by its id."""
        return self._one(self._statements, "statement", self.text(field, given))

    def text(self, field: Field, given: Any) -> str:
        """A short text on one line."""
        if not isinstance(given, str) or not given.isprintable() or len(given) > TEXT:
            raise QueryError(f"“{field.label}” must be a text of at most {TEXT} characters")
        return " ".join(given.split())

    def choice(self, field: Field, given: Any) -> str:
        """One of the codes that may be chosen."""
        if not isinstance(given, str) or given not in field.options:
            known = ", ".join(field.options)
            raise QueryError(f"“{field.label}” cannot be {given!r}; it may be {known}")
        return given

    def words(self, field: Field, given: Any) -> list[str]:
        """Stretches of the text, in its words."""
        stretches = [" ".join(str(one).split()) for one in self._list(field, given)]
        for one in stretches:
            if len(one) > LONGEST or nearest(self._text, one, 0) is None:
                raise QueryError(f"“{field.label}”: “{one[:200]}” does not stand in the text")
        return stretches

    def country(self, field: Field, given: Any) -> str:
        """A country by its alpha-3 code or its name."""
        name = self.text(field, given)
        for code, country in countries().items():
            if name.casefold() in (code.casefold(), country.name.casefold()):
                return code
        raise QueryError(f"there is no country {name!r} (its usual name or alpha-3 code)")

    def codes(self, field: Field, given: Any) -> list[str]:
        """Several of the codes that may be chosen."""
        return [self.choice(field, one) for one in self._list(field, given)]

    def day(self, field: Field, given: Any) -> str:
        """An ISO day."""
        try:
            return date.fromisoformat(given).isoformat()
        except (TypeError, ValueError):
            raise QueryError(f"“{field.label}” must be a day (YYYY-MM-DD), not {given!r}") from None

    def date(self, field: Field, given: Any) -> str:
        """A date in EDTF: a day, month, year, or an interval of them."""
        if not isinstance(given, str) or not _EDTF.fullmatch(given):
            raise QueryError(f"“{field.label}” must be a date (YYYY, YYYY-MM-DD, or A/B)")
        return given

    def days(self, field: Field, given: Any) -> dict[str, str]:
        """First and last day."""
        if not isinstance(given, Mapping):
            raise QueryError(f"“{field.label}” needs `begin` and `end`")
        begin = self.day(field, given.get("begin") or given.get("end"))
        end = self.day(field, given.get("end") or begin)
        if end < begin:
            raise QueryError(f"“{field.label}”: {begin} is later than {end}")
        return {"begin": begin, "end": end}

    def count(self, field: Field, given: Any) -> dict[str, int | None]:
        """A number of people as a range; one end may be open."""
        if not isinstance(given, Mapping):
            given = {"min": given, "max": given}
        ends = {end: self._whole(field, given.get(end)) for end in ("min", "max")}
        least, most = ends["min"], ends["max"]
        if least is not None and most is not None and least > most:
            raise QueryError(f"“{field.label}”: {least} is more than {most}")
        return ends

    def number(self, field: Field, given: Any) -> int:
        """A whole number."""
        found = self._whole(field, given)
        if found is None:
            raise QueryError(f"“{field.label}” must be a whole number")
        return found

    def degrees(self, field: Field, given: Any) -> float:
        """Degrees of latitude or longitude."""
        most = 90 if field.name == "lat" else 180
        try:
            found = float(given)
        except (TypeError, ValueError):
            found = float("nan")
        if not abs(found) <= most:
            raise QueryError(f"“{field.label}” must be a number from {-most} to {most}")
        return found

    def flag(self, field: Field, given: Any) -> bool:
        """Yes or no."""
        if given not in (True, False):
            raise QueryError(f"“{field.label}” must be true or false")
        return bool(given)

    def _actors_of(self, field: Field, given: Any) -> list[str]:
        return list(dict.fromkeys(self.actor(field, one) for one in self._list(field, given)))

    def _places_of(self, field: Field, given: Any) -> list[str]:
        return list(dict.fromkeys(self.place(field, one) for one in self._list(field, given)))

    def _list(self, field: Field, given: Any) -> list[Any]:
        found = [given] if isinstance(given, str) else given or []
        if not isinstance(found, list) or len(found) > MOST:
            raise QueryError(f"“{field.label}” must be a list of at most {MOST}")
        return found

    def _whole(self, field: Field, given: Any) -> int | None:
        if given in (None, ""):
            return None
        if isinstance(given, bool) or not re.fullmatch(r"[0-9]{1,12}", str(given)):
            raise QueryError(f"“{field.label}” must be a whole number, not {given!r}")
        return int(given)

    def _one(self, known: Mapping[str, str], what: str, name: str) -> str:
        ref = self._known(known, name)
        if ref is None:
            raise QueryError(f"“{name}” is no {what} of this story")
        self.names[ref] = known[ref]
        return ref

    def _known(self, known: Mapping[str, str], name: str) -> str | None:
        if name in known:
            return name
        return next((r for r, n in known.items() if n.casefold() == name.casefold()), None)


def mode_fits(type_: str, mode: str | None) -> None:
    """Raises QueryError where an event of a type cannot have a mode."""
    modes = ontology()[type_].modes  # type: ignore[index]
    if mode is not None and mode not in modes:
        known = ", ".join(modes) or "none"
        raise QueryError(f"{type_} has no mode {mode!r}; its modes: {known}")


_LISTS: Final = ("words", "codes", "actors", "places", "members")
_KINDS: Final[Mapping[str, Callable[[Checker, Field, Any], Any]]] = {
    "text": Checker.text,
    "choice": Checker.choice,
    "codes": Checker.codes,
    "words": Checker.words,
    "actor": Checker.actor,
    "actors": Checker._actors_of,
    "members": Checker._actors_of,
    "place": Checker.place,
    "places": Checker._places_of,
    "statement": Checker.statement,
    "date": Checker.date,
    "day": Checker.day,
    "days": Checker.days,
    "count": Checker.count,
    "number": Checker.number,
    "degrees": Checker.degrees,
    "flag": Checker.flag,
    "country": Checker.country,
}
