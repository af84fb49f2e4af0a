"""What a person gives for the fields of a value, checked against the record's types.

Each kind of field (see families.yaml) has one function that takes what was given and returns what
is kept, or raises QueryError with a sentence. References may be given as ids or as names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from dateline.errors import QueryError
from dateline.extract.events.ontology import ontology
from dateline.record import Record
from dateline.record.ids import Ids
from dateline.review import plain
from dateline.review.families import Field
from dateline.review.wording import LONGEST, nearest


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
        if field.kind in _KINDS:
            return _KINDS[field.kind](self, field, given)
        return plain.KINDS[field.kind](field, given)

    def actor(self, field: Field, given: Any) -> str:
        """An actor: its id, its name, or words of the text that name a new one."""
        name = plain.text(field, given)
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
        return self._one(self._places, "place", plain.text(field, given))

    def statement(self, field: Field, given: Any) -> str:
        """A statement of the record, by its id."""
        return self._one(self._statements, "statement", plain.text(field, given))

    def words(self, field: Field, given: Any) -> list[str]:
        """Stretches of the text, in its words."""
        stretches = [" ".join(str(one).split()) for one in plain.listed(field, given)]
        for one in stretches:
            if len(one) > LONGEST or nearest(self._text, one, 0) is None:
                raise QueryError(f"“{field.label}”: “{one[:200]}” does not stand in the text")
        return stretches

    def _actors_of(self, field: Field, given: Any) -> list[str]:
        return list(dict.fromkeys(self.actor(field, one) for one in plain.listed(field, given)))

    def _places_of(self, field: Field, given: Any) -> list[str]:
        return list(dict.fromkeys(self.place(field, one) for one in plain.listed(field, given)))

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
    "words": Checker.words,
    "actor": Checker.actor,
    "actors": Checker._actors_of,
    "members": Checker._actors_of,
    "place": Checker.place,
    "places": Checker._places_of,
    "statement": Checker.statement,
}
"""Kinds that are checked against the story; the others are in plain.py."""
