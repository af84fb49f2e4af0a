"""Parts of the world that act as one: "the West", "the Arab world"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.found import Found
from dateline.extract.places.metonyms import acts
from dateline.language.parsed import Parsed

_BLOCS: Final = re.compile(
    r"\b[Tt]he (?P<name>West|(?:Arab|Muslim|Moslem|Islamic|Western) [Ww]orld|Global South)\b(?!-)"
)


def read_blocs(found: Found, register: Register) -> None:
    """Enter the blocs that act or are acted upon where they are named, and are no mere direction
    or part of a longer name ("the West Bank", "rebels in the West of Togo")."""
    text, parsed = found.story.text, found.parsed
    for segment in found.story.segments:
        for match in _BLOCS.finditer(text, segment.start, segment.end):
            first, last = parsed.tokens_in(*match.span())
            head = last - 1
            part = parsed.deprels[head] in ("compound", "amod", "flat")
            if first == last or part or acts(parsed, (head, last)) is None:
                continue
            if not _of_a_place(parsed, last):
                _enter(register, f"The {match.group('name')}", *match.span())


def _of_a_place(parsed: Parsed, after: int) -> bool:
    """Whether what follows makes it a direction, or a part of a name ("West of Togo")."""
    words = [parsed.word(t) for t in range(after, min(after + 2, len(parsed)))]
    if words[:1] == ["of"]:
        words = words[1:]
    return bool(words) and words[0][:1].isupper()


def _enter(register: Register, name: str, start: int, end: int) -> None:
    def make() -> Draft:
        return Draft(name, "population", None, ["GOV"], why="a part of the world")

    register.get(("bloc", name.lower()), make).mention(start, end, "name")
