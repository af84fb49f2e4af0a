"""Three or more named together, and called by their number after that: "the four leaders"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.pairs import Spot, by_head, mentions_by_sentence
from dateline.extract.actors.sides import LANDS, group
from dateline.extract.found import Found
from dateline.language.parsed import Parsed

_NUMBERS = ("three", "four", "five", "six", "seven", "eight", "nine")
_COUNTED = re.compile(
    rf"(?:the|these|all) (?P<number>{'|'.join(_NUMBERS)})(?: [a-z\-]+){{0,2}}? (?P<noun>[a-z]+)",
    re.IGNORECASE,
)
_OTHERS = re.compile(r" (?:of|from)\b")
"""What follows "the three leaders" of a party, who are named by it."""
_POWERS = LANDS | {"powers", "governments", "allies", "members"}
"""Nouns for lands, of which some may be bodies too."""


def read_counted(found: Found, register: Register) -> None:
    """Let "the four leaders" be the four who were named together last, where these are people, and
    "the three countries" the three lands. Reads drafts of "the leaders of Norland and Sudland" as
    of two."""
    text = found.story.text
    lists: list[tuple[int, tuple[Draft, ...]]] | None = None
    for draft in list(register.drafts):
        for start, end in list(draft.mentions):
            match = _COUNTED.fullmatch(" ".join(text[start:end].split()))
            if match is None or draft.members or _OTHERS.match(text, end):
                continue
            if lists is None:
                lists = sorted(_lists(found, register), key=lambda spot: spot[0])
            number = 3 + _NUMBERS.index(match.group("number").lower())
            before = [them for at, them in lists if at <= start and len(them) == number]
            lands = match.group("noun").lower() in _POWERS
            meant = [m for them in before if (m := _meant(register, them, lands))]
            if meant:
                how = draft.mentions.pop((start, end))
                name = ", ".join(d.name for d in meant[-1])
                why = f"'{match.group(0)}': the {number} named together before"
                group(register, meant[-1], name, why).mention(start, end, how)


def _lists(found: Found, register: Register) -> Iterator[tuple[int, tuple[Draft, ...]]]:
    """Those named together, with where their names end."""
    for draft in register.drafts:
        if len(draft.members) >= 3:
            yield from ((end, tuple(draft.members)) for _, end in draft.mentions)
    for spots in mentions_by_sentence(found, register):
        yield from _joined(found.parsed, spots)


def _joined(parsed: Parsed, spots: Sequence[Spot]) -> Iterator[tuple[int, tuple[Draft, ...]]]:
    """The lists of a sentence whose members all are known, by the tree ("Roe, Poe and Doe")."""
    named = by_head(parsed, spots)
    for k in named:
        rest = [c for c in parsed.children[k] if parsed.deprels[c] == "conj"]
        members = tuple(dict.fromkeys(named[t] for t in (k, *rest) if t in named))
        if len(rest) >= 2 and len(members) == 1 + len(rest):
            yield parsed.ends[max(rest)], members


def _meant(register: Register, members: Sequence[Draft], lands: bool) -> tuple[Draft, ...]:
    """The members, or their states where lands are meant; none where they are of another kind."""
    if not lands:
        people = all(m.kind == "person" or (m.plural and m.kind == "population") for m in members)
        return tuple(members) if people else ()
    states = {d.country: d for d in register.drafts if d.kind == "state" and d.country}
    theirs = tuple(dict.fromkeys(states[m.country] for m in members if m.country in states))
    return theirs if len(theirs) == len(members) else ()
