"""Where sentences start: the encoder's score, held to what typography settles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.language.pieces import GAP_NONE, GAP_SEGMENT
from dateline.language.tokenize import keeps_stop

_CLOSING: Final = frozenset(["”", "’", ")", "]", "»", ".", ",", ";", ":", "?", "!", "...", "…"])
_QUOTES: Final = frozenset(["”", "’", '"', "'", "''", "»"])
_RUNNING: Final = frozenset([",", "-", "--", "–", "—", "("])
_ENDS: Final = frozenset([".", "?", "!", "...", "…", ":", ";"])
_OPENING: Final = frozenset(['"', "“", "„"])
_STRAIGHT: Final = frozenset(['"', "'", "''"])
SURE: Final = 3.0
"""A score that overrules the abbreviation table ("He lives in the U.S. She does not.")."""


def starts(
    words: Sequence[str], gaps: Sequence[int], scores: Sequence[float], likely: Sequence[bool]
) -> list[int]:
    """Indices of the words that start a sentence; the first word always does.

    `scores` are the encoder's (above zero for a start), `likely` the starts by punctuation and
    case alone. A segment's first word always starts one. A closing mark never does: the start
    moves on to the word behind it.
    """
    out = [0] if words else []
    owed = False  # a start that a closing mark could not take
    opened = bool(words) and words[0] == '"'  # whether a straight quotation mark stands open
    for i in range(1, len(words)):
        before = opened
        opened = (opened != (words[i] == '"')) if gaps[i] != GAP_SEGMENT else words[i] == '"'
        if gaps[i] == GAP_SEGMENT:
            out.append(i)
            owed = False
            continue
        if _runs_on(words, gaps, i, before):
            out.append(i)
            owed = False
            continue
        if out[-1] == i - 1 and words[i - 1] in _OPENING:
            continue
        wanted = owed or scores[i] > 0 or _stops(words, i)
        if not wanted:
            continue
        if _closes(words, gaps, i):
            owed = True
            continue
        owed = False
        if not likely[i] and not _may_start(words, i, scores[i]):
            continue
        if words[i - 1] == "." and i - 2 == out[-1] and _numbers(words[i - 2]):
            continue  # "1. The sides agree": the number of a point is no sentence
        out.append(i)
    return out


def _runs_on(words: Sequence[str], gaps: Sequence[int], i: int, opened: bool) -> bool:
    """Whether a sentence starts without the space before it: `war.We`, `war.“We`, `war.”We`, and
    `war."We` where no straight quotation mark stands open (`opened`)."""
    if gaps[i] != GAP_NONE:
        return False
    before = words[i - 1]
    if words[i] in _OPENING and not (words[i] == '"' and opened):
        following = words[i + 1] if i + 1 < len(words) and gaps[i + 1] == GAP_NONE else " "
        curly = words[i] != '"' and before[-1].isalpha()
        return following[0].isupper() and (before == "." or curly)
    if before == "”" or (before == '"' and not opened):
        before = words[i - 2] if i > 1 and gaps[i - 1] == GAP_NONE else " "
    return before in (".", "?", "!") and words[i][0].isupper() and words[i][1:2].islower()


def _stops(words: Sequence[str], i: int) -> bool:
    """Whether a full stop of its own behind a word ends a sentence before a capital, whatever the
    score ("in November. Saudi Arabia cut"); the stop of an abbreviation is part of it."""
    if i < 2 or words[i - 1] != "." or len(words[i - 2]) < 3:
        return False
    return words[i - 2].isalnum() and words[i][0].isupper()


def _numbers(word: str) -> bool:
    """Whether a word is the number or letter of a point in a list."""
    return len(word) <= 2 and (word.isdigit() or (len(word) == 1 and word.isalpha()))


def _closes(words: Sequence[str], gaps: Sequence[int], i: int) -> bool:
    if words[i] in _CLOSING:
        return True
    # A straight quotation mark closes if it touches the word before and not the one behind.
    touches = i + 1 < len(words) and gaps[i + 1] == GAP_NONE
    return words[i] in _STRAIGHT and gaps[i] == GAP_NONE and not touches


def _may_start(words: Sequence[str], i: int, score: float) -> bool:
    """Whether a start without the usual marks is to be believed."""
    k = i - 1
    while k > 0 and words[k] in _QUOTES:
        k -= 1
    before = words[k]
    if before in _RUNNING:
        return score > SURE
    if words[i][0].islower():
        # '... ?" he asked': what goes on in lower case after a quotation is its frame.
        return k == i - 1 and (before in _ENDS or score > SURE)
    if before[-1] == "." and len(before) > 1 and before != "..." and keeps_stop(before):
        return score > SURE and words[i][0].isupper() and "." in before[:-1]
    return before in _ENDS or score > SURE / 3
