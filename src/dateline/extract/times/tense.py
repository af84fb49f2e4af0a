"""Whether the words around a time speak of what was or of what will be."""

from __future__ import annotations

import re
from functools import cache

from dateline.errors import DataError
from dateline.extract.times.lexicon import load_yaml
from dateline.language.parsed import Parsed

PAST, OPEN, FUTURE = -1, 0, 1
_LEFT, _RIGHT = 140, 90  # characters looked at on either side, within the sentence
_WORD = re.compile(r"['’]ll|[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?][\"”’']*\s+(?=[A-Z\"“])|\n")


@cache
def _cues() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    data = load_yaml("tense.yaml")
    try:
        before = data["before"]
        lists = (data["future"], data["past"], before["future"], before["past"])
    except (KeyError, TypeError) as error:
        raise DataError(f"tense.yaml: no {error}") from error
    future, past, near_future, near_past = (frozenset(map(str, words)) for words in lists)
    return future, past, near_future, near_past


def _word_direction(word: str) -> int:
    future, past, _, _ = _cues()
    if word in future:
        return FUTURE
    if word in past or (word.endswith("ed") and len(word) > 4):
        return PAST
    return OPEN


def by_words(text: str, start: int, end: int) -> int:
    """PAST, FUTURE or OPEN from the nearest cue in the sentence, the left side first."""
    _, _, near_future, near_past = _cues()
    left = text[max(0, start - _LEFT) : start]
    for m in _SENTENCE_END.finditer(left):
        left = left[m.end() :] if m.end() == len(left) else left
    cut = [m.end() for m in _SENTENCE_END.finditer(text, max(0, start - _LEFT), start)]
    if cut:
        left = text[cut[-1] : start]
    right = text[end : end + _RIGHT]
    stop = _SENTENCE_END.search(right)
    if stop:
        right = right[: stop.start()]
    words = [w.lower() for w in _WORD.findall(left)]
    if words and words[-1] in near_past:
        return PAST
    following = [w.lower() for w in _WORD.findall(right)]
    best, distance = OPEN, 99
    for steps, word in enumerate(reversed(words)):
        found = _word_direction(word)
        if found == PAST and steps + 1 < len(words) and words[-steps - 2] in ("be", "to", "will", "is", "are"):
            found = FUTURE  # "to be held", "is expected"
        if found:
            best, distance = found, steps
            break
    for steps, word in enumerate(following):
        found = _word_direction(word)
        if found and steps + 1 < distance:
            best = found
            break
    if words and words[-1] in near_future and best != PAST:
        return FUTURE
    return best


def by_parse(parsed: Parsed, start: int, end: int) -> int | None:
    """PAST, FUTURE or OPEN from the verb that governs the words, or None where there is none."""
    first, last = parsed.tokens_in(start, end)
    if first >= last:
        return None
    token = last - 1
    for verb in (token, *parsed.ancestors(token)):
        if parsed.upos[verb] not in ("VERB", "AUX"):
            continue
        helpers = [verb, *(c for c in parsed.children[verb] if parsed.deprels[c].startswith("aux"))]
        words = {parsed.word(c).lower() for c in helpers[1:]}
        if words & {"will", "’ll", "'ll", "shall", "would", "may", "might", "could", "can", "must", "should"}:
            return FUTURE if "have" not in words else OPEN
        tags = {parsed.xpos[c] for c in helpers}
        if tags & {"VBD"} or ("VBN" in tags and words & {"had", "has", "have", "was", "were", "been"}):
            return FUTURE if parsed.lemmas[verb] in _AHEAD else PAST
        if parsed.lemmas[verb] in _AHEAD:
            return FUTURE
        if any(parsed.word(c).lower() == "to" for c in parsed.children[verb]):
            return FUTURE
        if "VBN" in tags or "VBG" in tags:
            continue  # a participle takes its time from the verb above it
        return OPEN
    return None


_AHEAD = frozenset({"expect", "schedule", "plan", "slate", "intend", "hope", "due"})


def direction(text: str, start: int, end: int, parsed: Parsed | None) -> int:
    """Whether a date that could lie on either side is behind or ahead: PAST, FUTURE or OPEN."""
    words = by_words(text, start, end)
    if parsed is None or not len(parsed):
        return words
    tree = by_parse(parsed, start, end)
    return words if tree is None or tree == OPEN else tree
