"""What points from one value of a record to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from dateline.review.review import Value

ONE: Final = {
    "statements": {"speaker": "actors", "addressee": "actors", "within": "statements"},
    "events": {"attributed_to": "statements"},
    "casualties": {"side": "actors", "by": "actors"},
    "territories": {
        "place": "places",
        "holder": "actors",
        "previous": "actors",
        "by": "actors",
        "attributed_to": "statements",
    },
}
"""Fields that hold an id, and the family that it is of."""
MANY: Final = {
    "statements": {"same_as": "statements"},
    "events": {"actors": "actors", "recipients": "actors", "places": "places"},
    "actors": {"members": "actors"},
}
"""Fields that hold a list of ids."""


def repoint(family: str, value: Value, to: Callable[[str, str], str | None]) -> None:
    """Change every id that a value holds to what `to` says of its family and itself; where that
    is None, or the value's own id, it is left out."""

    def known(kind: str, ref: str | None) -> str | None:
        found = to(kind, ref) if ref else None
        return None if found == value.get("id") else found

    for name, kind in ONE.get(family, {}).items():
        value[name] = known(kind, value.get(name))
    for name, kind in MANY.get(family, {}).items():
        found = (known(kind, ref) for ref in value.get(name, ()))
        value[name] = list(dict.fromkeys(ref for ref in found if ref))
    if family == "formats":
        members: dict[str, Value] = {}
        for member in value["members"]:
            if ref := known("actors", member["actor"]):
                members.setdefault(ref, member | {"actor": ref})
        value["members"] = list(members.values())


def pointed(family: str, value: Value) -> Iterator[tuple[str, str]]:
    """The ids that a value holds, each with its family."""
    for name, kind in ONE.get(family, {}).items():
        if ref := value.get(name):
            yield kind, ref
    for name, kind in MANY.get(family, {}).items():
        yield from ((kind, ref) for ref in value.get(name) or ())
    if family == "formats":
        yield from (("actors", member["actor"]) for member in value.get("members") or ())
