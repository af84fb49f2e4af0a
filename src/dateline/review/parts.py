"""Two values that are one, and one that is two."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from copy import deepcopy
from hashlib import blake2b
from typing import TYPE_CHECKING

from dateline.review.anchor import spans
from dateline.review.review import Value

if TYPE_CHECKING:
    from dateline.review.draft import Draft

Span = tuple[int, int]


def merge(home: Value, value: Value) -> None:
    """Give a value the words, and whatever it lists, of another that is the same thing. Of single
    facts it keeps its own, and takes the other's where it has none."""
    for name, held in value.items():
        if isinstance(held, list):
            both = [*home.get(name, []), *held]
            unique = {repr(one): one for one in both}.values()
            home[name] = sorted(unique, key=_place)
        elif home.get(name) is None:
            home[name] = held
    home["why"] = f"{home['why']}; one with: {value['why']}"


def _place(one: object) -> int:
    """Where a span or a mention stands; 0 for all else, which stays as it came."""
    span = one.get("span") if isinstance(one, dict) else one
    if isinstance(span, list) and span and isinstance(span[0], int):
        return span[0]
    return 0


def split_actor(draft: Draft, ref: str, moving: Sequence[Span], name: str) -> None:
    """Make some mentions of an actor an actor of their own, with all else that the first one has
    but its offices.

    What refers to the actor goes along where it stands on words that go: a statement whose source
    does, anything in a sentence in which no other mention of the actor is left.
    """
    value = draft.values["actors"][ref]
    going = set(moving)
    moved = [m for m in value["mentions"] if tuple(m["span"]) in going]
    value["mentions"] = [m for m in value["mentions"] if tuple(m["span"]) not in going]
    first = " ".join(draft.text[slice(*moved[0]["span"])].split())
    other = _other(draft, "actors", ref, moving)
    other |= {"mentions": moved, "name": name or first, "roles": []}
    draft.add("actors", other["id"], other)
    _follow(draft, ref, other["id"], moving)


def split_statement(draft: Draft, ref: str, at: int) -> bool:
    """Make what is said from the character `at` on a statement of its own, by the same speaker.
    False, and nothing changed, where nothing is left on one side."""
    value = draft.values["statements"][ref]
    before = [_trimmed(draft.text, s, min(e, at)) for s, e in value["content"] if s < at]
    after = [_trimmed(draft.text, max(s, at), e) for s, e in value["content"] if e > at]
    if not before or not after:
        return False
    other = _other(draft, "statements", ref, after)
    value["content"], other["content"] = [list(s) for s in before], [list(s) for s in after]
    draft.add("statements", other["id"], other)
    return True


def _other(draft: Draft, family: str, ref: str, words: Sequence[Span]) -> Value:
    """A copy of a value, under an id of its own that its words give it."""
    told = "\x1f".join(draft.text[s:e] for s, e in sorted(words))
    digest = blake2b(f"{ref}\x1f{told}".encode("utf-8", "replace"), digest_size=4).hexdigest()
    made = f"{ref[:1]}{digest}"
    while made in draft.base:
        made += "-2"
    value = draft.values[family][ref]
    return deepcopy(value) | {"id": made, "why": f"split off by a reviewer; {value['why']}"}


def _trimmed(text: str, start: int, end: int) -> Span:
    """A span without white space at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _follow(draft: Draft, ref: str, other: str, moving: Sequence[Span]) -> None:
    """Let what refers to an actor follow the words that went to another."""
    starts = [start for start, _ in draft.machine.document.sentences]

    def sentences(found: Iterable[Sequence[int]]) -> set[int]:
        return {bisect_right(starts, span[0]) for span in found}

    left = _Apart(m["span"] for m in draft.values["actors"][ref]["mentions"])
    going = sentences(moving) - sentences(left.spans)
    gone = _Apart(moving)
    for said in draft.values["statements"].values():
        goes = bool(sentences(spans("statements", said)) & going)
        source = said["source"]
        if said["speaker"] == ref and (gone.meet(source) or (goes and not left.meet(source))):
            said["speaker"] = other
        if said["addressee"] == ref and goes:
            said["addressee"] = other
    for family in ("events", "casualties"):
        for told in draft.values[family].values():
            if not sentences(spans(family, told)) & going:
                continue
            for field in ("actors", "recipients", "side", "by"):
                held = told.get(field)
                if isinstance(held, list):
                    told[field] = [other if one == ref else one for one in held]
                elif held == ref:
                    told[field] = other


class _Apart:
    """Spans that do not overlap, to be asked whether others meet them."""

    def __init__(self, found: Iterable[Sequence[int]]) -> None:
        self.spans = sorted((span[0], span[1]) for span in found)
        self._starts = [start for start, _ in self.spans]

    def meet(self, others: Iterable[Sequence[int]]) -> bool:
        """Whether any of them has a character in common with any of `others`."""
        for start, end in others:
            index = bisect_left(self._starts, end) - 1
            if index >= 0 and self.spans[index][1] > start:
                return True
        return False
