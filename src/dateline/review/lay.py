"""A record as it is with what people said of it.

    laid = lay(record, reviews)
    laid.record    # without rejected values, with corrected ones, merged and split ones
    laid.lost      # reviews whose words are not there any more, and why

Pure: the machine's record is not changed, and the same reviews give the same record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.extract.events.ontology import cameo_of, intensity
from dateline.record import Record
from dateline.review.anchor import Anchors, spans
from dateline.review.draft import Draft
from dateline.review.families import DOCUMENT, families
from dateline.review.given import LostError, put
from dateline.review.missed import blank, placed
from dateline.review.parts import merge, split_actor, split_statement
from dateline.review.review import Review, Value
from dateline.review.wording import nearest

GONE: Final = "the words that it is about are not there any more, or are read as no such value"


@dataclass(frozen=True, slots=True)
class Laid:
    """A record with the reviews of it."""

    record: Record
    found: Mapping[int, str]
    """Numbers of reviews and the ids of the values that they are of now."""
    lost: Mapping[int, str]
    """Numbers of those that are to be asked again, and why."""
    base: Mapping[str, tuple[str, Value]]
    """Family and value by id, as they were before any correction: the machine's values, and those
    that were split off or added."""
    anchors: Anchors
    """By which values are found by their words."""


def lay(record: Record, reviews: Iterable[Review]) -> Laid:
    """Lay `reviews` (those in force, oldest first) over a record. Linear in both."""
    draft = Draft(record)
    found: dict[int, str] = {}
    lost: dict[int, str] = {}
    for review in reviews:
        ref = draft.anchors.find(review.family, review.words, review.machine, review.value)
        try:
            if ref is None and review.verdict == "added":
                ref = _begun(draft, review)
            if ref is None:
                raise LostError(GONE)
            _VERDICTS[review.verdict](draft, ref, review)
            found[review.review] = ref
        except LostError as error:
            lost[review.review] = str(error)
    return Laid(draft.record(), found, lost, draft.base, draft.anchors)


def _begun(draft: Draft, review: Review) -> str | None:
    """The id of a value that the machine missed, on the words that were marked."""
    found = placed(draft.anchors, review.words)
    if found is None:
        return None
    draft.begin(review.family, review.value, blank(review.family, review.value, found, draft.text))
    return review.value


def _added(draft: Draft, ref: str, review: Review) -> None:
    """What was missed is what the person says. Where the machine has come to read it, that is
    corrected."""
    value = draft.values[review.family].get(ref)
    if value is None:
        return
    try:
        _corrected(draft, ref, review)
    except LostError:
        if ref == review.value:
            del draft.values[review.family][ref], draft.base[ref]
        raise
    if ref == review.value:
        value["why"] = f"missed; added by {review.reviewer or 'a reviewer'}, {review.made[:10]}"
        draft.add(review.family, ref, value)


def _accepted(draft: Draft, ref: str, review: Review) -> None:
    """What was accepted is what the machine said then."""
    now = draft.base[ref][1]
    for field in families()[review.family].fields:
        if field.kind not in _POINTING and now.get(field.name) != review.machine.get(field.name):
            if field.kind == "words" or field.name == "published":
                continue
            what = field.label.casefold()
            raise LostError(f"the machine now reads it otherwise ({what})")


_POINTING: Final = ("actor", "actors", "place", "places", "statement", "members", "days")
"""Kinds of fields whose ids may differ in another reading."""


def _rejected(draft: Draft, ref: str, review: Review) -> None:
    value = draft.values[review.family].pop(ref, None)
    draft.gone[ref] = value.get("within") if value else None


def _merged(draft: Draft, ref: str, review: Review) -> None:
    into = review.fields["into"]
    target = draft.other(review.family, into, review.names)
    if target is None or draft.today(target) == ref:
        raise LostError(f"there is no “{review.names.get(into, into)}” any more to be one with")
    value = draft.values[review.family].pop(ref, None)
    home = draft.values[review.family].get(draft.today(target))
    if value and home:
        merge(home, value)
    draft.moved[ref] = target


def _split(draft: Draft, ref: str, review: Review) -> None:
    value = draft.values[review.family].get(ref)
    if value is None:
        return  # it was made one with another value, or is none
    if review.family == "statements":
        if not value["content"]:
            raise LostError(GONE)
        span = nearest(draft.text, review.fields["from"], value["content"][0][0])
        if span is None or not split_statement(draft, ref, span[0]):
            raise LostError(GONE)
        return
    chosen = [review.words[n] for n in review.fields["words"] if n < len(review.words)]
    moving = draft.anchors.same("actors", value, chosen)
    if not moving or len(moving) == len(value["mentions"]):
        raise LostError(GONE)
    split_actor(draft, ref, moving, review.fields.get("name") or "")


def _corrected(draft: Draft, ref: str, review: Review) -> None:
    value = draft.values[review.family].get(ref)
    if value is None:
        return  # it was made one with another value, or is none
    near = min((s for s, _ in spans(review.family, draft.base[ref][1])), default=0)
    for name, given in review.fields.items():
        put(draft, value, review, name, given, near)
    if review.family == "events" and {"type", "mode"} & set(review.fields):
        value["cameo"] = cameo_of(value["type"], value["mode"])
        value["intensity"] = intensity(value["type"], value["mode"])
    if "date" in review.fields:
        draft.dated.add(ref)
    if ref != DOCUMENT:
        what = ", ".join(review.fields)
        whom = review.reviewer or "a reviewer"
        before = draft.base[ref][1]["why"]
        value["why"] = f"{what} corrected by {whom}, {review.made[:10]}; the machine: {before}"


_VERDICTS: Final[Mapping[str, Callable[[Draft, str, Review], None]]] = {
    "accepted": _accepted,
    "corrected": _corrected,
    "rejected": _rejected,
    "merged": _merged,
    "split": _split,
    "added": _added,
}
