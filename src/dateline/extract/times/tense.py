"""Whether the words around a time speak of what was or of what will be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from dateline.errors import DataError
from dateline.extract.times.lexicon import load_yaml
from dateline.language.parsed import Parsed

PAST, OPEN, FUTURE = -1, 0, 1
_LEFT, _RIGHT = 100, 50  # characters looked at on either side, within the sentence
_WHOLE = (250, 250)  # the same, where the sentence as a whole is looked at
_MARKS = ("mark", "advmod")
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
    negative: frozenset[str]
    done: frozenset[str]
    ahead: frozenset[str]
    ahead_adjective: frozenset[str]
    moved: frozenset[str]
    moved_to: frozenset[str]
    intention: frozenset[str]
    scheduled: frozenset[str]
    condition: frozenset[str]
    of_now: frozenset[str]
    of_now_last: frozenset[str]
    units: frozenset[str]

    @cached_property
    def near(self) -> dict[str, int]:
        """What single words say of a day near by."""
        return dict.fromkeys(self.past, PAST) | dict.fromkeys(self.will, FUTURE)

    @cached_property
    def far(self) -> dict[str, int]:
        """What they say of a month or a date: weaker signs of the future count as well."""
        return self.near | dict.fromkeys(self.perhaps, FUTURE)


@cache
def _cues() -> _Cues:
    data = load_yaml("tense.yaml")
    try:
        return _Cues(**{name: frozenset(map(str, words)) for name, words in data.items()})
    except TypeError as error:
        raise DataError(f"tense.yaml: {error}") from error


def speaks_of_now(text: str, start: int, end: int) -> bool:
    """Whether the sentence around a date speaks of the present ("the latest outbreak", "has left
    hundreds dead", "last month's deal"), whatever history was told before it."""
    cues = _cues()
    left, right = _sentence(text, start, end, _WHOLE)
    for words in (left, right):
        if not cues.of_now.isdisjoint(words):
            return True
        if any(a in cues.of_now_last and b in cues.units for a, b in pairwise(words)):
            return True
    return False


def _sentence(
    text: str, start: int, end: int, reach: tuple[int, int] = (_LEFT, _RIGHT)
) -> tuple[list[str], list[str]]:
    """The words of the sentence left and right of a span, lower case, within reach."""
    begin = max(0, start - reach[0])
    for m in _SENTENCE_END.finditer(text, begin, start + 1):
        begin = min(m.end(), start)
    right = text[end : end + reach[1]]
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
    says = cues.far if far else cues.near
    best, distance = OPEN, _RIGHT
    for steps, word in enumerate(reversed(left)):
        found = says.get(word, OPEN)
        participle = not found and len(word) > len("need") and word.endswith("ed")
        if found == PAST or participle:
            helper = left[-steps - 2] if steps + 2 <= len(left) else ""
            if not participle or helper not in cues.before_adjective:
                # "to be held", "will be opened"
                found = FUTURE if helper in ("be", "to", "will") else PAST
        if found:
            best, distance = found, steps
            break
    if far and best != PAST and left and left[-1] in cues.near_future:
        return FUTURE
    for steps, word in enumerate(right):
        found = cues.near.get(word, OPEN)
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
    marker = parsed.word(first - 1).lower() if first else ""
    for word in (token, *parsed.ancestors(token)):
        if parsed.deprels[word] in ("nmod:poss", "compound", "nmod:unmarked"):
            return OPEN  # "Friday's vote" and "the April summit" follow no verb
        if parsed.upos[word] in ("VERB", "AUX"):
            found = _of_verb(parsed, word, marker)
            if found is not None:
                return found
        elif any(parsed.word(c).lower() in cues.ahead_adjective for c in parsed.children[word]):
            return FUTURE  # "the planned visit in September"
    return OPEN


def _of_verb(parsed: Parsed, verb: int, marker: str) -> int | None:
    """What a verb above a time says; None where the verb above it tells.

    `marker` is the word before the time (`until`, `on`).
    """
    cues, relation, lemma = _cues(), parsed.deprels[verb], parsed.lemmas[verb]
    above = parsed.heads[verb]  # itself, for a root
    below = [parsed.word(c).lower() for c in parsed.children[verb]]
    helpers = [c for c in parsed.children[verb] if parsed.deprels[c].startswith("aux")]
    words = {parsed.word(c).lower() for c in helpers}
    tags = {parsed.xpos[c] for c in (verb, *helpers)}
    if words & cues.modal:
        if "could" in words and cues.negative.intersection(below):
            return PAST  # "could not be reached on Friday"
        return FUTURE if "have" not in words else OPEN
    if lemma in cues.ahead or (lemma in cues.moved and marker in cues.moved_to):
        return PAST if "had" in words else FUTURE
    if "VBD" in tags or ("VBN" in tags and words & cues.done):
        return PAST
    if "to" in below:
        if relation == "acl" and ("be" in words or parsed.lemmas[above] in cues.intention):
            return FUTURE  # "a deal to buy it in May", "a law to be passed in May"
        if relation in ("advcl", "acl"):
            return None  # "met to sign", "the first to join": the verb above tells when
        had = any(parsed.word(c).lower() == "had" for c in parsed.children[above])
        return PAST if had else FUTURE  # "had been due to end on Friday"
    if "VBN" in tags and not words and relation in ("acl", "advcl"):
        return PAST  # "the ruling, issued on Wednesday"
    if tags & {"VBZ", "VBP"}:
        marks = {
            parsed.word(c).lower() for c in parsed.children[verb] if parsed.deprels[c] in _MARKS
        }
        if lemma in cues.scheduled or marks & cues.condition:
            return FUTURE  # "they meet on Monday", "if talks resume in May"
    return None if tags & {"VBN", "VBG"} else OPEN


def direction(text: str, start: int, end: int, far: bool, parsed: Parsed | None) -> int:
    """Whether a date that could lie on either side is behind or ahead: PAST, FUTURE or OPEN."""
    left, right = _sentence(text, start, end)
    close = beside(left)
    if close:
        return close
    tree = by_parse(parsed, start, end) if parsed is not None and len(parsed) else OPEN
    return tree or by_words(left, right, far)
