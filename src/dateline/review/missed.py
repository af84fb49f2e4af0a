"""Values that the machine missed: the words that a person marked, and what they are before it is
said what they tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Final

from dateline.errors import QueryError
from dateline.extract.events.ontology import cameo_of, intensity
from dateline.record import Actor, Casualty, Event, Format, Mention, Place, Statement, Time
from dateline.record.base import Reasoned
from dateline.record.claims import PloverType
from dateline.review.anchor import Anchors, Span
from dateline.review.review import Value, Words
from dateline.review.wording import nearest

MUST: Final[Mapping[str, tuple[str, ...]]] = {
    "events": ("type",),
    "times": ("type", "value"),
    "actors": ("kind",),
}
"""Fields that have to be said, whatever a blank value has."""
ANY: Final[Mapping[str, tuple[str, ...]]] = {
    "casualties": ("killed", "injured", "captured", "missing", "displaced")
}
"""Fields one of which has to be said."""
ADDED: Final = "-added-"
"""Stands in the ids of added values."""
SINGLE: Final = ("places", "times")
"""Families whose values stand on one stretch of words."""
_WHY: Final = "missed; added by a reviewer"


def _event(ref: str, found: list[Span], text: str) -> Reasoned:
    kind: PloverType = "CONSULT"
    scored = {"cameo": cameo_of(kind, None), "intensity": intensity(kind, None)}
    return Event(id=ref, type=kind, trigger=_pairs(found), confidence=1.0, why=_WHY, **scored)


def _statement(ref: str, found: list[Span], text: str) -> Reasoned:
    return Statement(id=ref, mode="indirect", content=_pairs(found), why=_WHY)


def _place(ref: str, found: list[Span], text: str) -> Reasoned:
    (span,) = _pairs(found)
    words, name = text[slice(*span)], _name(found[0], text)
    return Place(id=ref, span=span, text=words, name=name, kind="place", why=_WHY)


def _time(ref: str, found: list[Span], text: str) -> Reasoned:
    (span,) = _pairs(found)
    return Time(id=ref, span=span, text=text[slice(*span)], type="DATE", value="", why=_WHY)


def _casualty(ref: str, found: list[Span], text: str) -> Reasoned:
    return Casualty(id=ref, spans=_pairs(found), why=_WHY)


def _actor(ref: str, found: list[Span], text: str) -> Reasoned:
    mentions = [Mention(span=span, how="name") for span in _pairs(found)]
    name = _name(found[0], text)
    return Actor(id=ref, name=name, kind="person", mentions=mentions, why=_WHY)


def _format(ref: str, found: list[Span], text: str) -> Reasoned:
    return Format(id=ref, name=_name(found[0], text), spans=_pairs(found), why=_WHY)


def _name(span: Span, text: str) -> str:
    return " ".join(text[slice(*span)].split())


_BLANKS: Final[Mapping[str, tuple[str, Callable[[str, list[Span], str], Reasoned]]]] = {
    "statements": ("s", _statement),
    "events": ("e", _event),
    "places": ("p", _place),
    "times": ("t", _time),
    "casualties": ("c", _casualty),
    "actors": ("a", _actor),
    "formats": ("f", _format),
}
"""The letter with which ids of a family begin, and what makes a value of it."""


def blank(family: str, ref: str, found: Sequence[Span], text: str) -> Value:
    """A value of a family on some words, of which nothing is said yet."""
    return _BLANKS[family][1](ref, list(found), text).model_dump(mode="json")


def ref_of(family: str, words: Sequence[Words]) -> str:
    """The id of an added value: the same for the same words in the same sentence."""
    told = "\x1f".join(" ".join(part.split()) for one in words for part in one[:3])
    digest = blake2b(told.encode("utf-8", "replace"), digest_size=4).hexdigest()
    return f"{_BLANKS[family][0]}{ADDED}{digest}"


def placed(anchors: Anchors, words: Sequence[Words]) -> list[Span] | None:
    """Where the words of an added value stand now; None unless all stand in their sentences."""
    found = [anchors.place(one) for one in words]
    return None if None in found else [span for span in found if span]


def marked(
    anchors: Anchors, text: str, family: str, given: Mapping[str, Any]
) -> list[tuple[int, int]]:
    """Where the words stand that were marked: `words`, texts or `Words`, and `at`, a character of
    `text` near which they stand. Raises QueryError."""
    words, near = given.get("words"), given.get("at") or 0
    listed = [words] if isinstance(words, str) else words
    if not isinstance(listed, list | tuple) or not listed or not isinstance(near, int):
        raise QueryError("mark the words that tell of it: `words`, a list of texts")
    if family in SINGLE and len(listed) > 1:
        raise QueryError("mark one stretch of words: a place, or a time, stands on no more")
    found = []
    for one in listed:
        known = isinstance(one, Words)
        span = anchors.place(one) if known else nearest(text, str(one), near)
        if span is None:
            told = one.text if known else str(one)
            raise QueryError(f"“{told[:200]}” does not stand in the text")
        found.append(span)
    return sorted(_pairs(found))


def _pairs(found: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span[0], span[1]) for span in found]
