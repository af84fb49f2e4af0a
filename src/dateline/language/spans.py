"""BIO columns to token ranges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.language.parsed import Entity, Parsed

_EDGE: Final = frozenset([",", ".", ";", ":", "-", "--", "–", "—"])
_QUOTES: Final = frozenset(['"', "“", "”", "``", "''", "«", "»", "'", "‘", "’"])

_OUTER: Final = _EDGE | _QUOTES
_GAP: Final = 2
_AT_LEAST: Final = ("least", "most")
# What belongs to a noun from its left, and what a phrase cannot end in.
_LEFT: Final = frozenset(
    ["det", "det:predet", "amod", "compound", "nummod", "nmod:poss", "flat", "advmod"]
)
_HANGING: Final = _LEFT - {"advmod"} | {"case", "cc", "mark", "nmod:desc"}
_REACH: Final = 4


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


def whole_phrases(parsed: Parsed, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges widened to whole names and noun phrases: "Both parties to the" takes in its noun,
    "Region" its name and article. Ranges that come to overlap become one, ranges without a letter
    or digit are left out."""
    sentence_of = parsed.sentence_of
    name_at = {t: e for e in parsed.entities for t in range(e.start, e.end)}
    out: list[tuple[int, int]] = []
    for begin, end in spans:
        if not any(c.isalnum() for c in parsed.words(begin, end)):
            continue
        for _ in range(3):  # each step may call for another; three settle all seen
            before = begin, end
            for t in (begin, end - 1):
                if t in name_at:
                    begin, end = min(begin, name_at[t].start), max(end, name_at[t].end)
            head = parsed.heads[end - 1]
            hangs = parsed.deprels[end - 1] in _HANGING and end <= head < end + _REACH
            if hangs and sentence_of[head] == sentence_of[begin]:
                end = head + 1
            while (
                begin > 0
                and sentence_of[begin - 1] == sentence_of[begin]
                and begin <= parsed.heads[begin - 1] < end
                and parsed.deprels[begin - 1] in _LEFT
            ):
                begin -= 1
            if (begin, end) == before:
                break
        if out and out[-1][1] > begin:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((begin, end))
    return out


def contents(
    words: Sequence[str], tags: Sequence[str], segment_of: Sequence[int], body: Sequence[bool]
) -> list[tuple[int, int]]:
    """Ranges of what is said. They run on over sentences, and from one paragraph of the body
    into the next, but not out of a headline. Outer commas, stops and dashes are cut off."""
    group = [k if not body[k] else -1 for k in segment_of]
    joined: list[tuple[int, int]] = []
    for begin, end in ranges(tags, group):
        # An I behind a gap of a word or two goes on with what was said before the gap.
        goes_on = tags[begin] == "I" and joined and begin - joined[-1][1] <= _GAP
        if goes_on and segment_of[begin] == segment_of[joined[-1][1] - 1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    out: list[tuple[int, int]] = []
    for begin, end in joined:
        while begin < end and words[begin] in _EDGE:
            begin += 1
        while end > begin and words[end - 1] in _EDGE:
            end -= 1
        if begin < end and words[begin] in _AT_LEAST and words[begin - 1 : begin] == ["at"]:
            begin -= 1
        if any(w not in _OUTER for w in words[begin:end]):
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
