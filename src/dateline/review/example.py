"""A review as an example to learn from: words, what the machine read in them, what is right."""

from __future__ import annotations

from typing import Any, Final

from dateline.extract.events.ontology import cameo_of, intensity
from dateline.review.anchor import spans
from dateline.review.families import Field, families
from dateline.review.review import Review, Value
from dateline.review.wording import nearest

_OWN: Final = ("words", "members", "days")
"""Kinds of fields that a record has in another form than they are given in."""


def example(review: Review) -> dict[str, Any]:
    """A review as plain values, to be read without the chronicle it comes from.

    `text` is the sentences that the value stands in; all spans in `spans`, `machine` and
    `reviewed` index it. `reviewed` is the value as it should be: null where there should be none
    of its own (rejected, merged) or two (split), which `fields` tells. `machine`
    is null for what it missed. `names`: what the ids are called. `kept`:
    the words with those around them, by which the value is found again.
    """
    machine = _shifted(review.machine, -review.offset)
    return {
        "review": review.review,
        "family": review.family,
        "value": review.value,
        "verdict": review.verdict,
        "text": review.passage,
        "spans": [list(span) for span in spans(review.family, machine)],
        "machine": None if review.verdict == "added" else machine,
        "reviewed": _right(review, machine),
        "fields": dict(review.fields),
        "names": dict(review.names),
        "rule": "" if review.verdict == "added" else review.machine.get("why", ""),
        "reviewer": review.reviewer,
        "made": review.made,
        "note": review.note,
        "again": review.again,
        "kept": [list(words) for words in review.words],
    }


def _right(review: Review, machine: Value) -> Value | None:
    """The value as it should be."""
    if review.verdict == "accepted":
        return machine
    if review.verdict not in ("corrected", "added"):
        return None
    right = dict(machine)
    for name, given in review.fields.items():
        field = families()[review.family].field(name)
        if field and field.kind in _OWN:
            right[name] = _form(field, given, review, machine)
        elif name == "published":
            right[name] = {**machine[name], "value": given}
        else:
            right[name] = given
    if review.family == "events" and {"type", "mode"} & set(review.fields):
        right["cameo"] = cameo_of(right["type"], right["mode"])
        right["intensity"] = intensity(right["type"], right["mode"])
    return right


def _form(field: Field, given: Any, review: Review, machine: Value) -> Any:
    """What was given for a field, in the record's form."""
    if field.kind == "members":
        roles = {member["actor"]: member["role"] for member in machine[field.name]}
        return [{"actor": ref, "role": roles.get(ref)} for ref in given]
    if field.kind == "days":
        if given is None:
            return None
        begin, end = given["begin"], given["end"]
        time = (machine[field.name] or {}).get("time")
        return {"edtf": begin if begin == end else f"{begin}/{end}", **given, "time": time}
    near = min((start for start, _ in spans(review.family, machine)), default=0)
    found = (nearest(review.passage, words, near) for words in given)
    return [list(span) for span in found if span]


def _shifted(value: Any, by: int) -> Any:
    """A value with all its spans moved by some characters."""
    if isinstance(value, dict):
        return {key: _shifted(one, by) for key, one in value.items()}
    if isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value):
        return [one + by for one in value]
    if isinstance(value, list):
        return [_shifted(one, by) for one in value]
    return value
