"""BIO columns to token ranges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.language.parsed import Entity

_EDGE: Final = frozenset([",", ".", ";", ":", "-", "--", "–", "—"])
_QUOTES: Final = frozenset(['"', "“", "”", "``", "''", "«", "»", "'", "‘", "’"])

_OUTER: Final = _EDGE | _QUOTES


def ranges(tags: Sequence[str], group_of: Sequence[int]) -> list[tuple[int, int]]:
    """Token ranges of a column of B, I and O. An I after O begins a range, as does a token of
    another group (sentence): no range crosses groups."""
    out: list[tuple[int, int]] = []
    begin = -1
    for i, tag in enumerate(tags):
        new_group = i > 0 and group_of[i] != group_of[i - 1]
        if begin >= 0 and (tag != "I" or new_group):
            out.append((begin, i))
            begin = -1
        if tag != "O" and begin < 0:
            begin = i
    if begin >= 0:
        out.append((begin, len(tags)))
    return out


def contents(
    words: Sequence[str], tags: Sequence[str], segment_of: Sequence[int], body: Sequence[bool]
) -> list[tuple[int, int]]:
    """Ranges of what is said. They run on over sentences, and from one paragraph of the body
    into the next, but not out of a headline. Outer commas, stops and dashes are cut off."""
    group = [k if not body[k] else -1 for k in segment_of]
    out: list[tuple[int, int]] = []
    for begin, end in ranges(tags, group):
        while begin < end and words[begin] in _EDGE:
            begin += 1
        while end > begin and words[end - 1] in _EDGE:
            end -= 1
        if any(w not in _QUOTES for w in words[begin:end]):
            out.append((begin, end))
    return out


def entities(words: Sequence[str], tags: Sequence[str], sentence_of: Sequence[int]) -> list[Entity]:
    """Entities of a BIO column with classes. An I goes on whatever its class; the class that most
    words have wins, the first word's at a tie. Quotation marks and stops at the edges are cut
    off."""
    out: list[Entity] = []
    plain = [tag[0] for tag in tags]
    for begin, end in ranges(plain, sentence_of):
        kinds = [tag[2:] for tag in tags[begin:end]]
        label = max(kinds, key=kinds.count)
        while begin < end and words[begin] in _OUTER:
            begin += 1
        while end > begin and words[end - 1] in _OUTER:
            end -= 1
        if begin < end:
            out.append(Entity(begin, end, label))
    return out
