"""A review as it is made: what is given, checked and made ready to be kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple, get_args

from dateline.errors import QueryError
from dateline.record import Record
from dateline.record.brief.clean import clean
from dateline.review.anchor import Span, spans
from dateline.review.check import Checker, mode_fits
from dateline.review.draft import described
from dateline.review.families import Field, Verdict, families
from dateline.review.lay import Laid
from dateline.review.missed import ANY, MUST, blank, marked, ref_of
from dateline.review.refs import pointed
from dateline.review.review import Value, Words
from dateline.review.wording import nearest

NAME: Final = 100
"""Characters of a reviewer's name."""
NOTE: Final = 2000


class Proposal(NamedTuple):
    """A review before it has a number: see `Review` for what each part is."""

    family: str
    value: str
    words: tuple[Words, ...]
    verdict: Verdict
    fields: Mapping[str, Any]
    names: Mapping[str, str]
    machine: Value
    passage: str
    offset: int


def propose(laid: Laid, value: str, verdict: str, given: Mapping[str, Any]) -> Proposal:
    """What someone says of a value of a record with reviews laid over it.

    `given`: for `corrected` fields and their values in the form of the record (`killed`: a number
    or {"min", "max"}; `date` of events: {"begin", "end"}; words as texts; actors also by name);
    for `merged` {"into": id}; for `split` of an actor {"words": numbers of mentions, "name"}, of a
    statement {"from": the words with which the second begins}. For `added`, the value is the name
    of its family (`families` says which), and `given` has, beside the fields, what
    `missed.marked` takes. A correction that changes nothing is an acceptance. Raises
    QueryError for all that cannot be.
    """
    if verdict == "added":
        return _added(laid, value, given)
    if value not in laid.base:
        raise QueryError(f"there is no value {value!r} in this story")
    family, machine = laid.base[value]
    kind = families()[family]
    if verdict not in get_args(Verdict):
        raise QueryError(f"{verdict!r} is no verdict; there are {', '.join(get_args(Verdict))}")
    if verdict not in kind.verdicts:
        raise QueryError(f"a {kind.one} cannot be {verdict}")
    checker = Checker(laid.record)
    fields: dict[str, Any] = {}
    if verdict == "corrected":
        fields = _corrections(laid, checker, family, machine, given)
        verdict = "corrected" if fields else "accepted"
    elif verdict == "merged":
        fields = {"into": _other(laid, family, value, given.get("into"))}
    elif verdict == "split":
        fields = _parts(laid.record, family, machine, given)
    elif given:
        raise QueryError(f"“{verdict}” takes no fields; a correction does")
    found = spans(family, machine)
    offset, passage = laid.anchors.passage([*found, *_given(laid, family, fields, found)])
    return Proposal(
        family,
        value,
        tuple(laid.anchors.words(span) for span in found),
        verdict,  # type: ignore[arg-type]  # one of the verdicts, by the test above
        fields,
        checker.names | names_of(laid, family, machine, fields),
        machine,
        passage,
        offset,
    )


def _added(laid: Laid, family: str, given: Mapping[str, Any]) -> Proposal:
    """A value that the machine missed."""
    kind = families().get(family)
    if kind is None or "added" not in kind.verdicts:
        known = ", ".join(name for name, k in families().items() if "added" in k.verdicts)
        raise QueryError(f"{family!r} cannot be added to; what was missed may be of {known}")
    fields = {name: one for name, one in given.items() if name not in ("words", "at")}
    found = marked(laid.anchors, laid.record.text, family, given)
    words = tuple(laid.anchors.words(span) for span in found)
    ref = ref_of(family, words)
    machine = blank(family, ref, found, laid.record.text)
    there = laid.anchors.find(family, words, machine, ref)
    if there is not None:
        raise QueryError(f"there is a {kind.one} on these words already ({there}): correct that")
    for name in MUST.get(family, ()):
        field = kind.field(name)
        if field and fields.get(name) in (None, ""):
            raise QueryError(f"“{field.label}” must have a value")
    any_of = [field for name in ANY.get(family, ()) if (field := kind.field(name))]
    if any_of and all(fields.get(field.name) is None for field in any_of):
        told = ", ".join(f"“{field.label}”" for field in any_of)
        raise QueryError(f"one of {told} must have a value")
    checker = Checker(laid.record)
    checked = _corrections(laid, checker, family, machine, fields)
    offset, passage = laid.anchors.passage([*found, *_given(laid, family, checked, found)])
    names = checker.names | names_of(laid, family, machine, checked)
    return Proposal(family, ref, words, "added", checked, names, machine, passage, offset)


def held(field: Field, value: Value, text: str) -> Any:
    """What a value has for a field, in the form in which it is given."""
    if field.name == "published":
        return value["published"]["value"]
    found = value.get(field.name)
    if field.kind == "words":
        return [" ".join(text[start:end].split()) for start, end in found or ()]
    if field.kind == "members":
        return [member["actor"] for member in found or ()]
    if field.kind == "days":
        return {"begin": found["begin"], "end": found["end"]} if found else None
    return found


def names_of(
    laid: Laid, family: str, value: Value, fields: Mapping[str, Any] | None = None
) -> dict[str, str]:
    """What the values are called that a value, or its corrections, points to."""
    refs = [ref for _, ref in pointed(family, value)]
    refs += [ref for _, ref in pointed(family, {"id": ""} | dict(fields or {}) | _LOOSE)]
    refs += [(fields or {}).get("into", "")]
    return {ref: described(*laid.base[ref], laid.record.text) for ref in refs if ref in laid.base}


_LOOSE: Final[Value] = {"members": []}
"""Members of formats are given as ids alone, and named as they are checked."""


def _given(laid: Laid, family: str, fields: Mapping[str, Any], near: Sequence[Span]) -> list[Span]:
    """Where the words stand that a correction gives."""
    first = min((start for start, _ in near), default=0)
    words = [
        w for f in families()[family].fields if f.kind == "words" for w in fields.get(f.name, ())
    ]
    return [span for span in (nearest(laid.record.text, w, first) for w in words) if span]


def _corrections(
    laid: Laid, checker: Checker, family: str, machine: Value, given: Mapping[str, Any]
) -> dict[str, Any]:
    """The fields that are other than the machine has them."""
    kind, text = families()[family], laid.record.text
    fields = {}
    for name, one in given.items():
        field = kind.field(name)
        if field is None:
            known = ", ".join(f.name for f in kind.fields)
            raise QueryError(f"a {kind.one} has no field {name!r} to correct; it has {known}")
        now = held(field, machine, text)
        if one != now and (checked := checker.check(field, one)) != now and (checked or now):
            fields[name] = checked
    if "type" in fields and "mode" not in given and machine["mode"]:
        fields["mode"] = None  # modes are of one type
    if family == "events" and {"type", "mode"} & set(fields):
        both = machine | fields
        mode_fits(both["type"], both["mode"])
    return fields


def _other(laid: Laid, family: str, value: str, into: object) -> str:
    """The value that this one is one with."""
    known = {one["id"] for one in laid.record.to_dict()[family]}
    if not isinstance(into, str) or into not in known or into == value:
        raise QueryError(f"name another {families()[family].one} of this story to make one of both")
    return into


def _parts(record: Record, family: str, machine: Value, given: Mapping[str, Any]) -> dict[str, Any]:
    """Which words of a value are another."""
    if family == "statements":
        words = " ".join(str(given.get("from") or "").split())
        content = machine["content"]
        at = nearest(record.text, words, content[0][0]) if content else None
        if at is None or not content[0][0] < at[0] < content[-1][1]:
            raise QueryError("give the words of the statement with which the second one begins")
        return {"from": words}
    count = len(machine["mentions"])
    chosen = given.get("words")
    numbers = isinstance(chosen, list) and all(n in range(count) for n in chosen)
    if not numbers or not 0 < len(set(chosen or ())) < count:
        raise QueryError("choose those mentions that are another actor: some, and not all")
    name = clean(str(given.get("name") or ""))[:NAME]
    return {"words": sorted(set(chosen or ())), "name": name}
