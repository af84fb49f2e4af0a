"""Reviews and values in words, for pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from dateline.record.brief.clean import clean
from dateline.record.brief.dates import say
from dateline.review import Laid, Review, families, held, tell
from dateline.review.anchor import spans
from dateline.review.review import Value

_CUT: Final = 160
"""Characters of words in a list."""


def judged(laid: Laid, value: str) -> str:
    """The words that tell most of a value: an event's sentence, what a statement says."""
    family, base = laid.base[value]
    found = spans(family, base)
    if family == "events":
        words = laid.anchors.passage(found)[1]
    elif family == "document":
        words = ""
    else:
        words = " … ".join(laid.anchors.words(span).text for span in base.get("content") or found)
    words = clean(words)
    return words if len(words) <= _CUT else f"{words[:_CUT].rsplit(' ', 1)[0]} …"


def title(family: str, value: Mapping[str, Any]) -> str:
    """What a value without a card is called: the story's own facts."""
    if family == "document":
        day = (value.get("published") or {}).get("value") or "date not known"
        return clean(" · ".join(filter(None, (day, value.get("agency") or value.get("source")))))
    return families()[family].one


def changes(review: Review) -> list[tuple[str, str, str]]:
    """What a correction changed: the field's label, the machine's value, the reviewed one."""
    found = []
    machine: Value = dict(review.machine)
    for name, given in review.fields.items():
        field = families()[review.family].field(name)
        if field is None:
            continue
        was = _held(field, machine, review)
        found.append((field.label, clean(was), clean(tell(field, given, review.names))))
    return found


def _held(field: Any, machine: Value, review: Review) -> str:
    """What the machine has for a field. Its spans index the text of that day; what of them is in
    the sentences that were kept is told."""
    if field.kind != "words":
        return tell(field, held(field, machine, ""), review.names)
    pieces = [
        review.passage[start - review.offset : end - review.offset]
        for start, end in machine.get(field.name) or ()
        if start >= review.offset
    ]
    return tell(field, [" ".join(piece.split()) for piece in pieces], {})


def told(review: Review) -> list[tuple[str, str]]:
    """What was said of a value, as facts of its card."""
    whom = f"{review.verdict} by {review.reviewer}, {say(review.made[:10])}"
    found = [("review", clean(whom))]
    if review.verdict != "added":
        was = [(label.casefold(), machine) for label, machine, _ in changes(review)]
        found += [("the machine", f"{label}: {machine}") for label, machine in was]
    return found


def divided(review: Review) -> str:
    """What a merger or a split did, in words."""
    if review.verdict == "merged":
        into = str(review.fields.get("into", ""))
        return clean(f"one with {review.names.get(into, into)}")
    if review.family == "statements":
        return clean(f"a second one from “{review.fields.get('from', '')}” on")
    named = review.fields.get("name") or "another"
    count = len(review.fields.get("words", ()))
    return clean(f"{count} mention{'s' if count != 1 else ''} are {named}")
