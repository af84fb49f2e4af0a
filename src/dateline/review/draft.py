"""A record while reviews are laid over it: plain values that are changed, moved and left out."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from dateline.record import Record
from dateline.review.anchor import Anchors, spans
from dateline.review.families import DOCUMENT, WARNING, families
from dateline.review.refs import repoint
from dateline.review.review import Value
from dateline.review.wording import nearest

LISTS: Final = tuple(name for name in families() if name not in ("document", "warnings"))
"""Families whose values have ids of their own."""


def by_id(plain: Value) -> dict[str, dict[str, Value]]:
    """The values of a record, given as plain values, by family and id."""
    found = {family: {value["id"]: value for value in plain[family]} for family in LISTS}
    found["document"] = {DOCUMENT: plain["document"] | {"id": DOCUMENT}}
    found["warnings"] = {f"{WARNING}{n}": w for n, w in enumerate(plain["warnings"])}
    return found


class Draft:
    """The values of one record by family and id."""

    def __init__(self, record: Record) -> None:
        self.plain = record.to_dict()
        self.text = record.text
        self.machine = record
        self.values = by_id(self.plain)
        self.base: dict[str, tuple[str, Value]] = {}
        """Each value as it was before any correction, with its family: the machine's, and those
        that were split off."""
        self.moved: dict[str, str] = {}
        """Values that turned out to be others."""
        self.gone: dict[str, str | None] = {}
        """Values that are none; of a statement, the one that it stood in."""
        self.dated: set[str] = set()
        """Events and statements whose date a person gave."""
        self.added = False
        """Whether there are values that the machine has not."""
        self.anchors = Anchors(record.text, record.document.sentences)
        for family, known in self.values.items():
            for ref, value in known.items():
                self._know(family, ref, value)

    def add(self, family: str, ref: str, value: Value) -> None:
        """A value that the machine has not."""
        self.values[family][ref] = value
        self._know(family, ref, value)
        self.added = True

    def begin(self, family: str, ref: str, value: Value) -> None:
        """A value that the machine has not, before it is said what it is: see `add`."""
        self.values[family][ref] = value
        self.base[ref] = (family, deepcopy(value))

    def _know(self, family: str, ref: str, value: Value) -> None:
        """Let a value be found by its words, and keep it as it is now."""
        self.base[ref] = (family, deepcopy(value))
        self.anchors.add(family, ref, value)

    def actor(self, ref: str, names: Mapping[str, str], near: int) -> str | None:
        """The actor meant by an id: the one that has it, else the one of its name, else a new one
        whose name stands in the text; None where there is none of all that."""
        if ref in self.base and self.base[ref][0] == "actors":
            return ref
        name = names.get(ref, "")
        for other, value in self.values["actors"].items():
            if name and value["name"].casefold() == name.casefold():
                return other
        span = nearest(self.text, name, near)
        if span is None:
            return None
        made: Value = {"id": ref, "why": "named by a reviewer", "name": name, "kind": "person"}
        made |= {"country": None, "sectors": [], "roles": [], "members": []}
        self.add("actors", ref, made | {"mentions": [{"span": list(span), "how": "name"}]})
        return ref

    def other(self, family: str, ref: str, names: Mapping[str, str]) -> str | None:
        """The place or statement meant by an id, else the only one of its name."""
        if ref in self.base:
            return ref
        called = [r for r, v in self.values[family].items() if v.get("name") == names.get(ref)]
        return called[0] if called and names.get(ref) else None

    def today(self, ref: str) -> str:
        """What a value turned out to be."""
        seen = set()
        while ref in self.moved and ref not in seen:
            seen.add(ref)
            ref = self.moved[ref]
        return ref

    def record(self) -> Record:
        """What has become of the record: references follow, and dates that hung on others."""
        self._dates()
        for family in LISTS:
            for value in self.values[family].values():
                repoint(family, value, self._to)
            values = list(self.values[family].values())
            if self.added:
                values.sort(key=lambda value: _first(family, value))
            self.plain[family] = values
        facts = self.values["document"][DOCUMENT]
        self.plain["document"] = {name: held for name, held in facts.items() if name != "id"}
        return Record.model_validate(self.plain)

    def _to(self, family: str, ref: str) -> str | None:
        ref = self.today(ref)
        for _ in range(len(self.gone) + 1):
            if ref not in self.gone:
                return ref
            above = self.gone[ref]
            if above is None:
                return None
            ref = self.today(above)
        return None

    def _dates(self) -> None:
        """Events follow the times that date them, and the story's own date, where a person changed
        those and not their own."""
        times = self.values["times"]
        before = self.machine.document.published.value
        after = self.values["document"][DOCUMENT]["published"]["value"]
        for ref, event in self.values["events"].items():
            date = event["date"]
            if date and ref in self.dated and date["time"] in self.gone:
                date["time"] = None
            if not date or ref in self.dated:
                continue
            hung = date["time"] is None and date["begin"] == before != after
            if hung or date["time"] in self.gone:
                event["date"] = _day(after)
            elif date["time"] in times:
                old, new = self.base[date["time"]][1], times[date["time"]]
                if all(date[part] == old[part] for part in ("edtf", "begin", "end")):
                    date.update({part: new[part] for part in ("edtf", "begin", "end")})
        for ref, said in self.values["statements"].items():
            if said["date"] and said["date"] == before and ref not in self.dated:
                said["date"] = after


def _day(day: str | None) -> dict[str, Any] | None:
    return {"edtf": day, "begin": day, "end": day, "time": None} if day else None


def _first(family: str, value: Value) -> int:
    """Where the first of a value's words begins."""
    return min((start for start, _ in spans(family, value)), default=0)


def described(family: str, value: Value, text: str) -> str:
    """A name, or the first words, of a value."""
    if name := value.get("name"):
        return str(name)
    found = value.get("content") or spans(family, value)
    return " … ".join(" ".join(text[s:e].split()) for s, e in found)
