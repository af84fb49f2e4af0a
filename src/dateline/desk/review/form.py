"""The fields of a value as a form shows them, and what the form sends back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from starlette.datastructures import FormData

from dateline.extract.events.ontology import ontology
from dateline.record.brief.clean import clean
from dateline.record.brief.labels import labels
from dateline.review import Family, Field, Laid, held, tell
from dateline.review.review import Value

_CUT: Final = 70
"""Characters of a statement in a list to choose from."""
_SEVERAL: Final = frozenset({"actors", "places", "members", "codes"})


class Choice(NamedTuple):
    """Something that may be chosen."""

    code: str
    label: str
    chosen: bool


class Asked(NamedTuple):
    """A field of the form."""

    field: Field
    value: Any
    """What it has now, in the form in which it is given."""
    machine: str
    """What the machine has, in words, where that is other; else empty."""
    groups: tuple[tuple[str, tuple[Choice, ...]], ...]
    """What may be chosen, in groups with a name (empty for a single one)."""


def asked(
    family: Family,
    laid: Laid,
    base: Value,
    now: Value | None,
    names: Mapping[str, str],
    typed: Mapping[str, Any],
) -> list[Asked]:
    """The fields of a value. `base`: as the machine has it; `now`: as it is with its reviews;
    `typed`: what a person gave, if that could not be taken."""
    text = laid.record.text
    found = []
    for field in family.fields:
        machine = held(field, base, text)
        value = held(field, now or base, text)
        other = clean(tell(field, machine, names)) if value != machine else ""
        value = typed.get(field.name, value)
        found.append(Asked(field, value, other, _groups(field, value, laid)))
    return found


def sent_fields(family: Family, sent: FormData) -> dict[str, Any]:
    """What a form sent for the fields of a family, in the form in which `propose` takes it."""
    return {field.name: _given(field, sent) for field in family.fields}


def _given(field: Field, sent: FormData) -> Any:
    name = f"f-{field.name}"
    texts = [str(one).strip() for one in sent.getlist(name) if str(one).strip()]
    # Only actors may be given by a name that is not in the list.
    if other := str(sent.get(f"n-{field.name}", "")).strip():
        texts = [other] if field.kind == "actor" else [*texts, other]
    if field.kind in _SEVERAL:
        return texts
    if field.kind == "words":
        return [line for text in texts for line in text.splitlines() if line.strip()]
    if field.kind == "flag":
        return bool(texts)
    if field.kind in ("count", "days"):
        ends = ("min", "max") if field.kind == "count" else ("begin", "end")
        parts = {end: str(sent.get(f"{name}-{end}", "")).strip() for end in ends}
        if field.kind == "count":
            return {e: _whole(p) for e, p in parts.items()} if any(parts.values()) else None
        return parts if any(parts.values()) else None
    return _number(field, first(texts)) or None


def first(texts: list[str]) -> str:
    """The first of some texts, else an empty one."""
    return texts[0] if texts else ""


def _number(field: Field, text: str) -> Any:
    """A number where one is meant and given; else the text, for the check to complain about."""
    try:
        if field.kind == "degrees":
            return float(text)
        return _whole(text) if field.kind == "number" else text
    except ValueError:
        return text


def _whole(text: str) -> Any:
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) < 13 else text


def _groups(field: Field, value: Any, laid: Laid) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """What may be chosen for a field."""
    record = laid.record
    if field.kind in ("actor", "actors", "members"):
        known = [(a.id, clean(a.name)) for a in record.actors]
    elif field.kind in ("place", "places"):
        known = [(p.id, f"{clean(p.name)} (“{clean(p.text)}”)") for p in record.places]
    elif field.kind == "statement":
        known = [(s.id, _said(record.text, s.content, n)) for n, s in enumerate(record.statements)]
    elif field.choices == "modes":
        return _modes(value)
    elif field.kind not in ("choice", "codes"):
        return ()
    else:
        coded = field.choices in ("types", "sectors")
        known = [(c, f"{c} – {told}" if coded else told) for c, told in field.options.items()]
    if isinstance(value, str) and value and value not in dict(known):
        known.append((value, value))
    chosen = set(value if isinstance(value, list) else [value])
    choices = [Choice(code, told, code in chosen) for code, told in known]
    if field.kind in _SEVERAL:
        picked = tuple(c for c in choices if c.chosen)
        return ("", picked), (
            "others" if picked else "of this story",
            tuple(c for c in choices if not c.chosen),
        )
    return (("", tuple(choices)),)


def _modes(value: str | None) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """The modes of all types, by type."""
    known = labels()
    groups: list[tuple[str, tuple[Choice, ...]]] = []
    seen = False
    for type_, kind in ontology().items():
        choices = []
        for mode in kind.modes:
            choices.append(Choice(mode, known.event(type_, mode), mode == value and not seen))
            seen = seen or mode == value
        groups.append((type_, tuple(choices)))
    if value and not seen:
        groups.insert(0, ("", (Choice(value, value, True),)))
    return tuple(group for group in groups if group[1])


def _said(text: str, content: list[tuple[int, int]], number: int) -> str:
    words = clean(" … ".join(text[start:end] for start, end in content))
    return f"S{number + 1} {words[:_CUT]}{'…' if len(words) > _CUT else ''}"
