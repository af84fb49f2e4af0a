"""Statements that several stories have in the same words, or in other words of one speech."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.link.incidents import Party
from dateline.link.quotations import Said, link
from dateline.store import StatementFound
from dateline.store.identity import folded


@dataclass(slots=True)
class Position:
    """A statement with the stories that repeat it."""

    statement: StatementFound
    """As the story has it that was listed first."""
    repeated: list[StatementFound] = field(default_factory=list)
    """The same words in other stories."""
    perhaps: list[StatementFound] = field(default_factory=list)
    """Likely other wordings (translations) of the same statement: proposed, not joined."""


def positions(found: Sequence[StatementFound]) -> list[Position]:
    """The statements in their order, repeated ones with the first of them. Linear."""
    numbers = {(str(s.story), str(s.statement)): s for s in found}
    made = link(_said(s) for s in found)
    order = {key: at for at, key in enumerate(numbers)}
    home = {key: key for key in numbers}
    for group in made.groups:
        first = min(group, key=order.__getitem__)
        home.update(dict.fromkeys(group, first))
    likely: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for tie in made.ties:
        a, b = home[tie.a], home[tie.b]
        if not tie.joined and a != b:
            first, second = sorted((a, b), key=order.__getitem__)
            likely[first].add(second)
    told = {key: Position(s) for key, s in numbers.items() if home[key] == key}
    for key, first in home.items():
        if key != first:
            told[first].repeated.append(numbers[key])
    for first, others in likely.items():
        told[first].perhaps += [numbers[key] for key in sorted(others, key=order.__getitem__)]
    return list(told.values())


def _said(found: StatementFound) -> Said:
    speaker = Party(folded(found.speaker), found.speaker) if found.speaker else None
    quoted = found.mode != "indirect"
    key = str(found.story), str(found.statement)
    return Said(*key, speaker, found.content, found.day, quoted)
