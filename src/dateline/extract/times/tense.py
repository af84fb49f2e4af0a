"""Whether the words around a time speak of what was or of what will be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.errors import DataError
from dateline.extract.times.lexicon import load_yaml
from dateline.language.parsed import Parsed

PAST, OPEN, FUTURE = -1, 0, 1
_LEFT, _RIGHT = 100, 50  # characters looked at on either side, within the sentence
_OPENING = 3  # words: "Until Thursday, ..." opens a sentence and says nothing of the future
_WORD = re.compile(r"['’]ll|[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?][\"”’']*\s+(?=[A-Z\"“])|\n")


@dataclass(frozen=True)
class _Cues:
    will: frozenset[str]
    perhaps: frozenset[str]
    past: frozenset[str]
    near_future: frozenset[str]
    near_past: frozenset[str]
    before_adjective: frozenset[str]
    modal: frozenset[str]
    done: frozenset[str]
    ahead: frozenset[str]

    def direction(self, word: str, far: bool) -> int:
        """What one word says; `far` where weaker signs of the future count."""
        if word in self.will or (far and word in self.perhaps):
            return FUTURE
        return PAST if word in self.past else OPEN


@cache
def _cues() -> _Cues:
    data = load_yaml("tense.yaml")
    try:
        return _Cues(**{name: frozenset(map(str, words)) for name, words in data.items()})
    except TypeError as error:
        raise DataError(f"tense.yaml: {error}") from error


def _sentence(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words of the sentence left and right of a span, lower case, within reach."""
    begin = max(0, start - _LEFT)
    for m in _SENTENCE_END.finditer(text, begin, start + 1):
        begin = min(m.end(), start)
    right = text[end : end + _RIGHT]
    stop = _SENTENCE_END.search(right)
    if stop:
        right = right[: stop.start()]
    left = text[begin:start].lower()
    return _WORD.findall(left), _WORD.findall(right.lower())


def beside(left: list[str]) -> int:
    """PAST or FUTURE from the words right before a date (`since`, `until`, `as early as`)."""
    cues = _cues()
    if left and left[-1] in cues.near_past:
        return PAST
    early = left[-3:-1] in (["as", "early"], ["as", "soon"])
    late = left[-1:] in (["until"], ["effective"]) and len(left) > _OPENING
    return FUTURE if early or late else OPEN


def by_words(left: list[str], right: list[str], far: bool) -> int:
    """PAST, FUTURE or OPEN from the nearest cue in the sentence, the left side first.

    `far` for what may lie months away (a month, a day of a month): weaker signs count as well.
    """
    cues = _cues()
    best, distance = OPEN, _RIGHT
    for steps, word in enumerate(reversed(left)):
        found = cues.direction(word, far)
        helper = left[-steps - 2] if steps + 2 <= len(left) else ""
        participle = len(word) > len("need") and word.endswith("ed")
        if not found and participle and helper not in cues.before_adjective:
            found = PAST
        if found == PAST and helper in ("be", "to", "will"):
            found = FUTURE  # "to be held", "will be opened"
        if found:
            best, distance = found, steps
            break
    if far and best != PAST and left and left[-1] in cues.near_future:
        return FUTURE
    for steps, word in enumerate(right):
        found = cues.direction(word, far=False)
        if found and steps + 1 < distance:
            best = found
        if found:
            break
    return best


def by_parse(parsed: Parsed, start: int, end: int) -> int:
    """PAST, FUTURE or OPEN from the verb that governs the words; OPEN where there is none."""
    first, last = parsed.tokens_in(start, end)
    if first >= last:
        return OPEN
    cues, token = _cues(), last - 1
    for verb in (token, *parsed.ancestors(token)):
        relation = parsed.deprels[verb]
        if relation in ("nmod:poss", "compound", "nmod:unmarked"):
            return OPEN  # "Friday's vote" and "the April summit" follow no verb
        if parsed.upos[verb] not in ("VERB", "AUX"):
            continue
        helpers = [verb, *(c for c in parsed.children[verb] if parsed.deprels[c].startswith("aux"))]
        words = {parsed.word(c).lower() for c in helpers[1:]}
        if words & cues.modal:
            return FUTURE if "have" not in words else OPEN
        tags = {parsed.xpos[c] for c in helpers}
        if parsed.lemmas[verb] in cues.ahead:
            return FUTURE
        if "VBD" in tags or ("VBN" in tags and (words & cues.done or relation == "acl")):
            return PAST
        if any(parsed.word(c).lower() == "to" for c in parsed.children[verb]):
            if relation in ("advcl", "acl"):
                continue  # "met to sign", "the first to join": the verb above tells when
            return FUTURE
        if "VBN" in tags or "VBG" in tags:
            continue  # a participle takes its time from the verb above it
        return OPEN
    return OPEN


def direction(text: str, start: int, end: int, far: bool, parsed: Parsed | None) -> int:
    """Whether a date that could lie on either side is behind or ahead: PAST, FUTURE or OPEN."""
    left, right = _sentence(text, start, end)
    close = beside(left)
    if close:
        return close
    tree = by_parse(parsed, start, end) if parsed is not None and len(parsed) else OPEN
    return tree or by_words(left, right, far)
