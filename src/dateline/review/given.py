"""What a person gave for a field, as the record has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.review.draft import Draft
from dateline.review.families import families
from dateline.review.review import Review, Value
from dateline.review.wording import nearest


class LostError(Exception):
    """A review that cannot be laid over this record; says why."""


def put(draft: Draft, value: Value, review: Review, name: str, given: Any, near: int) -> None:
    """Give one field of a value what a person gave. Raises LostError where that is not there."""
    field = families()[review.family].field(name)
    if field is None:
        raise LostError(f"there is no field {name} any more")
    if field.kind == "words":
        value[name] = [_found(nearest(draft.text, words, near), words) for words in given]
    elif field.kind == "actor":
        value[name] = _actor(draft, given, review, near)
    elif field.kind == "actors":
        value[name] = [_actor(draft, ref, review, near) for ref in given]
    elif field.kind == "members":
        roles = {member["actor"]: member["role"] for member in value[name]}
        refs = [_actor(draft, ref, review, near) for ref in given]
        value[name] = [{"actor": ref, "role": roles.get(ref or "")} for ref in refs]
    elif field.kind in ("place", "places", "statement"):
        family = "statements" if field.kind == "statement" else "places"
        meant = [
            _found(draft.other(family, ref, review.names), review.names.get(ref, ref))
            for ref in (given if isinstance(given, list) else [given])
            if ref
        ]
        value[name] = meant if field.kind == "places" else next(iter(meant), None)
    elif field.kind == "days":
        value[name] = _days(given, (value[name] or {}).get("time"))
    elif name == "published":
        why = f"by {review.reviewer or 'a reviewer'}, {review.made[:10]}"
        value[name] = {"value": given, "basis": "inferred", "alternatives": [], "why": why}
    else:
        value[name] = given


def _actor(draft: Draft, ref: str | None, review: Review, near: int) -> str | None:
    if ref is None:
        return None
    return str(_found(draft.actor(ref, review.names, near), review.names.get(ref, ref)))


def _found(found: Any, what: str) -> Any:
    """What was found. Raises LostError where that is nothing."""
    if found is None:
        raise LostError(f"“{what}” does not stand in the text any more")
    return found


def _days(given: Mapping[str, str] | None, time: str | None) -> Value | None:
    if not given:
        return None
    begin, end = given["begin"], given["end"]
    return {"edtf": begin if begin == end else f"{begin}/{end}", **given, "time": time}
